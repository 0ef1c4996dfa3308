/// (x − mean) / √(variance + ε) · weight + bias over the last axis (Ba, Kiros & Hinton 2016).
public final class LayerNorm: Layer {
  public let name = "layer_norm"
  public let epsilon: Double

  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 1 else {
      throw EngineError("layer_norm: a scalar has no axis to normalise over")
    }
    let weight = try graph.parameter(of: self, "weight", [shape[-1]], .ones)
    let bias = try graph.parameter(of: self, "bias", [shape[-1]], .zeros)
    let mean = try graph.add(Mean(axis: -1, keepsAxis: true), [input])
    let centred = try graph.add(Subtract(), [input, mean])
    let variance = try graph.add(
      Mean(axis: -1, keepsAxis: true), [try graph.add(Square(), [centred])])
    let deviation = try graph.add(
      SquareRoot(), [try graph.add(Add(), [variance, graph.constant(epsilon)])])
    let normal = try graph.add(Divide(), [centred, deviation])
    let scaled = try graph.add(Multiply(), [normal, weight])
    return try graph.add(Add(), [scaled, bias])
  }
}

extension LayerNorm {
  static let entry = Entry(
    Descriptor(
      "layer_norm", .layer, signature: "layer_norm(eps=1e-5)",
      summary: "Mean 0 and variance 1 along the last axis, then scaled and shifted.",
      shapes: "[…, d] → […, d]", formula: "(x − mean) / √(var + ε) · w + b",
      source: "Ba, Kiros & Hinton 2016", example: "layer_norm()([[1, 2, 3]])"),
    .layer { arguments throws(EngineError) in
      LayerNorm(epsilon: try arguments.number("eps", in: 0...1))
    })
}
