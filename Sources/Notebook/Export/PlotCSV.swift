// A plot's data as one tidy table: a header, an observation a line, a variable a column, numbers in
// full precision. What a plot shows can be computed with elsewhere.

/// Plots for spreadsheets and data frames.
public enum PlotCSV {
  /// The table of plots of one kind and the number of its records; of several kinds, of the first.
  public static func table(_ plots: [PlotOutput]) -> (text: String, records: Int) {
    guard let first = plots.first else { return ("", 0) }
    var table = csv(first)
    for plot in plots.dropFirst() { table.add(csv(plot)) }
    return (table.text, table.records)
  }

  private static func csv(_ plot: PlotOutput) -> CSV {
    // No switch: a kind of plot without a table of its own has the plain one.
    if case .series(let series) = plot.content { return Self.series(series) }
    if case .gradients(let rows) = plot.content { return gradients(rows) }
    if case .curves(let x, let curves) = plot.content { return Self.curves(x, curves) }
    if case .histogram(let name, let lower, let upper, let counts) = plot.content {
      return histogram(name, lower, upper, counts)
    }
    if case .attention(let map) = plot.content { return attention(map) }
    if case .boundary(let grid) = plot.content { return boundary(grid) }
    if case .matrix(let view) = plot.content { return matrix(view) }
    if case .strip(let rows) = plot.content { return gradients(rows) }
    if case .ratios(let ratios) = plot.content { return Self.ratios(ratios) }
    if case .profiles(let profiles) = plot.content { return Self.profiles(profiles) }
    if case .distributions(let plot) = plot.content { return distributions(plot) }
    if case .times(let times) = plot.content { return Self.times(times) }
    return pictures(plot)
  }

  private static func pictures(_ plot: PlotOutput) -> CSV {
    if case .confusion(let matrix) = plot.content { return confusion(matrix) }
    if case .tiles(let picture) = plot.content { return tiles(picture) }
    if case .map(let map) = plot.content { return words(map) }
    if case .scatter(let picture) = plot.content { return scatter(picture) }
    if case .probabilities(let choices) = plot.content { return probabilities(choices) }
    if case .text(let text) = plot.content { return tokens(text) }
    if case .contour(let contour) = plot.content { return Self.contour(contour) }
    return PlainTable.csv(PlotJSON.value(plot, text: ""))
  }

  // MARK: Over steps

  /// Buckets as they were recorded: of several points the extremes and the last value.
  static func series(_ series: [SeriesSnapshot]) -> CSV {
    var table = CSV(["series"] + bucketHeader)
    for one in series {
      for bucket in one.buckets { table.add([one.name] + Self.bucket(bucket)) }
    }
    return table
  }

  static func gradients(_ rows: [GradientRow]) -> CSV {
    var table = CSV(["layer"] + bucketHeader)
    for row in rows {
      for bucket in row.norms.buckets { table.add([row.path] + Self.bucket(bucket)) }
    }
    return table
  }

  static let bucketHeader = [
    "first_step", "last_step", "last", "minimum", "maximum", "nan", "infinite",
  ]

  static func bucket(_ bucket: SeriesSnapshot.Bucket) -> [String] {
    [
      String(bucket.firstStep), String(bucket.lastStep), NumberText.full(bucket.last),
      NumberText.full(bucket.minimum), NumberText.full(bucket.maximum), String(bucket.nanCount),
      String(bucket.infinityCount),
    ]
  }

  // MARK: Values

  private static func curves(_ x: [Float], _ curves: [Curve]) -> CSV {
    var table = CSV(["curve", "x", "y"])
    for curve in curves {
      for (x, y) in zip(x, curve.values) {
        table.add([curve.name, NumberText.full(x), NumberText.full(y)])
      }
    }
    return table
  }

