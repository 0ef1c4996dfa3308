/// x + f(x) (He et al. 2016).
public final class Residual: Layer {
  public let name = "residual"
  /// The layer inside.
  public let inner: any Layer

  /// Wraps a layer.
  public init(_ inner: any Layer) { self.inner = inner }

  // Transparent in paths: `stack.2.0.1` is the second layer inside the first residual.
  public var children: [(String, any Layer)] { [("", inner)] }
  public var units: Int? { inner.units }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let start = graph.records.count
    let branch = try inner.apply(input, in: graph)
    graph.noteApplication(of: inner, from: start, output: branch)
    guard graph.shape(branch) == graph.shape(input) else {
      throw EngineError(
        "residual: the branch turns shape \(graph.shape(input)) into \(graph.shape(branch))",
        hint: "x + f(x) needs both of one shape; end the branch with the input's size")
    }
    return try graph.add(Add(), [input, branch])
  }
}

extension Residual {
  static let entry = Entry(
    Descriptor(
      "residual", .layer, signature: "residual(f)",
      summary: "Adds the input to what a layer makes of it.",
      shapes: "[…] → […]", formula: "y = x + f(x)",
      source: "He et al. 2016", example: "residual(dense(3))([[1, 2, 3]])"),
    .layer { arguments throws(EngineError) in
      Residual(try arguments.layer("f"))
    })
}
