public import CKernels

/// −x.
public struct Negate: PointwiseOperation {
  public let name = "neg"
  public var code: NablaUnary { NABLA_NEGATE }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { -x }

  public func derivative(x: Double, y: Double) -> Double { -1 }

  public func derivativeFormula(x: String, y: String) -> String { "−1" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }

  public func formula(_ inputs: [String]) -> String { "−\(inputs[0])" }
}

extension Negate {
  static let entry = Entry.pointwise(
    Negate(), .function, summary: "The negative.", formula: "−x")
}
