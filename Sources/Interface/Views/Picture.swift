// A plot of data as it is looked at: what its cursor chooses, in which order its rows stand, and the
// words that read the chosen place. How the cursor moves is in Picture+Moving.swift.

import Notebook
import Plotting
import Screen

/// A pinned plot of data with its cursor.
struct Picture {
  let plot: PlotOutput
  var view: PictureView

  /// Nil for lines and layers, whose keys are their own.
  init?(_ plot: PlotOutput, _ view: PictureView) {
    self.plot = plot
    self.view = view
    switch plot.content {
    case .matrix, .confusion, .tiles, .map, .scatter, .probabilities, .text, .contour, .boundary,
      .histogram, .gates, .attention:
      break
    case .network, .layers, .neuron: self.view.cursor = nil
    default: return nil
    }
  }

  /// Only scrolled: it has nothing to choose.
  var isScrolled: Bool { PlotDrawing.isScrolled(plot) }

  /// How many places there are to choose from.
  var count: Int {
    switch plot.content {
    case .network, .layers, .neuron: return 1
    case .tiles(let picture): return picture.groups.reduce(0) { $0 + $1.tiles.count }
    case .map(let map): return min(map.words.count, map.x.count, map.y.count)
    case .scatter(let picture): return picture.count
    case .probabilities(let choices): return choices.choices.count
    case .text(let text): return text.tokens.count
    case .histogram(_, _, _, let counts): return counts.count
    default: return grid.rows * grid.columns
    }
  }

  /// Rows and columns of what is a grid; both 0 where there is no whole row.
  var grid: (rows: Int, columns: Int) {
    switch plot.content {
    case .matrix(let matrix): Self.grid(matrix.rows, matrix.columns, matrix.values.count)
    case .confusion(let confusion):
      Self.grid(confusion.classes.count, confusion.classes.count, confusion.counts.count)
    case .contour(let contour): Self.grid(contour.rows, contour.columns, contour.values.count)
    case .boundary(let boundary):
      Self.grid(boundary.rows, boundary.columns, boundary.values.count)
    case .gates(let gates):
      Self.grid(
        gates.units, gates.times.count, gates.strips.map(\.values.count).min() ?? 0)
    case .attention(let map):
      Self.grid(map.queries.count, map.keys.count, map.weights.count)
    default: (0, 0)
    }
  }

  private static func grid(_ rows: Int, _ columns: Int, _ count: Int) -> (rows: Int, columns: Int) {
    guard rows > 0, columns > 0, count >= columns else { return (0, 0) }
    return (min(rows, count / columns), columns)
  }

  /// What is chosen; what the plot has no longer is its last.
  var cursor: Int? {
    let count = count
    return view.cursor.flatMap { count > 0 ? max(0, min($0, count - 1)) : nil }
  }

  var place: (row: Int, column: Int)? {
    let columns = grid.columns
    guard columns > 0, let cursor else { return nil }
    return (cursor / columns, cursor % columns)
  }

  // MARK: Order

  /// Whether its rows can stand in another order.
  var isSortable: Bool {
    switch plot.content {
    case .matrix, .confusion: grid.rows > 1
    case .probabilities: count > 1
    default: false
    }
  }

  /// The greatest first, the least first, as they were; the words for it, nil where nothing can be
  /// sorted.
  mutating func sort() -> String? {
    guard isSortable else { return nil }
    // Probabilities have one column.
    let column = place?.column ?? 0
    switch view.order {
    case .some(let order) where order.column == column:
      view.order =
        order.isFalling ? PictureView.Order(column: column, isFalling: false) : nil
    default: view.order = PictureView.Order(column: column)
    }
    return orderWords ?? "rows as they were"
  }

  /// `rows by column 3, greatest first`
  var orderWords: String? {
    guard let order = view.order, isSortable else { return nil }
    let end = order.isFalling ? "greatest first" : "least first"
    switch plot.content {
    case .matrix(let matrix):
      let index = matrix.firstColumn &+ min(order.column, max(0, grid.columns - 1))
      return "rows by column \(index), \(end)"
    case .confusion(let confusion):
      guard let name = confusion.classes[safe: order.column] else { return nil }
      return "rows by said \(name), \(end)"
    default: return end
    }
  }

