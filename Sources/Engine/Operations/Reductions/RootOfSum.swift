public import CKernels

/// The root of a sum of squares. Its derivative at 0 is taken as 0, as PyTorch does for norms and
/// deviations; √ itself has none there.
public struct RootOfSum: PointwiseOperation {
  public let name = "sqrt"
  public var code: NablaUnary { NABLA_SQRT }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x.squareRoot() }

  public func derivative(x: Double, y: Double) -> Double { 0.5 / y }

  public func derivativeFormula(x: String, y: String) -> String { "1 / (2 \(y))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try SquareRoot().secondDerivative(x: x, y: y, graph: graph)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (x, y) = (context.inputs[0], context.node)
    let slope = try graph.add(PointwiseGradient(function: self), [context.upstream, x, y])
    return [try graph.add(MaskedFill(0), [slope, try graph.compare(y, .equal, 0)])]
  }

  public func formula(_ inputs: [String]) -> String { "√\(inputs[0])" }
}
