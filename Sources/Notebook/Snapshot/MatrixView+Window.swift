// What a view keeps of a tensor: a window of its last two axes, read element by element.

import Engine

extension MatrixView {
  /// Rows and columns that a view keeps of a larger tensor.
  static let window = 64

  /// A window of a tensor's last two axes: around the cursor or what is lit, or else its corner.
  ///
  /// - Parameters:
  ///   - lit: row-major places in the whole tensor.
  ///   - cursor: a place in the whole tensor.
  init(_ name: String, _ values: Glimpse, _ role: Role, lit: Set<Int>, cursor: Int?) {
    self.init(name, values.shape, role, lit: lit, cursor: cursor) { values[$0] }
  }

  /// The corner of a tensor's last two axes.
  init(_ name: String, _ tensor: Tensor, _ role: Role) {
    self.init(name, tensor.shape, role, lit: [], cursor: nil) { tensor.values[$0] }
  }

  private init(
    _ name: String, _ shape: Shape, _ role: Role, lit: Set<Int>, cursor: Int?,
    _ value: (Int) -> Float
  ) {
    guard shape.count > 0 else {
      self.init(
        name: name, shape: shape.extents, role: role, rows: 0, columns: 0, values: [])
      return
    }
    let width = shape.rank == 0 ? 1 : shape[-1]
    let height = shape.rank < 2 ? 1 : shape[-2]
    let (rows, columns) = (min(height, MatrixView.window), min(width, MatrixView.window))
    let center = cursor ?? lit.min() ?? 0
    let block = center / (width * height)
    let (row, column) = (center / width % height, center % width)
    let firstRow = max(0, min(row - rows / 2, height - rows))
    let firstColumn = max(0, min(column - columns / 2, width - columns))
    var window: [Float] = []
    window.reserveCapacity(rows * columns)
    for row in firstRow..<firstRow + rows {
      let start = (block * height + row) * width + firstColumn
      for place in start..<start + columns { window.append(value(place)) }
    }
    func place(_ element: Int) -> Int? {
      let (row, column) = (element / width % height - firstRow, element % width - firstColumn)
      guard element / (width * height) == block, row >= 0, row < rows, column >= 0,
        column < columns
      else { return nil }
      return row * columns + column
    }
    var leading: [Int] = []
    var rest = block
    for extent in shape.extents.dropLast(2).reversed() {
      leading.insert(rest % extent, at: 0)
      rest /= extent
    }
    self.init(
      name: name, shape: shape.extents, role: role, rows: rows, columns: columns, values: window,
      leading: leading, firstRow: firstRow, firstColumn: firstColumn,
      lit: Set(lit.compactMap(place)),
      focus: cursor != nil || !lit.isEmpty ? place(center) : nil, hasCursor: cursor != nil)
  }
}
