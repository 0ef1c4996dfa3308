// The panes that are one chart: loss, plots.

import Notebook
import Plotting
import Screen

/// The loss pane: the loss and what is tracked.
enum LossView {
  static func draw(
    _ run: RunSnapshot?, axes: PlotAxes, view: SeriesView, yRanges: [String: StickyRange],
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard let run else {
      Hint.draw(
        "no run yet: train L with adam(lr=0.01) steps=500", into: &frame, area: area,
        appearance: appearance)
      return
    }
    SeriesCharts("loss", run.series, axes: axes, viewport: view.steps).chart(yRanges)
      .draw(into: &frame, area: area, appearance: appearance)
  }
}

/// The pinned plots, the newest first, as many as have room.
enum PlotsView {
  static let leastRows = 6

  static func draw(
    _ plots: [PlotOutput], scroll: Int, view: SeriesView, yRanges: [String: StickyRange],
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !plots.isEmpty, !area.isEmpty else {
      Hint.draw(
        "plot EXPR pins a plot here", into: &frame, area: area, appearance: appearance)
      return
    }
    let first = max(0, min(scroll, plots.count - 1))
    let shown = Array(plots.reversed().dropFirst(first))
      .prefix(max(1, area.rows / leastRows))
    var row = area.row
    for (index, plot) in shown.enumerated() {
      let rows = (area.endRow - row) / (shown.count - index)
      let place = Rect(column: area.column, row: row, columns: area.columns, rows: rows)
      PlotDrawing.chart(for: plot, view: view, yRanges: yRanges)
        .draw(into: &frame, area: place, appearance: appearance)
      row += rows
    }
  }
}
