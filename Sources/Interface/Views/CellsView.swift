// The scrolling cells, the newest at the bottom.

import Notebook
import Screen

/// The cells pane.
package enum CellsView {
  /// Draws the cells that end `scroll` rows below the area's last one. Only cells that show, and
  /// those below them, are laid out.
  static func draw(
    _ cells: [NotebookCell], scroll: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    if cells.isEmpty {
      welcome(into: &frame, area: area, appearance: appearance)
      return
    }
    let (blocks, height, reached) = tail(
      of: cells, columns: area.columns, rows: area.rows, scroll: scroll, appearance: appearance)
    let offset = max(0, min(scroll, height - area.rows))
    let skip = height - area.rows - offset
    if skip >= 0 {
      frame.draw(blocks, in: area, skipping: skip)
    } else {
      frame.draw(blocks, in: area)
    }
    if skip > 0 || (!reached && skip >= 0) {
      Hint.above(into: &frame, area: area, appearance: appearance)
    }
    if offset > 0 { Hint.more(into: &frame, area: area, appearance: appearance) }
  }

  /// The greatest scroll offset, looked for no further than `wanted`.
  static func clamped(
    scroll wanted: Int, cells: [NotebookCell], size: Size, appearance: Appearance
  ) -> Int {
    guard wanted > 0, size.columns > 0 else { return 0 }
    let (_, height, _) = tail(
      of: cells, columns: size.columns, rows: size.rows, scroll: wanted, appearance: appearance)
    return max(0, min(wanted, height - size.rows))
  }

  /// The last cells' blocks, as many as reach above the window.
  private static func tail(
    of cells: [NotebookCell], columns: Int, rows: Int, scroll: Int, appearance: Appearance
  ) -> (blocks: [Block], height: Int, reachedTop: Bool) {
    let needed = min(max(0, scroll), 1_000_000_000) + rows
    var groups: [[Block]] = []
    var height = 0
    var below: NotebookCell?
    for cell in cells.reversed() {
      var blocks = CellBlocks.blocks(for: cell, columns: columns, appearance: appearance)
      if let below, isApart(cell, below) { blocks.append(.empty) }
      height += blocks.reduce(0) { $0 + $1.rows }
      groups.append(blocks)
      below = cell
      if height > needed { return (Array(groups.reversed().joined()), height, false) }
    }
    return (Array(groups.reversed().joined()), height, true)
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
      # \(sign) a notebook for neural nets

      Type a line and press Enter. A first network, trained and looked at:

      \(firstSteps.map { "- `" + $0 + "`" }.joined(separator: "\n"))

      `step` walks the program one instruction at a time. Tab completes, `help` explains every \
      name, F1 lists the keys.
      """
    let lines = Markdown.lines(prose, columns: min(area.columns, 76), appearance: appearance)
    frame.draw(lines.map { Block($0) }, in: area)
  }
}
