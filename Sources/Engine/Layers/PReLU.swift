/// max(x, 0) + w min(x, 0) with a learnt slope w, one for all or one a channel (axis 1), as PyTorch's
/// PReLU (He et al. 2015); weight `[1]` or `[channels]`.
public final class PReLU: Layer {
  public let name = "prelu"
  /// One slope for all, or one for each channel.
  public let slopes: Int
  /// What slopes start from.
  public let initialSlope: Double

  /// One slope for all, or one for each channel.
  public init(_ slopes: Int = 1, initialSlope: Double = 0.25) {
    self.slopes = slopes
    self.initialSlope = initialSlope
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let weight = try graph.parameter(
      of: self, "weight", [slopes], Initializer("constant", .constant(initialSlope)))
    return try PReLU.rectified(input, weight, in: graph)
  }

  /// The function with a given slope: input `[n, c, …]` and weight `[1]` or `[c]`.
  ///
  /// - Throws: when there is neither one slope nor one for each channel.
  public static func rectified(_ x: Node, _ slopes: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    var weight = slopes
    let (shape, own) = (graph.shape(x), graph.shape(weight))
    if own.count != 1 {
      guard shape.rank >= 2, own == [shape[1]] else {
        throw EngineError(
          "prelu: weight \(own) does not fit \(shape)",
          hint: "one slope, or one for each channel (axis 1)")
      }
      if shape.rank > 2 {
        weight = try graph.add(
          Reshape([-1] + Array(repeating: 1, count: shape.rank - 2)), [weight])
      }
    } else if own.rank > 0 {
      weight = try graph.add(Reshape([]), [weight])
    }
    let negative = try graph.add(ReLU(), [try graph.add(Negate(), [x])])
    return try graph.minus(try graph.add(ReLU(), [x]), try graph.times(weight, negative))
  }
}

extension PReLU {
  static let entry = Entry(
    Descriptor(
      "prelu", .layer, signature: "prelu(num_parameters=1, init=0.25)",
      summary: "The rectifier with a learnt slope, one for all or one a channel (axis 1).",
      shapes: "[n, c, …] → the same", formula: "max(x, 0) + w min(x, 0)",
      source: "He et al. 2015", example: "net = dense(3) | prelu\nnet([[1, 2]])"),
    .layer { arguments throws(EngineError) in
      PReLU(
        try arguments.positive("num_parameters"),
        initialSlope: try arguments.number(
          "init", in: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude))
    },
    overload: Entry.Overload(
      Descriptor(
        "prelu", .activation, signature: "prelu(x, weight)",
        summary: "The rectifier with a given slope, one for all or one a channel (axis 1).",
        shapes: "[n, c, …], [1] or [c] → [n, c, …]", formula: "max(x, 0) + w min(x, 0)",
        source: "He et al. 2015", example: "prelu([[-1, 2], [3, -4]], [0.1, 0.5])")
    ) { arguments, graph throws(EngineError) in
      try PReLU.rectified(
        try arguments.tensor("x", graph), try arguments.tensor("weight", graph), in: graph)
    })
}
