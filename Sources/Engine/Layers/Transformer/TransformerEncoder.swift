// Encoders: self-attention, then a small network at every position, each with a residual and a norm.

/// One encoder layer (Vaswani et al. 2017), `[n, t, d]` or `[t, d]` → the same: PyTorch's
/// TransformerEncoderLayer. With `isCausal` it is a layer of a GPT.
public final class TransformerEncoderLayer: Layer {
  public let name = "transformer_encoder_layer"
  /// What it was made with.
  public let options: TransformerOptions
  let attention: Attention
  let feedforward: PositionwiseFeedForward
  let norm1: LayerNorm
  let norm2: LayerNorm

  /// Takes heads, width within, dropout, activation, order of the norms.
  public init(_ options: TransformerOptions) {
    self.options = options
    attention = options.attention(causal: options.isCausal)
    feedforward = PositionwiseFeedForward(options)
    norm1 = options.norm()
    norm2 = options.norm()
  }

  public var children: [(String, any Layer)] {
    [
      ("self_attn", attention), ("linear1", feedforward.linear1),
      ("linear2", feedforward.linear2), ("norm1", norm1), ("norm2", norm2),
    ]
  }

  public var callSignature: String? {
    "transformer_encoder_layer(src, src_mask=none, src_key_padding_mask=none, is_causal=false)"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try encode(AttentionInputs(query: input), in: graph)
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    var inputs = AttentionInputs(query: try arguments.tensor("src", graph))
    inputs.mask = try arguments.optionalTensor("src_mask", graph)
    inputs.keyPaddingMask = try arguments.optionalTensor("src_key_padding_mask", graph)
    inputs.isCausal = try arguments.flag("is_causal")
    return [try encode(inputs, in: graph)]
  }

  /// - Parameter inputs: the sequence as the query, and its masks.
  public func encode(_ inputs: AttentionInputs, in graph: Graph) throws(EngineError) -> Node {
    func part(_ norm: LayerNorm, _ number: Int) -> TransformerPart {
      TransformerPart(
        norm: norm, normFirst: options.normFirst, dropout: options.dropout,
        dropoutName: "dropout\(number)")
    }
    let first = try part(norm1, 1)(
      inputs.query, in: graph
    ) { x throws(EngineError) in
      var own = inputs
      own.query = x
      return try attention.traced(own, in: graph)
    }
    return try part(norm2, 2)(
      first, in: graph
    ) { x throws(EngineError) in try feedforward(x, in: graph) }
  }

  static let entry = Entry(
    Descriptor(
      "transformer_encoder_layer", .layer,
      signature: "transformer_encoder_layer(heads, \(TransformerEntries.settings), causal=false)",
      summary: "Self-attention and a network at every position, with residuals and norms.",
      shapes: "[n, t, d] → [n, t, d]; layer(src, src_mask=[t, t], src_key_padding_mask=[n, t], "
        + "is_causal=false)",
      formula: "x = norm(x + attention(x)); x = norm(x + linear2(relu(linear1(x))))",
      source: "Vaswani et al. 2017",
      example: "transformer_encoder_layer(1, feedforward=4)([[1.0, 2], [3, 4]] * 1)"),
    .layer { arguments throws(EngineError) in
      var options = try arguments.transformerOptions()
      options.isCausal = try arguments.flag("causal")
      return TransformerEncoderLayer(options)
    })
}

/// Encoder layers one after the other, a norm at the end if wished: PyTorch's TransformerEncoder.
public final class TransformerEncoder: Layer {
  public let name = "transformer_encoder"
  /// The layers, the first first.
  public let layers: [TransformerEncoderLayer]
  let norm: LayerNorm?

  /// - Parameters:
  ///   - count: how many layers, each with parameters of its own.
  ///   - norm: whether a norm ends the stack.
  public init(_ count: Int, _ options: TransformerOptions, norm: Bool = false) {
    layers = (0..<max(count, 0)).map { _ in TransformerEncoderLayer(options) }
    self.norm = norm ? options.norm() : nil
  }

  public var children: [(String, any Layer)] {
    layers.enumerated().map { ("layers.\($0)", $1) } + (norm.map { [("norm", $0)] } ?? [])
  }

  public var callSignature: String? {
    "transformer_encoder(src, mask=none, src_key_padding_mask=none, is_causal=false)"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try encode(AttentionInputs(query: input), in: graph)
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    var inputs = AttentionInputs(query: try arguments.tensor("src", graph))
    inputs.mask = try arguments.optionalTensor("mask", graph)
    inputs.keyPaddingMask = try arguments.optionalTensor("src_key_padding_mask", graph)
    inputs.isCausal = try arguments.flag("is_causal")
    return [try encode(inputs, in: graph)]
  }

  /// Traces it: `[batch, length, width]`.
  ///
  /// - Throws: when shapes or masks do not fit.
  public func encode(_ inputs: AttentionInputs, in graph: Graph) throws(EngineError) -> Node {
    var next = inputs
    for layer in layers {
      next.query = try layer.traced(in: graph) { () throws(EngineError) in
        try layer.encode(next, in: graph)
      }
    }
    return try norm?.traced(next.query, in: graph) ?? next.query
  }

  static let entry = Entry(
    Descriptor(
      "transformer_encoder", .layer,
      signature: "transformer_encoder(layers, heads, \(TransformerEntries.settings), "
        + "causal=false, norm=false)",
      summary: "Encoder layers one after the other.",
      shapes: "[n, t, d] → [n, t, d]; net(src, mask=[t, t], src_key_padding_mask=[n, t], "
        + "is_causal=false)",
      source: "Vaswani et al. 2017",
      example: "transformer_encoder(2, 1, feedforward=4)([[1.0, 2], [3, 4]] * 1)"),
    .layer { arguments throws(EngineError) in
      var options = try arguments.transformerOptions()
      options.isCausal = try arguments.flag("causal")
      return TransformerEncoder(
        try arguments.layerCount("layers"), options, norm: try arguments.flag("norm"))
    })
}
