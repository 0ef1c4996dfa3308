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

  static func draw(_ state: AppState, into frame: inout Frame, area: Rect) {
    let appearance = state.appearance
    let places = state.plotPlaces(in: area)
    guard !places.isEmpty else {
      Hint.draw(
        "plot EXPR pins a plot here", into: &frame, area: area, appearance: appearance)
      return
    }
    let chosen = state.focus == .plots ? state.chosenPlot?.title : nil
    for (plot, place) in places {
      let chart =
        state.picture(plot)?.chart
        ?? PlotDrawing.chart(for: plot, view: state.series, yRanges: state.yRanges)
      chart.draw(into: &frame, area: place, appearance: appearance)
      if places.count > 1, plot.title == chosen {
        mark(plot.title, place.row, into: &frame, area: place)
      }
    }
  }

  /// Turns the title of the chosen plot round.
  private static func mark(_ title: String, _ row: Int, into frame: inout Frame, area: Rect) {
    let end = min(area.endColumn, frame.bounds.endColumn)
    guard row >= 0, row < frame.size.rows, !title.isEmpty else { return }
    let first = (max(0, area.column)..<max(area.column, end)).first {
      ![" ", ""].contains(frame[row, $0].text)
    }
    guard let first, first < end else { return }
    let columns = min(DisplayWidth.of(title), end - first)
    frame.restyle(Rect(column: first, row: row, columns: columns, rows: 1)) {
      $0.reverse.toggle()
    }
  }
}
