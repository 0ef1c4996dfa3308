// The full screen: takes the terminal, shows frames on it, gives it back. It reads no input; that
// is EventLoop's.

import CTerminal
import Glibc
public import Screen

/// Why the terminal could not be taken.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  case noFullScreen(FullScreenProblem)
  case notOpened(String)
  case editorInUse

  public var description: String {
    switch self {
    case .noFullScreen(let problem): "no full screen: \(problem)"
    case .notOpened(let name): "the terminal of type '\(name)' could not be opened"
    case .editorInUse: "a line editor is open already"
    }
  }
}

/// The terminal as a surface for frames.
///
/// While it is open the terminal is in raw mode on its alternate screen and standard error is kept
/// back; `close()` undoes that and prints what standard error got. The line settings come back on
/// every other way out that a program can catch, too: `exit`, a trap, SIGTERM, SIGHUP.
///
/// ```swift
/// let terminal = try ScreenTerminal.open(TerminalCapabilities.detect())
/// defer { terminal.close() }
/// var frame = Frame(size: terminal.size)
/// frame.put("hello", row: 0, column: 0)
/// terminal.present(frame)
/// ```
///
/// There is one terminal, so one of these at a time; main thread only.
public final class ScreenTerminal {
  /// The size at the last look: at opening, and when EventLoop reports a resize.
  public private(set) var size: Size
  public let capabilities: TerminalCapabilities
  /// The terminal answered that it can take a whole frame at once.
  public internal(set) var synchronizesOutput = false

  private var shown: Frame?
  private var isSuspended = false
  private let mapping: ColorMapping
  private var cells: [ct_cell] = []
  private var text: [UInt8] = []

  private init(_ capabilities: TerminalCapabilities, size: Size) {
    self.capabilities = capabilities
    self.size = size
    let allowed =
      switch capabilities.appearance.colors {
      case .none: 0
      case .palette16: 16
      case .palette256: 256
      case .truecolor: 1 << 24
      }
    mapping = ColorMapping(count: min(allowed, Int(ct_screen_colors())))
  }

  deinit { close() }

  /// Takes the terminal.
  ///
  /// - Parameter mouse: whether clicks and the wheel come as events; the terminal's own selection
  ///   then needs the shift key.
  /// - Throws: `TerminalError`.
  public static func open(
    _ capabilities: TerminalCapabilities, mouse: Bool = true
  ) throws(TerminalError) -> ScreenTerminal {
    if let problem = capabilities.problem { throw .noFullScreen(problem) }
    guard !ct_screen_is_open(), ct_signals_open(true) >= 0 else {
      throw .notOpened(capabilities.name)
    }
    let knows = capabilities.understandsXterm
    let colors = capabilities.appearance.colors != .none
    guard ct_screen_open(capabilities.name, colors, mouse && knows, knows) else {
      ct_signals_close()
      throw .notOpened(capabilities.name)
    }
    if capabilities.asksBackground { ct_screen_ask_background() }
    return ScreenTerminal(capabilities, size: measure())
  }

  /// Gives the terminal back. More than once is harmless.
  public func close() {
    guard ct_screen_is_open() else { return }
    ct_screen_close()
    ct_signals_close()
  }

  public var isOpen: Bool { ct_screen_is_open() }

  /// Shows a frame. Rows that did not change since the last one are not looked at by the terminal;
  /// an equal frame writes nothing. A frame of another size is clipped or filled with blanks.
  public func present(_ frame: Frame) {
    guard ct_screen_is_open(), !isSuspended, frame != shown else { return }
    let sameSize = shown?.size == frame.size
    for row in 0..<size.rows {
      if sameSize, let shown, rowIsEqual(row, shown, frame) { continue }
      put(row, of: frame)
    }
    shown = frame
    let cursor = frame.cursor.flatMap { frame.bounds.contains($0) ? $0 : nil }
    ct_screen_show(
      Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1), synchronizesOutput)
  }

  /// The next `present` paints every cell anew.
  public func repaint() {
    shown = nil
    ct_screen_repaint()
  }

  /// Turns mouse events on or off.
  public func setMouse(_ on: Bool) {
    if capabilities.understandsXterm { ct_screen_set_mouse(on) }
  }

  /// Gives the terminal to the shell and stops the process group, as ^Z does everywhere. Returns
  /// when it is continued, with the terminal taken again.
  public func suspendProcess() {
    suspend()
    ct_signals_stop_self()
    resume()
  }

  /// Gives the terminal back for a while, for instance to another program.
  public func suspend() {
    guard ct_screen_is_open(), !isSuspended else { return }
    isSuspended = true
    ct_screen_suspend()
  }

  /// Takes the terminal again, whose size may have changed meanwhile.
  public func resume() {
    guard ct_screen_is_open() else { return }
    isSuspended = false
    ct_screen_resume()
    _ = updateSize()
    repaint()
  }

  /// Makes a stack overflow on the calling thread leave the terminal whole, as it does on the main
  /// thread by itself. For worker threads, once at their start.
  public static func protectThread() { ct_crash_prepare_thread() }

  /// Reads the size anew; true if it changed.
  func updateSize() -> Bool {
    let measured = Self.measure()
    let changed = measured != size
    size = measured
    if changed { shown = nil }
    return changed
  }

  private static func measure() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    _ = ct_screen_resize(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private func rowIsEqual(_ row: Int, _ first: Frame, _ second: Frame) -> Bool {
    guard row < first.size.rows else { return true }
    for column in 0..<first.size.columns where first[row, column] != second[row, column] {
      return false
    }
    return true
  }

  private func put(_ row: Int, of frame: Frame) {
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    if row < frame.size.rows {
      for column in 0..<min(size.columns, frame.size.columns) { append(frame[row, column]) }
    }
    ct_screen_put_row(Int32(row), cells, Int32(cells.count), text, text.count)
  }

  private func append(_ cell: Cell) {
    let start = text.count
    // More marks than this on one letter are an attack on the terminal, not a text.
    text.append(contentsOf: cell.text.utf8.prefix(64))
    let foreground = mapping.number(of: cell.style.foreground)
    let background = mapping.number(of: cell.style.background)
    cells.append(
      ct_cell(
        text: UInt32(truncatingIfNeeded: start), bytes: UInt8(text.count - start),
        width: UInt8(clamping: cell.width),
        attributes: attributes(of: cell.style, bright: foreground.bright),
        foreground: foreground.number, background: background.number))
  }

  private func attributes(of style: Style, bright: Bool) -> UInt16 {
    var bits: UInt32 = 0
    if style.bold || bright { bits |= CT_BOLD.rawValue }
    if style.dim { bits |= CT_DIM.rawValue }
    if style.italic { bits |= CT_ITALIC.rawValue }
    if style.underline { bits |= CT_UNDERLINE.rawValue }
    if style.reverse { bits |= CT_REVERSE.rawValue }
    return UInt16(truncatingIfNeeded: bits)
  }
}
