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
    guard area.columns > 3 else { return }
    frame.put(
      appearance.glyph(" ↓", ascii: " v"), row: area.endRow - 1, column: area.endColumn - 2,
      style: appearance.style(.accent), clip: area)
  }

  /// A sign in the first row's last cell that there is more above.
  static func above(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard area.columns > 3 else { return }
    frame.put(
      appearance.glyph(" ↑", ascii: " ^"), row: area.row, column: area.endColumn - 2,
      style: appearance.style(.accent), clip: area)
  }
}
