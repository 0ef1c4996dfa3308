// The line editor: readline as an engine. Bytes go in, lines come out, `line` says what to draw.

import CTerminal
public import Screen

/// What may stand at the cursor.
public struct Completions: Hashable, Sendable {
  /// The part of the line that a candidate replaces, as offsets in its `utf8`; it ends at the
  /// cursor.
  public var range: Range<Int>
  /// Candidates that begin with the text in `range`; others are not offered. At most 1,000 are.
  public var candidates: [String]
  /// An ASCII character to follow the candidate when there is only one.
  public var suffix: Character?

  public init(range: Range<Int>, candidates: [String], suffix: Character? = nil) {
    self.range = range
    self.candidates = candidates
    self.suffix = suffix
  }
}

/// readline on a surface that somebody else draws.
///
/// The person's inputrc holds: emacs or vi keys, bindings, variables. Search, undo, kill ring,
/// completion and history are readline's. readline has one state, so one editor can be open at a
/// time; main thread only.
public final class LineEditor {
  /// A line was entered. It is in the history already.
  public var onLine: ((String) -> Void)?
  /// ^D on an empty line.
  public var onEnd: (() -> Void)?
  /// Candidates for a line and a cursor offset in its `utf8`.
  public var completer: ((_ line: String, _ cursorOffset: Int) -> Completions)?
  /// Whether the text is a whole input; otherwise Enter inserts a line break. nil: it always is.
  public var accepts: ((String) -> Bool)?
  /// Waits so many milliseconds for more bytes, when a command of readline is in the middle of
  /// its keys. EventLoop sets it.
  var refill: ((_ milliseconds: Int) -> [UInt8])?

  private let history: HistoryFile?
  private var lastEntry: String?
  private var isFeeding = false
  private var isOpen = false

  /// - Throws: `TerminalError.editorInUse`.
  public init(prompt: String = "", history: HistoryFile? = nil) throws(TerminalError) {
    self.history = history
    ct_editor_set_prompt(Self.cString(prompt))
    let callbacks = ct_editor_callbacks(
      user: Unmanaged.passUnretained(self).toOpaque(),
      accepts: { user, text in LineEditor.from(user)?.isAccepted(text) ?? true },
      complete: { user, text, point in LineEditor.from(user)?.complete(text, point) },
      refill: { user, milliseconds in LineEditor.from(user)?.fill(Int(milliseconds)) })
    guard ct_editor_open(callbacks, 0) else { throw .editorInUse }
    isOpen = true
    lastEntry = HistoryFile.startReadline(with: history)
  }

  deinit { close() }

  /// Lets another editor be opened.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    ct_editor_close()
  }

  /// Gives bytes to readline; calls `onLine` for each line that they end.
  public func feed(_ bytes: [UInt8]) {
    ct_editor_queue(bytes, bytes.count)
    run()
  }

  /// Gives a key to readline that came as an event but that the interface has no use for, such as
  /// Escape with vi keys.
  ///
  /// - Parameter moreFollow: Keys that were read together with this one are fed next; readline must
  ///   not read ahead of them in the terminal.
  public func feed(_ key: Key, moreFollow: Bool = false) {
    ct_editor_hold(moreFollow)
    defer { ct_editor_hold(false) }
    feed(KeyDecoder.bytes(for: key))
  }

  /// Inserts text at the cursor, line breaks too: a paste.
  public func insert(_ text: String) {
    ct_editor_insert(Self.cString(text))
    run()
  }

  /// Drops the line, a search or an unfinished key sequence.
  public func clear() { ct_editor_clear() }

  /// Replaces the line.
  public func replace(with text: String) { ct_editor_replace(Self.cString(text)) }

  public func setPrompt(_ prompt: String) { ct_editor_set_prompt(Self.cString(prompt)) }

  /// Tells readline the size that its movements count with.
  public func setSize(_ size: Size) {
    ct_editor_set_size(Int32(clamping: size.columns), Int32(clamping: size.rows))
  }

  /// No text, and no search or key sequence under way: keys may mean something else.
  public var isEmpty: Bool { ct_editor_length() == 0 && !ct_editor_is_busy() }

  /// vi keys, where Escape belongs to the editor.
  public var usesViKeys: Bool { ct_editor_is_vi() }

  /// A search or key sequence is under way: Escape belongs to the editor.
  public var isBusy: Bool { ct_editor_is_busy() }

  /// What to draw.
  public var line: LineState {
    var completions: [String] = []
    for index in 0..<ct_editor_popup_count() {
      completions.append(String(cString: ct_editor_popup_match(index)))
    }
    return LineState(
      prompt: String(cString: ct_editor_prompt()), text: String(cString: ct_editor_text()),
      cursorOffset: Int(ct_editor_point()), completions: completions)
  }

  /// Takes the list of completions away.
  public func dismissCompletions() { ct_editor_popup_clear() }

  /// Whether readline, or the person's inputrc, has something bound to a key sequence.
  public func isBound(_ sequence: [UInt8]) -> Bool {
    !sequence.contains(0) && ct_editor_is_bound(String(decoding: sequence, as: UTF8.self))
  }

  private func run() {
    // A line's handler may feed again; the outer call goes on with that.
    guard !isFeeding else { return }
    isFeeding = true
    defer { isFeeding = false }
    while ct_editor_step() {
      switch ct_editor_result() {
      case CT_EDITOR_LINE:
        let line = String(cString: ct_editor_entered())
        lastEntry = HistoryFile.remember(line, after: lastEntry, in: history)
        onLine?(line)
      case CT_EDITOR_END: onEnd?()
      default: break
      }
    }
  }

  // MARK: Called by readline

  private static func from(_ user: UnsafeMutableRawPointer?) -> LineEditor? {
    user.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  private func isAccepted(_ text: UnsafePointer<CChar>?) -> Bool {
    guard let accepts, let text else { return true }
    return accepts(String(cString: text))
  }

  private func complete(_ text: UnsafePointer<CChar>?, _ point: Int) {
    guard let completer, let text else { return }
    completer(String(cString: text), point).offer(at: point)
  }

  private func fill(_ milliseconds: Int) {
    guard let bytes = refill?(milliseconds) else { return }
    ct_editor_queue(bytes, bytes.count)
  }

  /// C text ends at a NUL, so none may be inside.
  static func cString(_ text: String) -> String {
    text.utf8.contains(0)
      ? String(text.unicodeScalars.filter { $0 != "\0" }.map(Character.init)) : text
  }
}

extension Completions {
  /// Hands the candidates to readline, from inside its callback.
  func offer(at point: Int) {
    guard range.lowerBound >= 0, range.upperBound == point else { return }
    let suffix = suffix.flatMap(\.asciiValue).map(CChar.init(bitPattern:)) ?? 0
    ct_editor_match_range(range.lowerBound, range.upperBound, suffix)
    for candidate in candidates.prefix(1000) { ct_editor_add_match(LineEditor.cString(candidate)) }
  }
}

extension HistoryFile {
  /// Fills readline's history; returns the newest entry.
  static func startReadline(with file: HistoryFile?) -> String? {
    ct_history_start(Int32(limit))
    let entries = file?.load() ?? []
    for entry in entries { ct_history_add(entry) }
    return entries.last
  }

  /// Adds a line that was entered, unless it is blank or the last one again; returns the newest.
  static func remember(_ line: String, after last: String?, in file: HistoryFile?) -> String? {
    guard line != last, line.contains(where: { !$0.isWhitespace }) else { return last }
    ct_history_add(line)
    file?.append(line)
    return line
  }
}
