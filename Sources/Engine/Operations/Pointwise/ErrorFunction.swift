public import CKernels

/// The error function.
public struct ErrorFunction: PointwiseOperation {
  public let name = "erf"
  public var code: NablaUnary { NABLA_ERF }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { erf(x) }

  public func derivative(x: Double, y: Double) -> Double {
    2 / Double.pi.squareRoot() * exp(-x * x)
  }

  public func derivativeFormula(x: String, y: String) -> String { "2/√π · exp(−\(x)²)" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(
      Multiply(),
      [
        try graph.add(Multiply(), [graph.constant(-4 / Double.pi.squareRoot()), x]),
        try graph.add(Exponential(), [try graph.add(Negate(), [try graph.add(Square(), [x])])]),
      ])
  }
}

extension ErrorFunction {
  static let entry = Entry.pointwise(
    ErrorFunction(), .function, summary: "The error function.", formula: "2/√π ∫₀ˣ exp(−t²) dt")
}
