// Other sessions in place of this one: opened or replayed, after the person said what becomes of
// what was not saved.

import Glibc
import Interface
import Language
import Notebook

/// A session that waits to be opened.
struct WaitingSession {
  let document: SessionDocument
  let path: String
  let speed: Double?
  let note: String?
}

extension FullScreen {
  /// Opens a session, or asks first.
  func load(_ name: String, speed: Double?) {
    do throws(Diagnostic) {
      let found = try OpenedSession(named: name, in: language)
      let document = try SessionFile.read(path: found.path, verbs: Catalogue.standard.grammars)
      let session = WaitingSession(
        document: document, path: found.path, speed: speed, note: found.note)
      guard isUnsaved else { return open(session) }
      waiting = session
      perform(
        app.update(
          .ask("This session is not saved. What becomes of it before \(found.path) opens?")))
    } catch {
      worker.submit(.fail(FolderListing.explained(error, name)))
    }
  }

  private func open(_ session: WaitingSession) {
    open(session.document, file: session.path, speed: session.speed)
    if let note = session.note { perform(app.update(.message(note))) }
  }

  /// Whether there is something that a person would miss.
  var isUnsaved: Bool {
    (isTakenOver || sessionText != savedText)
      && sessionText.utf8.count { $0 == UInt8(ascii: "\n") } > 1
  }

  /// What the person said.
  func carryOut(_ answer: UnsavedAnswer) {
    guard let session = waiting else { return }
    switch answer {
    case .save:
      savesFirst = true
      worker.submit(.save(fallback: Self.freeName))
    case .discard:
      waiting = nil
      open(session)
    case .cancel:
      waiting = nil
    }
  }

  /// Goes on after the session was saved, or stays where that failed.
  func openWaiting(isSaved: Bool) {
    savesFirst = false
    guard let session = waiting else { return }
    waiting = nil
    if isSaved { open(session) }
  }

  /// A name that no file has.
  private static var freeName: String {
    for number in 1..<1000 {
      let name = number == 1 ? "untitled" : "untitled-\(number)"
      if access(name + SessionFile.suffix, F_OK) != 0 { return name }
    }
    return "untitled"
  }
}
