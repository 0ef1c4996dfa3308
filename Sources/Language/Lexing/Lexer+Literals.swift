// Numbers, strings and the characters that are neither.

extension Lexer {
  /// `1`, `0.5`, `.5`, `1e-3`, `1_000`; the dots of `0..4` are left alone.
  mutating func readNumber() {
    let start = position
    skipDigits()
    let next = peek(1) ?? 0
    if peek() == UInt8(ascii: "."), next != UInt8(ascii: ".") {
      if next.isDigit || !(next.isNameByte || next >= 0x80) || isExponent(at: 1) {
        position += 1
        skipDigits()
      }
    }
    if isExponent(at: 0) {
      position += 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { position += 1 }
      skipDigits()
    }
    let digitsEnd = position
    skipNameCharacters()
    let text = text(from: start)
    guard position == digitsEnd, hasPlainUnderscores(from: start, to: position),
      let value = Double(text.filter { $0 != "_" })
    else {
      let unit = String(decoding: bytes[digitsEnd..<position], as: UTF8.self)
      let number = String(decoding: bytes[start..<digitsEnd], as: UTF8.self)
      // `0x1F` and `1e` are no products.
      let isPrefix = "eE".contains(unit.first ?? "e") || (number == "0" && unit.count > 1)
      let canSplit = !unit.isEmpty && !unit.contains("_") && !isPrefix
      invalid(
        "'\(shortened(text))' is not a number", from: start,
        hint: canSplit ? "to multiply, write \(shortened(number)) * \(shortened(unit))" : nil)
      return
    }
    guard value.isFinite else {
      invalid("'\(shortened(text))' is too large for a number", from: start)
      return
    }
    append(.number(value), from: start)
  }

  private mutating func skipDigits() {
    while let byte = peek(), byte.isDigit || byte == UInt8(ascii: "_") { position += 1 }
  }

  /// An `e` with digits after it: `1e5`, `1e-5`.
  private func isExponent(at distance: Int) -> Bool {
    guard let letter = peek(distance), letter | 0x20 == UInt8(ascii: "e") else { return false }
    guard let next = peek(distance + 1) else { return false }
    if next.isDigit { return true }
    guard next == UInt8(ascii: "-") || next == UInt8(ascii: "+") else { return false }
    return peek(distance + 2)?.isDigit ?? false
  }

  /// Underscores stand between digits only.
  private func hasPlainUnderscores(from start: Int, to end: Int) -> Bool {
    for index in start..<end where bytes[index] == UInt8(ascii: "_") {
      guard index > start, index + 1 < end, bytes[index - 1].isDigit, bytes[index + 1].isDigit
      else { return false }
    }
    return true
  }

  /// `"…"` or `'…'` on one line.
  mutating func readString(quote: UInt8) {
    let start = position
    position += 1
    var content: [UInt8] = []
    var problem: Diagnostic?
    while let byte = peek(), byte != 0x0A {
      if byte == quote {
        position += 1
        if let problem {
          append(.invalid(problem), from: start)
        } else {
          append(.string(String(decoding: content, as: UTF8.self)), from: start)
        }
        return
      }
      if byte == UInt8(ascii: "\\") {
        let escape = position
        if let scalar = readEscape() {
          content.append(contentsOf: String(Character(scalar)).utf8)
        } else if problem == nil {
          problem = Diagnostic(
            "unknown escape '\(shortened(text(from: escape)))'", at: SourceRange(escape, position),
            hint: #"there are \n \t \r \0 \" \' \\ and \u{1F600}"#)
        }
      } else {
        content.append(byte)
        position += 1
      }
    }
    var end = position
    while end > start + 1, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
    let sign = quote == UInt8(ascii: "'") ? "'" : "\""
    append(
      .invalid(
        Diagnostic(
          "the string is never closed", at: SourceRange(start, end),
          hint: "end it with \(sign) on the same line")),
      from: start)
  }

  /// The scalar an escape stands for; nil when it is none. Moves past it, never past the line.
  private mutating func readEscape() -> Unicode.Scalar? {
    position += 1
    guard let byte = peek(), byte != 0x0A else { return nil }
    let (scalar, length) = decodeScalar(bytes, at: position, limit: limit)
    position += length
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "\\", "\"", "'": return scalar
    case "u":
      guard peek() == UInt8(ascii: "{") else { return nil }
      position += 1
      let start = position
      while let byte = peek(), byte.isNameByte { position += 1 }
      let digits = text(from: start)
      guard peek() == UInt8(ascii: "}") else { return nil }
      position += 1
      guard digits.utf8.count <= 8, let value = UInt32(digits, radix: 16) else { return nil }
      return Unicode.Scalar(value)
    default: return nil
    }
  }

  private mutating func invalid(_ message: String, from start: Int, hint: String? = nil) {
    let diagnostic = Diagnostic(message, at: SourceRange(start, position), hint: hint)
    append(.invalid(diagnostic), from: start)
  }

  /// A character that means nothing here; typographic twins get the plain sign as a hint.
  mutating func appendUnknown(_ scalar: Unicode.Scalar, from start: Int) {
    let shown = visibleName(of: scalar)
    if let plain = plainSign(for: scalar) {
      invalid("unknown character \(shown)", from: start, hint: "write \(plain)")
    } else {
      invalid("unknown character \(shown)", from: start)
    }
  }

  private func visibleName(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
      .unassigned, .surrogate, .nonspacingMark, .enclosingMark, .spacingMark:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default:
      return "'\(scalar)'"
    }
  }

  private func plainSign(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "−", "–", "—": "-"
    case "×", "·", "∗", "⋅": "*"
    case "÷": "/"
    case "≤": "<="
    case "≥": ">="
    case "≠": "!="
    case "“", "”", "„", "«", "»": "\""
    case "‘", "’": "'"
    case "…": "..."
    case "^": "**"
    case "²": "**2"
    case "³": "**3"
    case "&": "and"
    case "!": "not"
    case "→", "⇒": "|"
    default: nil
    }
  }
}

/// A word for a message, cut to a readable length.
func shortened(_ text: String) -> String {
  let limit = 40
  guard let cut = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
    cut < text.endIndex
  else { return text }
  return text[..<cut] + "…"
}
