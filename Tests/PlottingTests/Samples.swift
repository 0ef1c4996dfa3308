// The charts that the tests draw: each shows the ordinary case and its awkward ones.

import Plotting
import Screen

enum Samples {
  static let loss = LineChart(
    title: "loss",
    series: [
      ChartSeries(name: "train", values: (0..<200).map { decay(Double($0) / 6) }),
      ChartSeries(
        name: "valid",
        buckets: (0..<20).map { ChartBucket(x: Double($0 * 10), y: decay(Double($0)) + 0.05) }),
    ])

  private static func decay(_ x: Double) -> Double { 4 / (1 + x * x) }

  static let holes = LineChart(
    title: "holes",
    series: [
      ChartSeries(
        name: "x", values: [1, 2, .nan, 3, .infinity, 2, -.infinity, 0, 1, 2])
    ])

  static let curves = CurveChart(
    title: "relu",
    x: (0...40).map { Double($0 - 20) / 5 },
    curves: [
      ChartCurve(name: "relu", values: (0...40).map { max(0, Double($0 - 20) / 5) }),
      ChartCurve(name: "relu'", values: (0...40).map { $0 > 20 ? 1 : 0 }),
    ])

  static let gradients = GradientChart(rows: [
    GradientChartRow(
      name: "emb", norms: buckets((0..<24).map { 0.2 + 0.01 * Double($0 % 5) }), last: 0.21),
    GradientChartRow(
      name: "blk0.attn", norms: buckets((0..<24).map { 0.5 / Double($0 + 1) }), last: 0.0208),
    GradientChartRow(
      name: "blk1.attn", norms: buckets((0..<24).map { powerOfTwo(-$0) }), last: 1.2e-7,
      marker: .down),
    GradientChartRow(
      name: "head", norms: buckets((0..<24).map { powerOfTwo($0 / 3) }), last: 128, marker: .up),
    GradientChartRow(
      name: "dead", norms: buckets([1, 0, 0, .nan, .infinity, 0]), last: 0),
  ])

  static func layers(_ count: Int) -> GradientChart {
    GradientChart(
      rows: (0..<count).map { layer in
        GradientChartRow(
          name: "net.\(layer)", norms: buckets((0..<10).map { powerOfTwo(-layer / 4 - $0 % 2) }),
          last: powerOfTwo(-layer / 4), marker: layer == count - 1 ? .down : .none)
      })
  }

  static let matrix = MatrixChart(
    name: "W", shape: [64, 128], rows: 8, columns: 6,
    values: (0..<48).map(entry), highlight: MatrixPlace(row: 1, column: 2))

  private static func entry(_ index: Int) -> Double {
    if index == 7 { return .nan }
    if index == 13 { return 0.000012 }
    return Double((index * 37) % 48 - 24) / 20
  }

  static let words = ["the", "cat", "sat", "on\u{1B}[0m", "猫の手"]

  static let attention = HeatMap(
    title: "attention.0", rows: 5, columns: 5,
    values: (0..<25).map(weight), masked: (0..<25).map { $0 % 5 > $0 / 5 },
    rowLabels: words, columnLabels: words,
    selected: MatrixPlace(row: 2, column: 1))

  private static func weight(_ index: Int) -> Double {
    let isHidden = index % 5 > index / 5 || index == 5
    return isHidden ? 0 : Double(index % 7 + 1) / 8
  }

  static func bigMap(_ size: Int) -> HeatMap {
    HeatMap(
      title: "map", rows: size, columns: size,
      values: (0..<size * size).map { index in
        let (row, column) = (index / size, index % size)
        return row == column ? 1 : row > column ? 0.3 : 0
      }, masked: (0..<size * size).map { $0 % size > $0 / size })
  }

  static let histogram = HistogramChart(
    title: "weights", lower: -1, upper: 1, counts: [1, 4, 12, 30, 44, 28, 0, 2], below: 3,
    nanCount: 1)

  static let strip = HistogramStrip(
    title: "W", lower: -1, upper: 1,
    rows: (0..<4).map { step in
      HistogramStripRow(
        label: "\(step * 100)", counts: (0..<16).map { hill($0 - 8, width: 4 - step) },
        below: step)
    })

  private static func hill(_ x: Int, width: Int) -> Int { max(0, 60 - x * x * width) }

  static let boundary = BoundaryChart(
    title: "xor", columns: 20, rows: 10, x: 0...1, y: 0...1,
    values: (0..<200).map { ($0 % 20 < 10) == ($0 / 20 < 5) ? 1 : 0 }, classes: 2,
    points: [
      BoundaryPoint(x: 0, y: 0, label: 0), BoundaryPoint(x: 1, y: 1, label: 0),
      BoundaryPoint(x: 0, y: 1, label: 1), BoundaryPoint(x: 1, y: 0, label: 1),
    ])

  static let table = Table(
    header: ["layer", "shape", "parameters", "share"],
    rows: [
      ["net.0", "[64, 128]", "8,192", "12.5%"], ["net.1", "[128]", "128", "0.2%"],
      ["a very long name of a layer", "[128, 128, 3, 3]", "147,456", "–"],
    ])

  private static let charts: [(name: String, chart: any Chart)] =
    [
      ("loss", loss), ("holes", holes), ("curves", curves), ("gradients", gradients),
      ("layers 30", layers(30)), ("layers 12", layers(12)), ("matrix", matrix),
      ("attention", attention), ("map 24", bigMap(24)), ("map 90", bigMap(90)),
      ("histogram", histogram), ("strip", strip), ("boundary", boundary), ("table", table),
      ("clipped gradients", clippedGradients), ("gradient strip", gradientStrip),
      ("ratios", ratios), ("times", times), ("long times", longTimes),
      ("distributions", distributions), ("magnitudes", magnitudes),
      ("smoothed", smoothed), ("zoomed", zoomed), ("log x", logarithmicX), ("stacked", stacked),
      ("progress", ProgressBar(fraction: 0.427, label: "step 427")),
    ] + pictures + scatters

  static let all: [(name: String, chart: any Chart)] = charts + structures

  static func buckets(_ values: [Double]) -> [ChartBucket] {
    values.enumerated().map { ChartBucket(x: Double($0.offset), y: $0.element) }
  }

  static func powerOfTwo(_ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { value, _ in exponent < 0 ? value / 2 : value * 2 }
  }
}
