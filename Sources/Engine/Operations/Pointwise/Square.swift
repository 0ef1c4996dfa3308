public import CKernels

/// x².
public struct Square: PointwiseOperation {
  public let name = "square"
  public var code: NablaUnary { NABLA_SQUARE }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x * x }

  public func derivative(x: Double, y: Double) -> Double { 2 * x }

  public func derivativeFormula(x: String, y: String) -> String { "2 \(x)" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    graph.constant(2)
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0])²" }
}

extension Square {
  static let entry = Entry.pointwise(
    Square(), .function, summary: "The square.", formula: "x²")
}
