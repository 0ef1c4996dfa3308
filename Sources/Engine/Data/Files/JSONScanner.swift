// Reads JSON (RFC 8259) value by value, without making a tree of it: headers of files are asked
// for what they should hold, and what else they hold is skipped.

/// A place in JSON text.
struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private(set) var place: Int
  /// What errors call the text.
  private let name: String

  /// More levels of brackets are refused.
  static let deepest = 32

  init(_ bytes: ArraySlice<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
    place = bytes.startIndex
  }

  /// Calls `body` at each member's value, which it has to read.
  mutating func object(
    _ body: (inout JSONScanner, _ key: String) throws(EngineError) -> Void
  ) throws(EngineError) {
    try expect(UInt8(ascii: "{"))
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try body(&self, key)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Calls `body` at each element.
  mutating func array(
    _ body: (inout JSONScanner) throws(EngineError) -> Void
  ) throws(EngineError) {
    try expect(UInt8(ascii: "["))
    if skip(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  /// A whole number that is not negative.
  mutating func size() throws(EngineError) -> Int {
    skipBlanks()
    let start = place
    var value = 0
    while place < bytes.endIndex, (48...57).contains(bytes[place]) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(bytes[place] - 48))
      guard !overflow, !carry else { throw failure("a number is too large") }
      value = sum
      place += 1
    }
    guard place > start, place == bytes.endIndex || !".eE".utf8.contains(bytes[place]) else {
      throw failure("a whole number is expected")
    }
    return value
  }

  mutating func string() throws(EngineError) -> String {
    try expect(UInt8(ascii: "\""), "a text in quotes")
    var text: [UInt8] = []
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("a text is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("a text holds a control character")
      default: text.append(byte)
      }
    }
    throw failure("a text is opened and never closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws(EngineError) {
    guard place < bytes.endIndex else { throw failure("a text is opened and never closed") }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if (0xD800..<0xDC00).contains(value), place + 1 < bytes.endIndex,
        bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
      {
        place += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half a surrogate pair") }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw failure("half a surrogate pair") }
      text.append(contentsOf: String(scalar).utf8)
    default: throw failure("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(EngineError) -> UInt32 {
    guard bytes.endIndex - place >= 4 else { throw failure("a torn escape") }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      case 65...70: value = value << 4 | UInt32(byte - 55)
      case 97...102: value = value << 4 | UInt32(byte - 87)
      default: throw failure("a torn escape")
      }
    }
    place += 4
    return value
  }

  /// Any value.
  mutating func skipValue(depth: Int = 0) throws(EngineError) {
    guard depth < Self.deepest else {
      throw failure("more than \(Self.deepest) levels of brackets")
    }
    skipBlanks()
    guard place < bytes.endIndex else { throw failure("a value is missing") }
    switch bytes[place] {
    case UInt8(ascii: "{"):
      try object { scanner, _ throws(EngineError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { scanner throws(EngineError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    default:
      let start = place
      while place < bytes.endIndex, isWord(bytes[place]) { place += 1 }
      guard place > start else { throw failure("a value is expected") }
    }
  }

  /// Only blanks may follow.
  mutating func end() throws(EngineError) {
    skipBlanks()
    guard place == bytes.endIndex else { throw failure("something follows the end") }
  }

  mutating func expect(_ byte: UInt8, _ what: String? = nil) throws(EngineError) {
    guard skip(byte) else {
      throw failure("\(what ?? "'\(Unicode.Scalar(byte))'") is expected")
    }
  }

  /// Whether the byte comes next; it is read then.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard place < bytes.endIndex, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  private func failure(_ what: String) -> EngineError {
    EngineError("\(name) is not valid JSON: \(what) at byte \(place - bytes.startIndex)")
  }
}
