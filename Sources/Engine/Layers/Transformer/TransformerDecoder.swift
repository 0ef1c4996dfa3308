// Decoders: self-attention, attention to what an encoder made, and a network at every position.

/// The tensors of one call of a decoder.
public struct DecoderInputs: Sendable {
  /// `[n, t, d]`.
  public var target: Node
  /// What the encoder made, `[n, s, e]`.
  public var memory: Node
  /// 1 where a token may not see another, `[t, t]`.
  public var targetMask: Node?
  /// 1 where a token may not see a place of the memory, `[t, s]`.
  public var memoryMask: Node?
  /// 1 where a token is padding, `[n, t]`.
  public var targetPadding: Node?
  /// `[n, s]`.
  public var memoryPadding: Node?
  /// Whether no target position sees a later one.
  public var targetIsCausal = false
  /// Whether no target position sees a later one of the memory.
  public var memoryIsCausal = false

  /// What a decoder reads: its own sequence and the encoder's.
  public init(_ target: Node, memory: Node) {
    self.target = target
    self.memory = memory
  }

  /// The arguments of decoder calls, under PyTorch's names.
  init(_ arguments: Arguments, target: Node, memory: Node, _ graph: Graph) throws(EngineError) {
    self.target = target
    self.memory = memory
    targetMask = try arguments.optionalTensor("tgt_mask", graph)
    memoryMask = try arguments.optionalTensor("memory_mask", graph)
    targetPadding = try arguments.optionalTensor("tgt_key_padding_mask", graph)
    memoryPadding = try arguments.optionalTensor("memory_key_padding_mask", graph)
    targetIsCausal = try arguments.flag("tgt_is_causal")
    memoryIsCausal = try arguments.flag("memory_is_causal")
  }

  static let signature =
    "tgt_mask=none, memory_mask=none, tgt_key_padding_mask=none, memory_key_padding_mask=none, "
    + "tgt_is_causal=false, memory_is_causal=false"
}

/// One decoder layer (Vaswani et al. 2017): PyTorch's TransformerDecoderLayer.
public final class TransformerDecoderLayer: Layer {
  public let name = "transformer_decoder_layer"
  /// What it was made with.
  public let options: TransformerOptions
  let selfAttention: Attention
  let crossAttention: Attention
  let feedforward: PositionwiseFeedForward
  let norms: [LayerNorm]

  /// Takes heads, width within, dropout, activation, order of the norms.
  public init(_ options: TransformerOptions) {
    self.options = options
    selfAttention = options.attention(causal: options.isCausal)
    crossAttention = options.attention()
    feedforward = PositionwiseFeedForward(options)
    norms = (0..<3).map { _ in options.norm() }
  }

  public var children: [(String, any Layer)] {
    [
      ("self_attn", selfAttention), ("multihead_attn", crossAttention),
      ("linear1", feedforward.linear1), ("linear2", feedforward.linear2),
    ] + norms.enumerated().map { ("norm\($0 + 1)", $1) }
  }

  public var callSignature: String? {
    "transformer_decoder_layer(tgt, memory, \(DecoderInputs.signature))"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    throw TransformerEntries.withoutMemory(name)
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    let inputs = try DecoderInputs(
      arguments, target: try arguments.tensor("tgt", graph),
      memory: try arguments.tensor("memory", graph), graph)
    return [try decode(inputs, in: graph)]
  }

