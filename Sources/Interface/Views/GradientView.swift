// The gradients pane: a row a layer, as norms, heat strip, update-to-weight ratios, or a pinned plot of
// layers. The cursor over the steps reads the numbers of its step.

import Notebook
import Plotting
import Screen

enum GradientView {
  static func draw(_ state: AppState, into frame: inout Frame, area: Rect) {
    let appearance = state.appearance
    guard let run = state.snapshot.run else {
      Hint.draw(
        "gradient norms of every layer show here while a run trains", into: &frame, area: area,
        appearance: appearance)
      return
    }
    let cursor = state.stepCursor
    let row = state.gradientPane.row
    let scroll = max(0, min(state.scroll[.gradients] ?? 0, state.gradientRowCount - 1))
    switch state.gradientMode {
    case .norms, .strip:
      var chart = PlotDrawing.gradientChart(
        appearance.words("grad") + " ‖g‖₂", run.gradients, offset: scroll,
        style: state.gradientMode == .strip ? .strip : .automatic)
      chart.selected = row
      if let cursor {
        chart.cursor = cursor
        chart.moment = "step \(Self.text(cursor))"
        for index in chart.rows.indices {
          chart.rows[index].last = value(chart.rows[index].norms, at: cursor)
          chart.rows[index].clipped = nil
        }
      }
      chart.draw(into: &frame, area: area, appearance: appearance)
    case .ratios:
      guard let ratios = run.ratios, !ratios.rows.isEmpty else {
        Hint.draw(
          "update-to-weight ratios are recorded while 'plot ratios' or 'layout training' shows them",
          into: &frame, area: area, appearance: appearance)
        return
      }
      var chart = LayerDrawing.ratioChart("", ratios)
      chart.selected = row
      chart.offset = scroll
      if let cursor {
        chart.moment = "step \(Self.text(cursor))"
        for index in chart.rows.indices {
          chart.rows[index].last = value(chart.rows[index].ratios, at: cursor)
        }
      }
      chart.draw(into: &frame, area: area, appearance: appearance)
    case .plot(let place):
      draw(
        state.layerPlots[place], row: row, offset: scroll, cursor: cursor, into: &frame,
        area: area, appearance: appearance)
    }
  }

  private static func draw(
    _ plot: PlotOutput, row: Int?, offset: Int, cursor: Double?, into frame: inout Frame,
    area: Rect, appearance: Appearance
  ) {
    switch plot.content {
    case .distributions(let distributions):
      LayerDrawing.distributionChart(
        plot.title, distributions.at(cursor), selected: row, offset: offset
      ).draw(into: &frame, area: area, appearance: appearance)
    case .times(let times):
      // The cursor is over training steps; the chosen row reads its last time.
      LayerDrawing.timeGrid(
        plot.title, times,
        selected: row.map {
          TimeGridCursor(row: $0, time: (times.rows.first?.places.count ?? 1) - 1)
        }, offset: offset
      ).draw(into: &frame, area: area, appearance: appearance)
    default: break
    }
  }

  /// The value that stood at a step: of the last bucket that does not begin after it.
  private static func value(_ buckets: [ChartBucket], at step: Double) -> Double {
    buckets.last { $0.x0 <= step }?.last ?? .nan
  }

  private static func text(_ step: Double) -> String {
    NumberFormat.grouped(Int(exactly: step.rounded()) ?? 0)
  }
}

extension DistributionPlot {
  /// As it was at the last record that is not after a step.
  func at(_ step: Double?) -> DistributionPlot {
    guard let step, let place = steps.lastIndex(where: { Double($0) <= step }) else { return self }
    var plot = self
    plot.step = steps[place]
    for index in plot.rows.indices where plot.rows[index].past.indices.contains(place) {
      plot.rows[index].now = plot.rows[index].past[place]
    }
    return plot
  }
}
