// Sizes, places and rectangles on a character screen: zero-based, columns before rows.

/// The size of a screen or a pane in character cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place; (0, 0) is the top left.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A half-open rectangle of cells. Places and lengths are held within ±2³⁰, so that sums of them
/// never overflow.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    let limit = 1 << 30
    self.column = min(max(column, -limit), limit)
    self.row = min(max(row, -limit), limit)
    self.columns = min(max(0, columns), limit)
    self.rows = min(max(0, rows), limit)
  }

  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public var isEmpty: Bool { columns == 0 || rows == 0 }
  public var endColumn: Int { column + columns }
  public var endRow: Int { row + rows }
  public var size: Size { Size(columns: columns, rows: rows) }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle less `edge` cells at each side.
  public func inset(_ edge: Int) -> Rect {
    Rect(
      column: column &+ edge, row: row &+ edge, columns: columns - 2 * edge, rows: rows - 2 * edge)
  }
}
