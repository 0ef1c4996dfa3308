// plot scatter(x, y): points by two vectors, and a third as their marks; the results of trials, two
// measures of the same rows.

import Engine
import Language

/// Points of a plane. Plain data; the interface draws it.
public struct ScatterPicture: Hashable, Sendable {
  public var xName: String
  public var yName: String
  /// What the marks tell; empty where there are no values.
  public var valueName: String
  public var x: [Float]
  public var y: [Float]
  /// One for each point, or none at all.
  public var values: [Float]
  /// One for each point, or none at all.
  public var names: [String]
  /// How many points there are in all.
  public var total: Int

  public init(
    xName: String, yName: String, valueName: String = "", x: [Float], y: [Float],
    values: [Float] = [], names: [String] = [], total: Int
  ) {
    self.xName = xName
    self.yName = yName
    self.valueName = valueName
    self.x = x
    self.y = y
    self.values = values
    self.names = names
    self.total = total
  }
}

extension ScatterPicture {
  /// Points that have both numbers.
  public var count: Int { min(x.count, y.count) }

  /// Pearson's correlation of the finite points; nil with fewer than two or without spread.
  public var correlation: Double? {
    let pairs = zip(x, y).filter { $0.isFinite && $1.isFinite }.map { (Double($0), Double($1)) }
    guard pairs.count > 1 else { return nil }
    let size = Double(pairs.count)
    let (meanX, meanY) = (
      pairs.reduce(0) { $0 + $1.0 / size }, pairs.reduce(0) { $0 + $1.1 / size }
    )
    var (both, across, up) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
      both += (x - meanX) * (y - meanY)
      across += (x - meanX) * (x - meanX)
      up += (y - meanY) * (y - meanY)
    }
    guard across > 0, up > 0 else { return nil }
    let found = both / across.squareRoot() / up.squareRoot()
    return found.isFinite ? found : nil
  }
}

enum ScatterPlot {
  /// Points that a picture holds.
  static let most = 5000

  static let entry = PlotEntry(
    "scatter(x, y, values=none, names=none)",
    summary: "Points by two vectors, a third as the size and colour of their marks, and names that "
      + "the cursor reads. xscale=log and yscale=log make an axis logarithmic.",
    formula: "a mark at (xᵢ, yᵢ) for each i", source: "Herschel 1833",
    example: "rates = [0.01, 0.1, 1]\nscores = [0.4, 0.2, 0.3]\nwidths = [8, 64, 16]\n"
      + "plot scatter(rates, scores, widths) xscale=log"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let x = try vector("x", arguments, notebook)
    let y = try vector("y", arguments, notebook)
    var nodes = [x.node, y.node]
    let length = notebook.graph.shape(x.node).count
    try agree(y, "y", length, notebook)
    var valueName = ""
    if arguments["values"] != nil {
      let values = try vector("values", arguments, notebook)
      try agree(values, "values", length, notebook)
      nodes.append(values.node)
      valueName = values.name
    }
    let names = try arguments.names("names")
    if let names, names.count < length {
      throw Diagnostic(
        "there are \(length) points and \(names.count) name\(names.count == 1 ? "" : "s")",
        at: call.range)
    }
    let shown = min(length, most)
    let (xName, yName, marks) = (x.name, y.name, valueName)
    return PlotRequest(live: call.text, of: nodes, notebook) { tensors in
      .scatter(
        ScatterPicture(
          xName: xName, yName: yName, valueName: marks,
          x: Array(tensors[0].values.prefix(shown)), y: Array(tensors[1].values.prefix(shown)),
          values: tensors.count > 2 ? Array(tensors[2].values.prefix(shown)) : [],
          names: names.map { Array($0.prefix(shown)) } ?? [], total: length))
    }
  }

  private typealias Vector = (node: Node, name: String, range: SourceRange)

  private static func vector(
    _ name: String, _ arguments: PlotArguments, _ notebook: Notebook
  ) throws(Diagnostic) -> Vector {
    let expression = try arguments.required(name, "two vectors of one length")
    let node = try arguments.tensor(name, "two vectors of one length")
    let shape = notebook.graph.shape(node)
    // A column is a vector, too.
    guard shape.rank == 1 || shape.rank == 2 && shape[1] == 1 else {
      throw Diagnostic(
        "scatter: '\(name)' must be a vector, this has shape \(shape)", at: expression.range,
        hint: "one column of a table: grid[:, 0]")
    }
    return (node, notebook.currentSource[expression.range], expression.range)
  }

  private static func agree(
    _ vector: Vector, _ name: String, _ length: Int, _ notebook: Notebook
  ) throws(Diagnostic) {
    let count = notebook.graph.shape(vector.node).count
    guard count == length else {
      throw Diagnostic(
        "scatter: x has \(length) element\(length == 1 ? "" : "s") and \(name) \(count)",
        at: vector.range)
    }
  }
}
