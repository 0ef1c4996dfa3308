// The notebook's plots of layers as charts: ratios, profiles, distributions, gradients through time.

import Notebook
import Plotting

enum LayerDrawing {
  static func ratioChart(_ title: String, _ plot: RatioPlot) -> RatioChart {
    let healthy = RatioPlot.healthy
    return RatioChart(
      title: title.isEmpty || title == "ratios" ? "‖Δw‖/‖w‖" : title,
      rows: plot.rows.map { row in
        RatioChartRow(
          name: row.path, ratios: row.ratios.buckets.map(PlotDrawing.bucket),
          last: Double(row.last))
      },
      // As it is written: 1e-4 and not the float next to it.
      band: decimal(healthy.lowerBound)...decimal(healthy.upperBound))
  }

  private static func decimal(_ value: Float) -> Double { Double(value.description) ?? 0 }

  /// Gradient norms as lines over the way from the input to the output.
  static func profileChart(_ title: String, _ profiles: [ProfilePlot]) -> LineChart {
    var chart = LineChart(
      title: title,
      series: profiles.map { profile in
        let last = max(profile.layers.count - 1, 1)
        return ChartSeries(
          name: profile.name,
          points: profile.layers.enumerated().map { index, layer in
            (x: Double(index) / Double(last), y: Double(layer.median))
          })
      }, yScale: .log10, xRange: 0...1)
    chart.asides = ["median ‖g‖₂", "input 0 … output 1"]
    return chart
  }

  /// - Parameter selected: the row whose past is drawn.
  static func distributionChart(
    _ title: String, _ plot: DistributionPlot, selected: Int? = nil, offset: Int = 0
  ) -> DistributionChart {
    let chosen = max(0, min(selected ?? 0, plot.rows.count - 1))
    let past = plot.rows.indices.contains(chosen) ? plot.rows[chosen].past : []
    return DistributionChart(
      title: title, notes: [HeadingWords(["step \(plot.step)"])],
      rows: plot.rows.map { row in
        let now = row.now
        return DistributionRow(
          name: row.name, counts: (now?.counts ?? []).map { Int($0) }, below: now?.below ?? 0,
          above: now?.above ?? 0, nanCount: now?.nanCount ?? 0, mean: now?.mean ?? .nan,
          deviation: now?.deviation ?? .nan, idle: now?.idle,
          idleWord: row.idleWord == "saturated" ? "sat" : row.idleWord)
      }, lower: plot.lower, upper: plot.upper, isMagnitude: plot.isMagnitude,
      selected: selected,
      history: zip(plot.steps, past).map { step, spread in
        HistogramStripRow(
          label: String(step), counts: spread.counts.map { Int($0) }, below: spread.below,
          above: spread.above)
      }, offset: offset)
  }

  static func timeGrid(
    _ title: String, _ plot: TimePlot, selected: TimeGridCursor? = nil, offset: Int = 0
  ) -> TimeGrid {
    TimeGrid(
      title: "\(title) ‖∂\(plot.loss)/∂h‖",
      rows: plot.rows.map { row in
        TimeGridRow(
          name: row.path,
          places: row.places.map { place in
            switch place {
            case .norm(let norm): .norm(Double(norm))
            case .pending: .pending
            case .unreached: .unreached
            }
          }, cuts: Set(row.cuts))
      }, selected: selected, offset: offset)
  }
}
