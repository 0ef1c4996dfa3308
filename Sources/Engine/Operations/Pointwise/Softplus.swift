public import CKernels

/// log(1 + eˣ), the smooth rectifier (Dugas et al. 2001).
public struct Softplus: PointwiseOperation {
  public let name = "softplus"
  public var code: NablaUnary { NABLA_SOFTPLUS }

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
  static let entry = Entry.pointwise(
    Softplus(), .activation, summary: "The smooth rectifier.", formula: "log(1 + eˣ)",
    source: "Dugas et al. 2001")
}
