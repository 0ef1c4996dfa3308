public import CKernels

/// x σ(x), also swish (Elfwing et al. 2017).
public struct SiLU: PointwiseOperation {
  public let name = "silu"
  public var code: NablaUnary { NABLA_SILU }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x / (1 + exp(-x)) }

  public func derivative(x: Double, y: Double) -> Double { slope(x) }

  public func derivativeFormula(x: String, y: String) -> String {
    "σ(\(x)) (1 + \(x) (1 − σ(\(x))))"
  }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try slopeChange(x, graph)
  }

  private func slope(_ x: Double) -> Double {
    let s = 1 / (1 + exp(-x))
    return s * (1 + x * (1 - s))
  }

  /// s (1 − s) (2 + x (1 − 2 s)) with s = σ(x).
  private func slopeChange(_ x: Node, _ graph: Graph) throws(EngineError) -> Node {
    let one = graph.constant(1)
    let two = graph.constant(2)
    let s = try graph.add(Sigmoid(), [x])
    let bell = try graph.add(Multiply(), [s, try graph.add(Subtract(), [one, s])])
    let tilt = try graph.add(
      Subtract(), [one, try graph.add(Multiply(), [two, s])])
    let inner = try graph.add(Add(), [two, try graph.add(Multiply(), [x, tilt])])
    return try graph.add(Multiply(), [bell, inner])
  }
}

extension SiLU {
  static let entry = Entry.pointwise(
    SiLU(), .activation, summary: "The sigmoid linear unit, also swish.", formula: "x σ(x)",
    source: "Elfwing et al. 2017")
}
