// A grid of values that spans a plot from edge to edge: from the screen to the grid and back.

import Screen

extension PlotFrame {
  /// The place of the grid nearest to a place of the canvas.
  func gridPlace(at point: Point, rows: Int, columns: Int) -> (row: Int, column: Int)? {
    guard canvas.contains(point), rows > 0, columns > 0 else { return nil }
    func place(_ index: Int, _ count: Int, _ grid: Int) -> Int {
      count > 1 ? nearest(Double(index) / Double(count - 1) * Double(grid - 1), 0...grid - 1) : 0
    }
    return (
      place(point.row - canvas.row, canvas.rows, rows),
      place(point.column - canvas.column, canvas.columns, columns)
    )
  }

  /// Turns the cell of a place of the grid round and puts a cross there.
  func drawCrosshair(
    _ place: MatrixPlace?, rows: Int, columns: Int, into frame: inout Frame
  ) {
    guard let row = place?.row, let column = place?.column, row >= 0, row < rows, column >= 0,
      column < columns, !canvas.isEmpty
    else { return }
    func cell(_ index: Int, _ grid: Int, _ count: Int) -> Int {
      grid > 1
        ? nearest(Double(index) / Double(grid - 1) * Double(count - 1), 0...count - 1) : 0
    }
    frame.put(
      appearance.glyphs == .unicode ? "╋" : "+",
      row: canvas.row + cell(row, rows, canvas.rows),
      column: canvas.column + cell(column, columns, canvas.columns),
      style: Palette(appearance)[.selected], clip: canvas)
  }
}
