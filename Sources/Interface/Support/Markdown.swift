// Prose cells: light Markdown. Headings, `code`, **bold**, *italic*, bullets and numbered lists,
// paragraphs; what is fenced, indented by four or begins with `|` is shown as typed.

import Screen

/// Markdown as styled lines.
enum Markdown {
  /// The paragraph wrapped to `columns`.
  static func lines(_ prose: String, columns: Int, appearance: Appearance) -> [StyledLine] {
    var lines: [StyledLine] = []
    var paragraph = ""
    var fenced = false

    func flush() {
      guard !paragraph.isEmpty else { return }
      lines += spans(paragraph, .plain, appearance).wrapped(to: columns, isProse: true)
      paragraph = ""
    }

    for raw in prose.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = raw.trimmingBlanksAtEnd
      let body = line.drop { $0 == " " }
      if body.hasPrefix("```") {
        flush()
        fenced.toggle()
      } else if fenced {
        lines.append(StyledLine("  " + line, appearance.style(.code)).fitted(to: columns))
      } else if body.isEmpty {
        flush()
        lines.append(StyledLine())
      } else if let heading = heading(body) {
        flush()
        lines += spans(heading, appearance.style(.heading), appearance)
          .wrapped(to: columns, isProse: true)
      } else if let item = item(body), paragraph.isEmpty || item.interrupts {
        flush()
        let indent = String(repeating: " ", count: min(8, line.count - body.count))
        let sign = item.sign == "-" ? appearance.glyph("•", ascii: "-") : item.sign
        var text = StyledLine(indent + sign + " ")
        text.spans += spans(item.text, .plain, appearance).spans
        lines += text.wrapped(
          to: columns, indent: indent.count + sign.count + 1, isProse: true)
      } else if body.hasPrefix("|") || (paragraph.isEmpty && line.count - body.count >= 4) {
        flush()
        lines.append(StyledLine(String(line), appearance.style(.code)).fitted(to: columns))
      } else {
        paragraph += (paragraph.isEmpty ? "" : " ") + body
      }
    }
    flush()
    return lines
  }

  private static func heading(_ line: Substring) -> String? {
    let signs = line.prefix { $0 == "#" }
    guard (1...6).contains(signs.count) else { return nil }
    let rest = line.dropFirst(signs.count)
    guard rest.first == " " else { return nil }
    return String(rest.drop { $0 == " " })
  }

  /// - Returns: also whether it begins a list in the middle of a paragraph: a line of a sentence may
  ///   begin with a sum or a year (CommonMark 5.2).
  private static func item(
    _ line: Substring
  ) -> (sign: String, text: String, interrupts: Bool)? {
    for sign in ["- ", "* ", "+ "] where line.hasPrefix(sign) {
      return ("-", String(line.dropFirst(2)), sign != "+ ")
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 3, line.dropFirst(digits.count).hasPrefix(". ") {
      return (digits + ".", String(line.dropFirst(digits.count + 2)), digits == "1")
    }
    return nil
  }

  /// Inline marks. A mark without its partner is text.
  private static func spans(
    _ text: String, _ base: Style, _ appearance: Appearance
  ) -> StyledLine {
    var line = StyledLine()
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      let mark = character == "`" ? "`" : rest.hasPrefix("**") ? "**" : character == "*" ? "*" : ""
      if !mark.isEmpty, let inner = enclosed(rest.dropFirst(mark.count), by: mark) {
        line.append(plain, base)
        plain = ""
        var style = base
        switch mark {
        case "`":
          style = appearance.style(.code)
          style.bold = base.bold || appearance.colors == .none
        case "**": style.bold = true
        default: style.italic = true
        }
        line.append(String(inner), style)
        rest = rest[inner.endIndex...].dropFirst(mark.count)
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    line.append(plain, base)
    return line
  }

  private static func enclosed(_ text: Substring, by mark: String) -> Substring? {
    // Bounded: an unmatched mark in a very long line must not make the scan quadratic.
    let window = text.prefix(2000)
    guard let first = window.first, first != " ", let sign = mark.first else { return nil }
    var index = window.startIndex
    while index < window.endIndex {
      if window[index] == sign, window[index...].hasPrefix(mark), index > window.startIndex {
        let inner = window[window.startIndex..<index]
        return inner.last == " " ? nil : inner
      }
      index = window.index(after: index)
    }
    return nil
  }
}
