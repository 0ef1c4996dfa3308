// Plots as JSON: their data, and the drawn text.

/// Plots for programs to read.
enum PlotJSON {
  static func value(_ plot: PlotOutput, text: String) -> JSONValue {
    let title = JSONValue.Member("title", .string(plot.title))
    let drawn = JSONValue.Member("text", .string(text))
    switch plot.content {
    case .series(let series):
      let data = series.map { Self.series($0, plot.axes) }
      return JSONOutput.kind(
        "series", [title, .init("series", .array(data))] + axes(plot.axes) + [drawn])
    case .gradients(let rows):
      return Self.plot("gradients", title, drawn, [.init("layers", .array(rows.map(gradient)))])
    case .curves(let x, let curves):
      let values = curves.map { curve in
        JSONValue.object([
          .init("name", .string(curve.name)), .init("values", .floats(curve.values)),
        ])
      }
      return Self.plot(
        "curves", title, drawn,
        [.init("x", .floats(x)), .init("curves", .array(values))] + axes(plot.axes))
    case .histogram(let name, let lower, let upper, let counts):
      return Self.plot(
        "histogram", title, drawn,
        [
          .init("name", .string(name)), .init("lower", .float(lower)),
          .init("upper", .float(upper)), .init("counts", .integers(counts)),
        ])
    case .attention(let map):
      return Self.plot(
        "attention", title, drawn,
        [
          .init("name", .string(map.name)), .init("queries", .strings(map.queries)),
          .init("keys", .strings(map.keys)), .init("weights", .floats(map.weights)),
          .init("masked", .array(map.masked.map { .bool($0) })),
        ])
    case .attentionView(let show):
      return Self.plot("attention", title, drawn, AttentionJSON.members(show))
    case .boundary(let grid): return Self.plot("boundary", title, drawn, boundary(grid))
    case .matrix(let view):
      return Self.plot("matrix", title, drawn, [.init("matrix", matrix(view))])
    case .strip(let rows):
      return Self.plot("strip", title, drawn, [.init("layers", .array(rows.map(gradient)))])
    case .ratios(let plot): return Self.plot("ratios", title, drawn, LayerPlotJSON.ratios(plot))
    case .profiles(let profiles):
      return Self.plot("profiles", title, drawn, LayerPlotJSON.profiles(profiles))
    case .distributions(let plot):
      return Self.plot("distributions", title, drawn, LayerPlotJSON.distributions(plot))
    case .times(let plot): return Self.plot("times", title, drawn, LayerPlotJSON.times(plot))
    case .scatter(let picture):
      return Self.plot(
        "scatter", title, drawn, PictureJSON.scatter(picture) + axes(plot.axes))
    case .confusion, .tiles, .map, .probabilities, .text, .contour:
      let (kind, data) = PictureJSON.members(plot.content)
      return Self.plot(kind, title, drawn, data)
    case .network(let diagram): return Self.plot("network", title, drawn, network(diagram))
    case .layers(let table): return Self.plot("layers", title, drawn, layers(table))
    case .neuron(let neuron): return Self.plot("neuron", title, drawn, Self.neuron(neuron))
    case .unrolled(let picture): return Self.plot("unrolled", title, drawn, unrolled(picture))
    case .gates(let strips): return Self.plot("gates", title, drawn, gates(strips))
    }
  }

  static func matrix(_ view: MatrixView) -> JSONValue {
    .object(
      [
        .init("name", .string(view.name)), .init("shape", .integers(view.shape)),
        .init("rows", .integer(view.rows)), .init("columns", .integer(view.columns)),
        .init("values", .floats(view.values)),
      ] + (view.hasNames ? names(view) : []))
  }

  private static func names(_ view: MatrixView) -> [JSONValue.Member] {
    [
      .init("row_names", .strings(view.rowNames)),
      .init("column_names", .strings(view.columnNames)),
    ]
  }

  private static func plot(
    _ kind: String, _ title: JSONValue.Member, _ text: JSONValue.Member,
    _ data: [JSONValue.Member]
  ) -> JSONValue {
    JSONOutput.kind("plot", [.init("plot", .string(kind)), title] + data + [text])
  }

  /// How the axes are, where they are not the plain ones.
  private static func axes(_ axes: PlotAxes) -> [JSONValue.Member] {
    guard !axes.isPlain else { return [] }
    var members: [JSONValue.Member] = [
      .init("x", .string(axes.unit.rawValue)), .init("xscale", .string(axes.xScale.rawValue)),
      .init("yscale", .string(axes.yScale.rawValue)),
      .init("smooth", .float(Float(axes.smoothing))),
    ]
    if let range = axes.range {
      members.append(
        .init("over", .floats([Float(range.lowerBound), Float(range.upperBound)])))
    }
    return [.init("axes", .object(members))]
  }

  /// A series with the smoothed course, where one was asked for.
  private static func series(_ series: SeriesSnapshot, _ axes: PlotAxes) -> JSONValue {
    let whole = one(series)
    guard axes.smoothing > 0, case .object(let members) = whole else { return whole }
    let smoothed = SeriesSnapshot.smoothed(series.buckets, weight: axes.smoothing)
    return .object(members + [.init("smoothed", .floats(smoothed.map { Float($0) }))])
  }

  /// Buckets as parallel arrays: plotting libraries take them as they are.
  static func one(_ series: SeriesSnapshot) -> JSONValue {
    let buckets = series.buckets
    return .object([
      .init("name", .string(series.name)),
      .init("first_steps", .integers(buckets.map(\.firstStep))),
      .init("last_steps", .integers(buckets.map(\.lastStep))),
      .init("minimum", .floats(buckets.map(\.minimum))),
      .init("maximum", .floats(buckets.map(\.maximum))),
      .init("last", .floats(buckets.map(\.last))),
    ])
  }

  private static func gradient(_ row: GradientRow) -> JSONValue {
    let verdict =
      switch row.verdict {
      case .healthy: "healthy"
      case .vanishing: "vanishing"
      case .exploding: "exploding"
      }
    return .object(
      [
        .init("path", .string(row.path)), .init("last", .float(row.last)),
        .init("verdict", .string(verdict)), .init("norms", one(row.norms)),
      ] + (row.clipped.map { [.init("clipped", .float($0))] } ?? []))
  }

  private static func boundary(_ grid: DecisionBoundary) -> [JSONValue.Member] {
    let points = grid.points.map { point in
      JSONValue.array([.float(point.x), .float(point.y), .integer(point.label)])
    }
    return [
      .init("columns", .integer(grid.columns)), .init("rows", .integer(grid.rows)),
      .init("x", .floats([grid.x.lowerBound, grid.x.upperBound])),
      .init("y", .floats([grid.y.lowerBound, grid.y.upperBound])),
      .init("classes", .integer(grid.classes)), .init("values", .floats(grid.values)),
      .init("margins", .floats(grid.margins)),
      .init("points", .array(points)),
    ]
  }
}
