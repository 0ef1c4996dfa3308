// A piece of a scrolling document: so many rows high, drawn on demand. Cells, instructions and help
// are lists of blocks; the screen shows a window of them, the line mode all.

import Screen

/// A piece of a document with a fixed height.
struct Block {
  var rows: Int
  /// Draws the block into a rectangle of exactly `rows` rows.
  var draw: (inout Frame, Rect) -> Void

  init(rows: Int, draw: @escaping (inout Frame, Rect) -> Void) {
    self.rows = max(0, rows)
    self.draw = draw
  }

  /// One line of text.
  init(_ line: StyledLine, indent: Int = 0) {
    self.init(rows: 1) { frame, area in
      line.draw(into: &frame, row: area.row, column: area.column + indent, clip: area)
    }
  }

  static var empty: Block { Block(StyledLine()) }

  /// The block moved to the right.
  func indented(by columns: Int) -> Block {
    let draw = draw
    return Block(rows: rows) { frame, area in
      draw(
        &frame,
        Rect(
          column: area.column + columns, row: area.row, columns: area.columns - columns,
          rows: area.rows))
    }
  }
}

extension Frame {
  /// Draws blocks from the top of `area`, the first of them starting `skip` rows above it. What
  /// sticks out at either end is clipped.
  mutating func draw(_ blocks: some Sequence<Block>, in area: Rect, skipping skip: Int = 0) {
    var row = area.row - skip
    for block in blocks {
      if row >= area.endRow { return }
      defer { row += block.rows }
      guard block.rows > 0, row + block.rows > area.row else { continue }
      let place = Rect(
        column: area.column, row: row, columns: area.columns, rows: block.rows)
      if row >= area.row && place.endRow <= area.endRow {
        block.draw(&self, place)
      } else {
        // Charts know nothing of clipping: draw aside, copy what is visible.
        var aside = Frame(size: place.size)
        block.draw(&aside, aside.bounds)
        copy(aside, to: place, clip: area)
      }
    }
  }

  private mutating func copy(_ source: Frame, to place: Rect, clip: Rect) {
    let visible = bounds.intersection(place).intersection(clip)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn {
        self[row, column] = source[row - place.row, column - place.column]
      }
    }
  }
}
