// The line being typed as the interface sees it; the line editor owns it.

/// Prompt, text, cursor and completions of the line editor.
public struct PromptState: Hashable, Sendable {
  /// What stands before the text: empty for the usual sign, or the editor's own word, for instance
  /// of a history search.
  public var prompt: String
  /// The text; it may have several lines.
  public var text: String
  /// The cursor as an offset in `text.utf8`.
  public var cursorOffset: Int
  /// Completions to choose from, shown above the prompt.
  public var completions: [String]

  public init(
    prompt: String = "", text: String = "", cursorOffset: Int = 0, completions: [String] = []
  ) {
    self.prompt = prompt
    self.text = text
    self.cursorOffset = cursorOffset
    self.completions = completions
  }

  /// The text's lines with controls as `^X`, as the line editor counts them.
  var displayLines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.display($0) }
  }

  /// The cursor's line and the text before it in that line.
  var cursor: (line: Int, before: String) {
    let bytes = Array(text.utf8.prefix(max(0, cursorOffset)))
    let line = bytes.count { $0 == 0x0A }
    let start = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    // An offset inside a character counts as before it.
    var end = bytes.count
    while end > start, String(validating: bytes[start..<end], as: UTF8.self) == nil { end -= 1 }
    return (line, Self.display(String(decoding: bytes[start..<end], as: UTF8.self)))
  }

  private static func display(_ text: some StringProtocol) -> String {
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
}
