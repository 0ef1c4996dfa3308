// Moving the cursor in a plot of data, scrolling it, and choosing with the mouse.

import Notebook
import Plotting
import Screen

extension Picture {
  /// Where the chart is drawn without the line that reads it.
  private func chartArea(_ area: Rect) -> Rect {
    ReadChart(chart: innerChart, readouts: readouts).chartArea(area)
  }

  /// Moves the cursor so many columns and rows; without one it appears where reading begins.
  mutating func move(
    _ columns: Int, _ rows: Int, in area: Rect, appearance: Appearance
  ) {
    guard count > 0 else { return }
    if isScrolled {
      scroll(by: rows, in: area, appearance: appearance)
      return
    }
    guard let cursor else {
      view.cursor = beginning
      settle(in: area, appearance: appearance)
      return
    }
    let inner = chartArea(area)
    switch plot.content {
    case .tiles:
      view.cursor = clamped(cursor + columns)
      if rows != 0, let chart = innerChart as? TileChart {
        view.cursor = chart.tile(rows, below: cursor, in: inner, appearance: appearance)
      }
    case .text:
      view.cursor = clamped(cursor + columns)
      if rows != 0, let chart = innerChart as? ShadedTextChart {
        view.cursor = chart.token(
          rows, below: cursor, columns: inner.columns, appearance: appearance)
      }
    case .map(let map): view.cursor = nearest(map, to: cursor, columns, rows)
    case .scatter(let picture):
      view.cursor = Self.nearest(
        Self.positions(picture.x, plot.axes.xScale), Self.positions(picture.y, plot.axes.yScale),
        to: cursor, columns, rows)
    case .histogram: view.cursor = clamped(cursor + columns + rows)
    case .probabilities:
      let order = rowOrder
      let place = order.firstIndex(of: cursor) ?? 0
      view.cursor = order[clamped(place + columns + rows)]
    default:
      guard let place else { return }
      let order = rowOrder
      let row = order.firstIndex(of: place.row) ?? place.row
      let nextRow = max(0, min(row + rows, grid.rows - 1))
      let column = max(0, min(place.column + columns, grid.columns - 1))
      view.cursor =
        (order.indices.contains(nextRow) ? order[nextRow] : nextRow) * grid.columns + column
    }
    settle(in: area, appearance: appearance)
  }

  private func clamped(_ index: Int) -> Int { max(0, min(index, count - 1)) }

  /// Where the cursor appears: at the first place, on a contour at the lowest.
  private var beginning: Int {
    switch plot.content {
    case .contour(let contour):
      let finite = contour.values.indices.prefix(count).filter { contour.values[$0].isFinite }
      return finite.min { contour.values[$0] < contour.values[$1] } ?? 0
    case .boundary: return grid.rows / 2 * grid.columns + grid.columns / 2
    case .scatter(let picture):
      return (0..<count).first { picture.x[$0].isFinite && picture.y[$0].isFinite } ?? 0
    case .matrix, .confusion, .probabilities:
      return (rowOrder.first ?? 0) * max(1, grid.columns)
    default: return 0
    }
  }

  mutating func goToEnd(isLast: Bool, in area: Rect, appearance: Appearance) {
    guard count > 0 else { return }
    switch plot.content {
    case .network, .layers, .neuron: view.scroll = isLast ? 1_000_000 : 0
    case .gates, .attention: view.cursor = isLast ? count - 1 : 0
    case .matrix, .confusion, .contour, .boundary:
      let order = rowOrder
      let row = isLast ? order.last ?? grid.rows - 1 : order.first ?? 0
      view.cursor = row * grid.columns + (isLast ? grid.columns - 1 : 0)
    case .probabilities: view.cursor = isLast ? rowOrder.last : rowOrder.first
    default: view.cursor = isLast ? count - 1 : 0
    }
    settle(in: area, appearance: appearance)
  }

  /// The word nearest in a direction; the same one where there is none.
  private func nearest(_ map: WordMap, to index: Int, _ columns: Int, _ rows: Int) -> Int {
    Self.nearest(
      map.x.prefix(count).map(Double.init), map.y.prefix(count).map(Double.init), to: index,
      columns, rows)
  }

  // MARK: Scrolling

