// What all charts have in common. A chart is data; drawing is a pure function of data, area and
// appearance, and any area is fine, the empty one included.

public import Screen

/// A picture made of plain numbers.
public protocol Chart: Sendable {
  /// Draws into `area`, all of which the chart may overwrite and beyond which it never writes.
  func draw(into frame: inout Frame, area: Rect, appearance: Appearance)

  /// The rows that show everything at this width, without scrolling or merging; for charts that
  /// scale freely, a good height.
  func naturalRows(columns: Int) -> Int
}

extension Chart {
  public func naturalRows(columns: Int) -> Int { 12 }

  /// The chart as lines of text, for front ends without a screen.
  public func lines(columns: Int, rows: Int? = nil, appearance: Appearance) -> [String] {
    let height = rows ?? naturalRows(columns: columns)
    var frame = Frame(size: Size(columns: min(columns, 1000), rows: min(height, 1000)))
    draw(into: &frame, area: frame.bounds, appearance: appearance)
    return frame.lines
  }
}

extension Frame {
  /// One line of text in an area, folded for the appearance and cut with an ellipsis.
  @discardableResult
  mutating func label(
    _ text: some StringProtocol, row: Int, column: Int, to columns: Int, style: Style = .plain,
    right: Bool = false, clip: Rect, appearance: Appearance
  ) -> Int {
    let shown = DisplayWidth.fit(
      appearance.text(text), to: columns, right: right, ellipsis: appearance.ellipsis)
    return put(shown, row: row, column: column, style: style, clip: clip)
  }

  /// Blanks an area.
  mutating func clear(_ area: Rect) { fill(area) }
}
