public import CKernels

/// The hyperbolic tangent.
public struct HyperbolicTangent: PointwiseOperation {
  public let name = "tanh"
  public var code: NablaUnary { NABLA_TANH }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { tanh(x) }

  public func derivative(x: Double, y: Double) -> Double { 1 - y * y }

  public func derivativeFormula(x: String, y: String) -> String { "1 − \(y)²" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(
      Multiply(),
      [
        graph.constant(-2),
        try graph.add(
          Multiply(),
          [y, try graph.add(Subtract(), [graph.constant(1), try graph.add(Square(), [y])])]),
      ])
  }
}

extension HyperbolicTangent {
  static let entry = Entry.pointwise(
    HyperbolicTangent(), .activation, summary: "The hyperbolic tangent; from −1 to 1.",
    formula: "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", source: "LeCun et al. 1989")
}
