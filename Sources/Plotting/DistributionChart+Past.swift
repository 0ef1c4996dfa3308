// The past of one layer's distribution: a row a step under the bars of now.

import Screen

extension DistributionChart {
  /// The chosen row at several steps, under the bars of now: rows spread over the whole past, the
  /// first and the last among them.
  func drawPast(_ name: String, _ line: LineLayout, into frame: inout Frame, area: Rect) {
    let (appearance, palette) = (line.appearance, Palette(line.appearance))
    frame.label(
      appearance.said("\(name) by step, shade: log count"), row: area.row, column: area.column,
      to: area.columns,
      style: palette[.title], clip: area, appearance: appearance)
    let count = min(area.rows - 1, history.count)
    let shown = (0..<count).map { history[$0 * (history.count - 1) / max(1, area.rows - 2)] }
    let greatest = decimalLogarithm(Double(max(shown.flatMap(\.counts).max() ?? 0, 1)) + 1)
    var canvas = BlockCanvas(
      columns: line.bars, rows: shown.count, halves: false, appearance: appearance)
    for (index, item) in shown.enumerated() {
      let row = area.row + 1 + index
      frame.label(
        item.label, row: row, column: area.column, to: max(0, line.name - 1),
        style: palette[.axis], right: true, clip: area, appearance: appearance)
      frame.label(
        LineLayout.below(item.below), row: row, column: area.column + line.name,
        to: max(0, line.below - 1), style: palette[.warning], right: true, clip: area,
        appearance: appearance)
      frame.label(
        LineLayout.above(item.above), row: row, column: line.start + line.bars + 1,
        to: max(0, line.above - 1), style: palette[.warning], clip: area, appearance: appearance)
      for bin in 0..<line.bins {
        let shared = share(bin, of: line.bins, over: item.counts.count)
        let count = shared.reduce(0) { max($0, item.counts[$1]) }
        guard count > 0 else { continue }
        let shade = decimalLogarithm(Double(count) + 1) / greatest
        for column in 0..<line.width {
          canvas.set(
            bin * line.width + column, index, .value(palette.sequential(shade), shade: shade))
        }
      }
    }
    canvas.draw(
      into: &frame,
      area: area.intersection(
        Rect(column: line.start, row: area.row + 1, columns: line.bars, rows: shown.count)))
  }
}
