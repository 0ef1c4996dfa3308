public import CKernels

/// 1 / √x.
public struct ReciprocalSquareRoot: PointwiseOperation {
  public let name = "rsqrt"
  public var code: NablaUnary { NABLA_RSQRT }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { 1 / x.squareRoot() }

  public func derivative(x: Double, y: Double) -> Double { -0.5 * y * y * y }

  public func derivativeFormula(x: String, y: String) -> String { "−½ \(y)³" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    let square = try graph.add(Square(), [y])
    let cube = try graph.times(square, y)
    return try graph.times(try graph.times(cube, square), 0.75)
  }
}

extension ReciprocalSquareRoot {
  static let entry = Entry.pointwise(
    ReciprocalSquareRoot(), summary: "One over the square root.", formula: "1 / √x")
}
