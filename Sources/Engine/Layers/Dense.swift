/// y = x Wᵀ + b over the last axis; weight `[units, in]`, bias `[units]`, as PyTorch's Linear.
public final class Dense: Layer {
  public let name = "dense"
  /// The units that come out.
  public let outputs: Int
  /// Whether a bias is added.
  public let hasBias: Bool
  /// Nil means PyTorch's default, U(±1/√in).
  public let initializer: Initializer?

  /// A layer of so many units; the number of inputs is that of the first use.
  public init(_ units: Int, bias: Bool = true, initializer: Initializer? = nil) {
    outputs = units
    hasBias = bias
    self.initializer = initializer
  }

  public var units: Int? { outputs }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 1 else {
      throw EngineError(
        "dense: needs a vector or rows of vectors, not a scalar",
        hint: "give it data of shape [rows, features]")
    }
    let features = shape[-1]
    let weight = try graph.parameter(
      of: self, "weight", [outputs, features], initializer ?? .linear)
    let rows =
      shape.rank == 1 ? try graph.add(Reshape([1, features]), [input]) : input
    var output = try graph.add(MatMul(transposesRight: true), [rows, weight])
    if hasBias {
      let bias = try graph.parameter(
        of: self, "bias", [outputs],
        initializer == nil
          ? Initializer("linear", .fanUniform(fan: features)) : .zeros)
      output = try graph.add(Add(), [output, bias])
    }
    return shape.rank == 1 ? try graph.add(Reshape([outputs]), [output]) : output
  }
}

extension Dense {
  static let entry = Entry(
    Descriptor(
      "dense", .layer, signature: "dense(units, bias=true, init=none)",
      summary: "A weight for every input and output, and a bias.",
      shapes: "[…, in] → […, units]", formula: "y = x Wᵀ + b",
      source: "Rosenblatt 1958; initial values as in PyTorch: U(±1/√in)",
      example: "dense(2)([[1, 2, 3]])"),
    .layer { arguments throws(EngineError) in
      Dense(
        try arguments.positive("units"), bias: try arguments.flag("bias"),
        initializer: try arguments.initializer("init"))
    })
}
