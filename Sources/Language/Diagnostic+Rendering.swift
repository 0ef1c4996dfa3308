// A mistake as lines of text: the message, the source line with a gutter, carets, the hint. Columns
// are the terminal's; control characters are made visible, so that no source can drive a terminal.

extension Diagnostic {
  /// The mistake under its source line:
  ///
  /// ```
  /// error: '(' is never closed
  /// 3 │ y = f(x
  ///   │      ^
  /// hint: …
  /// ```
  ///
  /// - Parameter firstLine: the number of the source's first line in its file.
  public func rendered(in source: String, firstLine: Int = 1) -> [String] {
    var lines = ["error: \(visible(message))"]
    if let range {
      lines += SourceExcerpt(Array(source.utf8), range).lines(firstLine: firstLine)
    }
    if let hint { lines.append("hint: \(visible(hint))") }
    return lines
  }
}

/// One source line with the place of a mistake on it.
private struct SourceExcerpt {
  /// Longer lines are cut around the mistake.
  private static let width = 160

  private var number = 0
  /// The line as shown, a column an element; the second column of a wide character is empty.
  private var cells: [String] = []
  private var caret = 0
  private var caretEnd = 0

  init(_ bytes: [UInt8], _ range: SourceRange) {
    let lower = min(max(range.lower, 0), bytes.count)
    let upper = min(max(range.upper, lower), bytes.count)
    var start = lower
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    for byte in bytes[..<start] where byte == 0x0A { number += 1 }
    var end = lower
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > lower, bytes[end - 1] == 0x0D { end -= 1 }

    // Far from the mistake a long line is not even measured.
    let from = max(start, lower - 4 * SourceExcerpt.width)
    let to = min(end, lower + 4 * SourceExcerpt.width)
    let slice = String(decoding: bytes[from..<max(from, to)], as: UTF8.self)
    var offset = from
    var hasCaret = false
    for character in slice {
      if offset >= lower, !hasCaret { (caret, hasCaret) = (cells.count, true) }
      if offset < upper { caretEnd = cells.count }
      append(character)
      offset += character.utf8.count
      if offset <= upper || offset - character.utf8.count < upper { caretEnd = cells.count }
    }
    if !hasCaret { caret = cells.count }
    caretEnd = max(caretEnd, caret + 1)
    cut(leftMissing: from > start, rightMissing: to < end)
  }

  private mutating func append(_ character: Character) {
    if character == "\t" {
      repeat { cells.append(" ") } while cells.count % 4 != 0
      return
    }
    let text = visible(String(character))
    let columns = displayColumns(character)
    if columns == 0, let last = cells.indices.last {
      cells[last] += text
      return
    }
    cells.append(text)
    if columns == 2 { cells.append("") }
  }

  /// Keeps the part of a long line that holds the mistake.
  private mutating func cut(leftMissing: Bool, rightMissing: Bool) {
    let width = SourceExcerpt.width
    guard cells.count > width || leftMissing || rightMissing else { return }
    var first = max(0, min(caret - width / 2, cells.count - width))
    if first > 0, cells[first].isEmpty { first += 1 }
    let last = min(cells.count, first + width)
    let isCutRight = rightMissing || last < cells.count
    let isCutLeft = leftMissing || first > 0
    cells = Array(cells[first..<last])
    caret -= first
    caretEnd = min(caretEnd - first, cells.count)
    if isCutLeft {
      cells.insert("…", at: 0)
      caret += 1
      caretEnd += 1
    }
    if isCutRight { cells.append("…") }
    caretEnd = max(caretEnd, caret + 1)
  }

  func lines(firstLine: Int) -> [String] {
    let label = String(firstLine.addingReportingOverflow(number).partialValue)
    let gutter = String(repeating: " ", count: label.utf8.count)
    var marks = String(repeating: " ", count: caret)
    marks += String(repeating: "^", count: caretEnd - caret)
    return ["\(label) │ \(cells.joined())", "\(gutter) │ \(marks)"]
  }
}

/// Text with every control character, and what steers the direction of text, shown as a sign.
private func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Columns of a character on a terminal: none for combining marks, two for East Asian wide
/// characters and emoji, one for the rest (a control character is shown as a sign).
private func displayColumns(_ character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return visible(String(scalar)) == String(scalar) ? 0 : 1
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default:
    return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