  private static func histogram(
    _ name: String, _ lower: Float, _ upper: Float, _ counts: [Int]
  ) -> CSV {
    var table = CSV(["name", "bin_lower", "bin_upper", "count"])
    // In double precision, as the bins were made.
    let (low, width) = (Double(lower), Double(upper) - Double(lower))
    func edge(_ index: Int) -> String {
      if index == counts.count { return NumberText.full(upper) }
      return NumberText.full(Float(low + width * Double(index) / Double(max(1, counts.count))))
    }
    for (index, count) in counts.enumerated() {
      table.add([name, edge(index), edge(index + 1), String(count)])
    }
    return table
  }

  private static func attention(_ map: AttentionMap) -> CSV {
    var table = CSV([
      "head", "query_index", "query", "key_index", "key", "weight", "masked",
    ])
    for (row, query) in map.queries.enumerated() {
      for (column, key) in map.keys.enumerated() {
        let place = row * map.keys.count + column
        guard place < map.weights.count else { return table }
        let isMasked = place < map.masked.count && map.masked[place]
        table.add([
          map.name, String(row), query, String(column), key, NumberText.full(map.weights[place]),
          String(isMasked),
        ])
      }
    }
    return table
  }

  /// The grid, top row first, then the data's points; what a kind has not is empty.
  private static func boundary(_ grid: DecisionBoundary) -> CSV {
    var table = CSV(["kind", "x", "y", "value", "label"])
    // The places at which the network was asked, to the bit.
    func part(_ index: Int, of count: Int) -> Float {
      count > 1 ? Float(index) / Float(count - 1) : 0
    }
    for (index, value) in grid.values.enumerated() where grid.columns > 0 {
      let across = part(index % grid.columns, of: grid.columns)
      let down = part(index / grid.columns, of: grid.rows)
      let x = grid.x.lowerBound + across * (grid.x.upperBound - grid.x.lowerBound)
      let y = grid.y.upperBound - down * (grid.y.upperBound - grid.y.lowerBound)
      table.add(["grid", NumberText.full(x), NumberText.full(y), NumberText.full(value), ""])
    }
    for point in grid.points {
      table.add([
        "point", NumberText.full(point.x), NumberText.full(point.y), "", String(point.label),
      ])
    }
    return table
  }

  /// The indices of the whole tensor: a window of a larger one begins where it begins there.
  private static func matrix(_ view: MatrixView) -> CSV {
    if view.hasNames { return MatrixNames.csv(view) }
    let rank = max(view.shape.count, view.rows > 1 ? 2 : 1)
    var table = CSV((0..<rank).map { "i\($0)" } + ["value"])
    guard view.columns > 0 else { return table }
    for (place, value) in view.values.enumerated() {
      let row = view.firstRow + place / view.columns
      let column = view.firstColumn + place % view.columns
      var leading = view.leading + Array(repeating: 0, count: max(0, rank - 2))
      leading = Array(leading.prefix(max(0, rank - 2)))
      let indices = leading + (rank > 1 ? [row, column] : [column])
      table.add(indices.map(String.init) + [NumberText.full(value)])
    }
    return table
  }
}

/// Data of any form as one table: its fields with the indices inside them.
enum PlainTable {
  /// A record a number or word: where it stands (`layers.0.path`) and what it is. The drawn text is
  /// left out.
  static func csv(_ value: JSONValue) -> CSV {
    var table = CSV(["field", "value"])
    var pending: [(String, JSONValue)] = [("", value)]
    while let (path, value) = pending.popLast() {
      switch value {
      case .object(let members):
        for member in members.reversed() where !(path.isEmpty && member.key == "text") {
          pending.append((path.isEmpty ? member.key : "\(path).\(member.key)", member.value))
        }
      case .array(let values):
        for (index, value) in values.enumerated().reversed() {
          pending.append(("\(path).\(index)", value))
        }
      case .null: table.add([path, ""])
      case .bool(let value): table.add([path, String(value)])
      case .integer(let value): table.add([path, String(value)])
      case .float(let value): table.add([path, NumberText.full(value)])
      case .double(let value): table.add([path, NumberText.full(value)])
      case .string(let value): table.add([path, value])
      }
    }
    return table
  }
}
