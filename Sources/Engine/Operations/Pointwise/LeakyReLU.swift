public import CKernels

/// x where positive, a small slope times x elsewhere (Maas et al. 2013).
public struct LeakyReLU: PointwiseOperation {
  public let name = "leaky_relu"
  public var code: NablaUnary { NABLA_LEAKY_RELU }
  /// The slope.
  public let parameter: Float

  /// Takes the slope for negative elements.
  public init(slope: Float = 0.01) { parameter = slope }

  public func value(_ x: Double) -> Double { x > 0 || x.isNaN ? x : x * Double(parameter) }

  public func derivative(x: Double, y: Double) -> Double { x > 0 ? 1 : Double(parameter) }

  public func derivativeFormula(x: String, y: String) -> String {
    "1 if \(x) > 0 else \(parameter)"
  }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }
}

extension LeakyReLU {
  static let entry = Entry(
    Descriptor(
      "leaky_relu", .activation, signature: "leaky_relu(x, negative_slope=0.01)",
      summary: "The rectifier with a small slope for negative inputs.", shapes: "[…] → […]",
      formula: "x if x > 0 else negative_slope · x", source: "Maas, Hannun & Ng 2013",
      example: "leaky_relu([-1, 0, 2])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        LeakyReLU(slope: Float(try arguments.number("negative_slope"))),
        [try arguments.tensor("x", graph)])
    })
}
