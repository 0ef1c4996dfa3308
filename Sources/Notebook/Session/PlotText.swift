// Plots as text: their data in a few lines, so that a session file stays small and verification
// notices when a curve changes. The drawing itself belongs to the interface.

/// Lines for a plot.
enum PlotText {
  static func lines(_ plot: PlotOutput) -> [String] {
    let title = plot.title.isEmpty ? "plot" : "plot \(plot.title)"
    switch plot.content {
    case .series(let series):
      if series.isEmpty { return ["\(title): no points"] }
      return series.map { one in
        let name = series.count == 1 && one.name == plot.title ? title : "plot \(one.name)"
        return "\(name): \(Self.series(one, plot.axes))"
      }
    case .gradients(let rows):
      if rows.isEmpty { return ["\(title): no layers"] }
      return rows.map(gradient)
    case .curves(let x, let curves):
      return curves.map { curve(title, $0, x, plot.axes) }
    case .histogram(let name, let lower, let upper, let counts):
      return histogram(name.isEmpty ? title : "plot histogram \(name)", lower, upper, counts)
    case .attention(let map): return attention(map)
    case .attentionView(let show): return AttentionText.lines(show)
    case .boundary(let boundary): return Self.boundary(title, boundary)
    case .matrix(let matrix): return Self.matrix(matrix)
    case .strip(let rows): return LayerPlotText.strip(title, rows)
    case .ratios(let plot): return LayerPlotText.ratios(title, plot)
    case .profiles(let profiles): return LayerPlotText.profiles(title, profiles)
    case .distributions(let plot): return LayerPlotText.distributions(title, plot)
    case .times(let plot): return LayerPlotText.times(title, plot)
    case .confusion(let matrix): return PictureText.confusion(title, matrix)
    case .tiles(let picture): return PictureText.tiles(title, picture)
    case .map(let map): return PictureText.map(title, map)
    case .scatter(let picture): return ScatterText.lines(title, picture, plot.axes)
    case .probabilities(let choices): return PictureText.probabilities(title, choices)
    case .text(let text): return PictureText.text(title, text)
    case .contour(let contour): return PictureText.contour(title, contour)
    case .network(let diagram): return network(title, diagram)
    case .layers(let table): return layers(title, table)
    case .neuron(let neuron): return Self.neuron(title, neuron)
    case .unrolled(let picture): return unrolled(title, picture)
    case .gates(let strips): return gates(title, strips)
    }
  }

  /// `500 points, 0.7312 → 0.0123, min 0.0119, max 0.7312`; once points share buckets, their
  /// number and the first value are no longer known and `steps 1 … 500, last 0.0123` stands there.
  static func series(_ series: SeriesSnapshot) -> String {
    guard let first = series.buckets.first, let last = series.buckets.last else {
      return "no points"
    }
    var text: String
    if series.buckets.allSatisfy({ $0.firstStep == $0.lastStep }) {
      let count = series.buckets.count
      text = "\(count) point\(count == 1 ? "" : "s"), \(NumberText.short(first.last))"
      if count > 1 { text += " → \(NumberText.short(last.last))" }
    } else {
      text = "steps \(first.firstStep) … \(last.lastStep), last \(NumberText.short(last.last))"
    }
    let lows = series.buckets.map(\.minimum).filter(\.isFinite)
    let highs = series.buckets.map(\.maximum).filter(\.isFinite)
    if series.buckets.count > 1, let low = lows.min(), let high = highs.max() {
      text += ", min \(NumberText.short(low)), max \(NumberText.short(high))"
    }
    let nan = series.buckets.reduce(0) { $0 &+ $1.nanCount }
    let infinite = series.buckets.reduce(0) { $0 &+ $1.infinityCount }
    if nan > 0 { text += ", NaN \(nan)" }
    if infinite > 0 { text += ", Infinity \(infinite)" }
    return text
  }

  private static func gradient(_ row: GradientRow) -> String {
    let verdict =
      switch row.verdict {
      case .healthy: ""
      case .vanishing: "  ▼ vanishing"
      case .exploding: "  ▲ exploding"
      }
    let clipped = row.clipped.map { ", clipped to \(NumberText.short($0))" } ?? ""
    return "plot gradients \(row.path): \(series(row.norms))\(clipped)\(verdict)"
  }

