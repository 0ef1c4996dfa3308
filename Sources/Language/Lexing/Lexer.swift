// Text to tokens. It never fails: what cannot be read becomes an `invalid` token. Brackets are
// followed only to know which line ends count.

/// Splits a source text into tokens.
public struct Lexer {
  /// The tokens of a text, with an `end` token last.
  public static func tokens(of source: String) -> [Token] {
    var lexer = Lexer(Array(source.utf8))
    lexer.run()
    return lexer.tokens
  }

  let bytes: [UInt8]
  var position: Int
  private(set) var limit: Int
  private(set) var tokens: [Token] = []
  /// The brackets that are open, outermost first.
  private(set) var open: [OpenBracket] = []
  /// Whether a closing bracket met another kind of opener.
  private(set) var hasMismatch = false
  private var hasSpace = true

  struct OpenBracket {
    var symbol: Token.Symbol
    var offset: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    limit = bytes.count
  }

  /// Reads one line anew; the brackets that earlier lines left open stay open.
  mutating func run(line: Range<Int>) {
    position = line.lowerBound
    limit = line.upperBound
    tokens.removeAll(keepingCapacity: true)
    hasSpace = true
    run()
  }

  mutating func run() {
    while position < limit { readToken() }
    append(.end, from: limit)
  }

  private mutating func readToken() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09, 0x0D, 0x0B, 0x0C:
      position += 1
      hasSpace = true
    case 0x0A:
      position += 1
      readLineEnd(from: start)
    case UInt8(ascii: "#"):
      while position < limit, bytes[position] != 0x0A { position += 1 }
      hasSpace = true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      readString(quote: byte)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      readName()
    case 0x80...:
      readUnicode()
    default:
      readSymbol()
    }
  }

  /// A line's end counts outside round and square brackets, once for a run of empty lines that
  /// hold only a comment.
  private mutating func readLineEnd(from start: Int) {
    hasSpace = true
    if let symbol = open.last?.symbol, symbol != .leftBrace { return }
    if case .newline? = tokens.last?.kind, !isBlank(before: start) { return }
    append(.newline, from: start)
  }

  /// Whether the line that ends at `end` holds nothing at all, not even a comment.
  private func isBlank(before end: Int) -> Bool {
    var index = end
    while index > 0, bytes[index - 1] != 0x0A {
      index -= 1
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return false }
    }
    return true
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind, SourceRange(start, position), hasSpaceBefore: hasSpace))
    hasSpace = false
  }

  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < limit ? bytes[index] : nil
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  // MARK: Names

  private mutating func readName() {
    let start = position
    skipNameCharacters()
    let name = text(from: start)
    if let keyword = Token.Keyword(rawValue: name), !followsDot {
      append(.keyword(keyword), from: start)
    } else {
      append(.name(name), from: start)
    }
  }

  /// After a dot a keyword is a member's name like any other.
  private var followsDot: Bool {
    guard !hasSpace, let last = tokens.last else { return false }
    return last.isSymbol(.dot)
  }

  mutating func skipNameCharacters() {
    while position < limit {
      let byte = bytes[position]
      if byte < 0x80 {
        guard byte.isNameByte else { return }
        position += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: position, limit: limit)
        guard scalar.properties.isXIDContinue else { return }
        position += length
      }
    }
  }

  private mutating func readUnicode() {
    let start = position
    let (scalar, length) = decodeScalar(bytes, at: position, limit: limit)
    switch scalar.value {
    case 0xA0, 0x2007, 0x202F, 0x3000, 0x2000...0x200B, 0xFEFF:
      position += length
      hasSpace = true
    default:
      if scalar.properties.isXIDStart {
        readName()
      } else {
        position += length
        appendUnknown(scalar, from: start)
      }
    }
  }

  // MARK: Symbols

  private mutating func readSymbol() {
    let start = position
    if bytes[position] == UInt8(ascii: "."), readAfterDot() { return }
    for length in [3, 2, 1] where position + length <= limit {
      let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
      guard let symbol = Token.Symbol(rawValue: text) else { continue }
      position += length
      follow(symbol, at: start)
      append(.symbol(symbol), from: start)
      return
    }
    position += 1
    appendUnknown(Unicode.Scalar(bytes[start]), from: start)
  }

  /// `.5` is a number, but a member right after a name, a member or a closing bracket.
  private mutating func readAfterDot() -> Bool {
    guard let next = peek(1), next.isDigit else { return false }
    guard !hasSpace, let last = tokens.last, last.canHaveMembers else {
      readNumber()
      return true
    }
    let dot = position
    position += 1
    append(.symbol(.dot), from: dot)
    let start = position
    while let byte = peek(), byte.isDigit { position += 1 }
    append(.digits(text(from: start)), from: start)
    return true
  }

  private mutating func follow(_ symbol: Token.Symbol, at offset: Int) {
    if symbol.closer != nil {
      open.append(OpenBracket(symbol: symbol, offset: offset))
    } else if symbol.isCloser {
      if open.last?.symbol.closer == symbol {
        open.removeLast()
      } else {
        hasMismatch = true
      }
    }
  }
}

extension Token {
  fileprivate var canHaveMembers: Bool {
    switch kind {
    case .name, .digits, .symbol(.rightParenthesis), .symbol(.rightBracket): true
    default: false
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isNameByte: Bool {
    isDigit || self == 0x5F || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A)
  }
}

/// The scalar at an offset of valid UTF-8 and its length; a byte that is none stands for itself.
func decodeScalar(_ bytes: [UInt8], at offset: Int, limit: Int) -> (Unicode.Scalar, Int) {
  let first = bytes[offset]
  let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard offset + length <= limit else { return ("\u{FFFD}", max(1, limit - offset)) }
  if length == 1 { return (Unicode.Scalar(first), 1) }
  var value = UInt32(first) & (0xFF >> UInt32(length + 1))
  for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
