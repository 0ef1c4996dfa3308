// The worker: the one thread that owns the notebook.
//
//   interface ── submit(command) ──▶ queue ──▶ worker: notebook.apply
//   interface ── askForSnapshot ───▶ flag  ──▶ worker, at the next step boundary
//   interface ◀── mailbox (newest snapshot wins) ◀── worker publishes, then wakes the interface
//
// While a run goes on the queue is served at step boundaries, so what was typed takes effect there.

import Glibc
import Language
import Notebook
import Terminal
import Synchronization

/// What the interface asks of the worker.
enum WorkerRequest: Sendable {
  /// `waits`: it belongs after the command before it, even if that trains; it never acts on a run.
  case apply(String, time: Double, waits: Bool)
  case prose(String)
  case open(SessionDocument, title: String, file: String?, until: Int?)
  case executeNext
  case verify(SessionDocument, title: String)
  /// Look at another instruction or element.
  case look(Gaze)
  /// What was changed about the layouts.
  case arrange(String)
  /// Look at another place of the attention; during a run too.
  case lookAttention(AttentionGaze)
  /// Change the session's cells.
  case edit(CellEdit)
  /// Write the session to its file, or to one of this name.
  case save(fallback: String)
  /// What the last command asked for could not be done.
  case fail(Diagnostic)
  /// Lines to show as a cell's output.
  case show([String])
}

/// What the worker tells the interface besides snapshots.
enum WorkerReport: Sendable {
  case snapshot(Snapshot)
  /// A command has ended; what it asked of the program around the notebook.
  case done(request: SessionRequest?)
  /// The session as text, before the command that has ended is reported; where further commands
  /// wait, a few times a second.
  case session(String)
  /// Something for the person to know.
  case note(String)
  /// Files that a cell asked for.
  case exports([ExportRequest])
  /// All cells of an opened session were executed, or one failed.
  case opened
}

final class Worker: @unchecked Sendable {
  // Everything but the mailbox is touched by the worker's thread alone once it runs.
  private let mailbox = Mailbox()
  private let wake: @Sendable () -> Void
  private let seed: UInt64
  private let home: String?
  private let journal: Journal?

  init(seed: UInt64, home: String?, journal: Journal?, wake: @escaping @Sendable () -> Void) {
    self.seed = seed
    self.home = home
    self.journal = journal
    self.wake = wake
  }

  // MARK: The interface's side

  func submit(_ request: WorkerRequest) { mailbox.submit(request) }
  /// Stops what runs, and drops what waits behind it.
  ///
  /// - Returns: how many cells were dropped.
  @discardableResult
  func interrupt() -> Int { mailbox.interrupt() }
  var isBusy: Bool { mailbox.isBusy }
  func askForSnapshot() { mailbox.askForSnapshot() }
  var lookTime: Double { mailbox.lookTime }
  func reports() -> [WorkerReport] { mailbox.takeReports() }

