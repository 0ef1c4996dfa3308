public import CKernels

/// x where positive, α (eˣ − 1) elsewhere (Clevert et al. 2015).
public struct ELU: PointwiseOperation {
  public let name = "elu"
  public var code: NablaUnary { NABLA_ELU }
  /// The alpha.
  public let parameter: Float

  /// Takes α, the depth to which negative elements saturate.
  public init(alpha: Float = 1) { parameter = alpha }

  public func value(_ x: Double) -> Double { x > 0 || x.isNaN ? x : Double(parameter) * expm1(x) }

  public func derivative(x: Double, y: Double) -> Double { x > 0 ? 1 : y + Double(parameter) }

  public func derivativeFormula(x: String, y: String) -> String {
    "1 if \(x) > 0 else \(y) + \(parameter)"
  }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    let positive = try graph.add(Comparison(.greater), [x, graph.constant(0)])
    let negative = try graph.add(Subtract(), [graph.constant(1), positive])
    let slope = try graph.add(Add(), [y, graph.constant(Double(parameter))])
    return try graph.add(Multiply(), [negative, slope])
  }
}

extension ELU {
  static let entry = Entry(
    Descriptor(
      "elu", .activation, signature: "elu(x, alpha=1)",
      summary: "The exponential linear unit.", shapes: "[…] → […]",
      formula: "x if x > 0 else α (eˣ − 1)", source: "Clevert, Unterthiner & Hochreiter 2015",
      example: "elu([-1, 0, 2])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        ELU(alpha: Float(try arguments.number("alpha"))), [try arguments.tensor("x", graph)])
    })
}
