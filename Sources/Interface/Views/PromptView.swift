// The prompt: sign, text of one or several lines with the cursor, scrolled sideways, completions
// in a box above.

import Notebook
import Screen

/// The prompt line.
enum PromptView {
  /// What stands before the first line.
  static func sign(_ prompt: PromptState, appearance: Appearance) -> String {
    if !prompt.prompt.isEmpty { return appearance.shown(prompt.prompt) }
    return appearance.glyph("∇ ", ascii: "nabla> ")
  }

  /// Rows that the text takes.
  static func rows(_ prompt: PromptState) -> Int {
    1 + prompt.text.utf8.count { $0 == 0x0A }
  }

  /// Draws the lines around the cursor and places the frame's cursor.
  static func draw(
    _ prompt: PromptState, hasFocus: Bool, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    let lines = prompt.displayLines
    let cursor = prompt.cursor
    let sign = sign(prompt, appearance: appearance).fitted(to: max(0, area.columns - 4))
    let indent = DisplayWidth.of(sign)
    let first = max(0, min(cursor.line - area.rows / 2, lines.count - area.rows))
    let text = Rect(
      column: area.column + indent, row: area.row, columns: area.columns - indent,
      rows: area.rows)
    let cursorColumn = DisplayWidth.of(appearance.shown(cursor.before))
    for row in 0..<area.rows {
      let index = first + row
      guard lines.indices.contains(index) else { break }
      if index == 0 {
        frame.put(
          sign, row: area.row, column: area.column, style: appearance.style(.prompt), clip: area)
      }
      let line = appearance.shown(lines[index])
      let isCurrent = index == cursor.line
      let shift = isCurrent ? max(0, cursorColumn - text.columns + 1) : 0
      frame.put(line, row: area.row + row, column: text.column - shift, clip: text)
      if shift > 0 {
        mark("…", row: area.row + row, column: text.column, into: &frame, text, appearance)
      }
      if DisplayWidth.of(line) - shift > text.columns {
        mark(
          "…", row: area.row + row, column: text.endColumn - 1, into: &frame, text, appearance)
      }
      if isCurrent && hasFocus {
        frame.cursor = Point(
          column: min(max(0, area.endColumn - 1), text.column + cursorColumn - shift),
          row: area.row + row)
      }
    }
  }

  private static func mark(
    _ sign: String, row: Int, column: Int, into frame: inout Frame, _ clip: Rect,
    _ appearance: Appearance
  ) {
    frame.put(sign, row: row, column: column, style: appearance.style(.dim), clip: clip)
  }

  /// Draws the completions above the prompt, in columns; the number of those that have no room is
  /// said.
  static func drawCompletions(
    _ prompt: PromptState, above area: Rect, into frame: inout Frame, appearance: Appearance
  ) {
    let matches = prompt.completions
    guard !matches.isEmpty, area.row > 2, area.columns >= 10 else { return }
    let texts = matches.prefix(1000).map {
      appearance.shown($0).fitted(to: min(40, area.columns - 2))
    }
    let widths = texts.map { DisplayWidth.of($0) + 2 }
    let most = max(1, min(8, area.row - 2))
    let room = area.columns - 1
    let rows = (1...most).first { columns(widths, $0, room).shown == texts.count } ?? most
    let (starts, shown) = columns(widths, rows, room)
    let box = Rect(
      column: area.column, row: area.row - rows - 1, columns: area.columns, rows: rows + 1)
    frame.fill(box)
    let rule = appearance.glyph("─", ascii: "-")
    let title =
      shown < matches.count
      ? appearance.words("\(shown) of \(NumberText.grouped(matches.count)) completions")
      : appearance.words("\(matches.count) completion\(matches.count == 1 ? "" : "s")")
    let tail = max(0, box.columns - 3 - DisplayWidth.of(title))
    frame.put(
      rule + " " + title + " " + String(repeating: rule, count: tail), row: box.row,
      column: box.column,
      style: appearance.style(.rule), clip: box)
    for index in 0..<shown {
      // Down the columns, as ls does.
      frame.put(
        texts[index], row: box.row + 1 + index % rows, column: box.column + starts[index / rows],
        style: appearance.style(.code), clip: box)
    }
  }

  /// Where columns of so many rows start, each as wide as its words, and how many words they show.
  private static func columns(
    _ widths: [Int], _ rows: Int, _ room: Int
  ) -> (starts: [Int], shown: Int) {
    var starts: [Int] = []
    var shown = 0
    var start = 1
    while shown < widths.count {
      let column = widths[shown..<min(widths.count, shown + rows)]
      let width = column.max() ?? 0
      // The blanks behind the last column need no room.
      guard starts.isEmpty || start + width - 2 <= room else { break }
      starts.append(start)
      shown += column.count
      start += width
    }
    return (starts, shown)
  }
}
