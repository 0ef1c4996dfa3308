public import CKernels

/// The logistic function σ(x) = 1 / (1 + e⁻ˣ).
public struct Sigmoid: PointwiseOperation {
  public let name = "sigmoid"
  public var code: NablaUnary { NABLA_SIGMOID }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  public func derivative(x: Double, y: Double) -> Double { y * (1 - y) }

  public func derivativeFormula(x: String, y: String) -> String { "\(y) (1 − \(y))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(
      Multiply(),
      [
        try graph.add(Multiply(), [y, try graph.add(Subtract(), [graph.constant(1), y])]),
        try graph.add(
          Subtract(), [graph.constant(1), try graph.add(Multiply(), [graph.constant(2), y])]),
      ])
  }

  public func formula(_ inputs: [String]) -> String { "σ(\(inputs[0]))" }
}

extension Sigmoid {
  static let entry = Entry.pointwise(
    Sigmoid(), .activation, summary: "The logistic function; from 0 to 1.",
    formula: "1 / (1 + e⁻ˣ)", source: "Rumelhart, Hinton & Williams 1986")
}
