// A line of text in several styles: measured in terminal columns, wrapped at words, cut with an
// ellipsis. Pure text; drawing is one call of `Frame.put` a run.

import Screen

/// A run of text in one style.
struct Span: Hashable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One line of styled text.
struct StyledLine: Hashable, Sendable {
  var spans: [Span]

  init(_ spans: [Span] = []) { self.spans = spans }

  init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

  /// Columns the line takes.
  var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The text without styles.
  var text: String { spans.map(\.text).joined() }

  mutating func append(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { spans.append(Span(text, style)) }
  }

  /// Draws the line, cut with `…` where it does not fit.
  func draw(into frame: inout Frame, row: Int, column: Int, clip: Rect) {
    let room = clip.endColumn - column
    guard room > 0, row >= clip.row, row < clip.endRow else { return }
    var position = column
    for span in fitted(to: room).spans {
      position = frame.put(span.text, row: row, column: position, style: span.style, clip: clip)
    }
  }

  /// The line cut to at most `columns`, with `…` as its last column when something is lost.
  func fitted(to columns: Int) -> StyledLine {
    guard columns > 0 else { return StyledLine() }
    var room = columns
    var kept: [Span] = []
    for span in spans {
      let width = DisplayWidth.of(span.text)
      if width <= room {
        kept.append(span)
        room -= width
        continue
      }
      // The ellipsis needs a column: take it from this run, or from the one before.
      var line = StyledLine(kept + [span])
      line.cut(to: columns - 1)
      line.append("…", span.style)
      return line
    }
    return StyledLine(kept)
  }

  /// The line in pieces of at most `columns`: broken after blanks where possible, later pieces
  /// indented by `indent`. In prose the words of a formula are kept together.
  func wrapped(to columns: Int, indent: Int = 0, isProse: Bool = false) -> [StyledLine] {
    guard columns > 0 else { return [] }
    if width <= columns { return [self] }
    let hang = min(indent, max(0, columns - 8))
    var lines: [StyledLine] = []
    var current = StyledLine()
    var used = 0
    for word in isProse ? Self.joiningFormulas(words(), columns: columns) : words() {
      let width = word.width
      if used + word.trimmedWidth > columns && used > (lines.isEmpty ? 0 : hang) {
        lines.append(current.trimmed())
        current = StyledLine(hang > 0 ? [Span(String(repeating: " ", count: hang))] : [])
        used = hang
      }
      if used + word.trimmedWidth <= columns {
        current.spans += word.spans
        used += width
      } else {
        // A word wider than the line is broken between characters.
        for span in word.spans {
          for character in span.text {
            let width = DisplayWidth.of(character)
            if used + width > columns && used > hang {
              lines.append(current.trimmed())
              current = StyledLine(hang > 0 ? [Span(String(repeating: " ", count: hang))] : [])
              used = hang
            }
            current.append(character, span.style)
            used += width
          }
        }
      }
    }
    if !current.spans.isEmpty { lines.append(current.trimmed()) }
    return lines
  }

  private var trimmedWidth: Int { DisplayWidth.of(text.trimmingBlanksAtEnd) }

  private func trimmed() -> StyledLine {
    var line = self
    while let last = line.spans.last {
      let text = last.text.trimmingBlanksAtEnd
      if text.isEmpty {
        line.spans.removeLast()
        continue
      }
      line.spans[line.spans.count - 1].text = String(text)
      break
    }
    return line
  }

  private mutating func append(_ character: Character, _ style: Style) {
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text.append(character)
    } else {
      spans.append(Span(String(character), style))
    }
  }

  private mutating func cut(to columns: Int) {
    var room = max(0, columns)
    var kept: [Span] = []
    for span in spans {
      var text = ""
      var full = true
      for character in span.text {
        let width = DisplayWidth.of(character)
        guard width <= room else {
          full = false
          break
        }
        text.append(character)
        room -= width
      }
      if !text.isEmpty { kept.append(Span(text, span.style)) }
      if !full { break }
    }
    spans = kept
  }

  /// Words with the blanks that follow them; a word may span several styles.
  private func words() -> [StyledLine] {
    var words: [StyledLine] = []
    var word = StyledLine()
    var blank = false
    for span in spans {
      for character in span.text {
        if character == " " {
          blank = true
        } else if blank {
          words.append(word)
          word = StyledLine()
          blank = false
        }
        word.append(character, span.style)
      }
    }
    if !word.spans.isEmpty { words.append(word) }
    return words
  }
}

extension StringProtocol {
  /// The text without blanks at its end.
  var trimmingBlanksAtEnd: SubSequence {
    var end = endIndex
    while end > startIndex {
      let before = index(before: end)
      guard self[before] == " " else { break }
      end = before
    }
    return self[startIndex..<end]
  }

  /// The text cut to at most `columns`, with `…` when something is lost.
  func fitted(to columns: Int) -> String {
    StyledLine(String(self)).fitted(to: columns).text
  }

  /// The text with blanks after it up to `columns`.
  func padded(to columns: Int) -> String {
    let missing = columns - DisplayWidth.of(self)
    return missing > 0 ? String(self) + String(repeating: " ", count: missing) : String(self)
  }

  /// The text with blanks before it up to `columns`.
  func rightAligned(to columns: Int) -> String {
    let missing = columns - DisplayWidth.of(self)
    return missing > 0 ? String(repeating: " ", count: missing) + String(self) : String(self)
  }
}
