// The parts of a contour's area, and what of its grid lies under the mouse.

public import Screen

extension ContourChart {
  /// The plot with its axes, the lines of the legend and whether a line tells the levels.
  func parts(
    of area: Rect, appearance: Appearance
  ) -> (plot: PlotFrame, legend: [LegendLine], levelsRow: Int) {
    let top = area.rows >= 3 ? 1 : 0
    let levelsRow = area.rows >= 10 ? 1 : 0
    let legend = legend(
      columns: area.columns, rows: max(0, area.rows - top - 8), appearance: appearance)
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns,
      rows: area.rows - top - legend.count - levelsRow)
    let plot = PlotFrame(
      area: body, x: Scale(.linear, lower: x.lowerBound, upper: x.upperBound),
      y: Scale(.linear, lower: y.lowerBound, upper: y.upperBound), right: 0,
      appearance: appearance)
    return (plot, legend, levelsRow)
  }

  /// The place of the grid nearest to a place of the screen.
  public func place(
    at point: Point, in area: Rect, appearance: Appearance
  ) -> (row: Int, column: Int)? {
    guard !area.isEmpty, rows > 0, columns > 0 else { return nil }
    return parts(of: area, appearance: appearance).plot
      .gridPlace(at: point, rows: rows, columns: columns)
  }
}
