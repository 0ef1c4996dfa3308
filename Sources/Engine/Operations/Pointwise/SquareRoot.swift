public import CKernels

/// The square root.
public struct SquareRoot: PointwiseOperation {
  public let name = "sqrt"
  public var code: NablaUnary { NABLA_SQRT }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x.squareRoot() }

  public func derivative(x: Double, y: Double) -> Double { 0.5 / y }

  public func derivativeFormula(x: String, y: String) -> String { "1 / (2 \(y))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(
      Multiply(),
      [graph.constant(-0.25), try graph.add(Reciprocal(), [try graph.add(Multiply(), [x, y])])])
  }
}

extension SquareRoot {
  static let entry = Entry.pointwise(
    SquareRoot(), .function, summary: "The square root.", formula: "√x")
}
