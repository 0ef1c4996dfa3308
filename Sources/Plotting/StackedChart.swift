// Charts above each other over one x axis: quantities that share no scale, such as a loss and an
// accuracy.

public import Screen

/// Line charts with a common x axis, which only the lowest one draws.
///
/// The first has the most rows. What has no room is named with its last value in the first one's
/// header.
public struct StackedChart: Chart, Hashable {
  public var charts: [LineChart]

  public init(_ charts: [LineChart]) { self.charts = charts }

  /// Rows of a chart that cannot be read below: header and canvas; the last one's axis and labels.
  private static let leastRows = 4
  private static let axisRows = 2

  public func naturalRows(columns: Int) -> Int { 10 + 5 * max(0, charts.count - 1) }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    let placed = placed(in: area, appearance)
    guard !placed.isEmpty else { return frame.fill(area) }
    for one in placed {
      one.chart.draw(
        into: &frame, area: one.area, appearance: appearance, margins: one.margins)
    }
  }

  /// The charts that have room, as they are drawn, and where.
  func placed(
    in area: Rect, _ appearance: Appearance
  ) -> [(chart: LineChart, area: Rect, margins: LineChart.Margins)] {
    let room = (area.rows - StackedChart.axisRows) / StackedChart.leastRows
    var shown = Array(charts.prefix(max(1, room)))
    guard !shown.isEmpty else { return [] }
    shown[0].note(charts.dropFirst(shown.count).flatMap(\.series), appearance)
    guard shown.count > 1 else { return [(shown[0], area, LineChart.Margins())] }
    let range = shown[0].xRange ?? LineChart.extent(of: shown.flatMap(\.series), shown[0].xScale)
    for index in shown.indices {
      shown[index].xRange = range
      shown[index].showsX = index == shown.count - 1
    }
    let rows = StackedChart.rows(area.rows, charts: shown.count)
    var top = area.row
    let places = rows.map { count in
      defer { top += count }
      return Rect(column: area.column, row: top, columns: area.columns, rows: count)
    }
    var margins = LineChart.Margins(isTight: true)
    for (chart, place) in zip(shown, places) {
      let own = chart.margins(area: place, appearance: appearance)
      margins.left = max(margins.left, own.left)
      margins.right = max(margins.right, own.right)
    }
    return zip(shown, places).map { ($0, $1, margins) }
  }

  /// The first chart takes two shares, the others one; the last one's axis comes before all.
  private static func rows(_ all: Int, charts count: Int) -> [Int] {
    let rest = all - axisRows - leastRows * count
    let extra =
      share(0, of: count + 1, over: rest).count + share(1, of: count + 1, over: rest).count
    var rows = [leastRows + extra]
    for index in 1..<count {
      let more = share(index + 1, of: count + 1, over: rest).count
      rows.append(leastRows + more + (index == count - 1 ? axisRows : 0))
    }
    return rows
  }
}

extension LineChart {
  /// Names what is recorded but has no room: `loss · accuracy 0.93`.
  fileprivate mutating func note(_ hidden: [ChartSeries], _ appearance: Appearance) {
    guard !hidden.isEmpty else { return }
    let words = hidden.map { line in
      let value = line.lastValue.map { " " + NumberFormat.compact($0, significant: 3) } ?? ""
      return DisplayWidth.clip(line.name, to: 16, ellipsis: appearance.ellipsis) + value
    }
    asides = words
  }
}
