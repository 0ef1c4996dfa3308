// What a person asks for while a verb is busy for long: an interrupt ends it, a picture is given, and
// commands are not executed.

import Engine

/// Asks now and then whether a long verb is to go on.
final class InterruptWatch: RunControl {
  private unowned let notebook: Notebook
  private let activity: String
  private(set) var isInterrupted = false

  /// - Parameter activity: `comparing`
  init(_ notebook: Notebook, _ activity: String) {
    self.notebook = notebook
    self.activity = activity
    notebook.work = Progress(activity)
  }

  func goesOn() -> Bool {
    while !isInterrupted, serve() {}
    return !isInterrupted
  }

  /// Serves one request; false when there is none.
  private func serve() -> Bool {
    guard let control = notebook.control, control.isPending, let request = control.next() else {
      return false
    }
    switch request {
    case .interrupt: isInterrupted = true
    case .publish: control.publish(notebook.snapshot())
    case .look(let gaze):
      notebook.look(gaze)
      control.publish(notebook.snapshot())
    case .command(let line):
      notebook.show(.volatile("'\(line)' was not executed: \(activity)"))
    }
    return true
  }

  // MARK: For another session that runs inside the verb

  var isPending: Bool {
    _ = goesOn()
    return isInterrupted
  }

  func next() -> LiveRequest? { isInterrupted ? .interrupt : nil }
  func wait() -> LiveRequest { .interrupt }
  func publish(_ snapshot: Snapshot) {}
}
