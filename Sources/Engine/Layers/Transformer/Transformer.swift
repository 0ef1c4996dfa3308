/// Encoder and decoder, each a stack that ends in a norm (Vaswani et al. 2017): PyTorch's Transformer,
/// weights Glorot-uniform as there.
///
/// `net(src, tgt)` of `[n, s, d]` and `[n, t, d]` gives `[n, t, d]`; embeddings, positions and the
/// output layer are not part of it.
public final class Transformer: Layer {
  public let name = "transformer"
  /// What reads the source.
  public let encoder: TransformerEncoder
  /// What writes the target.
  public let decoder: TransformerDecoder

  /// Stacks of layers, each ending in a layer norm as PyTorch's do.
  public init(encoderLayers: Int = 6, decoderLayers: Int = 6, _ options: TransformerOptions) {
    var own = options
    own.isCausal = false
    own.initializer = Initializer("xavier_uniform", .xavierUniform(gain: 1))
    encoder = TransformerEncoder(encoderLayers, own, norm: true)
    decoder = TransformerDecoder(decoderLayers, own, norm: true)
  }

  public var children: [(String, any Layer)] { [("encoder", encoder), ("decoder", decoder)] }

  public var callSignature: String? {
    "transformer(src, tgt, src_mask=none, src_key_padding_mask=none, src_is_causal=false, "
      + "\(DecoderInputs.signature))"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    throw EngineError(
      "transformer: needs a source and a target", hint: "call it with both: net(src, tgt)")
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    var source = AttentionInputs(query: try arguments.tensor("src", graph))
    let target = try arguments.tensor("tgt", graph)
    source.mask = try arguments.optionalTensor("src_mask", graph)
    source.keyPaddingMask = try arguments.optionalTensor("src_key_padding_mask", graph)
    source.isCausal = try arguments.flag("src_is_causal")
    let (from, to) = (graph.shape(source.query), graph.shape(target))
    guard from.rank == to.rank, from.rank > 1, from[-1] == to[-1] else {
      throw EngineError(
        "transformer: source \(from) and target \(to) do not fit",
        hint: "both are [n, tokens, d] of one width d")
    }
    let memory = try encoder.traced(in: graph) { () throws(EngineError) in
      try encoder.encode(source, in: graph)
    }
    let inputs = try DecoderInputs(arguments, target: target, memory: memory, graph)
    return [
      try decoder.traced(in: graph) { () throws(EngineError) in
        try decoder.decode(inputs, in: graph)
      }
    ]
  }

  static let entry = Entry(
    Descriptor(
      "transformer", .layer,
      signature: "transformer(heads=8, encoder_layers=6, decoder_layers=6, "
        + "\(TransformerEntries.settings))",
      summary: "An encoder and a decoder, each a stack of layers that ends in a norm.",
      shapes: "net(src [n, s, d], tgt [n, t, d], src_mask=none, src_key_padding_mask=none, "
        + "src_is_causal=false, \(DecoderInputs.signature)) → [n, t, d]",
      source: "Vaswani et al. 2017",
      example: "net = transformer(1, 1, 1, feedforward=4)\nnet([[1, 2]], [[3, 4], [5, 6]])"),
    .layer { arguments throws(EngineError) in
      Transformer(
        encoderLayers: try arguments.layerCount("encoder_layers"),
        decoderLayers: try arguments.layerCount("decoder_layers"),
        try arguments.transformerOptions())
    })
}

/// What the catalogue knows of transformers.
enum TransformerEntries {
  static let all: [Entry] = [
    TransformerEncoderLayer.entry, TransformerEncoder.entry, TransformerDecoderLayer.entry,
    TransformerDecoder.entry, Transformer.entry,
  ]

  /// What all of them can be told.
  static let settings =
    "feedforward=2048, dropout=0.1, activation=relu, norm_first=false, eps=1e-5, bias=true"

  static func withoutMemory(_ name: String) -> EngineError {
    EngineError("\(name): needs a memory", hint: "call it with both: layer(x, memory)")
  }
}
