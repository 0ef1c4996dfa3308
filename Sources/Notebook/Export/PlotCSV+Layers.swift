// The tables of the plots that have a row a layer.

extension PlotCSV {
  static func ratios(_ plot: RatioPlot) -> CSV {
    var table = CSV(["layer"] + bucketHeader)
    for row in plot.rows {
      for one in row.ratios.buckets { table.add([row.path] + bucket(one)) }
    }
    return table
  }

  static func profiles(_ profiles: [ProfilePlot]) -> CSV {
    var table = CSV(["run", "depth", "layer", "last", "median"])
    for profile in profiles {
      for (depth, layer) in profile.layers.enumerated() {
        table.add([
          profile.name, String(depth), layer.path, NumberText.full(layer.last),
          NumberText.full(layer.median),
        ])
      }
    }
    return table
  }

  /// A record a bin; what lies outside of the bins and NaN have records of their own, with empty
  /// edges. Of magnitudes the edges are powers of ten.
  static func distributions(_ plot: DistributionPlot) -> CSV {
    var table = CSV(["name", "step", "kind", "lower", "upper", "count"])
    func add(_ name: String, _ step: Int, _ spread: DistributionPlot.Spread) {
      let count = spread.counts.count
      func edge(_ index: Int) -> String {
        let part = Double(index) / Double(max(1, count))
        return NumberText.full(plot.lower + (plot.upper - plot.lower) * part)
      }
      let kind = plot.isMagnitude ? "log10" : "bin"
      for (index, values) in spread.counts.enumerated() {
        table.add([name, String(step), kind, edge(index), edge(index + 1), String(values)])
      }
      for (kind, values) in [
        ("below", spread.below), ("above", spread.above), ("nan", spread.nanCount),
      ] { table.add([name, String(step), kind, "", "", String(values)]) }
    }
    for row in plot.rows {
      for (step, spread) in zip(plot.steps, row.past) where step != plot.step || row.now == nil {
        add(row.name, step, spread)
      }
      if let now = row.now { add(row.name, plot.step, now) }
    }
    return table
  }

  static func times(_ plot: TimePlot) -> CSV {
    var table = CSV(["layer", "time", "norm", "state", "cut_before"])
    for row in plot.rows {
      for (time, place) in row.places.enumerated() {
        let fields =
          switch place {
          case .norm(let norm): [NumberText.full(norm), "computed"]
          case .pending: ["", "pending"]
          case .unreached: ["", "unreached"]
          }
        table.add([row.path, String(time)] + fields + [String(row.cuts.contains(time))])
      }
    }
    return table
  }
}
