// The plots pane: which plot is chosen, and the cursor, the scrolling and the order of each plot of
// data. What moves along series is in AppState+Series.swift.

import Notebook
import Plotting
import Screen

/// How a plot of data is looked at.
public struct PictureView: Hashable, Sendable {
  /// The order of a plot's rows.
  public struct Order: Hashable, Sendable {
    public var column: Int
    public var isFalling: Bool

    public init(column: Int, isFalling: Bool = true) {
      self.column = column
      self.isFalling = isFalling
    }
  }

  /// What is chosen: a cell by rows, a tile, a word, a token, a bar, a place of a grid.
  public var cursor: Int?
  /// The first row and column that show.
  public var scroll = 0
  public var columnScroll = 0
  public var order: Order?

  public init(cursor: Int? = nil) { self.cursor = cursor }
}

/// What the plots pane shows.
public struct PlotsPane: Hashable, Sendable {
  /// The title of the chosen plot; nil chooses the one on top.
  public var chosen: String?
  /// The chosen plot has the whole pane.
  public var isAlone = false
  /// By title.
  public var views: [String: PictureView] = [:]

  public init() {}
}

extension AppState {
  /// The pinned plots as the pane has them: the newest first.
  private var shownPlots: [PlotOutput] { pinnedPlots.reversed() }

  private func chosenIndex(_ plots: [PlotOutput]) -> Int {
    if let chosen = plotsPane.chosen, let index = plots.firstIndex(where: { $0.title == chosen }) {
      return index
    }
    return max(0, min(scroll[.plots] ?? 0, plots.count - 1))
  }

  /// The plot that keys look at.
  var chosenPlot: PlotOutput? {
    let plots = shownPlots
    return plots.isEmpty ? nil : plots[chosenIndex(plots)]
  }

  /// The plots that have room in the pane, and where.
  func plotPlaces(in area: Rect) -> [(plot: PlotOutput, area: Rect)] {
    let plots = shownPlots
    guard !plots.isEmpty, !area.isEmpty else { return [] }
    let chosen = chosenIndex(plots)
    if plotsPane.isAlone { return [(plots[chosen], area)] }
    var first = max(0, min(scroll[.plots] ?? 0, plots.count - 1))
    var rows = PlotsView.share(plots[first...], area, appearance)
    if plotsPane.chosen != nil {
      // The chosen one is always seen.
      if chosen < first {
        first = chosen
        rows = PlotsView.share(plots[first...], area, appearance)
      }
      while chosen >= first + rows.count {
        first += 1
        rows = PlotsView.share(plots[first...], area, appearance)
      }
    }
    var places: [(plot: PlotOutput, area: Rect)] = []
    var row = area.row
    for (plot, rows) in zip(plots[first...], rows) {
      places.append(
        (plot, Rect(column: area.column, row: row, columns: area.columns, rows: rows)))
      row += rows
    }
    return places
  }

  /// A plot of data as it is looked at; nil for lines and layers.
  func picture(_ plot: PlotOutput) -> Picture? {
    Picture(plot, plotsPane.views[plot.title] ?? PictureView())
  }

  var chosenPicture: Picture? { chosenPlot.flatMap(picture) }

  private func area(of plot: PlotOutput) -> Rect {
    guard let pane = layout.panes[.plots] else { return Rect(size) }
    return plotPlaces(in: pane).first { $0.plot.title == plot.title }?.area ?? pane
  }

  // MARK: Plots

  /// The next plot of the pane, round and round.
  mutating func choosePlot(by count: Int) -> [AppEffect] {
    let plots = shownPlots
    guard plots.count > 1 else { return [.bell] }
    let next = ((chosenIndex(plots) + count) % plots.count + plots.count) % plots.count
    plotsPane.chosen = plots[next].title
    message = "\(next + 1) of \(plots.count): \(plots[next].title)"
    return []
  }

