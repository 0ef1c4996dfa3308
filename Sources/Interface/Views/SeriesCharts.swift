// Series and curves as charts: x by step, epoch or time, what is zoomed into, the cursor, smoothing,
// and quantities without a common scale above each other.

import Notebook
import Plotting
import Screen

/// Series as charts.
struct SeriesCharts {
  let title: String
  let series: [SeriesSnapshot]
  let axes: PlotAxes
  /// Over training steps.
  let viewport: Viewport

  init(_ title: String, _ series: [SeriesSnapshot], axes: PlotAxes, viewport: Viewport) {
    self.title = title
    self.series = series
    self.axes = axes
    self.viewport = viewport
  }

  /// The first and the last recorded step; nil without any.
  static func extent(of series: [SeriesSnapshot]) -> ClosedRange<Double>? {
    let first = series.compactMap { $0.buckets.first?.firstStep }.min()
    let last = series.compactMap { $0.buckets.last?.lastStep }.max()
    guard let first, let last, first <= last else { return nil }
    return Double(first)...Double(last)
  }

  /// What the y range of each panel is kept under.
  static func key(_ title: String, panel: Int) -> String {
    panel == 0 ? title : "\(title)\u{0}\(panel)"
  }

  /// One chart, or several above each other.
  ///
  /// - Parameter ranges: y ranges by `key`, that hold live axes still while all is seen.
  func chart(_ ranges: [String: StickyRange] = [:], key: String = "") -> any Chart {
    var charts = panels
    for index in charts.indices where charts[index].xRange == nil {
      guard let range = ranges[SeriesCharts.key(key, panel: index)],
        range.kind == charts[index].resolvedScale
      else { continue }
      charts[index].yRange = range.range
    }
    return charts.count == 1 ? charts[0] : StackedChart(charts)
  }

  /// A chart a panel, the loss's first.
  var panels: [LineChart] {
    let numbers = Set(series.map(\.panel)).sorted()
    let scale = timeScale
    let window = window.map { x($0.lowerBound, scale)...x($0.upperBound, scale) }
    let cursor = viewport.cursor.map { x($0, scale) }
    let panels = numbers.map { number in
      // In a panel of its own a series begins with a solid line, in another colour.
      series.filter { $0.panel == number }.enumerated().map { place, line in
        self.line(line, style: number == 0 ? line.style ?? place : 3 * number + place, scale)
      }
    }
    return (panels.isEmpty ? [[]] : panels).enumerated().map { index, lines in
      LineChart(
        title: index == 0 ? title : lines.count == 1 ? lines[0].name : "", series: lines,
        yScale: yScale, xRange: window ?? axes.range,
        xScale: axes.xScale == .log ? .log10 : .linear,
        xName: unitName(scale), cursor: cursor)
    }
  }

  private var yScale: LineChart.YScale {
    switch axes.yScale {
    case .automatic: .automatic
    case .linear: .linear
    case .log: .log10
    }
  }

  /// The part that is zoomed into, in steps.
  private var window: ClosedRange<Double>? {
    SeriesCharts.extent(of: series).flatMap { viewport.window(in: $0) }
  }

  // MARK: x

  /// Seconds, minutes, hours by what there is.
  private enum TimeScale: Double {
    case seconds = 1
    case minutes = 60
    case hours = 3600
  }

  private var hasTime: Bool { axes.unit == .time && series.contains(where: \.hasTimes) }

  private var timeScale: TimeScale {
    guard hasTime else { return .seconds }
    let longest = series.compactMap { $0.times.last?.seconds }.max() ?? 0
    return longest >= 7200 ? .hours : longest >= 300 ? .minutes : .seconds
  }

  private func unitName(_ scale: TimeScale) -> String {
    switch axes.unit {
    case .step: viewport.cursor == nil && axes.range == nil ? "" : "step"
    case .epoch: "epoch"
    case .time:
      if !hasTime {
        "step"
      } else {
        switch scale {
        case .seconds: "s"
        case .minutes: "min"
        case .hours: "h"
        }
      }
    }
  }

  /// A step as x of the series that goes furthest: cursor and window are common to all.
  private func x(_ step: Double, _ scale: TimeScale) -> Double {
    let guide = series.max { ($0.buckets.last?.lastStep ?? 0) < ($1.buckets.last?.lastStep ?? 0) }
    guard let guide else { return step }
    return guide.x(step: step, axes.unit) / (guide.hasTimes && hasTime ? scale.rawValue : 1)
  }

  /// The step whose x is nearest to one, within what is recorded: x only ever grows with the step.
  func step(at wanted: Double) -> Double? {
    guard let extent = SeriesCharts.extent(of: series) else { return nil }
    guard axes.unit != .step else {
      return min(max(wanted, extent.lowerBound), extent.upperBound).rounded()
    }
    let scale = timeScale
    var (low, high) = (extent.lowerBound, extent.upperBound)
    while high - low > 0.5 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if x(middle, scale) < wanted { low = middle } else { high = middle }
    }
    return high.rounded()
  }

  private func line(_ series: SeriesSnapshot, style: Int, _ scale: TimeScale) -> ChartSeries {
    let parts = series.finestParts
    var buckets: [ChartBucket] = []
    buckets.reserveCapacity(parts.course.count + parts.end.count)
    for bucket in parts.course { buckets.append(PlotDrawing.bucket(bucket)) }
    for bucket in parts.end { buckets.append(PlotDrawing.bucket(bucket)) }
    var line = ChartSeries(name: series.name, buckets: buckets, style: style)
    if axes.unit != .step {
      let divisor = series.hasTimes && hasTime ? scale.rawValue : 1
      for index in line.buckets.indices {
        line.buckets[index].x0 = series.x(step: line.buckets[index].x0, axes.unit) / divisor
        line.buckets[index].x1 = series.x(step: line.buckets[index].x1, axes.unit) / divisor
      }
    }
    if axes.smoothing > 0 {
      line.smoothed = SeriesSnapshot.smoothed(series.finest, weight: axes.smoothing)
    }
    return line
  }

  // MARK: Curves

  /// Curves over numbers of their own.
  static func curves(
    _ title: String, x: [Float], _ curves: [Curve], axes: PlotAxes, viewport: Viewport
  ) -> LineChart {
    let extent = extent(of: x)
    let lines = curves.map { curve in
      var line = ChartSeries(
        name: curve.name, points: zip(x, curve.values).map { (Double($0), Double($1)) })
      if axes.smoothing > 0 {
        line.smoothed = curve.smoothed(weight: axes.smoothing).map { Double($0) }
      }
      return line
    }
    let scale: LineChart.YScale =
      switch axes.yScale {
      case .automatic, .linear: .linear
      case .log: .log10
      }
    return LineChart(
      title: title, series: lines, yScale: scale,
      xRange: extent.flatMap { viewport.window(in: $0) } ?? axes.range,
      xScale: axes.xScale == .log ? .log10 : .linear, xName: viewport.cursor == nil ? "" : "x",
      cursor: viewport.cursor.flatMap { x in extent?.contains(x) == true ? x : nil },
      showsZero: true)
  }

  /// The least and the greatest x, which ascend; nil without any.
  static func extent(of x: [Float]) -> ClosedRange<Double>? {
    guard let first = x.first, let last = x.last, first.isFinite, last.isFinite, first <= last
    else { return nil }
    return Double(first)...Double(last)
  }
}