  /// Rows that a page key moves.
  func pageRows(in area: Rect, _ appearance: Appearance) -> Int {
    switch plot.content {
    case .tiles:
      guard let chart = innerChart as? TileChart else { return 1 }
      return chart.rowsShown(in: chartArea(area), appearance: appearance)
    case .map, .scatter: return 1
    case .network, .layers, .neuron: return max(1, area.rows - 1)
    default: return max(1, area.rows - 4)
    }
  }

  /// Scrolls by rows. Where something is chosen the choice moves with it; a map goes from word to
  /// word in the order of its list.
  mutating func scroll(by rows: Int, in area: Rect, appearance: Appearance) {
    guard count > 0 else { return }
    if plot.isMap {
      view.cursor = cursor.map { clamped($0 + rows.signum()) } ?? 0
      return
    }
    if cursor != nil {
      move(0, rows, in: area, appearance: appearance)
      return
    }
    switch plot.content {
    case .matrix, .tiles, .text, .probabilities, .network, .layers, .neuron:
      view.scroll = max(0, min(view.scroll, 1_000_000) + rows)
      settle(in: area, appearance: appearance)
    default: break
    }
  }

  /// Takes over what the chart really shows first, so that scrolling back begins at once.
  mutating func settle(in area: Rect, appearance: Appearance) {
    let inner = chartArea(area)
    if isScrolled {
      let rows = PlotDrawing.chart(for: plot).naturalRows(columns: inner.columns)
      view.scroll = max(0, min(view.scroll, rows - max(1, inner.rows)))
      return
    }
    switch innerChart {
    case let chart as MatrixChart:
      (view.scroll, view.columnScroll) = chart.firstShown(in: inner)
    case let chart as TileChart:
      view.scroll = chart.firstShown(in: inner, appearance: appearance)
    case let chart as ShadedTextChart:
      view.scroll = chart.firstShown(in: inner, appearance: appearance)
    case let chart as ProbabilityChart: view.scroll = chart.firstShown(in: inner)
    default: break
    }
  }

  // MARK: Mouse

  /// Chooses what is drawn at a place of the screen.
  mutating func choose(at point: Point, in area: Rect, appearance: Appearance) {
    let inner = chartArea(area)
    let columns = grid.columns
    func cell(_ place: (row: Int, column: Int)?) -> Int? {
      guard let place, columns > 0, place.column < columns else { return nil }
      return place.row * columns + place.column
    }
    let found: Int?
    switch innerChart {
    case let chart as MatrixChart:
      let order = rowOrder
      found = cell(
        chart.place(at: point, in: inner).flatMap { place in
          order.indices.contains(place.row) ? (row: order[place.row], column: place.column) : nil
        })
    case let chart as ConfusionChart:
      found = chart.place(at: point, in: inner, appearance: appearance).flatMap {
        cell((row: $0.row, column: $0.column))
      }
    case let chart as TileChart:
      found = chart.tile(at: point, in: inner, appearance: appearance)
    case let chart as MapChart:
      found = chart.point(at: point, in: inner, appearance: appearance)
    case let chart as ScatterChart:
      found = chart.point(at: point, in: inner, appearance: appearance)
    case let chart as ProbabilityChart:
      let order = rowOrder
      found = chart.choice(at: point, in: inner).flatMap {
        order.indices.contains($0) ? order[$0] : nil
      }
    case let chart as ShadedTextChart:
      found = chart.token(at: point, in: inner, appearance: appearance)
    case let chart as ContourChart:
      found = cell(chart.place(at: point, in: inner, appearance: appearance))
    case let chart as BoundaryChart:
      found = cell(chart.place(at: point, in: inner, appearance: appearance))
    case let chart as HeatMap:
      found = cell(chart.place(at: point, area: inner, appearance: appearance))
    case let chart as ChartGrid<HeatMap>:
      found =
        zip(chart.parts, chart.places(in: inner)).lazy.compactMap { part, place in
          cell(part.place(at: point, area: place, appearance: appearance))
        }.first
    case let chart as HistogramChart: found = chart.bin(at: point, in: inner)
    default: found = nil
    }
    guard let found, found >= 0, found < count else { return }
    view.cursor = found
    settle(in: area, appearance: appearance)
  }
}

extension PlotOutput {
  /// Places that stand in a list and are scattered over a plane.
  fileprivate var isMap: Bool {
    switch content {
    case .map, .scatter: true
    default: false
    }
  }
}
