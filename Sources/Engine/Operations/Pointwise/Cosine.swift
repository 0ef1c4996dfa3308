public import CKernels

/// The cosine of an angle in radians.
public struct Cosine: PointwiseOperation {
  public let name = "cos"
  public var code: NablaUnary { NABLA_COS }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { cos(x) }

  public func derivative(x: Double, y: Double) -> Double { -sin(x) }

  public func derivativeFormula(x: String, y: String) -> String { "−sin(\(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try graph.add(Negate(), [y])
  }
}

extension Cosine {
  static let entry = Entry.pointwise(
    Cosine(), .function, summary: "The cosine of an angle in radians.", formula: "cos x")
}
