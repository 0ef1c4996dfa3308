// The order of a confusion matrix's rows and what lies under the mouse.

public import Screen

extension ConfusionChart {
  /// The class of a row from the top.
  func rowClass(_ line: Int) -> Int {
    rowOrder.count == classes.count && rowOrder.indices.contains(line)
      && classes.indices.contains(rowOrder[line]) ? rowOrder[line] : line
  }

  /// The row from the top that a class has.
  func rowPlace(of index: Int) -> Int? {
    rowOrder.count == classes.count ? rowOrder.firstIndex(of: index) : index
  }

  /// The cell drawn at a place of the screen.
  public func place(at point: Point, in area: Rect, appearance: Appearance) -> ConfusionPlace? {
    guard !classes.isEmpty, !counts.isEmpty, area.contains(point) else { return nil }
    let end = area.endRow - (selected.flatMap(readout) != nil && area.rows >= 5 ? 1 : 0)
    var row = area.row + (area.rows >= 3 ? 1 : 0)
    let layout = layout(columns: area.columns, rows: max(1, end - row - 1), appearance: appearance)
    if end - row >= 2 { row += 1 }
    let line = point.row - row
    let across = point.column - area.column - layout.label - 1
    guard line >= 0, line < layout.rows.count, point.row < end, across >= 0 else { return nil }
    let column = across / (layout.cell + 1)
    guard column < layout.columns.count else { return nil }
    return ConfusionPlace(
      row: rowClass(layout.rows.lowerBound + line), column: layout.columns.lowerBound + column)
  }
}
