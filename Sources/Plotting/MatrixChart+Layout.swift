// Which numbers of a matrix show and where; the one that is chosen always does.

public import Screen

extension MatrixChart {
  struct Layout {
    var rows: Window
    var columns: Range<Int>
    var gutter: Int
    var format: Format
    /// Columns of the screen that a number takes, with the blank before it.
    var cell: Int
    /// Rows above the numbers.
    var top: Int
  }

  func layout(in area: Rect) -> Layout {
    let hasTitle = area.rows >= 2
    let hasIndices = area.rows >= min(rows, 2) + 2 && (rows > 1 || columns > 1)
    let top = (hasTitle ? 1 : 0) + (hasIndices ? 1 : 0)
    let chosen = highlight?.column == nil ? nil : highlight?.row
    let window = Window(count: rows, offset: rowOffset, room: area.rows - top, showing: chosen)
    let widest =
      rowIndices.isEmpty
      ? max(0, window.items.upperBound - 1) : window.items.map { index($0) }.max() ?? 0
    let beside =
      rowNames.isEmpty
      ? String(widest).utf8.count
      : min(area.columns / 3, rowNames.map { DisplayWidth.of($0) }.max() ?? 0)
    // Words keep off the colours of the numbers.
    let gap = rowNames.isEmpty ? 0 : 1
    let gutter = hasIndices && area.columns >= 16 ? beside + gap : 0
    let format = Format(self, rows: window.items)
    let above = columnNames.prefix(columns).map { DisplayWidth.of($0) }.max() ?? 0
    let width = max(format.width, min(above, Self.longestName)) + 1
    let room = area.columns - gutter
    let fitting = columns <= room / width ? columns : max(1, (room - 2) / width)
    var start = min(max(0, columnOffset), max(0, columns - fitting))
    if highlight?.row != nil, let column = highlight?.column, column >= 0, column < columns {
      start = min(max(start, column - fitting + 1), column)
    }
    return Layout(
      rows: window, columns: start..<min(columns, start + fitting), gutter: gutter,
      format: format, cell: width, top: top)
  }

  private func index(_ row: Int) -> Int {
    rowIndices.indices.contains(row) ? rowIndices[row] : row
  }

  /// Longer names above columns are cut.
  private static let longestName = 8

  func rowIndex(_ row: Int) -> String {
    let index = index(row)
    return rowNames.indices.contains(index) ? rowNames[index] : String(index)
  }

  /// What stands above a column of the screen's `width`, with a blank before it.
  func columnIndex(_ column: Int, _ width: Int, _ appearance: Appearance) -> String {
    guard columnNames.indices.contains(column) else { return String(column) }
    return DisplayWidth.clip(columnNames[column], to: width - 1, ellipsis: appearance.ellipsis)
  }

  /// The first row and column shown in an area.
  public func firstShown(in area: Rect) -> (row: Int, column: Int) {
    guard rows > 0, columns > 0, !area.isEmpty else { return (0, 0) }
    let layout = layout(in: area)
    return (layout.rows.items.lowerBound, layout.columns.lowerBound)
  }

  /// The number drawn at a place of the screen, as it stands in `values`.
  public func place(at point: Point, in area: Rect) -> (row: Int, column: Int)? {
    guard rows > 0, columns > 0, area.contains(point) else { return nil }
    let layout = layout(in: area)
    let line = point.row - area.row - layout.top
    let across = point.column - area.column - layout.gutter
    guard line >= 0, line < layout.rows.items.count, across >= 0 else { return nil }
    let column = across / layout.cell
    guard column < layout.columns.count else { return nil }
    return (layout.rows.items.lowerBound + line, layout.columns.lowerBound + column)
  }
}
