public import CKernels

/// log(1 + x), accurate near 0.
public struct LogarithmOnePlus: PointwiseOperation {
  public let name = "log1p"
  public var code: NablaUnary { NABLA_LOG1P }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { log1p(x) }

  public func derivative(x: Double, y: Double) -> Double { 1 / (1 + x) }

  public func derivativeFormula(x: String, y: String) -> String { "1 / (1 + \(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    let square = try graph.add(Square(), [try graph.plus(x, 1)])
    return try graph.add(Negate(), [try graph.add(Reciprocal(), [square])])
  }
}

extension LogarithmOnePlus {
  static let entry = Entry.pointwise(
    LogarithmOnePlus(), summary: "The logarithm of 1 + x, accurate near 0.",
    formula: "log(1 + x)")
}
