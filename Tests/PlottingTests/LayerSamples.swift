// Charts of layers as the tests draw them.

import Plotting
import Screen

extension Samples {
  static let clippedGradients = GradientChart(
    rows: [
      GradientChartRow(name: "net.0", norms: buckets([1, 2, 4, 8]), last: 8, clipped: 0.4),
      GradientChartRow(
        name: "net.2", norms: buckets([0.1, 2000, 3000, 4000]), last: 4000, marker: .up,
        clipped: 0.6),
    ], selected: 1, cursor: 2, moment: "step 2")

  static let gradientStrip = GradientChart(rows: layers(5).rows, style: .strip)

  static let ratios = RatioChart(
    rows: [
      RatioChartRow(name: "net.0", ratios: buckets([0.001, 0.003, 0.002]), last: 0.002),
      RatioChartRow(name: "net.2", ratios: buckets([0.5, 0.08, 0.03]), last: 0.03),
      RatioChartRow(name: "net.4", ratios: buckets([1e-5, 2e-6, 3e-7]), last: 3e-7),
      RatioChartRow(name: "still", ratios: buckets([0, 0]), last: 0),
      RatioChartRow(name: "from zero", ratios: buckets([.infinity]), last: .infinity),
      RatioChartRow(name: "lost", ratios: buckets([.nan]), last: .nan),
    ], selected: 2)

  static let times = TimeGrid(
    title: "bptt(net) ‖∂L/∂h‖",
    rows: [
      TimeGridRow(
        name: "net.l0",
        places: [.unreached, .norm(0), .norm(0.001), .norm(0.02), .norm(0.4), .norm(.nan)],
        cuts: [2, 4]),
      TimeGridRow(
        name: "net.l1",
        places: [.pending, .pending, .norm(0.01), .norm(0.1), .norm(1), .norm(.infinity)]),
    ])

  static let longTimes = TimeGrid(
    title: "‖∂L/∂h‖",
    rows: (0..<3).map { layer in
      TimeGridRow(
        name: "net.l\(layer)", places: (0..<100).map { .norm(powerOfTwo($0 / 3 - 33 + layer)) },
        cuts: [25, 50, 75])
    }, selected: TimeGridCursor(row: 1, time: 40))

  static let distributions = DistributionChart(
    title: "activations(net) step 40",
    rows: [
      DistributionRow(name: "net.0", counts: hump(10, 6), below: 3, mean: 0.01, deviation: 0.42),
      DistributionRow(
        name: "net.1", counts: hump(10, 6).enumerated().map { $0.offset < 10 ? 0 : $0.element },
        mean: 0.2, deviation: 0.3, idle: 0.75),
      DistributionRow(
        name: "net.3", counts: [90] + Array(repeating: 1, count: 18) + [120], above: 7, mean: 0,
        deviation: 0.98, idle: 0.31, idleWord: "sat"),
      DistributionRow(name: "pending", counts: [], mean: .nan, deviation: .nan),
    ], lower: -1, upper: 1, selected: 1,
    history: (0...20).map { step in
      HistogramStripRow(
        label: String(step * 2), counts: hump(10, 2 + step / 3), below: step == 0 ? 4 : 0)
    })

  static let magnitudes = DistributionChart(
    title: "gradients(net) step 7",
    rows: [
      DistributionRow(
        name: "net.0.weight", counts: hump(6, 3), below: 120, mean: 1e-9, deviation: 2e-8),
      DistributionRow(name: "net.2.weight", counts: hump(13, 3), mean: 1e-4, deviation: 0.02),
    ], lower: -12, upper: 2, isMagnitude: true)

  /// Counts with a maximum at a bin.
  static func hump(_ centre: Int, _ width: Int) -> [Int] {
    (0..<20).map { bin in
      let distance = Double(bin - centre) / Double(width)
      return Int(200 / (1 + distance * distance * distance * distance) - 2)
    }.map { max(0, $0) }
  }
}
