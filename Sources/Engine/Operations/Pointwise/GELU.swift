public import CKernels

/// x Φ(x), exact with erf (Hendrycks & Gimpel 2016).
public struct GELU: PointwiseOperation {
  public let name = "gelu"
  public var code: NablaUnary { NABLA_GELU }

  /// It has no settings.
  public init() {}

  public func value(_ x: Double) -> Double { 0.5 * x * (1 + erf(x / 2.0.squareRoot())) }

  public func derivative(x: Double, y: Double) -> Double {
    0.5 * (1 + erf(x / 2.0.squareRoot())) + x * exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
  }

  public func derivativeFormula(x: String, y: String) -> String { "Φ(\(x)) + \(x) φ(\(x))" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    try slopeChange(x, graph)
  }

  /// φ(x) (2 − x²), the derivative of Φ(x) + x φ(x).
  private func slopeChange(_ x: Node, _ graph: Graph) throws(EngineError) -> Node {
    let squared = try graph.add(Square(), [x])
    let exponent = try graph.add(Multiply(), [graph.constant(-0.5), squared])
    let density = try graph.add(
      Multiply(),
      [
        graph.constant(1 / (2 * Double.pi).squareRoot()),
        try graph.add(Exponential(), [exponent]),
      ])
    return try graph.add(
      Multiply(), [density, try graph.add(Subtract(), [graph.constant(2), squared])])
  }
}

extension GELU {
  static let entry = Entry(
    Descriptor(
      "gelu", .activation, signature: "gelu(x, approximate=\"none\")",
      summary: "The Gaussian error linear unit, exact or as GPT-2 has it, by tanh.",
      shapes: "[…] → […]", formula: "x Φ(x)", source: "Hendrycks & Gimpel 2016",
      example: "gelu([-1, 0, 2], approximate=\"tanh\")"),
    .function { arguments, graph throws(EngineError) in
      let form = try arguments.word("approximate", among: ["none", "tanh"])
      let x = try arguments.tensor("x", graph)
      return try form == "tanh" ? graph.add(GELUTanh(), [x]) : graph.add(GELU(), [x])
    })
}
