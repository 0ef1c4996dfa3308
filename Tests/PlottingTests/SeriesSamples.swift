// Line charts that are smoothed, zoomed into, read by a cursor, stacked.

import Plotting
import Screen

extension Samples {
  /// A falling course with a ripple in plain arithmetic, the same on every machine.
  static func rippling(_ count: Int, _ scale: Double = 1) -> [Double] {
    (0..<count).map { index in
      let falling = 20 / Double(index + 20)
      return scale * (falling + Double(index * 7 % 11) / 30)
    }
  }

  private static func smoothed(_ values: [Double]) -> [Double] {
    var mean = values.first ?? 0
    return values.map {
      mean = 0.9 * mean + 0.1 * $0
      return mean
    }
  }

  static let smoothed = LineChart(
    title: "loss",
    series: [
      ChartSeries(
        name: "train", buckets: buckets(rippling(120)), smoothed: smoothed(rippling(120))),
      ChartSeries(
        name: "valid", buckets: buckets(rippling(120, 0.5)),
        smoothed: smoothed(rippling(120, 0.5))),
    ])

  /// Every tenth point.
  private static let sparse: [(x: Double, y: Double)] = (0..<12).map { index in
    let x = Double(index * 10)
    return (x, 20 / (x + 20))
  }

  private static let wide: [ChartBucket] = [
    ChartBucket(x0: 0, x1: 44, minimum: 0.4, maximum: 0.7, last: 0.5, nanCount: 1),
    ChartBucket(x0: 50, x1: 119, minimum: 0.1, maximum: 0.14, last: 0.12),
  ]

  static let zoomed = LineChart(
    title: "loss",
    series: [
      ChartSeries(name: "train", buckets: buckets(rippling(120))),
      ChartSeries(name: "valid", points: sparse),
      ChartSeries(name: "wide", buckets: wide, style: 4),
    ], xRange: 40...60, xName: "step", cursor: 52)

  static let logarithmicX = LineChart(
    title: "loss", series: [ChartSeries(name: "train", values: rippling(2000))], yScale: .log10,
    xScale: .log10)

  /// A tenth of the points, rising to one.
  private static let rising: [(x: Double, y: Double)] = (0..<11).map { index in
    let place = Double(index)
    return (x: place * 10, y: place / (place + 2))
  }

  static let stacked = StackedChart([
    LineChart(
      title: "loss",
      series: [
        ChartSeries(name: "train", values: rippling(100, 3)),
        ChartSeries(name: "valid", values: rippling(100, 2)),
      ], cursor: 40),
    LineChart(
      title: "accuracy", series: [ChartSeries(name: "accuracy", points: rising)], cursor: 40),
  ])
}
