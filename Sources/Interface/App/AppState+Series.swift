// Looking along series and curves: the cursor, zoom and pan, axes and smoothing. What is over
// training steps moves together in every pane.

import Notebook
import Plotting

extension AppState {
  /// The panes of lines; the gradients' pane has keys of its own and the same cursor.
  static let seriesPanes: Set<Pane> = [.loss, .plots]

  /// The axes that the loss pane was asked for with: those of `plot loss`.
  var lossAxes: PlotAxes {
    var axes = snapshot.plots.last { $0.title == "loss" }?.axes ?? PlotAxes()
    // A part of the past would hide what the training does now; it has a picture of its own.
    axes.range = nil
    return series.applied(to: axes)
  }

  /// Which viewport the keys move: what has the focus is over steps or over numbers of its own; with
  /// its extent and the least that it moves by.
  private var target:
    (viewport: WritableKeyPath<SeriesView, Viewport>, extent: ClosedRange<Double>, least: Double)?
  {
    var recorded = snapshot.run?.series ?? []
    if focus == .plots, let plot = chosenPlot {
      switch plot.content {
      case .curves(let x, _):
        guard let extent = SeriesCharts.extent(of: x), x.count > 1 else { return nil }
        let width = extent.upperBound - extent.lowerBound
        return (\.curves, extent, width / Double(x.count - 1))
      case .series(let series): recorded += series
      default: break
      }
    }
    return SeriesCharts.extent(of: recorded).map { (\.steps, $0, 1) }
  }

  private mutating func change(
    _ change: (inout Viewport, ClosedRange<Double>, Double) -> Void
  ) -> [AppEffect] {
    guard let target else { return [.bell] }
    change(&series[keyPath: target.viewport], target.extent, target.least)
    return []
  }

  mutating func moveSeriesCursor(by count: Double) -> [AppEffect] {
    change { $0.move(by: count, least: $2, in: $1) }
  }

  mutating func placeSeriesCursor(atEnd: Bool) -> [AppEffect] {
    change { viewport, extent, _ in
      viewport.place(atEnd ? extent.upperBound : extent.lowerBound, in: extent)
    }
  }

  mutating func zoomSeries(by factor: Double) -> [AppEffect] {
    change { $0.zoom(by: factor, least: $2, in: $1) }
  }

  mutating func panSeries(by part: Double) -> [AppEffect] {
    change { viewport, extent, _ in viewport.pan(by: part, in: extent) }
  }

  /// Everything is seen again as it was asked for.
  mutating func resetSeries() -> [AppEffect] {
    series = SeriesView()
    gradientPane.step = nil
    message = "all is seen, by step"
    return []
  }

  /// What the axes are before a key changes them.
  private var presentAxes: PlotAxes {
    if focus == .plots, let plot = chosenPlot { return series.applied(to: plot.axes) }
    return lossAxes
  }

  mutating func toggleLogY() -> [AppEffect] {
    let isLog: Bool
    switch presentAxes.yScale {
    case .log: isLog = true
    case .linear: isLog = false
    case .automatic:
      let shown = SeriesCharts(
        "", snapshot.run?.series ?? [], axes: presentAxes, viewport: series.steps)
      isLog = shown.panels.first?.resolvedScale == .log10
    }
    series.yScale = isLog ? .linear : .log
    message = isLog ? "y is linear" : "y is logarithmic"
    return []
  }

  mutating func toggleLogX() -> [AppEffect] {
    let isLog = presentAxes.xScale == .log
    series.xScale = isLog ? .linear : .log
    message = isLog ? "x is linear" : "x is logarithmic"
    return []
  }

  /// step → epoch → time → step; time where it was measured.
  mutating func turnXUnit() -> [AppEffect] {
    let hasTimes = snapshot.run?.series.contains(where: \.hasTimes) ?? false
    let units = PlotAxes.Unit.allCases.filter { $0 != .time || hasTimes }
    let place = units.firstIndex(of: presentAxes.unit) ?? -1
    let unit = units[(place + 1) % units.count]
    series.unit = unit
    message = "x counts \(unit == .time ? "seconds of training" : unit.rawValue + "s")"
    return []
  }

  mutating func turnSmoothing() -> [AppEffect] {
    let present = presentAxes.smoothing
    let next = SeriesView.smoothings.first { $0 > present } ?? 0
    series.smoothing = next
    message = next == 0 ? "not smoothed" : "smoothed by \(NumberText.short(next)), raw behind"
    return []
  }
}
