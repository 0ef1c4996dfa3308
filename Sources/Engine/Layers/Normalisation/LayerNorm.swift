/// (x − mean) / √(variance + ε) · weight + bias over the last axis, or the last few (Ba, Kiros & Hinton
/// 2016).
public final class LayerNorm: Layer {
  public let name = "layer_norm"
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double
  /// The extents of the axes that are normalised over; nil for the last one.
  public let normalizedShape: [Int]?
  /// Whether a weight and, with `hasBias`, a bias are learnt.
  public let isAffine: Bool
  /// Whether a bias is added.
  public let hasBias: Bool

  /// Mean 0 and variance 1 over the last axes.
  public init(
    _ normalizedShape: [Int]? = nil, epsilon: Double = 1e-5, affine: Bool = true,
    bias: Bool = true
  ) {
    self.normalizedShape = normalizedShape
    self.epsilon = epsilon
    isAffine = affine
    hasBias = bias
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = try normalized(graph.shape(input), normalizedShape, for: name)
    let average: any Operation =
      shape.rank == 1
      ? Mean(axis: -1, keepsAxis: true) : MeanOverAxes(leading: 0, trailing: shape.rank)
    let mean = try graph.add(average, [input])
    let centred = try graph.add(Subtract(), [input, mean])
    let variance = try graph.add(average, [try graph.add(Square(), [centred])])
    let normal = try graph.divide(centred, byDeviationOf: variance, epsilon: epsilon)
    return isAffine
      ? try graph.scaledAndShifted(normal, by: self, shape, bias: hasBias) : normal
  }
}

/// x / √(mean of x² + ε) · weight over the last axis, or the last few (Zhang & Sennrich 2019).
public final class RMSNorm: Layer {
  public let name = "rms_norm"
  /// Nil means the distance from 1 to the next single-precision number, 2⁻²³, as in PyTorch.
  public let epsilon: Double?
  /// The last axes, all of which are normalised over; nil for the last alone.
  public let normalizedShape: [Int]?
  /// Whether there is a learnt factor and a learnt offset.
  public let isAffine: Bool

  /// Divides by the root mean square; nil for the epsilon is that of single precision.
  public init(_ normalizedShape: [Int]? = nil, epsilon: Double? = nil, affine: Bool = true) {
    self.normalizedShape = normalizedShape
    self.epsilon = epsilon
    isAffine = affine
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = try normalized(graph.shape(input), normalizedShape, for: name)
    let average: any Operation =
      shape.rank == 1
      ? Mean(axis: -1, keepsAxis: true) : MeanOverAxes(leading: 0, trailing: shape.rank)
    let power = try graph.add(average, [try graph.add(Square(), [input])])
    let normal = try graph.divide(
      input, byDeviationOf: power, epsilon: epsilon ?? Double(Float.ulpOfOne))
    return isAffine
      ? try graph.scaledAndShifted(normal, by: self, shape, bias: false) : normal
  }
}

/// The axes that are normalised over: the last one, or those that were said.
private func normalized(
  _ shape: Shape, _ wanted: [Int]?, for name: String
) throws(EngineError) -> Shape {
  guard shape.rank >= 1 else {
    throw EngineError("\(name): a scalar has no axis to normalise over")
  }
  guard let wanted else { return [shape[-1]] }
  guard !wanted.isEmpty, Array(shape.extents.suffix(wanted.count)) == wanted else {
    throw EngineError(
      "\(name): shape \(shape) does not end in the normalized_shape \(Shape(wanted))",
      hint: "leave normalized_shape away to normalise over the last axis")
  }
  return Shape(wanted)
}

extension LayerNorm {
  static let entries = [
    Entry(
      Descriptor(
        "layer_norm", .layer,
        signature: "layer_norm(normalized_shape=none, eps=1e-5, elementwise_affine=true, "
          + "bias=true)",
        summary: "Mean 0 and variance 1 along the last axis, or the last axes that "
          + "normalized_shape tells, then scaled and shifted.",
        shapes: "[…, d] → […, d]", formula: "(x − mean) / √(var + ε) · w + b",
        source: "Ba, Kiros & Hinton 2016", example: "layer_norm()([[1, 2, 3]])"),
      .layer { arguments throws(EngineError) in
        LayerNorm(
          try arguments.normalizedShape(), epsilon: try arguments.number("eps", in: 0...1),
          affine: try arguments.flag("elementwise_affine"), bias: try arguments.flag("bias"))
      }),
    Entry(
      Descriptor(
        "rms_norm", .layer,
        signature: "rms_norm(normalized_shape=none, eps=none, elementwise_affine=true)",
        summary: "Root mean square 1 along the last axis, then scaled; eps none is 2⁻²³.",
        shapes: "[…, d] → […, d]", formula: "x / √(mean x² + ε) · w",
        source: "Zhang & Sennrich 2019", example: "rms_norm()([[1, 2, 3]])"),
      .layer { arguments throws(EngineError) in
        var epsilon: Double?
        if case .none = arguments.value("eps") {
          epsilon = nil
        } else {
          epsilon = try arguments.number("eps", in: 0...1)
        }
        return RMSNorm(
          try arguments.normalizedShape(), epsilon: epsilon,
          affine: try arguments.flag("elementwise_affine"))
      }),
  ]
}

extension Arguments {
  fileprivate func normalizedShape() throws(EngineError) -> [Int]? {
    if case .none = value("normalized_shape") { return nil }
    return try integers("normalized_shape")
  }
}
