// An error as lines: message, the source line with a caret line under the culprit, the hint.

import Language
import Screen

/// Errors as styled lines.
enum DiagnosticLines {
  /// The error within `columns`; the source line is shown when the error has a place in it.
  static func lines(
    _ error: Diagnostic, source: String, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    let red = appearance.style(.error)
    var message = StyledLine(appearance.words("error") + ": ", red)
    let indent = message.width
    message.append(appearance.words(error.message), red)
    var lines = message.wrapped(to: columns, indent: indent)
    if let range = error.range {
      lines += excerpt(range, source: source, columns: columns, appearance: appearance)
    }
    if let hint = error.hint {
      var line = StyledLine(appearance.words("hint") + ": ", appearance.style(.warning))
      let indent = line.width
      line.append(appearance.words(hint))
      lines += line.wrapped(to: columns, indent: indent)
    }
    return lines
  }

  private static func excerpt(
    _ range: SourceRange, source: String, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    let bytes = Array(source.utf8)
    let lower = min(max(0, range.lower), bytes.count)
    let upper = min(max(lower, range.upper), bytes.count)
    let start = (bytes[..<lower].lastIndex(of: 10) ?? -1) + 1
    let end = bytes[lower...].firstIndex(of: 10) ?? bytes.count
    let before = String(decoding: bytes[start..<lower], as: UTF8.self)
    let culprit = String(decoding: bytes[lower..<max(lower, min(upper, end))], as: UTF8.self)
    let after = String(decoding: bytes[max(lower, min(upper, end))..<end], as: UTF8.self)
    let indent = 2
    var column = DisplayWidth.of(appearance.shown(before))
    var text = appearance.shown(before + culprit + after)
    var carets = max(1, DisplayWidth.of(appearance.shown(culprit)))
    let room = max(1, columns - indent)
    // A culprit far to the right is brought into view; the caret must stay under it.
    if column + min(carets, 8) > room {
      let cut = column - room / 3
      var dropped = 0
      while dropped < cut, let first = text.first {
        dropped += DisplayWidth.of(first)
        text.removeFirst()
      }
      text = "…" + text
      column += 1 - dropped
    }
    carets = max(1, min(carets, room - column))
    var shown = StyledLine(String(repeating: " ", count: indent))
    shown.append(text)
    let pointer =
      String(repeating: " ", count: indent + max(0, column))
      + String(repeating: "^", count: carets)
    return [
      shown.fitted(to: columns), StyledLine(pointer, appearance.style(.error)).fitted(to: columns),
    ]
  }
}
