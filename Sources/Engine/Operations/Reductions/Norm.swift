/// (Σ |x|ᵖ)^(1/p), for p = ∞ the largest magnitude, for p = 0 the number of elements that are not
/// 0; the derivative of a norm of 0 is 0.
enum Norm {
  static func of(
    _ x: Node, p: Double, axes: [Int]?, keepsAxes: Bool, in graph: Graph
  ) throws(EngineError) -> Node {
    func sum(_ node: Node) throws(EngineError) -> Node {
      try graph.reduced(node, axes: axes, keepsAxes: keepsAxes, for: "norm") {
        Sum(axis: $0, keepsAxis: $1)
      }
    }
    switch p {
    case 2:
      return try graph.add(RootOfSum(), [try sum(try graph.add(Square(), [x]))])
    case 1:
      return try sum(try graph.add(AbsoluteValue(), [x]))
    case 0:
      return try sum(try graph.compare(x, .notEqual, 0))
    case .infinity, -.infinity:
      let size = try graph.add(AbsoluteValue(), [x])
      return try graph.reduced(size, axes: axes, keepsAxes: keepsAxes, for: "norm") {
        Extremum(maximum: p > 0, axis: $0, keepsAxis: $1)
      }
    default:
      let size = try graph.add(AbsoluteValue(), [x])
      let total = try sum(try graph.add(Power(), [size, graph.constant(p)]))
      // The root of 0 is taken beside 0, so that its derivative is 0 and not ∞ · 0.
      let isZero = try graph.compare(total, .equal, 0)
      let safe = try graph.add(MaskedFill(1), [total, isZero])
      let root = try graph.add(Power(), [safe, graph.constant(1 / p)])
      return try graph.add(MaskedFill(0), [root, isZero])
    }
  }

  static let entry = Entry(
    Descriptor(
      "norm", .function, signature: "norm(x, p=2, axis=none, keepdim=false)",
      summary: "The p-norm over axes or over all elements; p may be \"inf\".",
      shapes: "[…] → [] or without the axes", formula: "(Σ |x|ᵖ)^(1/p)",
      example: "norm([3, 4])"),
    .function { arguments, graph throws(EngineError) in
      var p: Double
      switch arguments.value("p") {
      case .text("inf"): p = .infinity
      case .text("-inf"): p = -.infinity
      case .text("fro"), .none: p = 2
      default: p = try arguments.number("p")
      }
      guard !p.isNaN else { throw EngineError("norm: 'p' must be a number, not NaN") }
      return try of(
        try arguments.tensor("x", graph), p: p, axes: try arguments.axes("axis"),
        keepsAxes: try arguments.flag("keepdim"), in: graph)
    })
}
