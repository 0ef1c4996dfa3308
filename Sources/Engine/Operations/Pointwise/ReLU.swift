public import CKernels

/// The rectifier max(0, x) (Nair & Hinton 2010); its derivative at 0 is 0.
public struct ReLU: PointwiseOperation {
  public let name = "relu"
  public var code: NablaUnary { NABLA_RELU }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x > 0 || x.isNaN ? x : 0 }

  public func derivative(x: Double, y: Double) -> Double { x > 0 ? 1 : 0 }

  public func derivativeFormula(x: String, y: String) -> String { "1 if \(x) > 0 else 0" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }
}

extension ReLU {
  static let entry = Entry.pointwise(
    ReLU(), .activation, summary: "The rectifier.", formula: "max(0, x)",
    source: "Nair & Hinton 2010")
}
