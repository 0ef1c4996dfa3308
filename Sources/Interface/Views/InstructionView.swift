// The debugging pane: the instruction that ran last, with its numbers.

import Notebook
import Screen

/// The instruction pane.
enum InstructionView {
  /// Draws the instruction from row `scroll` of its lines on. The matrices give way before the
  /// explanation does.
  static func draw(
    _ detail: InstructionDetail?, scroll: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    guard let detail else {
      Hint.draw(
        "step shows an instruction here: its formula, its operands and its result",
        into: &frame, area: area, appearance: appearance)
      return
    }
    let text =
      InstructionBlocks.title(of: detail, columns: area.columns, appearance: appearance).count
      + InstructionBlocks.explanation(of: detail, columns: area.columns, appearance: appearance)
      .count
    var rows = max(2, area.rows)
    var blocks: [Block] = []
    // The tallest matrices with which everything still fits; two rows at least.
    while true {
      blocks = InstructionBlocks.blocks(
        for: detail, columns: area.columns, matrixRows: rows, appearance: appearance)
      let height = blocks.reduce(0) { $0 + $1.rows }
      if height <= area.rows || rows <= 2 { break }
      rows = max(2, min(rows - 1, area.rows - text))
      if text >= area.rows { rows = 2 }
    }
    let height = blocks.reduce(0) { $0 + $1.rows }
    let skip = min(max(0, scroll), max(0, height - area.rows))
    frame.draw(blocks, in: area, skipping: skip)
    if height - skip > area.rows {
      Hint.more(into: &frame, area: area, appearance: appearance)
    }
  }
}
