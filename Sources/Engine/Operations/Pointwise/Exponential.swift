public import CKernels

/// eˣ.
public struct Exponential: PointwiseOperation {
  public let name = "exp"
  public var code: NablaUnary { NABLA_EXP }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { exp(x) }

  public func derivative(x: Double, y: Double) -> Double { y }

  public func derivativeFormula(x: String, y: String) -> String { "\(y)" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    y
  }
}

extension Exponential {
  static let entry = Entry.pointwise(
    Exponential(), .function, summary: "eˣ.", formula: "eˣ")
}
