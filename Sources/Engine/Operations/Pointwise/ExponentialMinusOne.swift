public import CKernels

/// eˣ − 1, accurate near 0.
public struct ExponentialMinusOne: PointwiseOperation {
  public let name = "expm1"
  public var code: NablaUnary { NABLA_EXPM1 }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { expm1(x) }

  public func derivative(x: Double, y: Double) -> Double { y + 1 }

  public func derivativeFormula(x: String, y: String) -> String { "\(y) + 1" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.plus(y, 1)
  }
}

extension ExponentialMinusOne {
  static let entry = Entry.pointwise(
    ExponentialMinusOne(), summary: "The exponential less 1, accurate near 0.", formula: "eˣ − 1")
}
