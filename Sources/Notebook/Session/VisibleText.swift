// Text from outside (files, labels, tokens) made harmless: what would move a terminal's cursor or
// reorder a line is written out. Also how wide a text is, as far as recorded columns need it.

/// Text as it may be shown.
enum VisibleText {
  /// One line with every control character made visible: `␛`, `␉`, `\u{85}`, `\u{202E}`.
  static func line(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isHidden(scalar) else {
        result.append(scalar)
        continue
      }
      if scalar.value < 0x20, let picture = UnicodeScalar(0x2400 + scalar.value) {
        result.append(picture)
      } else if scalar.value == 0x7F {
        result.append("␡")
      } else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "\\u{\(code)}".unicodeScalars)
      }
    }
    return String(result)
  }

  /// The lines of a text, each visible, without blanks at its end (editors strip them).
  static func lines(_ text: String) -> [String] {
    var lines = split(text).map { trimmed(line($0)) }
    // A line feed at the end closes the last line.
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Splits at `\n` and `\r\n` alone: other separators belong to the line.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      var line = rest[..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      lines.append(String(Substring(line)))
      rest = rest[rest.index(after: end)...]
    }
    lines.append(String(Substring(rest)))
    return lines
  }

  /// Without blanks and tabs at the end.
  static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(Substring(scalars))
  }

  /// Columns on a screen; East Asian wide characters and emoji count two.
  static func width(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let first = character.unicodeScalars.first else { return sum }
      return sum + (isWide(first.value) ? 2 : 1)
    }
  }

  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - Self.width(text)))
    return right ? blanks + text : text + blanks
  }

  private static func isHidden(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    // Line and paragraph separators, direction overrides and isolates, byte order mark.
    case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: true
    default: false
    }
  }

  private static func isWide(_ code: UInt32) -> Bool {
    switch code {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
