public import CKernels

/// x Φ(x) with Φ made of tanh: ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))), GPT-2's (Hendrycks &
/// Gimpel 2016).
public struct GELUTanh: PointwiseOperation {
  public let name = "gelu_tanh"
  public var code: NablaUnary { NABLA_GELU_TANH }

  private static let scale = 2 * (2 / Double.pi).squareRoot()
  private static let cubic = 0.044715

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { x < -200 ? -0.0 : x / (1 + exp(-exponent(x))) }

  public func derivative(x: Double, y: Double) -> Double {
    if abs(x) > 200 { return x < 0 ? 0 : 1 }
    let s = 1 / (1 + exp(-exponent(x)))
    return s + x * s * (1 - s) * GELUTanh.scale * (1 + 3 * GELUTanh.cubic * x * x)
  }

  public func derivativeFormula(x: String, y: String) -> String {
    "σ(u) (1 + \(x) u′ (1 − σ(u))), u = √(8/π) (\(x) + 0.044715 \(x)³)"
  }

  /// y = x s, so y″ = 2 s′ + x s″, where s = σ(u), s′ = u′ s (1 − s), s″ = u″ s (1 − s) +
  /// u′ s′ (1 − 2 s).
  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    let square = try graph.add(Square(), [x])
    let inner = try graph.plus(try graph.times(square, GELUTanh.cubic), 1)
    let u = try graph.times(try graph.times(x, inner), GELUTanh.scale)
    let first = try graph.times(
      try graph.plus(try graph.times(square, 3 * GELUTanh.cubic), 1), GELUTanh.scale)
    let second = try graph.times(x, 6 * GELUTanh.cubic * GELUTanh.scale)
    let s = try graph.add(Sigmoid(), [u])
    let bell = try graph.times(s, try graph.minus(graph.constant(1), s))
    let slope = try graph.times(first, bell)
    let tilt = try graph.minus(graph.constant(1), try graph.times(s, 2))
    let bend = try graph.plus(
      try graph.times(second, bell), try graph.times(try graph.times(first, slope), tilt))
    return try graph.plus(try graph.times(slope, 2), try graph.times(x, bend))
  }

  public func formula(_ inputs: [String]) -> String { "gelu(\(inputs[0]), by tanh)" }

  private func exponent(_ x: Double) -> Double {
    GELUTanh.scale * (x + GELUTanh.cubic * x * x * x)
  }
}
