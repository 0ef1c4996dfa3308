// The main loop's one place of waiting: the terminal, signals and other threads.
//
//   terminal ── bytes ──► ByteDecoder ──► LoopEvent.bytesForEditor ──► LineEditor
//   signals ─── pipe ─────────┐  └──────► LoopEvent.event ─────────► interface
//   threads ─── Waker ────────┴─────────► LoopEvent.wake
//
// It reads a monotonic clock, for the 25 ms after an Escape; no result depends on it.

import CTerminal
import Glibc
public import Screen

/// What happened.
public enum LoopEvent: Hashable, Sendable {
  case bytesForEditor([UInt8])
  case event(InputEvent)
  /// Something that a person should be told.
  case note(String)
  /// The terminal said how its background is.
  case theme(Appearance.Theme)
  /// Another thread called `Waker.wake`.
  case wake
}

/// Waits for input, signals and other threads at once.
///
/// ^Z stops the program and SIGCONT takes the terminal again in here; what comes out is `.resumed`.
/// Without a terminal it waits for signals and threads alone, as a program in the line mode does
/// while a command runs.
public final class EventLoop {
  public let waker = Waker()

  private let terminal: ScreenTerminal?
  private let signals: Int32
  private var input: Int32?
  private var decoder = ByteDecoder()
  private var queued: [LoopEvent] = []
  /// When what waits in the decoder is taken as it is, in milliseconds of the monotonic clock.
  private var flushTime: Int?

  private static let escapeDelay = 25
  /// A paste whose end got lost must not swallow the keyboard for ever.
  private static let pasteDelay = 3000

  /// - Parameters:
  ///   - terminal: an open one, or nil for signals and threads alone.
  ///   - editor: the editor that gets the bytes, so that it can wait for more in the middle of a
  ///     command and say which key sequences it knows.
  public init(terminal: ScreenTerminal?, editor: LineEditor? = nil) {
    self.terminal = terminal
    signals = ct_signals_open(terminal != nil)
    input = terminal == nil ? nil : STDIN_FILENO
    decoder.isBound = { [weak editor] in editor?.isBound($0) ?? false }
    editor?.refill = { [weak self] in self?.bytesForEditor(within: $0) ?? [] }
  }

  /// Waits until something happens, at most so long; nil waits for ever. Empty: the time is over.
  public func wait(milliseconds: Int?) -> [LoopEvent] {
    if queued.isEmpty { wait(until: milliseconds.map { Self.now() + max(0, $0) }) }
    defer { queued = [] }
    return queued
  }

  private func wait(until end: Int?) {
    repeat {
      let times = [end, flushTime].compactMap { $0 }
      let timeout = times.min().map { max(0, $0 - Self.now()) }
      look(timeout: timeout)
      if let time = flushTime, Self.now() >= time {
        flushTime = nil
        take(decoder.flush())
      }
      if let end, Self.now() >= end { return }
    } while queued.isEmpty
  }

  private func look(timeout: Int?) {
    var descriptors = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 3, Int32(clamping: timeout ?? -1)) > 0 else { return }
    if descriptors[0].revents != 0 { takeSignals() }
    if descriptors[1].revents != 0 {
      waker.drain()
      queued.append(.wake)
    }
    if descriptors[2].revents != 0 { read() }
  }

  private func read() {
    guard let input else { return }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(input, &bytes, bytes.count)
    if count > 0 {
      take(decoder.decode(Array(bytes.prefix(count))))
      let delay =
        decoder.isInPaste || decoder.isInAnswer
        ? Self.pasteDelay : decoder.isWaiting ? Self.escapeDelay : nil
      flushTime = delay.map { Self.now() + $0 }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // The terminal is gone.
      self.input = nil
      queued.append(.event(.terminate))
    }
  }

  private func take(_ inputs: [DecodedInput]) {
    for input in inputs {
      switch input {
      case .bytesForEditor(let bytes): queued.append(.bytesForEditor(bytes))
      case .event(.key(.control("z"))) where terminal != nil: stop()
      case .event(let event): queued.append(.event(event))
      case .note(let text): queued.append(.note(text))
      case .background(let color):
        guard terminal?.capabilities.asksBackground == true else { break }
        // Rec. 601 luma in the middle of its range parts dark from light.
        let luma = 299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue)
        queued.append(.theme(luma > 127_500 ? .light : .dark))
      case .modeReport(let mode, let value):
        if mode == 2026, (1...3).contains(value) { terminal?.synchronizesOutput = true }
      }
    }
  }

  private func takeSignals(afterStop: Bool = false) {
    while true {
      let signal = ct_signals_next()
      switch signal {
      case 0: return
      case SIGINT: queued.append(.event(.interrupt))
      case SIGTERM, SIGHUP: queued.append(.event(.terminate))
      case SIGWINCH: takeResize()
      case SIGTSTP: if !afterStop { stop() }
      case SIGCONT:
        if !afterStop, let terminal {
          terminal.resume()
          reportResumed(terminal)
        }
      default: break
      }
    }
  }

  private func takeResize() {
    guard let terminal, terminal.updateSize() else { return }
    queued.append(.event(.resize(terminal.size)))
  }

  private func stop() {
    guard let terminal else { return }
    terminal.suspendProcess()
    takeSignals(afterStop: true)
    reportResumed(terminal)
  }

  private func reportResumed(_ terminal: ScreenTerminal) {
    queued.append(.event(.resumed))
    queued.append(.event(.resize(terminal.size)))
  }

  /// The next bytes for the editor alone; whatever comes after them waits for `wait`.
  private func bytesForEditor(within milliseconds: Int) -> [UInt8] {
    let earlier = queued
    queued = []
    wait(until: Self.now() + milliseconds)
    var bytes: [UInt8] = []
    if earlier.isEmpty, case .bytesForEditor(let first)? = queued.first {
      bytes = first
      queued.removeFirst()
    }
    queued = earlier + queued
    return bytes
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
