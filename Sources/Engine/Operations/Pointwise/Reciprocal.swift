public import CKernels

/// 1 / x.
public struct Reciprocal: PointwiseOperation {
  public let name = "reciprocal"
  public var code: NablaUnary { NABLA_RECIPROCAL }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { 1 / x }

  public func derivative(x: Double, y: Double) -> Double { -y * y }

  public func derivativeFormula(x: String, y: String) -> String { "−\(y)²" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(
      Multiply(),
      [graph.constant(2), try graph.add(Multiply(), [y, try graph.add(Square(), [y])])])
  }

  public func formula(_ inputs: [String]) -> String { "1 / \(inputs[0])" }
}

extension Reciprocal {
  static let entry = Entry.pointwise(
    Reciprocal(), .function, summary: "One over x.", formula: "1 / x")
}
