public import CKernels

/// The sine of an angle in radians.
public struct Sine: PointwiseOperation {
  public let name = "sin"
  public var code: NablaUnary { NABLA_SIN }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { sin(x) }

  public func derivative(x: Double, y: Double) -> Double { cos(x) }

  public func derivativeFormula(x: String, y: String) -> String { "cos(\(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(Negate(), [y])
  }
}

extension Sine {
  static let entry = Entry.pointwise(
    Sine(), .function, summary: "The sine of an angle in radians.", formula: "sin x")
}
