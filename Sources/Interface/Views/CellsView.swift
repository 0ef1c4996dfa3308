// The scrolling cells, the newest at the bottom.

import Notebook
import Screen

/// The cells pane.
package enum CellsView {
  /// Draws the cells that end `scroll` rows below the area's last one. Only cells that show, and
  /// those below them, are laid out.
  static func draw(
    _ cells: [NotebookCell], scroll: Int, look: CellsLook = CellsLook(), into frame: inout Frame,
    area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    if cells.isEmpty {
      welcome(into: &frame, area: area, appearance: appearance)
      return
    }
    let (blocks, height, reached) = tail(
      of: cells, look, columns: area.columns, rows: area.rows, scroll: scroll,
      appearance: appearance)
    let offset = max(0, min(scroll, height - area.rows))
    let skip = height - area.rows - offset
    if skip >= 0 {
      frame.draw(blocks, in: area, skipping: skip)
    } else {
      frame.draw(blocks, in: area)
    }
    if !look.search.isEmpty {
      Highlight.mark(look.search, into: &frame, area: area, style: appearance.style(.selection))
    }
    if skip > 0 || (!reached && skip >= 0) {
      Hint.above(into: &frame, area: area, appearance: appearance)
    }
    if offset > 0 { Hint.more(into: &frame, area: area, appearance: appearance) }
  }

  /// The greatest scroll offset, looked for no further than `wanted`.
  static func clamped(
    scroll wanted: Int, cells: [NotebookCell], look: CellsLook = CellsLook(), size: Size,
    appearance: Appearance
  ) -> Int {
    guard wanted > 0, size.columns > 0 else { return 0 }
    let (_, height, _) = tail(
      of: cells, look, columns: size.columns, rows: size.rows, scroll: wanted,
      appearance: appearance)
    return max(0, min(wanted, height - size.rows))
  }

  /// Rows of these cells, as the last ones of the pane.
  static func rows(
    _ cells: [NotebookCell], _ look: CellsLook, columns: Int, appearance: Appearance
  ) -> Int {
    tail(of: cells, look, columns: columns, rows: .max / 2, scroll: 0, appearance: appearance)
      .height
  }

  /// Rows of each cell, with the blank line after it.
  static func rowsOfEach(
    _ cells: [NotebookCell], _ look: CellsLook, columns: Int, appearance: Appearance
  ) -> [Int] {
    cells.indices.map { index in
      let below = index + 1 < cells.count ? cells[index + 1] : nil
      return group(cells[index], index, below, look, columns, appearance)
        .reduce(0) { $0 + $1.rows }
    }
  }

  /// The index of the cell under a place.
  static func cell(
    at place: Point, _ cells: [NotebookCell], _ look: CellsLook, scroll: Int, area: Rect,
    appearance: Appearance
  ) -> Int? {
    let (_, height, _) = tail(
      of: cells, look, columns: area.columns, rows: area.rows, scroll: scroll,
      appearance: appearance)
    let offset = max(0, min(scroll, height - area.rows))
    // Rows from the last one; a few cells stand at the top.
    var row =
      height <= area.rows
      ? height - 1 - (place.row - area.row) : area.endRow - 1 - place.row + offset
    guard row >= 0 else { return nil }
    for index in cells.indices.reversed() {
      let below = index + 1 < cells.count ? cells[index + 1] : nil
      let rows = group(cells[index], index, below, look, area.columns, appearance)
        .reduce(0) { $0 + $1.rows }
      if row < rows { return index }
      row -= rows
    }
    return nil
  }

  /// The last cells' blocks, as many as reach above the window.
  private static func tail(
    of cells: [NotebookCell], _ look: CellsLook, columns: Int, rows: Int, scroll: Int,
    appearance: Appearance
  ) -> (blocks: [Block], height: Int, reachedTop: Bool) {
    let needed = min(max(0, scroll), 1_000_000_000) + rows
    var groups: [[Block]] = []
    var height = 0
    for index in cells.indices.reversed() {
      let below = index + 1 < cells.count ? cells[index + 1] : nil
      let blocks = group(cells[index], index, below, look, columns, appearance)
      height += blocks.reduce(0) { $0 + $1.rows }
      groups.append(blocks)
      if height > needed { return (Array(groups.reversed().joined()), height, false) }
    }
    return (Array(groups.reversed().joined()), height, true)
  }

  /// One cell, with the mark of the chosen one and the blank line that sets it off.
  private static func group(
    _ cell: NotebookCell, _ index: Int, _ below: NotebookCell?, _ look: CellsLook, _ columns: Int,
    _ appearance: Appearance
  ) -> [Block] {
    var blocks = CellBlocks.blocks(
      for: look.shown(cell), columns: columns - look.gutter, fold: look.folds[cell.number],
      appearance: appearance)
    if look.gutter > 0 {
      blocks = blocks.map { $0.indented(by: look.gutter) }
      if index == look.chosen { blocks = blocks.map { marked($0, appearance) } }
    }
    if let below, isApart(cell, below) { blocks.append(.empty) }
    return blocks
  }

  /// A bar at the left of the chosen cell.
  private static func marked(_ block: Block, _ appearance: Appearance) -> Block {
    let draw = block.draw
    let bar = ScreenCell(appearance.glyph("▌", ascii: "|"), style: appearance.style(.accent))
    return Block(rows: block.rows) { frame, area in
      draw(&frame, area)
      frame.fill(
        Rect(column: area.column, row: area.row, columns: min(1, area.columns), rows: area.rows),
        with: bar)
    }
  }

  /// Prose is set off by a blank line; commands follow one another closely.
  private static func isApart(_ upper: NotebookCell, _ lower: NotebookCell) -> Bool {
    upper.prose != nil || lower.prose != nil
  }

  /// What an empty notebook proposes; a test runs it.
  package static let firstSteps = [
    "x, y = batch(xor(), 4)",
    "net = dense(8) | tanh | dense(1) | sigmoid",
    "L = binary_cross_entropy(net(x), y)",
    "train L with adam(lr=0.05) steps=500",
  ]

  private static func welcome(
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let sign = appearance.glyph("∇", ascii: "nabla:")
    let prose = """
      # \(sign) \(appearance.words("a notebook for neural nets"))

      \(appearance.words("Type a line and press Enter. A first network, trained and looked at:"))

      \(firstSteps.map { "- `" + $0 + "`" }.joined(separator: "\n"))

      \(appearance.words(
        "`step` walks the program one instruction at a time. Tab completes, `help` explains every "
          + "name, F1 lists the keys."))
      """
    let lines = Markdown.lines(prose, columns: min(area.columns, 76), appearance: appearance)
    frame.draw(lines.map { Block($0) }, in: area)
  }
}
