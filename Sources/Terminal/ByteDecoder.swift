// Bytes from the terminal: what the interface wants first becomes an event, everything else stays
// as it is, for the line editor. Pure; no descriptor, no clock.

public import Screen

/// One piece of decoded input.
public enum DecodedInput: Hashable, Sendable {
  /// Whole characters and key sequences for `LineEditor.feed`.
  case bytesForEditor([UInt8])
  case event(InputEvent)
  /// The terminal's answer about a private mode (DECRQM): 1 set, 2 reset, 0 unknown …
  case modeReport(mode: Int, value: Int)
  /// The terminal's answer about its background (OSC 11).
  case background(Color.Components)
  /// Something that a person should be told.
  case note(String)
}

/// Splits the terminal's bytes into events and bytes for the line editor.
///
/// Events are: function keys, page up and down, Escape alone, ^C, ^L, ^Z, the mouse (SGR 1006 and
/// the old form) and bracketed paste. A sequence or a character may be spread over any number of
/// reads. Malformed UTF-8 reaches the editor as U+FFFD; a malformed sequence is dropped.
///
/// ```swift
/// var decoder = ByteDecoder()
/// decoder.decode([0x61, 0x1B, 0x4F])  // [.bytesForEditor([0x61])], ESC O waits
/// decoder.decode([0x50])              // [.event(.key(.function(1)))]
/// ```
public struct ByteDecoder {
  /// Bytes of one paste that are kept; the rest is dropped with a note.
  public let pasteLimit: Int
  /// Whether the line editor has something bound to a key sequence that is not a common one; where
  /// it has not, the sequence is dropped, because readline would insert its tail as text.
  public var isBound: (([UInt8]) -> Bool)?
  /// A bracketed paste has begun and not ended.
  public private(set) var isInPaste = false

  private var pending: [UInt8] = []
  private var paste: [UInt8] = []
  private var pasteDropped = 0
  private var results: [DecodedInput] = []
  private var plain: [UInt8] = []

  public init(pasteLimit: Int = 1 << 20) {
    self.pasteLimit = max(0, pasteLimit)
  }

  /// The beginning of a sequence or a character waits for its rest. If that does not come within
  /// some 25 ms, call `flush()`.
  public var isWaiting: Bool { !pending.isEmpty && !isInPaste }

  /// What waits is the beginning of a terminal's answer, which nobody types: it may come late, and
  /// must not become text.
  public var isInAnswer: Bool {
    !isInPaste && pending.starts(with: EscapeSequence.answerStart)
  }

  /// Takes the bytes of one read.
  public mutating func decode(_ bytes: [UInt8]) -> [DecodedInput] {
    pending.append(contentsOf: bytes)
    run(final: false)
    return takeResults()
  }

  /// Nothing more came: what waits is taken as it is. In a paste, the paste ends.
  public mutating func flush() -> [DecodedInput] {
    if isInPaste {
      keep(pending[...])
      pending.removeAll()
      endPaste()
    } else {
      run(final: true)
    }
    return takeResults()
  }

  private mutating func takeResults() -> [DecodedInput] {
    flushPlain()
    defer { results = [] }
    return results
  }

  private mutating func flushPlain() {
    guard !plain.isEmpty else { return }
    results.append(.bytesForEditor(plain))
    plain = []
  }

  private mutating func emit(_ result: DecodedInput) {
    flushPlain()
    results.append(result)
  }

  // MARK: Scanning

  private mutating func run(final: Bool) {
    let bytes = pending
    var place = 0
    while place < bytes.count {
      if isInPaste {
        guard let next = scanPaste(bytes, from: place) else {
          place = bytes.count - Self.endingPrefix(of: bytes[place...])
          break
        }
        place = next
        continue
      }
      let used = scan(bytes[place...], final: final)
      if used == 0 { break }
      place += used
    }
    pending = Array(bytes[min(place, bytes.count)...])
  }

