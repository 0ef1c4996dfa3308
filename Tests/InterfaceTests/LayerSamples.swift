// Layers as the gradients pane and the plots show them.

import Notebook

extension Samples {
  static let ratios = RatioPlot(
    rows: [
      RatioPlot.Row(path: "net.0", ratios: series("net.0", 0.002), last: 0.0012),
      RatioPlot.Row(path: "net.2", ratios: series("net.2", 0.00001), last: 3e-6),
      RatioPlot.Row(path: "katman-ı.4", ratios: series("net.4", 0.4), last: 0.08),
    ])

  /// Counts with a maximum at a bin.
  static func hump(_ centre: Int, _ width: Int) -> [UInt32] {
    (0..<40).map { bin in
      let distance = Double(bin - centre) / Double(width)
      return UInt32(max(0, 200 / (1 + distance * distance * distance * distance) - 3))
    }
  }

  static func spread(
    _ centre: Int, _ width: Int, idle: Double? = nil, below: Int = 0
  ) -> DistributionPlot.Spread {
    DistributionPlot.Spread(
      counts: hump(centre, width), below: below, mean: Double(centre - 20) / 20,
      deviation: Double(width) / 20, idle: idle)
  }

  static let distributions = DistributionPlot(
    subject: .activations, step: 1240, lower: -1, upper: 1, isMagnitude: false,
    rows: [
      DistributionPlot.Row(
        name: "net.0", now: spread(20, 12, below: 4),
        past: (0..<12).map { spread(20, 2 + $0) }),
      DistributionPlot.Row(
        name: "net.1", now: spread(30, 4, idle: 0.625),
        past: (0..<12).map { spread(20 + $0, 4, idle: Double($0) / 20) }, idleWord: "dead"),
      DistributionPlot.Row(
        name: "net.3", now: spread(38, 2, idle: 0.21), past: (0..<12).map { spread(38, 13 - $0) },
        idleWord: "saturated"),
      DistributionPlot.Row(name: "net.4", now: nil, past: []),
    ], steps: (1...12).map { $0 * 100 })

  static let times = TimePlot(
    loss: "L",
    rows: [
      TimePlot.Row(
        path: "net.l0",
        places: [
          .unreached, .unreached, .norm(0.0001), .norm(0.002), .norm(0.03), .pending, .norm(0.4),
          .norm(.nan),
        ], cuts: [2, 5]),
      TimePlot.Row(
        path: "net.l1", places: (0..<8).map { .norm(Float(1 << $0) / 128) }, cuts: [2, 5]),
    ])

  static let profiles = [
    ProfilePlot(
      name: "plain: adam(lr=0.01)",
      layers: (0..<12).map {
        ProfilePlot.Layer(path: "plain.\($0)", last: 0, median: 1 / Float(1 << (24 - 2 * $0)))
      }),
    ProfilePlot(
      name: "res: adam(lr=0.01)",
      layers: (0..<20).map {
        ProfilePlot.Layer(path: "res.\($0)", last: 0, median: 0.2 + Float($0 % 3) / 20)
      }),
  ]

  static let layers: Snapshot = {
    var snapshot = training
    snapshot.run?.ratios = ratios
    snapshot.run?.gradients[0].clipped = 0.011
    snapshot.run?.gradients[1].clipped = 1e-5
    snapshot.run?.gradients[2].clipped = 1
    snapshot.plots = [
      PlotOutput(title: "activations(net)", content: .distributions(distributions)),
      PlotOutput(title: "bptt(net)", content: .times(times)),
    ]
    snapshot.layout = "training"
    return snapshot
  }()
}