  private static func curve(
    _ title: String, _ curve: Curve, _ x: [Float], _ axes: PlotAxes
  ) -> String {
    let count = curve.values.count
    var text = "\(curve.name.isEmpty ? title : "plot \(curve.name)"): "
    text += "\(count) point\(count == 1 ? "" : "s")"
    if let first = x.first, let last = x.last {
      text += ", x \(NumberText.short(first)) … \(NumberText.short(last))"
    }
    let finite = curve.values.filter(\.isFinite)
    if let low = finite.min(), let high = finite.max() {
      text += ", y \(NumberText.short(low)) … \(NumberText.short(high))"
    }
    text += ", " + TensorText.statistics(curve.values)
    if axes.smoothing > 0, let last = curve.smoothed(weight: axes.smoothing).last {
      text += ", smoothed by \(NumberText.short(axes.smoothing)) to \(NumberText.short(last))"
    }
    return text
  }

  private static func histogram(
    _ title: String, _ lower: Float, _ upper: Float, _ counts: [Int]
  ) -> [String] {
    let total = counts.reduce(0, &+)
    let range = "\(NumberText.short(lower)) … \(NumberText.short(upper))"
    let bars = counts.map(String.init).joined(separator: " ")
    return ["\(title): \(total) values in \(range)", "  " + bars]
  }

  /// A line a query; a masked place is `·`, which is not 0.
  private static func attention(_ map: AttentionMap) -> [String] {
    let rows = map.queries.count
    let columns = map.keys.count
    let title = "plot attention \(map.name): \(rows) queries, \(columns) keys"
    let (size, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, size > 0, map.weights.count >= size else { return [title] }
    let shownRows = TensorText.Positions(rows)
    let shownColumns = TensorText.Positions(columns)
    let queryWidth = map.queries.map { VisibleText.width(VisibleText.line($0)) }.max() ?? 0
    let lines = shownRows.indices.map { row -> String in
      guard let row else { return "  …" }
      let places = shownColumns.indices.map { column -> String in
        guard let column else { return "…" }
        let place = row * columns + column
        let isMasked = place < map.masked.count && map.masked[place]
        return "\(map.keys[column]) \(isMasked ? "·" : NumberText.short(map.weights[place]))"
      }
      let query = VisibleText.padded(VisibleText.line(map.queries[row]), to: queryWidth)
      return VisibleText.line("  \(query) → " + places.joined(separator: "  "))
    }
    let isCut = shownRows.isCut || shownColumns.isCut
    return [title] + lines + (isCut ? ["  " + TensorText.statistics(map.weights)] : [])
  }

  private static func boundary(_ title: String, _ grid: DecisionBoundary) -> [String] {
    func text(_ range: ClosedRange<Float>) -> String {
      "\(NumberText.short(range.lowerBound)) … \(NumberText.short(range.upperBound))"
    }
    let size = "\(grid.columns)×\(grid.rows) cells, x \(text(grid.x)), y \(text(grid.y))"
    let first = "\(title): \(size), \(grid.points.count) points"
    var areas: [Int: Int] = [:]
    for value in grid.values {
      guard let label = Int(exactly: value), label >= 0 else {
        return [first, "  " + TensorText.statistics(grid.values)]
      }
      areas[label, default: 0] += 1
    }
    let parts = areas.sorted { $0.key < $1.key }.prefix(TensorText.limit)
    let classes = parts.map { "class \($0.key) \($0.value) cells" }.joined(separator: ", ")
    return [first, "  " + classes]
  }

  private static func matrix(_ view: MatrixView) -> [String] {
    let (size, overflow) = view.rows.multipliedReportingOverflow(by: view.columns)
    guard !overflow, size == view.values.count, view.rows >= 0 else {
      return TensorText.lines(
        TensorOutput(name: view.name, shape: [view.values.count], values: view.values))
    }
    if view.hasNames { return MatrixNames.lines(view) }
    var lines = TensorText.lines(
      TensorOutput(name: view.name, shape: [view.rows, view.columns], values: view.values))
    if view.shape != [view.rows, view.columns] {
      lines.insert("corner of \(view.name) \(TensorText.shapeText(view.shape))", at: 0)
    }
    return lines
  }
}