  /// Takes one unit off the front; 0 where more bytes are needed.
  private mutating func scan(_ bytes: ArraySlice<UInt8>, final: Bool) -> Int {
    guard let first = bytes.first else { return 0 }
    switch first {
    case 0x03: emit(.event(.interrupt))
    case 0x0C: emit(.event(.key(.control("l"))))
    case 0x1A: emit(.event(.key(.control("z"))))
    case 0x1B: return scanEscape(bytes, final: final)
    case 0x80...: return scanCharacter(bytes, final: final)
    default: plain.append(first)
    }
    return 1
  }

  private mutating func scanCharacter(_ bytes: ArraySlice<UInt8>, final: Bool) -> Int {
    switch UTF8Scan.scalar(at: bytes) {
    case .valid(let length):
      plain.append(contentsOf: bytes.prefix(length))
      return length
    case .incomplete where !final:
      return 0
    case .incomplete:
      plain.append(contentsOf: UTF8Scan.replacement)
      return bytes.count
    case .malformed:
      plain.append(contentsOf: UTF8Scan.replacement)
      return 1
    }
  }

  private mutating func scanEscape(_ bytes: ArraySlice<UInt8>, final: Bool) -> Int {
    switch EscapeSequence.scan(bytes) {
    case .incomplete:
      guard final else { return 0 }
      if bytes.count == 1 {
        emit(.event(.key(.escape)))
      } else if bytes.count == 2 {
        plain.append(contentsOf: bytes)  // Alt-[ or Alt-O
      }
      return bytes.count
    case .alone:
      emit(.event(.key(.escape)))
      return 1
    case .malformed(let length):
      return length
    case .meta:
      guard let second = bytes.dropFirst().first, second >= 0x80 else {
        plain.append(contentsOf: bytes.prefix(2))
        return 2
      }
      guard case .incomplete = UTF8Scan.scalar(at: bytes.dropFirst()), !final else {
        plain.append(0x1B)
        return 1 + scanCharacter(bytes.dropFirst(), final: final)
      }
      return 0
    case .sequence(let sequence):
      take(sequence, bytes.prefix(sequence.length))
      return sequence.length
    }
  }

  private mutating func take(_ sequence: EscapeSequence, _ bytes: ArraySlice<UInt8>) {
    switch sequence.meaning {
    case .pasteBegins:
      flushPlain()
      isInPaste = true
    case .event(let event): emit(.event(event))
    case .modeReport(let mode, let value): emit(.modeReport(mode: mode, value: value))
    case .background(let color): emit(.background(color))
    case .ignored: break
    case .editorKey: plain.append(contentsOf: bytes)
    case .other: if isBound?(Array(bytes)) ?? false { plain.append(contentsOf: bytes) }
    }
  }

  // MARK: Paste

  private static let ending: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Keeps pasted bytes up to the ending; nil where the ending has not come.
  private mutating func scanPaste(_ bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while let escape = bytes[place...].firstIndex(of: 0x1B) {
      if bytes[escape...].starts(with: Self.ending) {
        keep(bytes[start..<escape])
        endPaste()
        return escape + Self.ending.count
      }
      place = escape + 1
    }
    keep(bytes[start..<(bytes.count - Self.endingPrefix(of: bytes[start...]))])
    return nil
  }

  /// How many bytes at the end may be the beginning of the ending.
  private static func endingPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    for length in stride(from: min(ending.count - 1, bytes.count), to: 0, by: -1)
    where bytes.suffix(length).elementsEqual(ending.prefix(length)) {
      return length
    }
    return 0
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let kept = bytes.prefix(pasteLimit - paste.count)
    paste.append(contentsOf: kept)
    pasteDropped += bytes.count - kept.count
  }

  private mutating func endPaste() {
    isInPaste = false
    emit(.event(.paste(Self.text(ofPaste: paste))))
    if pasteDropped > 0 {
      emit(.note("the pasted text was cut: \(pasteDropped) of its bytes were left out"))
    }
    paste = []
    pasteDropped = 0
  }

  /// Line ends become `\n`; NUL, which would end the text early, goes.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      defer { afterReturn = byte == 0x0D }
      if byte == 0 || (byte == 0x0A && afterReturn) { continue }
      cleaned.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: cleaned, as: UTF8.self)
  }
}
