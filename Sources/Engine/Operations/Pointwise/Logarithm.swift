public import CKernels

/// The natural logarithm.
public struct Logarithm: PointwiseOperation {
  public let name = "log"
  public var code: NablaUnary { NABLA_LOG }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { log(x) }

  public func derivative(x: Double, y: Double) -> Double { 1 / x }

  public func derivativeFormula(x: String, y: String) -> String { "1 / \(x)" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(Negate(), [try graph.add(Square(), [try graph.add(Reciprocal(), [x])])])
  }
}

extension Logarithm {
  static let entry = Entry.pointwise(
    Logarithm(), .function, summary: "The natural logarithm.", formula: "ln x")
}