  /// The chosen plot has the pane to itself, or shares it again.
  mutating func zoomPlot() -> [AppEffect] {
    guard let plot = chosenPlot else { return [.bell] }
    plotsPane.isAlone.toggle()
    plotsPane.chosen = plot.title
    message = plotsPane.isAlone ? "\(plot.title) alone; Enter shows the others too" : nil
    return []
  }

  /// Scrolls the list of plots, whose first is then the chosen one.
  mutating func scrollPlots(by rows: Int) {
    let plots = shownPlots
    let here = plotsPane.chosen == nil ? scroll[.plots] ?? 0 : chosenIndex(plots)
    scroll[.plots] = max(0, min(here + max(-1, min(rows, 1)), plots.count - 1))
    plotsPane.chosen = nil
  }

  /// A plot that is pinned shows at once.
  mutating func followPlots(after old: Snapshot) {
    guard snapshot.plots.last?.title != old.plots.last?.title else { return }
    plotsPane.chosen = nil
    plotsPane.isAlone = false
    scroll[.plots] = 0
    let titles = Set(snapshot.plots.map(\.title))
    plotsPane.views = plotsPane.views.filter { titles.contains($0.key) }
  }

  // MARK: Within a plot

  private mutating func change(_ picture: Picture) {
    plotsPane.views[picture.plot.title] = picture.view
  }

  /// Moves what is chosen in the plot.
  mutating func movePicture(_ columns: Int, _ rows: Int) -> [AppEffect] {
    guard var picture = chosenPicture else { return [.bell] }
    picture.move(columns, rows, in: area(of: picture.plot), appearance: appearance)
    change(picture)
    return []
  }

  mutating func endPicture(isLast: Bool) -> [AppEffect] {
    guard var picture = chosenPicture else { return [.bell] }
    picture.goToEnd(isLast: isLast, in: area(of: picture.plot), appearance: appearance)
    change(picture)
    return []
  }

  mutating func pagePicture(_ pages: Int) -> [AppEffect] {
    guard var picture = chosenPicture else { return [.bell] }
    let area = area(of: picture.plot)
    picture.scroll(
      by: pages * picture.pageRows(in: area, appearance), in: area, appearance: appearance)
    change(picture)
    return []
  }

  /// Rows by the chosen column: the greatest first, the least first, as they were.
  mutating func sortPicture() -> [AppEffect] {
    guard var picture = chosenPicture, let words = picture.sort() else { return [.bell] }
    picture.settle(in: area(of: picture.plot), appearance: appearance)
    change(picture)
    message = words
    return []
  }

  // MARK: Mouse

  /// A click chooses a plot and what is under the mouse there.
  mutating func clickPlot(at place: Point, in area: Rect) -> [AppEffect] {
    guard let there = plotPlaces(in: area).first(where: { $0.area.contains(place) }) else {
      return []
    }
    // Neither the others nor what is under the mouse may move away.
    let first = plotPlaces(in: area).first?.plot.title
    if !plotsPane.isAlone, let top = shownPlots.firstIndex(where: { $0.title == first }) {
      scroll[.plots] = top
    }
    plotsPane.chosen = there.plot.title
    guard var picture = picture(there.plot) else {
      _ = clickLines(of: there.plot, at: place, in: there.area)
      return []
    }
    picture.choose(at: place, in: there.area, appearance: appearance)
    change(picture)
    return []
  }

  /// The wheel scrolls the plot under the mouse; one that shows all that it has leaves it to the
  /// list of plots.
  mutating func wheelPlots(by rows: Int, at place: Point, in area: Rect) {
    if let there = plotPlaces(in: area).first(where: { $0.area.contains(place) }),
      var picture = picture(there.plot)
    {
      var back = picture
      let old = picture.view
      picture.scroll(by: rows, in: there.area, appearance: appearance)
      back.scroll(by: -rows, in: there.area, appearance: appearance)
      if picture.view != old || back.view != old {
        change(picture)
        return
      }
    }
    scrollPlots(by: rows)
  }
}
