// The mouse on series and curves: a click puts the cursor there, the wheel zooms around it.

import Notebook
import Plotting
import Screen

extension AppState {
  /// Puts the cursor under the mouse; what lies beside the canvas only gets the focus.
  mutating func clickLoss(at place: Point, in area: Rect) {
    guard let run = snapshot.run, !run.series.isEmpty else { return }
    let charts = SeriesCharts(
      appearance.words("loss"), run.series, axes: lossAxes, viewport: series.steps)
    placeCursor(charts, charts.chart(yRanges), at: place, in: area)
  }

  /// The same in a plot of the plots pane; false for a plot without lines.
  mutating func clickLines(of plot: PlotOutput, at place: Point, in area: Rect) -> Bool {
    let axes = series.applied(to: plot.axes)
    switch plot.content {
    case .series(let lines):
      let charts = SeriesCharts(plot.title, lines, axes: axes, viewport: series.steps)
      placeCursor(charts, charts.chart(yRanges, key: plot.title), at: place, in: area)
    case .curves(let x, let curves):
      let chart = SeriesCharts.curves(
        plot.title, x: x, curves, axes: axes, viewport: series.curves)
      guard let extent = SeriesCharts.extent(of: x),
        let found = chart.x(at: place, in: area, appearance: appearance)
      else { return true }
      series.curves.place(found, in: extent)
    default: return false
    }
    return true
  }

  private mutating func placeCursor(
    _ charts: SeriesCharts, _ chart: any Chart, at place: Point, in area: Rect
  ) {
    let found =
      (chart as? LineChart)?.x(at: place, in: area, appearance: appearance)
      ?? (chart as? StackedChart)?.x(at: place, in: area, appearance: appearance)
    guard let step = found.flatMap(charts.step(at:)),
      let extent = SeriesCharts.extent(of: charts.series)
    else { return }
    series.steps.place(step, in: extent)
  }

  /// Up is nearer, as in every map.
  mutating func wheelSeries(by rows: Int) {
    _ = zoomSeries(by: rows < 0 ? 0.8 : 1.25)
  }
}