  /// Traces it: `[batch, target, width]`.
  ///
  /// - Throws: when shapes or masks do not fit.
  public func decode(_ inputs: DecoderInputs, in graph: Graph) throws(EngineError) -> Node {
    func part(_ index: Int) -> TransformerPart {
      TransformerPart(
        norm: norms[index], normFirst: options.normFirst, dropout: options.dropout,
        dropoutName: "dropout\(index + 1)")
    }
    let first = try part(0)(inputs.target, in: graph) { x throws(EngineError) in
      var own = AttentionInputs(query: x)
      own.mask = inputs.targetMask
      own.keyPaddingMask = inputs.targetPadding
      own.isCausal = inputs.targetIsCausal
      return try selfAttention.traced(own, in: graph)
    }
    let second = try part(1)(first, in: graph) { x throws(EngineError) in
      var own = AttentionInputs(query: x)
      own.key = inputs.memory
      own.mask = inputs.memoryMask
      own.keyPaddingMask = inputs.memoryPadding
      own.isCausal = inputs.memoryIsCausal
      return try crossAttention.traced(own, in: graph)
    }
    return try part(2)(second, in: graph) { x throws(EngineError) in
      try feedforward(x, in: graph)
    }
  }

  static let entry = Entry(
    Descriptor(
      "transformer_decoder_layer", .layer,
      signature: "transformer_decoder_layer(heads, \(TransformerEntries.settings), causal=false)",
      summary: "Self-attention, attention to a memory, and a network at every position.",
      shapes: "layer(tgt [n, t, d], memory [n, s, e], \(DecoderInputs.signature)) → [n, t, d]",
      source: "Vaswani et al. 2017",
      example: "layer = transformer_decoder_layer(1, feedforward=4)\n"
        + "layer([[1, 2]], [[3, 4], [5, 6]], tgt_is_causal=true)"),
    .layer { arguments throws(EngineError) in
      var options = try arguments.transformerOptions()
      options.isCausal = try arguments.flag("causal")
      return TransformerDecoderLayer(options)
    })
}

/// Decoder layers one after the other, a norm at the end if wished: PyTorch's TransformerDecoder.
public final class TransformerDecoder: Layer {
  public let name = "transformer_decoder"
  /// The layers, the first first.
  public let layers: [TransformerDecoderLayer]
  let norm: LayerNorm?

  /// So many layers, with a norm after the last if asked for.
  public init(_ count: Int, _ options: TransformerOptions, norm: Bool = false) {
    layers = (0..<max(count, 0)).map { _ in TransformerDecoderLayer(options) }
    self.norm = norm ? options.norm() : nil
  }

  public var children: [(String, any Layer)] {
    layers.enumerated().map { ("layers.\($0)", $1) } + (norm.map { [("norm", $0)] } ?? [])
  }

  public var callSignature: String? {
    "transformer_decoder(tgt, memory, \(DecoderInputs.signature))"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    throw TransformerEntries.withoutMemory(name)
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    let inputs = try DecoderInputs(
      arguments, target: try arguments.tensor("tgt", graph),
      memory: try arguments.tensor("memory", graph), graph)
    return [try decode(inputs, in: graph)]
  }

  /// Traces it: `[batch, target, width]`.
  ///
  /// - Throws: when shapes or masks do not fit.
  public func decode(_ inputs: DecoderInputs, in graph: Graph) throws(EngineError) -> Node {
    var next = inputs
    for layer in layers {
      next.target = try layer.traced(in: graph) { () throws(EngineError) in
        try layer.decode(next, in: graph)
      }
    }
    return try norm?.traced(next.target, in: graph) ?? next.target
  }

  static let entry = Entry(
    Descriptor(
      "transformer_decoder", .layer,
      signature: "transformer_decoder(layers, heads, \(TransformerEntries.settings), "
        + "causal=false, norm=false)",
      summary: "Decoder layers one after the other.",
      shapes: "net(tgt [n, t, d], memory [n, s, e], \(DecoderInputs.signature)) → [n, t, d]",
      source: "Vaswani et al. 2017",
      example: "net = transformer_decoder(2, 1, feedforward=4)\nnet([[1, 2]], [[3, 4], [5, 6]])"),
    .layer { arguments throws(EngineError) in
      var options = try arguments.transformerOptions()
      options.isCausal = try arguments.flag("causal")
      return TransformerDecoder(
        try arguments.layerCount("layers"), options, norm: try arguments.flag("norm"))
    })
}
