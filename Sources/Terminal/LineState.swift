// The line being edited, as a plain value for whoever draws it.

import Screen

/// Prompt, text, cursor and completions of the line editor at one moment.
public struct LineState: Hashable, Sendable {
  /// What stands before the text: the prompt, or readline's word for a search under way.
  public var prompt: String
  /// The text; it may have several lines.
  public var text: String
  /// The cursor as an offset in `text.utf8`, on a character boundary.
  public var cursorOffset: Int
  /// Completions to be shown as a list; empty when there is nothing to choose.
  public var completions: [String]

  public init(
    prompt: String = "", text: String = "", cursorOffset: Int = 0, completions: [String] = []
  ) {
    self.prompt = LineState.withoutMarkers(prompt)
    self.text = text
    self.cursorOffset = max(0, min(cursorOffset, text.utf8.count))
    self.completions = completions
  }

  /// The text's lines as they are to be drawn, in columns: controls as `^X`, two columns wide.
  public var displayLines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.display)
  }

  /// Which of `displayLines` the cursor is on.
  public var cursorLine: Int { beforeCursor.utf8.count { $0 == 0x0A } }

  /// The cursor's column in its display line: the sum of display widths before it. The prompt,
  /// which stands before the first line, is not counted.
  public var cursorColumn: Int {
    let line = beforeCursor.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return DisplayWidth.of(Self.display(line))
  }

  private var beforeCursor: Substring {
    var index = text.utf8.index(
      text.utf8.startIndex, offsetBy: cursorOffset, limitedBy: text.utf8.endIndex)
    // readline in its byte-oriented mode may stop inside a character.
    while let place = index, place > text.startIndex, place.samePosition(in: text) == nil {
      index = text.utf8.index(before: place)
    }
    return text[..<(index ?? text.endIndex)]
  }

  /// Controls as readline writes them: `^I`, `^[`, `^?`.
  static func display(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F:
        result += "^"
        result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Prompts mark their invisible parts with \1 and \2.
  private static func withoutMarkers(_ prompt: String) -> String {
    String(
      String.UnicodeScalarView(prompt.unicodeScalars.filter { $0 != "\u{1}" && $0 != "\u{2}" }))
  }
}
