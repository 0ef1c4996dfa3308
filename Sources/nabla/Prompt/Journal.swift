import Glibc
import Language
import Notebook

/// The journal of unfinished sessions: one file a running nabla, written after every cell.
final class Journal: @unchecked Sendable {
  // Written by the worker's thread, removed by the main thread after the worker is done.
  private let folder: String
  private var autosave: Autosave?

  init(folder: String) { self.folder = folder }

  /// Sessions of processes that are gone, newest first.
  func leftovers() -> [AutosaveLeftover] {
    Autosave.removeRemains(in: folder, isAlive: Self.isAlive)
    return Autosave.leftovers(
      in: folder, own: Set(autosave.map { [$0.id] } ?? []), isAlive: Self.isAlive)
  }

  func discard(_ leftover: AutosaveLeftover) { Autosave.discard(leftover) }

  /// Keeps the session as it is now.
  func store(_ notebook: Notebook) throws(Diagnostic) {
    let cells = notebook.journalCells
    guard !cells.isEmpty || autosave != nil else { return }
    if autosave == nil {
      autosave = try Autosave(folder: folder, process: getpid(), counter: 1)
    }
    autosave?.originalFile = notebook.file
    try autosave?.store(cells: cells, header: SessionHeader(seed: notebook.seedAtStart))
  }

  /// The session ended well.
  func remove() { autosave?.remove() }

  private static func isAlive(_ process: Int32) -> Bool {
    (kill(process, 0) == 0 || errno == EPERM) && !isZombie(process)
  }

  /// Killed and not yet collected by its parent: where the first process of a container collects
  /// nobody, such a process stays for ever.
  private static func isZombie(_ process: Int32) -> Bool {
    let descriptor = open("/proc/\(process)/stat", O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(descriptor, &bytes, bytes.count)
    // The state is the letter after the name in brackets.
    guard count > 0, let bracket = bytes[..<count].lastIndex(of: UInt8(ascii: ")")),
      bracket + 2 < count
    else { return false }
    return bytes[bracket + 2] == UInt8(ascii: "Z") || bytes[bracket + 2] == UInt8(ascii: "X")
  }
}
