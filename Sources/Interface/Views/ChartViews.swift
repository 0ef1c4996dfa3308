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
    guard !run.series.isEmpty else {
      Hint.draw(
        "no steps yet: train 100 does some, step walks the first one", into: &frame, area: area,
        appearance: appearance)
      return
    }
    SeriesCharts(appearance.words("loss"), run.series, axes: axes, viewport: view.steps).chart(
      yRanges
    )
    .draw(into: &frame, area: area, appearance: appearance)
  }
}

/// The pinned plots, the newest first, as many as have room.
enum PlotsView {
  private static let leastRows = 6

  /// The rows of the plots that show in an area, from the first on: each gets what it needs to be
  /// read, those after it what is left of the room.
  static func share(
    _ plots: ArraySlice<PlotOutput>, _ area: Rect, _ appearance: Appearance
  ) -> [Int] {
    var shares: [Int] = []
    var left = area.rows
    for plot in plots {
      // A diagram wants to be seen whole; a long matrix or text scrolls in half of the room.
      let most = PlotDrawing.isScrolled(plot) ? area.rows : max(14, area.rows / 2)
      let wanted = max(
        leastRows, PlotDrawing.inlineRows(of: plot, columns: area.columns, most: most, appearance))
      // A little less than all of it can be read still.
      guard shares.isEmpty || left >= max(leastRows, wanted * 2 / 3) else { break }
      shares.append(min(wanted, left))
      left -= min(wanted, left)
    }
    for (index, count) in shares.enumerated() {
      let more = left / (shares.count - index)
      shares[index] = count + more
      left -= more
    }
    return shares
  }

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
    sayWhatIsHidden(places.map(\.plot.title), state, into: &frame, area: area)
  }

  /// `1–2 of 4` at the end of the first row, where that is free.
  private static func sayWhatIsHidden(
    _ shown: [String], _ state: AppState, into frame: inout Frame, area: Rect
  ) {
    let titles = Array(state.pinnedPlots.map(\.title).reversed())
    let all = titles.count
    guard shown.count < all, let number = shown.first.flatMap({ titles.firstIndex(of: $0) }) else {
      return
    }
    let last = shown.count > 1 ? "–\(number + shown.count)" : ""
    let text = state.appearance.chart("\(number + 1)\(last) of \(all)")
    let start = area.endColumn - DisplayWidth.of(text)
    guard start > area.column + 2, area.row >= 0,
      (start - 2..<area.endColumn).allSatisfy({ frame[area.row, $0].text == " " })
    else { return }
    frame.put(
      text, row: area.row, column: start, style: Palette(state.appearance)[.dim], clip: area)
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
