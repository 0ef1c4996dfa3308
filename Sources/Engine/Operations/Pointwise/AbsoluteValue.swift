public import CKernels

/// The absolute value; its derivative at 0 is 0.
public struct AbsoluteValue: PointwiseOperation {
  public let name = "abs"
  public var code: NablaUnary { NABLA_ABS }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { Swift.abs(x) }

  public func derivative(x: Double, y: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }

  public func derivativeFormula(x: String, y: String) -> String { "sign(\(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }
}

extension AbsoluteValue {
  static let entry = Entry.pointwise(
    AbsoluteValue(), .function, summary: "The absolute value.", formula: "|x|")
}
