// Small notes that several panes share.

import Screen

/// Notes in a pane.
enum Hint {
  /// A dim sentence at the top of an empty pane.
  static func draw(
    _ text: String, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    let lines = StyledLine(appearance.words(text), appearance.style(.dim))
      .wrapped(to: area.columns)
    frame.draw(lines.map { Block($0) }, in: area)
  }

  /// A sign in the last cell that there is more below.
  static func more(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard area.columns > 3, let row = freeRow(frame, area, fromBelow: true) else { return }
    frame.put(
      appearance.glyph(" ↓", ascii: " v"), row: row, column: area.endColumn - 2,
      style: appearance.style(.accent), clip: area)
  }

  /// A sign in the first row's last cell that there is more above.
  static func above(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard area.columns > 3, let row = freeRow(frame, area) else { return }
    frame.put(
      appearance.glyph(" ↑", ascii: " ^"), row: row, column: area.endColumn - 2,
      style: appearance.style(.accent), clip: area)
  }

  /// The first of the outer rows whose end holds no text; where all are full, the first.
  private static func freeRow(_ frame: Frame, _ area: Rect, fromBelow: Bool = false) -> Int? {
    let rows = Array(area.row..<max(area.row, area.endRow))
    let near = fromBelow ? rows.suffix(4).reversed() : Array(rows.prefix(4))
    return near.first { row in
      (area.endColumn - 2..<area.endColumn).allSatisfy { frame[row, $0].text == " " }
    } ?? near.first
  }
}
