public import CKernels

/// log(1 + eˣ), the smooth rectifier (Dugas et al. 2001).
public struct Softplus: PointwiseOperation {
  public let name = "softplus"
  public var code: NablaUnary { NABLA_SOFTPLUS }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x > 20 ? x : log1p(exp(x)) }

  public func derivative(x: Double, y: Double) -> Double { 1 / (1 + exp(-x)) }

  public func derivativeFormula(x: String, y: String) -> String { "σ(\(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try sigmoidSlope(x, graph)
  }

  /// σ′(x), the derivative of the derivative.
  private func sigmoidSlope(_ x: Node, _ graph: Graph) throws(EngineError) -> Node {
    let s = try graph.add(Sigmoid(), [x])
    return try graph.add(
      Multiply(), [s, try graph.add(Subtract(), [graph.constant(1), s])])
  }
}

extension Softplus {
  static let entry = Entry(
    Descriptor(
      "softplus", .activation, signature: "softplus(x, beta=1, threshold=20)",
      summary: "The smooth rectifier; x itself where beta x is above the threshold.",
      shapes: "[…] → […]", formula: "log(1 + exp(β x)) / β", source: "Dugas et al. 2001",
      example: "softplus([-1, 0, 2])"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let beta = try arguments.number("beta")
      let threshold = try arguments.number("threshold")
      guard beta > 0 else {
        throw EngineError("softplus: 'beta' must be above 0, not \(shown(beta))")
      }
      let scaled = beta == 1 ? x : try graph.times(x, beta)
      let smooth = try graph.add(Softplus(), [scaled])
      let y = beta == 1 ? smooth : try graph.over(smooth, beta)
      // From 20 on the two differ by less than the last digit.
      if threshold >= 20 { return y }
      let isLarge = try graph.compare(scaled, .greater, threshold)
      return try graph.add(Where(), [isLarge, x, y])
    })
}
