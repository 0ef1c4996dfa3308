// The run's numbers as large as there is room for: what a lecture hall reads from the last row.

import Notebook
import Screen

/// The numbers pane.
enum NumbersView {
  static func draw(
    _ run: RunSnapshot?, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard let run else {
      Hint.draw("no run yet", into: &frame, area: area, appearance: appearance)
      return
    }
    guard !area.isEmpty else { return }
    var numbers: [(label: String, text: String)] = []
    if let loss = run.lastLoss { numbers.append((run.loss, NumberText.short(loss))) }
    numbers.append((appearance.words("step"), NumberText.grouped(run.step)))
    for series in run.series.dropFirst() {
      if let last = series.buckets.last?.last {
        numbers.append((series.name, NumberText.short(last)))
      }
    }
    numbers.append(("lr", NumberText.short(run.learningRate)))
    // Few and large.
    let shown = numbers.prefix(max(1, min(3, area.rows / 4)))
    var row = area.row
    for (index, number) in shown.enumerated() {
      let rows = (area.endRow - row) / (shown.count - index)
      draw(
        number.label, number.text, into: &frame,
        area: Rect(column: area.column, row: row, columns: area.columns, rows: rows), appearance)
      row += rows
    }
  }

  /// A label and, as large as the area has room for, a number below it.
  private static func draw(
    _ label: String, _ text: String, into frame: inout Frame, area: Rect, _ appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    frame.put(
      appearance.shown(label).fitted(to: area.columns), row: area.row, column: area.column,
      style: appearance.style(.dim), clip: area)
    let room = Rect(
      column: area.column, row: area.row + 1, columns: area.columns, rows: area.rows - 1)
    let glyphs = text.map { BigDigits.rows(of: $0) }
    // A digit is three dots wide and five high, a dot two columns wide; one where the room is small.
    for scale in stride(from: 4, through: 1, by: -1) {
      for wide in [2 * scale, scale] {
        let columns = glyphs.count * (BigDigits.width + 1) * wide - wide
        guard columns <= room.columns, BigDigits.height * scale <= room.rows else { continue }
        draw(glyphs, scale: scale, wide: wide, into: &frame, area: room, appearance)
        return
      }
    }
    // Two dots a row where the terminal has half blocks.
    let columns = glyphs.count * (BigDigits.width + 1) - 1
    if appearance.glyphs != .ascii, columns <= room.columns, room.rows >= 3 {
      drawHalves(glyphs, into: &frame, area: room, appearance)
      return
    }
    frame.put(
      text.fitted(to: room.columns), row: room.row, column: room.column,
      style: appearance.style(.heading), clip: room)
  }

  private static func draw(
    _ glyphs: [[String]], scale: Int, wide: Int, into frame: inout Frame, area: Rect,
    _ appearance: Appearance
  ) {
    let dot = ScreenCell(
      appearance.glyph("█", ascii: "#"), style: appearance.style(.heading))
    for (place, glyph) in glyphs.enumerated() {
      let left = area.column + place * (BigDigits.width + 1) * wide
      for (row, dots) in glyph.enumerated() {
        for (column, sign) in dots.enumerated() where sign == "#" {
          frame.fill(
            Rect(
              column: left + column * wide, row: area.row + row * scale, columns: wide,
              rows: scale), with: dot)
        }
      }
    }
  }
}

extension NumbersView {
  private static func drawHalves(
    _ glyphs: [[String]], into frame: inout Frame, area: Rect, _ appearance: Appearance
  ) {
    let style = appearance.style(.heading)
    for (place, glyph) in glyphs.enumerated() {
      let dots = glyph.map(Array.init) + [Array("   ")]
      for row in 0..<3 {
        for column in 0..<BigDigits.width {
          let (upper, lower) = (dots[2 * row][column] == "#", dots[2 * row + 1][column] == "#")
          guard upper || lower else { continue }
          let sign = upper ? lower ? "█" : "▀" : "▄"
          frame.put(
            sign, row: area.row + row, column: area.column + place * 4 + column, style: style,
            clip: area)
        }
      }
    }
  }
}

/// Digits and the signs of numbers, three dots wide and five high.
enum BigDigits {
  static let width = 3
  static let height = 5

  static func rows(of character: Character) -> [String] {
    signs[character] ?? ["   ", "   ", "   ", "   ", "   "]
  }

  private static let signs: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    "-": ["   ", "   ", "###", "   ", "   "], "−": ["   ", "   ", "###", "   ", "   "],
    "+": ["   ", " # ", "###", " # ", "   "], ".": ["   ", "   ", "   ", "   ", " # "],
    ",": ["   ", "   ", "   ", " # ", "#  "], "e": ["   ", "###", "###", "#  ", "###"],
    "N": ["# #", "###", "###", "###", "# #"], "a": ["   ", "## ", " ##", "# #", "###"],
    "∞": ["   ", "   ", "###", "###", "   "], "I": ["###", " # ", " # ", " # ", "###"],
    "n": ["   ", "   ", "## ", "# #", "# #"], "f": [" ##", " # ", "###", " # ", " # "],
    "i": [" # ", "   ", " # ", " # ", " # "], "y": ["   ", "# #", "###", "  #", "## "],
    "t": [" # ", "###", " # ", " # ", " ##"],
  ]
}
