import Glibc
import Language
import Notebook
import Synchronization

/// The journal of unfinished sessions: one file a running nabla, written after every cell.
final class Journal: Sendable {
  private let folder: String
  // Written by the worker's thread; the main thread takes over what was left and removes it in the
  // end.
  private let autosave = Mutex<Autosave?>(nil)

  init(folder: String) { self.folder = folder }

  /// Sessions of processes that are gone, newest first.
  func leftovers() -> [AutosaveLeftover] {
    Autosave.removeRemains(in: folder, isAlive: Self.isAlive)
    return Autosave.leftovers(
      in: folder, own: Set(autosave.withLock { $0.map { [$0.id] } } ?? []), isAlive: Self.isAlive)
  }

  /// Reads what a dead process left and keeps it as this one's: it is there at every moment.
  ///
  /// - Throws: `the session '4711-1' is no longer there`: another nabla was faster.
  func adopt(_ leftover: AutosaveLeftover) throws(Diagnostic) -> SessionDocument {
    try autosave.withLock { held throws(Diagnostic) in
      var own = try self.own(held)
      held = own
      let document = try own.adopt(leftover, verbs: Catalogue.standard.grammars)
      held = own
      return document
    }
  }

  private func own(_ held: Autosave?) throws(Diagnostic) -> Autosave {
    if let held { return held }
    return try Autosave(folder: folder, process: getpid(), counter: 1)
  }

  func discard(_ leftover: AutosaveLeftover) { Autosave.discard(leftover) }

  /// Keeps the session as it is now.
  ///
  /// - Parameter cells: the notebook's recorded ones.
  func store(_ notebook: Notebook, _ cells: [Cell]) throws(Diagnostic) {
    let header = notebook.sessionHeader
    let file = notebook.file
    try autosave.withLock { held throws(Diagnostic) in
      guard !cells.isEmpty || held != nil else { return }
      var own = try self.own(held)
      own.originalFile = file
      held = own
      try own.store(cells: cells, header: header)
    }
  }

  /// The session ended well.
  func remove() { autosave.withLock { $0?.remove() } }

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
