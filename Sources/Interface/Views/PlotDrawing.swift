// The notebook's plots as charts: the one place where `PlotOutput` and the live snapshots become
// `Plotting`'s plain numbers.

import Notebook
import Plotting
import Screen

/// Plots as charts.
enum PlotDrawing {
  /// The chart of a plot.
  ///
  /// - Parameters:
  ///   - view: how a live one is looked at.
  ///   - yRanges: hold a live plot's axes still.
  static func chart(
    for plot: PlotOutput, view: SeriesView = SeriesView(), yRanges: [String: StickyRange] = [:]
  ) -> any Chart {
    let axes = view.applied(to: plot.axes)
    switch plot.content {
    case .series(let series):
      return SeriesCharts(plot.title, series, axes: axes, viewport: view.steps)
        .chart(yRanges, key: plot.title)
    case .gradients(let rows):
      var chart = gradientChart(plot.title, rows)
      if let cursor = view.steps.cursor { chart.read(at: cursor) }
      return chart
    case .curves(let x, let curves):
      return SeriesCharts.curves(
        plot.title, x: x, curves, axes: axes, viewport: view.curves)
    case .histogram(let name, let lower, let upper, let counts):
      return HistogramChart(
        title: plot.title.isEmpty ? name : plot.title, lower: Double(lower), upper: Double(upper),
        counts: counts)
    case .attention(let map):
      return AttentionDrawing.heatMap(
        map, title: plot.title.isEmpty ? map.name : plot.title, gaze: nil)
    case .attentionView(let show): return AttentionDrawing.chart(show)
    case .boundary(let boundary):
      return BoundaryChart(
        title: plot.title, columns: boundary.columns, rows: boundary.rows,
        x: Double(boundary.x.lowerBound)...Double(boundary.x.upperBound),
        y: Double(boundary.y.lowerBound)...Double(boundary.y.upperBound),
        values: boundary.values.map(Double.init), margins: boundary.margins.map(Double.init),
        classes: boundary.classes,
        points: boundary.points.map {
          BoundaryPoint(x: Double($0.x), y: Double($0.y), label: $0.label)
        })
    case .matrix(let matrix):
      var chart = MatrixChart(
        name: plot.title.isEmpty ? matrix.name : plot.title, shape: matrix.shape,
        rows: matrix.rows, columns: matrix.columns, values: matrix.values.map(Double.init))
      chart.rowNames = matrix.rowNames
      chart.columnNames = matrix.columnNames
      return chart
    case .strip(let rows): return gradientChart(plot.title, rows, style: .strip)
    case .ratios(let ratios): return LayerDrawing.ratioChart(plot.title, ratios)
    case .profiles(let profiles): return LayerDrawing.profileChart(plot.title, profiles)
    case .distributions(let distributions):
      return LayerDrawing.distributionChart(plot.title, distributions)
    case .times(let times): return LayerDrawing.timeGrid(plot.title, times)
    case .confusion, .tiles, .map, .scatter, .probabilities, .text, .contour:
      return PictureDrawing.chart(for: plot)
    case .network(let diagram): return StructureDrawing.diagram(plot.title, diagram)
    case .layers(let table): return StructureDrawing.layers(plot.title, table)
    case .neuron(let neuron): return StructureDrawing.neuron(plot.title, neuron)
    case .unrolled(let picture): return StructureDrawing.unrolled(plot.title, picture)
    case .gates(let strips): return StructureDrawing.gates(plot.title, strips)
    }
  }

  /// Whether rows are what makes it large: such a plot is scrolled and never squeezed.
  static func isScrolled(_ plot: PlotOutput) -> Bool {
    switch plot.content {
    case .network, .layers, .neuron: true
    default: false
    }
  }

  /// A scrolled plot's chart from a row on.
  static func chart(for plot: PlotOutput, from offset: Int) -> any Chart {
    switch plot.content {
    case .network(let diagram):
      var chart = StructureDrawing.diagram(plot.title, diagram)
      chart.offset = offset
      return chart
    case .layers(let table):
      var chart = StructureDrawing.layers(plot.title, table)
      chart.table.offset = offset
      return chart
    case .neuron(let neuron):
      var chart = StructureDrawing.neuron(plot.title, neuron)
      chart.offset = offset
      return chart
    default: return chart(for: plot)
    }
  }

  /// A plot inline in a cell, at a sensible height.
  static func block(for plot: PlotOutput, columns: Int, appearance: Appearance) -> Block {
    var chart = chart(for: plot)
    let width = min(columns, 100)
    var most = isScrolled(plot) ? 200 : 24
    if case .attentionView(let show) = plot.content, show.look.gaze.view == .stages {
      most = PanelsChart.mostRows
    }
    var rows = max(
      least(chart), min(inlineRows(of: plot, chart, columns: width, appearance), most))
    if let numbers = chart as? MatrixChart,
      let shades = numbers.shades(columns: width, rows: rows, appearance: appearance)
    {
      chart = shades
      // Two rows of the matrix share one of the screen where one each would be too many.
      rows = min(rows, numbers.rows + 2 <= most ? numbers.rows + 2 : (numbers.rows + 1) / 2 + 2)
    }
    return Block(rows: rows) { [chart] frame, area in
      let place = Rect(
        column: area.column, row: area.row, columns: min(area.columns, width), rows: area.rows)
      chart.draw(into: &frame, area: place, appearance: appearance)
    }
  }

  /// A good height for a plot between other things.
  static func inlineRows(
    of plot: PlotOutput, columns: Int, most: Int = 24, _ appearance: Appearance
  ) -> Int {
    let chart = chart(for: plot)
    return max(least(chart), min(inlineRows(of: plot, chart, columns: columns, appearance), most))
  }

  /// A text may have one line; below a title a picture wants two.
  private static func least(_ chart: any Chart) -> Int { chart is ShadedTextChart ? 2 : 3 }

  /// A row a layer.
  static func gradientChart(
    _ title: String, _ rows: [GradientRow], offset: Int = 0,
    style: GradientChart.RowStyle = .automatic
  ) -> GradientChart {
    GradientChart(
      title: title,
      rows: rows.map { row in
        let marker: GradientChartRow.Marker =
          switch row.verdict {
          case .healthy: .none
          case .vanishing: .down
          case .exploding: .up
          }
        return GradientChartRow(
          name: row.path, norms: row.norms.buckets.map(bucket), last: Double(row.last),
          marker: marker, clipped: row.clipped.map(Double.init))
      }, offset: offset, style: style)
  }

  private static func inlineRows(
    of plot: PlotOutput, _ chart: any Chart, columns: Int, _ appearance: Appearance
  ) -> Int {
    if let rows = PictureDrawing.inlineRows(chart, columns: columns, appearance: appearance) {
      return rows
    }
    if let panels = chart as? PanelsChart {
      return panels.naturalRows(columns: columns, appearance: appearance)
    }
    return switch plot.content {
    case .series: chart is StackedChart ? chart.naturalRows(columns: columns) : 10
    case .curves: 10
    case .profiles: 12
    case .boundary: 16
    case .map: 20
    default: chart.naturalRows(columns: columns)
    }
  }

  static func bucket(_ bucket: SeriesSnapshot.Bucket) -> ChartBucket {
    ChartBucket(
      x0: Double(bucket.firstStep), x1: Double(bucket.lastStep), minimum: Double(bucket.minimum),
      maximum: Double(bucket.maximum), last: Double(bucket.last), nanCount: bucket.nanCount,
      infinityCount: bucket.infinityCount,
      negativeInfinityCount: bucket.negativeInfinityCount)
  }
}
