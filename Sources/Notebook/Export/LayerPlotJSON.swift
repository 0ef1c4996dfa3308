// The plots of layers as JSON: their data.

enum LayerPlotJSON {
  static func ratios(_ plot: RatioPlot) -> [JSONValue.Member] {
    [
      .init("interval", .integer(plot.interval)),
      .init("weight_stride", .integer(plot.weightStride)),
      .init(
        "layers",
        .array(
          plot.rows.map { row in
            .object([
              .init("path", .string(row.path)), .init("last", .float(row.last)),
              .init("verdict", .string(row.verdict.rawValue)),
              .init("ratios", PlotJSON.one(row.ratios)),
            ])
          })),
    ]
  }

  static func profiles(_ profiles: [ProfilePlot]) -> [JSONValue.Member] {
    [
      .init(
        "runs",
        .array(
          profiles.map { profile in
            .object([
              .init("name", .string(profile.name)),
              .init("layers", .strings(profile.layers.map(\.path))),
              .init("last", .floats(profile.layers.map(\.last))),
              .init("median", .floats(profile.layers.map(\.median))),
            ])
          }))
    ]
  }

  static func distributions(_ plot: DistributionPlot) -> [JSONValue.Member] {
    [
      .init("subject", .string(plot.subject.rawValue)), .init("step", .integer(plot.step)),
      .init("scale", .string(plot.isMagnitude ? "log10" : "linear")),
      .init("lower", .double(plot.lower)), .init("upper", .double(plot.upper)),
      .init("steps", .integers(plot.steps)),
      .init(
        "tensors",
        .array(
          plot.rows.map { row in
            .object([
              .init("name", .string(row.name)), .init("stride", .integer(row.stride)),
              .init("now", row.now.map { spread($0, row.idleWord) } ?? .null),
              .init("past", .array(row.past.map { spread($0, row.idleWord) })),
            ])
          })),
    ]
  }

  private static func spread(_ spread: DistributionPlot.Spread, _ word: String) -> JSONValue {
    .object(
      [
        .init("counts", .integers(spread.counts.map { Int($0) })),
        .init("below", .integer(spread.below)), .init("above", .integer(spread.above)),
        .init("nan", .integer(spread.nanCount)), .init("mean", .double(spread.mean)),
        .init("std", .double(spread.deviation)),
      ] + (spread.idle.map { [.init(word, .double($0))] } ?? []))
  }

  static func times(_ plot: TimePlot) -> [JSONValue.Member] {
    [
      .init("loss", .string(plot.loss)),
      .init(
        "layers",
        .array(
          plot.rows.map { row in
            .object([
              .init("path", .string(row.path)), .init("cuts", .integers(row.cuts)),
              .init(
                "norms",
                .array(
                  row.places.map { place in
                    switch place {
                    case .norm(let norm): .float(norm)
                    case .pending: .string("pending")
                    case .unreached: .null
                    }
                  })),
            ])
          })),
    ]
  }
}
