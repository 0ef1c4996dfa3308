// The first line of a chart: its title, and words about the picture as far as they have room.

import Screen

/// What a heading says beside the title, from its long form to its short one: a part of it gets
/// shorter, or is left out, before anything is cut.
public struct HeadingWords: Hashable, Sendable, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral
{
  public var forms: [String]

  public init(_ forms: [String]) { self.forms = forms.filter { !$0.isEmpty } }
  public init(stringLiteral text: String) { self.init([text]) }
  public init(arrayLiteral forms: String...) { self.init(forms) }
}

/// A title and the words after it, the most important first.
struct Heading {
  var title: String
  var words: [HeadingWords]

  init(_ title: String, _ words: [HeadingWords]) {
    self.title = title
    self.words = words.filter { !$0.forms.isEmpty }
  }

  /// What has room: the last words are shortened first, then those before them, then left out.
  ///
  /// - Parameters:
  ///   - gap: the columns between the title and the words.
  ///   - separator: what stands between words.
  func fitted(
    to columns: Int, gap: Int = 2, separator: String = ", ", appearance: Appearance
  ) -> (title: String, words: String) {
    let title = Heading.title(
      appearance.title(self.title), to: columns, appearance: appearance)
    let start = DisplayWidth.of(appearance.text(title))
    let room = columns - start - (start > 0 ? gap : 0)
    var shown = words.map { (forms: $0.forms.map(appearance.said), index: 0) }
    func text() -> String { shown.map { $0.forms[$0.index] }.joined(separator: separator) }
    while !shown.isEmpty, DisplayWidth.of(appearance.text(text())) > room {
      if let longest = shown.lastIndex(where: { $0.index < $0.forms.count - 1 }) {
        shown[longest].index += 1
      } else {
        shown.removeLast()
        // What was shortened for its sake may have room again.
        for index in shown.indices { shown[index].index = 0 }
      }
    }
    return (title, text())
  }

  /// `confusion(eval(net)(test.x), test.y)`, `confusion(eval(net)(test.x), …)`, `confusion(…)`.
  static func title(_ title: String, to columns: Int, appearance: Appearance) -> String {
    func fits(_ text: String) -> Bool { DisplayWidth.of(appearance.text(text)) <= columns }
    guard !fits(title), title.last == ")", let open = title.firstIndex(of: "(") else {
      return title
    }
    // The places of the commas between the arguments.
    var depth = 0
    var commas: [String.Index] = []
    var quote: Character?
    for index in title[open...].dropLast().indices {
      let character = title[index]
      if let sign = quote {
        if character == sign { quote = nil }
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 1: commas.append(index)
      default: break
      }
    }
    for comma in commas.reversed() {
      let shorter = String(title[..<comma]) + ", …)"
      if fits(shorter) { return shorter }
    }
    return String(title[...open]) + "…)"
  }
}

extension Frame {
  /// A heading in the first row of an area: the title in its style, the words dim.
  ///
  /// - Returns: the column after it.
  @discardableResult
  mutating func heading(
    _ title: String, _ words: [HeadingWords] = [], gap: Int = 2, separator: String = ", ",
    area: Rect, appearance: Appearance
  ) -> Int {
    let palette = Palette(appearance)
    let shown = Heading(title, words).fitted(
      to: area.columns, gap: gap, separator: separator, appearance: appearance)
    let width = min(DisplayWidth.of(appearance.text(shown.title)), area.columns)
    let end = label(
      shown.title, row: area.row, column: area.column, to: width, style: palette[.title],
      clip: area, appearance: appearance)
    guard !shown.words.isEmpty else { return end }
    let column = end + (width > 0 ? gap : 0)
    return label(
      shown.words, row: area.row, column: column,
      to: min(DisplayWidth.of(appearance.text(shown.words)), area.endColumn - column),
      style: palette[.dim], clip: area, appearance: appearance)
  }
}
