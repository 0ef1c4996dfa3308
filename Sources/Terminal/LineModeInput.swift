// Lines for the plain line mode: by readline with its own display at a terminal, plainly elsewhere.

import CTerminal
import Glibc

/// Reads whole inputs where the full screen is not possible or not wanted.
///
/// At a terminal there are readline's keys, history and completion. Elsewhere (a pipe, a file) it
/// reads lines and shows no prompt. Main thread only; not beside a `LineEditor`.
public final class LineModeInput {
  public enum Result: Hashable, Sendable {
    case input(String)
    /// ^C: the line is dropped; ask again.
    case interrupted
    case end
    /// SIGTERM or SIGHUP.
    case terminate
    /// A line of more than 16 MiB; it was skipped.
    case tooLong
  }

  public let waker = Waker()
  /// Standard input and output are terminals.
  public let isInteractive: Bool
  /// Candidates for a line and a cursor offset in its `utf8`.
  public var completer: ((_ line: String, _ cursorOffset: Int) -> Completions)?
  /// Whether the text is a whole input; otherwise more lines are asked for. nil: it always is.
  public var accepts: ((String) -> Bool)?
  /// Called when the waker was used while a line is awaited; it may print whole lines.
  public var onWake: (() -> Void)?

  private let history: HistoryFile?
  private var lastEntry: String?
  private let signals: Int32
  private var lines = PlainLines()

  public init(history: HistoryFile? = nil) {
    self.history = history
    isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    signals = ct_signals_open(false)
    guard isInteractive else { return }
    let callbacks = ct_editor_callbacks(
      user: Unmanaged.passUnretained(self).toOpaque(), accepts: nil,
      complete: { user, text, point in
        guard let user, let text else { return }
        let input = Unmanaged<LineModeInput>.fromOpaque(user).takeUnretainedValue()
        input.completer?(String(cString: text), point).offer(at: point)
      },
      refill: nil)
    if ct_line_open(callbacks) { lastEntry = HistoryFile.startReadline(with: history) }
  }

  deinit { close() }

  /// Gives line settings and signals back. More than once is harmless.
  public func close() {
    if isInteractive { ct_line_close() }
    ct_signals_close()
  }

  /// Asks for one input; more lines follow with the prompt `continuation` until it is whole.
  public func read(prompt: String, continuation: String = "") -> Result {
    var text: String?
    while true {
      let result = line(prompt: LineEditor.cString(text == nil ? prompt : continuation))
      switch result {
      case .input(let line):
        let whole = text.map { $0 + "\n" + line } ?? line
        guard accepts?(whole) ?? true else {
          text = whole
          continue
        }
        if isInteractive {
          lastEntry = HistoryFile.remember(whole, after: lastEntry, in: history)
        }
        return .input(whole)
      case .end:
        // What is there is no whole input; its reader says what is missing.
        return text.map(Result.input) ?? .end
      case .interrupted, .terminate, .tooLong: return result
      }
    }
  }

  private func line(prompt: String) -> Result {
    if !isInteractive, let ready = lines.next() { return ready }
    if isInteractive {
      ct_line_begin(prompt)
      ct_signals_watch_stop(true)
    }
    defer {
      if isInteractive {
        ct_signals_watch_stop(false)
        ct_line_end()
      }
    }
    while true {
      var descriptors = [
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&descriptors, 3, -1) > 0 else { continue }
      if descriptors[0].revents != 0, let result = takeSignals() { return result }
      if descriptors[1].revents != 0 { takeWake() }
      if descriptors[2].revents != 0, let result = takeInput() { return result }
    }
  }

  private func takeInput() -> Result? {
    guard isInteractive else {
      lines.fill()
      return lines.next()
    }
    switch ct_line_read() {
    case CT_EDITOR_LINE: return .input(String(cString: ct_line_entered()))
    case CT_EDITOR_END: return .end
    default: return nil
    }
  }

  private func takeWake() {
    waker.drain()
    guard let onWake else { return }
    ct_line_hide()
    onWake()
    fflush(nil)
    ct_line_resume()
  }

  private func takeSignals() -> Result? {
    while true {
      switch ct_signals_next() {
      case 0: return nil
      case SIGINT:
        if isInteractive { ct_line_interrupt() }
        return .interrupted
      case SIGTERM, SIGHUP: return .terminate
      case SIGWINCH: ct_line_resize()
      case SIGTSTP:
        ct_line_suspend()
        ct_signals_stop_self()
        ct_line_resume()
      default: break
      }
    }
  }
}