  /// Starts the thread. Its stack is large: expressions may be deeply nested.
  func start() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 256 << 20)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().loop() }
        return nil
      }, context)
    pthread_attr_destroy(&attributes)
    pthread_detach(thread)
  }

  // MARK: The worker's side

  private func loop() {
    ScreenTerminal.protectThread()
    var notebook = newNotebook(title: "untitled", seed: seed)
    while true {
      switch mailbox.waitForRequest(beforeIdle: { if isOwed { settle(notebook) } }) {
      case .apply(let source, let time, _):
        // It may train for long: nothing before it may wait until then.
        if isOwed, !mailbox.hasRequests { settle(notebook) }
        let control = Control(mailbox, wake)
        notebook.apply(source, time: time, control: control)
        finished(notebook)
      case .prose(let text):
        notebook.addProse(text)
        finished(notebook)
      case .open(let document, let title, let file, let until):
        notebook = newNotebook(title: title, seed: document.header.seed ?? seed)
        notebook.file = file
        notebook.folder = document.folder
        notebook.headerData = document.header.unknownData
        let cells = document.cells
        let last = min(until ?? cells.count, cells.count)
        let control = Control(mailbox, wake)
        pending = Array(cells[last...])
        for (index, cell) in cells[..<last].enumerated() {
          notebook.surroundings = Progress(
            "opening", done: index, total: last, unit: "cells")
          if notebook.apply(cell, control: control).status == .failed {
            pending = []
            break
          }
          postExports(notebook)
          mailbox.post(.snapshot(notebook.snapshot()))
          wake()
          // ^C: what was executed stays; the rest of the file is not begun.
          if control.wasInterrupted {
            mailbox.post(.note("interrupted: \(index + 1) of \(last) cells were executed"))
            break
          }
        }
        notebook.surroundings = nil
        finished(notebook, isLast: true)
        mailbox.post(.opened)
        wake()
      case .verify(let document, let title):
        let control = Control(mailbox, wake, beside: notebook)
        let count = document.cells.count
        var done = 0
        notebook.surroundings = Progress("verifying", total: count, unit: "cells")
        let result = SessionRunner.verify(document, title: title, control: control) { _ in
          done += 1
          notebook.surroundings = Progress("verifying", done: done, total: count, unit: "cells")
        }
        notebook.surroundings = nil
        guard !control.wasInterrupted else {
          notebook.showLines(["\(title): interrupted after \(done) of \(count) cells"])
          finished(notebook)
          continue
        }
        var lines = result.differences.map(\.message)
        if let error = result.failed?.error { lines.append("\(title): \(error.message)") }
        notebook.showLines(lines.isEmpty ? ["\(title): verified"] : lines)
        finished(notebook)
      case .look(let gaze):
        notebook.look(gaze)
        mailbox.post(.snapshot(notebook.snapshot()))
        wake()
      case .arrange(let text):
        notebook.arrangement = text
        finished(notebook)
      case .lookAttention(let gaze):
        notebook.look(gaze)
        mailbox.post(.snapshot(notebook.snapshot()))
        wake()
      case .edit(let edit):
        var said = ""
        do throws(Diagnostic) {
          said = try notebook.edit(edit, control: Control(mailbox, wake))
        } catch {
          said = [error.message, error.hint ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        // Said once it is done, so that the next change may follow.
        finished(notebook)
        if !said.isEmpty { mailbox.post(.note(said)) }
        wake()
      case .save(let name):
        notebook.apply(notebook.file == nil ? "save \(name)" : "save")
        finished(notebook)
      case .fail(let problem):
        notebook.showProblem(problem)
        finished(notebook)
      case .show(let lines):
        notebook.showLines(lines)
        finished(notebook)
      case .executeNext:
        guard !pending.isEmpty else {
          finished(notebook)
          continue
        }
        let cell = pending.removeFirst()
        if notebook.apply(cell, control: Control(mailbox, wake)).status == .failed { pending = [] }
        finished(notebook)
      }
    }
  }

  private var pending: [Cell] = []

  private func newNotebook(title: String, seed: UInt64) -> Notebook {
    let notebook = Notebook(seed: seed, title: title)
    notebook.takesRequests = true
    notebook.home = home
    notebook.clock = Clock.monotonic
    return notebook
  }

  /// Tells the interface what a command has done.
  ///
  /// - Parameter isLast: whether the session is kept now, whatever waits.
  private func finished(_ notebook: Notebook, isLast: Bool = false) {
    // The session as a whole costs more the longer it is: not after every line of a paste. Whoever
    // sees what a command has shown may leave: the session is kept before.
    isOwed = true
    if isLast || notebook.request != nil || !mailbox.hasRequests
      || Clock.monotonic() - settledAt > 0.25
    {
      settle(notebook)
    }
    mailbox.post(.snapshot(notebook.snapshot()))
    postExports(notebook)
    mailbox.post(.done(request: notebook.request))
    notebook.request = nil
    wake()
  }

  /// Keeps the session as it is now, and tells the interface its text.
  private func settle(_ notebook: Notebook) {
    let cells = notebook.recordedCells
    do throws(Diagnostic) {
      try journal?.store(notebook, cells)
    } catch {
      mailbox.post(.note("the session is not kept: \(error.message)"))
    }
    mailbox.post(.session(notebook.contentText(of: cells)))
    isOwed = false
    settledAt = Clock.monotonic()
    wake()
  }

  /// Whether something was done since the session was kept, and when that was.
  private var isOwed = false
  private var settledAt = 0.0

  private func postExports(_ notebook: Notebook) {
    guard !notebook.exports.isEmpty else { return }
    mailbox.post(.exports(notebook.exports))
    notebook.exports = []
  }

  /// The worker's view of the person during a run.
  private final class Control: RunControl {
    private let mailbox: Mailbox
    private let wake: @Sendable () -> Void
    /// When a picture was asked for that is being made.
    private var asked: Double?
    /// The session that is shown while another one is executed.
    private let shown: Notebook?
    /// Whether ^C came; of a session beside the one that is shown nothing more is executed then.
    private(set) var wasInterrupted = false

    init(
      _ mailbox: Mailbox, _ wake: @escaping @Sendable () -> Void, beside shown: Notebook? = nil
    ) {
      self.mailbox = mailbox
      self.wake = wake
      self.shown = shown
    }

    var isPending: Bool { mailbox.isPending || (shown != nil && wasInterrupted) }
    func next() -> LiveRequest? {
      if shown != nil, wasInterrupted { return .interrupt }
      let request = mailbox.nextLive()
      if case .interrupt? = request { wasInterrupted = true }
      if case .publish? = request { asked = Clock.monotonic() }
      return request
    }
    func wait() -> LiveRequest { mailbox.waitLive() }

    func export(_ request: ExportRequest) -> Bool {
      mailbox.post(.exports([request]))
      wake()
      return true
    }

    func publish(_ snapshot: Snapshot) {
      if let asked { mailbox.looked(for: Clock.monotonic() - asked) }
      asked = nil
      mailbox.post(.snapshot(shown?.snapshot() ?? snapshot))
      wake()
    }
  }
}
