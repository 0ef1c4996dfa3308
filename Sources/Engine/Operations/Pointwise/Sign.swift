public import CKernels

/// −1, 0 or 1.
public struct Sign: PointwiseOperation {
  public let name = "sign"
  public var code: NablaUnary { NABLA_SIGN }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x }

  public func derivative(x: Double, y: Double) -> Double { 0 }

  public func derivativeFormula(x: String, y: String) -> String { "0" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }
}

extension Sign {
  static let entry = Entry.pointwise(
    Sign(), .function, summary: "−1, 0 or 1.", formula: "x / |x|")
}
