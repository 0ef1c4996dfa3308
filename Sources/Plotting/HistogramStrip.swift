// A distribution over time.

public import Screen

/// One step of a histogram over time.
public struct HistogramStripRow: Hashable, Sendable {
  /// The step, as text.
  public var label: String
  public var counts: [Int]
  public var below: Int
  public var above: Int

  public init(label: String, counts: [Int], below: Int = 0, above: Int = 0) {
    self.label = label
    self.counts = counts
    self.below = below
    self.above = above
  }
}

/// Rows are steps (newest last), columns fixed bins shaded by the logarithm of the count, with the
/// counts out of range at both ends. Of more rows than fit, the newest show.
public struct HistogramStrip: Chart, Hashable {
  public var title: String
  public var lower: Double
  public var upper: Double
  public var rows: [HistogramStripRow]

  public init(title: String = "", lower: Double, upper: Double, rows: [HistogramStripRow]) {
    self.title = title
    self.lower = lower
    self.upper = upper
    self.rows = rows
  }

  public func naturalRows(columns: Int) -> Int { rows.count + 1 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let top = area.rows >= 2 ? 1 : 0
    let shown = rows.suffix(area.rows - top)
    if top > 0 {
      let low = NumberFormat.compact(lower, significant: 3)
      let high = NumberFormat.compact(upper, significant: 3)
      let heading = rows.isEmpty ? "no data yet" : "[\(low)..\(high)] log count"
      frame.label(
        (title.isEmpty ? "" : title + " ") + appearance.said(heading), row: area.row,
        column: area.column,
        to: area.columns, style: palette[.title], clip: area, appearance: appearance)
    }
    func width(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
    let labels = shown.map { appearance.text($0.label) }
    let below = shown.map { $0.below > 0 ? "<\($0.below)" : "" }
    let above = shown.map { $0.above > 0 ? ">\($0.above)" : "" }
    let sides = [min(width(labels), area.columns / 4), width(below), width(above)]
    let start = area.column + sides[0] + 1 + sides[1] + (sides[1] > 0 ? 1 : 0)
    let room = max(0, area.endColumn - start - sides[2] - (sides[2] > 0 ? 1 : 0))
    let bins = shown.map(\.counts.count).max() ?? 0
    let columns = min(bins, room)
    let greatest = shown.flatMap(\.counts).max() ?? 0
    var canvas = BlockCanvas(
      columns: columns, rows: shown.count, halves: false, appearance: appearance)
    for (line, item) in shown.enumerated() {
      let row = area.row + top + line
      frame.label(
        labels[line], row: row, column: area.column, to: sides[0], style: palette[.axis],
        right: true, clip: area, appearance: appearance)
      frame.put(
        below[line], row: row, column: area.column + sides[0] + 1, style: palette[.warning],
        clip: area)
      frame.put(
        above[line], row: row, column: start + columns + 1, style: palette[.warning], clip: area)
      for column in 0..<columns {
        let group = share(column, of: columns, over: bins)
        let count = group.reduce(0) { max($0, $1 < item.counts.count ? item.counts[$1] : 0) }
        guard count > 0, greatest > 0 else { continue }
        let shade = decimalLogarithm(Double(count) + 1) / decimalLogarithm(Double(greatest) + 1)
        canvas.set(column, line, .value(palette.sequential(shade), shade: shade))
      }
    }
    canvas.draw(
      into: &frame,
      area: area.intersection(
        Rect(column: start, row: area.row + top, columns: columns, rows: shown.count)))
  }
}