  /// The rows from the top, by their numbers. Equal ones stay as they were; NaN comes last.
  var rowOrder: [Int] {
    let rows: Int
    let value: (Int) -> Double
    switch plot.content {
    case .probabilities(let choices):
      rows = count
      value = { choices.choices[$0].probability }
    case .matrix(let matrix):
      rows = grid.rows
      let column = min(view.order?.column ?? 0, grid.columns - 1)
      let columns = grid.columns
      value = { Double(matrix.values[$0 * columns + column]) }
    case .confusion(let confusion):
      rows = grid.rows
      let column = min(view.order?.column ?? 0, grid.columns - 1)
      let columns = grid.columns
      value = { Double(confusion.counts[$0 * columns + column]) }
    default: return []
    }
    guard let order = view.order, rows > 1 else { return Array(0..<rows) }
    let values = (0..<rows).map(value)
    return (0..<rows).sorted { first, second in
      let (a, b) = (values[first], values[second])
      if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? first < second : b.isNaN }
      if a == b { return first < second }
      return order.isFalling ? a > b : a < b
    }
  }

  // MARK: The chart

  /// The chart with its cursor; a line below it reads the chosen place where the chart does not.
  var chart: any Chart {
    ReadChart(chart: innerChart, readouts: readouts)
  }

  /// The chart without that line.
  var innerChart: any Chart {
    switch plot.content {
    case .matrix(let matrix): return matrixChart(matrix)
    case .histogram:
      guard var chart = PlotDrawing.chart(for: plot) as? HistogramChart else { break }
      chart.selected = cursor
      return chart
    case .boundary:
      guard var chart = PlotDrawing.chart(for: plot) as? BoundaryChart else { break }
      chart.selected = selected
      return chart
    case .contour:
      guard var chart = PlotDrawing.chart(for: plot) as? ContourChart else { break }
      chart.selected = selected
      return chart
    case .confusion:
      guard
        var chart = PictureDrawing.chart(for: plot, cursor: cursor) as? ConfusionChart
      else { break }
      if view.order != nil { chart.rowOrder = rowOrder }
      return chart
    case .tiles:
      guard var chart = PictureDrawing.chart(for: plot, cursor: cursor) as? TileChart
      else { break }
      chart.offset = view.scroll
      return chart
    case .text:
      guard var chart = PictureDrawing.chart(for: plot, cursor: cursor) as? ShadedTextChart
      else { break }
      chart.offset = view.scroll
      return chart
    case .probabilities:
      guard var chart = PictureDrawing.chart(for: plot) as? ProbabilityChart else { break }
      let order = rowOrder
      if view.order != nil { chart.chances = order.map { chart.chances[$0] } }
      chart.selected = cursor.flatMap { order.firstIndex(of: $0) }
      chart.offset = view.scroll
      return chart
    case .network, .layers, .neuron: return PlotDrawing.chart(for: plot, from: view.scroll)
    case .gates(let gates):
      return StructureDrawing.gates(plot.title, gates, selected: selected)
    case .attention:
      guard var chart = PlotDrawing.chart(for: plot) as? HeatMap else { break }
      chart.selected = selected
      return chart
    default: break
    }
    return PictureDrawing.chart(for: plot, cursor: cursor)
  }

  private var selected: MatrixPlace? {
    place.map { MatrixPlace(row: $0.row, column: $0.column) }
  }

  private func matrixChart(_ matrix: MatrixView) -> any Chart {
    guard var chart = PlotDrawing.chart(for: plot) as? MatrixChart else {
      return PlotDrawing.chart(for: plot)
    }
    chart.rowOffset = view.scroll
    chart.columnOffset = view.columnScroll
    let columns = grid.columns
    guard columns > 0 else { return chart }
    let order = rowOrder
    if view.order != nil {
      chart.values = order.flatMap { row in
        matrix.values[row * columns..<(row + 1) * columns].map(Double.init)
      }
      chart.rows = order.count
      chart.rowIndices = order
    }
    if let place, let row = order.firstIndex(of: place.row) {
      chart.highlight = MatrixPlace(row: row, column: place.column)
    }
    return chart
  }
}

extension Array {
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

/// A chart above a line of words; the first of them that fits.
struct ReadChart: Chart {
  var chart: any Chart
  var readouts: [String]

  func naturalRows(columns: Int) -> Int {
    chart.naturalRows(columns: columns) + (readouts.isEmpty ? 0 : 1)
  }

  /// Where the chart itself is drawn.
  func chartArea(_ area: Rect) -> Rect {
    guard !readouts.isEmpty, area.rows >= 3 else { return area }
    return Rect(
      column: area.column, row: area.row, columns: area.columns, rows: area.rows - 1)
  }

  func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let inner = chartArea(area)
    chart.draw(into: &frame, area: inner, appearance: appearance)
    guard inner.rows < area.rows, let last = readouts.last else { return }
    let words =
      readouts.map(appearance.chart).first { DisplayWidth.of($0) <= area.columns }
      ?? appearance.chart(last)
    let line = Rect(column: area.column, row: inner.endRow, columns: area.columns, rows: 1)
    frame.fill(line)
    StyledLine(appearance.shown(words), appearance.style(.accent))
      .fitted(to: area.columns)
      .draw(into: &frame, row: inner.endRow, column: area.column, clip: line)
  }
}
