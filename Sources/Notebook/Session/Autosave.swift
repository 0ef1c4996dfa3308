// The journal of sessions that are not finished: each running nabla keeps its session in a file of
// its own, which goes when it ends well. What stays is offered at the next start. Which processes
// are alive is for the caller to say.

public import Language

/// One running session's place in the journal.
///
///     let autosave = try Autosave(folder: folder, process: 4711, counter: 1, originalFile: nil)
///     try autosave.store(cells: cells, header: header)   // after each cell
///     autosave.remove()                                  // on a clean exit
public struct Autosave: Sendable {
  public let folder: String
  /// `4711-1`
  public let id: String
  public let process: Int32
  /// The file that the session was opened from or last saved to.
  public var originalFile: String?

  /// Makes the folder and claims a free id in it with an empty file. A file that already has the
  /// first id was left by an earlier process of the same number, so the next count is taken.
  ///
  /// - Parameter counter: Apart for the sessions of one process.
  /// - Throws: The folder cannot be made.
  public init(
    folder: String, process: Int32, counter: Int, originalFile: String? = nil
  ) throws(Diagnostic) {
    try FileAccess.createFolder(folder)
    var count = max(0, min(counter, Int(Int32.max)))
    while try !FileAccess.claim("\(folder)/\(process)-\(count)\(SessionFile.suffix)") { count += 1 }
    self.folder = folder
    self.process = process
    self.originalFile = originalFile
    id = "\(process)-\(count)"
  }

  public var path: String { "\(folder)/\(id)\(SessionFile.suffix)" }

  /// Writes the whole session, atomically. Failed cells are kept: they are what someone was at.
  ///
  /// - Throws: `cannot write '…': no space left on the disk`
  public func store(cells: [Cell], header: SessionHeader) throws(Diagnostic) {
    var header = header
    header.unknownData.removeAll(where: AutosaveData.isOwn)
    header.unknownData.append(AutosaveData.text(process: process, file: originalFile))
    let text = SessionFile.serialise(cells: cells, header: header)
    try FileAccess.write(Array(text.utf8), to: path, permissions: 0o600)
  }

  /// Forgets the session: it ended well or is saved.
  public func remove() { AutosaveFiles.remove(path) }

  /// Sessions whose process is gone, the newest first. Files that are not whole session files
  /// (temporary ones of a killed writer) are left out.
  ///
  /// - Parameter own: The ids of the caller's own sessions.
  public static func leftovers(
    in folder: String, own: Set<String> = [], isAlive: (_ process: Int32) -> Bool
  ) -> [AutosaveLeftover] {
    var found: [(time: Int, leftover: AutosaveLeftover)] = []
    for name in FileAccess.names(in: folder) where !name.hasPrefix(".") {
      guard name.hasSuffix(SessionFile.suffix) else { continue }
      let id = String(name.dropLast(SessionFile.suffix.count))
      guard !own.contains(id), let process = AutosaveFiles.process(ofID: id) else { continue }
      let isOwnProcess = own.contains { AutosaveFiles.process(ofID: $0) == process }
      guard isOwnProcess || !isAlive(process) else { continue }
      let path = "\(folder)/\(name)"
      guard let time = FileAccess.modified(path),
        let bytes = try? FileAccess.read(path, limit: SessionFile.maximumBytes),
        let document = try? SessionFile.parse(bytes: bytes, name: path, verbs: [:])
      else { continue }
      let cells = document.cells
      guard !cells.isEmpty else { continue }
      found.append(
        (
          time,
          AutosaveLeftover(
            id: id, path: path, process: process, modified: time,
            originalFile: document.header.unknownData.lazy.compactMap(AutosaveData.file).first,
            cellCount: cells.count { $0.prose == nil })
        ))
    }
    return found.sorted { ($0.time, $0.leftover.id) > ($1.time, $1.leftover.id) }.map(\.leftover)
  }

  /// Takes a leftover over under this session's name and reads it. Of two that try, one wins.
  ///
  /// - Throws: `the session '4711-1' is no longer there`, and what `SessionFile.read` throws.
  public mutating func adopt(
    _ leftover: AutosaveLeftover, verbs: [String: VerbGrammar]
  ) throws(Diagnostic) -> SessionDocument {
    guard AutosaveFiles.move(leftover.path, to: path) else {
      throw Diagnostic("the session \(SessionMessage.quoted(leftover.id)) is no longer there")
    }
    originalFile = leftover.originalFile
    var document = try SessionFile.read(path: path, verbs: verbs)
    document.folder = originalFile.map(FileAccess.folder(of:))
    document.header.unknownData.removeAll(where: AutosaveData.isOwn)
    return document
  }

  /// Deletes a leftover that nobody wants.
  public static func discard(_ leftover: AutosaveLeftover) { AutosaveFiles.remove(leftover.path) }

  /// Deletes what holds nothing: temporary files and empty sessions of dead processes.
  public static func removeRemains(in folder: String, isAlive: (_ process: Int32) -> Bool) {
    for name in FileAccess.names(in: folder) {
      let path = "\(folder)/\(name)"
      let id: Substring
      if name.hasPrefix("."), name.hasSuffix(".tmp") {
        // `.4711-1.nabla.4711-0.tmp`
        id = name.dropLast(4).split(separator: ".").last ?? ""
      } else if name.hasSuffix(SessionFile.suffix), FileAccess.isEmpty(path) {
        id = name.dropLast(SessionFile.suffix.count)
      } else {
        continue
      }
      guard let process = AutosaveFiles.process(ofID: String(id)), !isAlive(process) else {
        continue
      }
      AutosaveFiles.remove(path)
    }
  }
}

/// A session that a process left behind when it died.
public struct AutosaveLeftover: Hashable, Sendable {
  public var id: String
  public var path: String
  public var process: Int32
  /// Nanoseconds since 1970.
  public var modified: Int
  public var originalFile: String?
  /// Code cells.
  public var cellCount: Int
}
