// The parts of a contour's area, and what of its grid lies under the mouse.

public import Screen

extension ContourChart {
  /// Where a contour's parts are.
  struct Parts {
    var plot: PlotFrame
    /// The lines of the legend, below the plot or beside it.
    var legend: [LegendLine]
    var legendArea: Rect
    /// 1 with a line that tells the levels.
    var levelsRow: Int
  }

  func parts(of area: Rect, appearance: Appearance) -> Parts {
    let top = area.rows >= 3 ? 1 : 0
    let levelsRow = area.rows >= 10 ? 1 : 0
    var body = Rect(
      column: area.column, row: area.row + top, columns: area.columns,
      rows: area.rows - top - levelsRow)
    let most = max(0, area.rows - top - 8)
    var legend: [LegendLine]
    var legendArea: Rect
    if let side = sideLegend(body, isShort: paths.count > most, appearance: appearance) {
      legend = side.lines
      body.columns -= side.columns + 2
      legendArea = Rect(
        column: body.endColumn + 2, row: body.row, columns: side.columns, rows: legend.count)
    } else {
      // A few rows for names before the plot is a large one.
      let rows = max(most, min(2, area.rows - top - 6))
      legend = self.legend(columns: area.columns, rows: rows, appearance: appearance)
      body.rows -= legend.count
      legendArea = Rect(
        column: area.column, row: body.endRow + levelsRow, columns: area.columns,
        rows: legend.count)
    }
    let plot = PlotFrame(
      area: body, x: Scale(.linear, lower: x.lowerBound, upper: x.upperBound),
      y: Scale(.linear, lower: y.lowerBound, upper: y.upperBound), right: 0,
      appearance: appearance)
    return Parts(plot: plot, legend: legend, legendArea: legendArea, levelsRow: levelsRow)
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
