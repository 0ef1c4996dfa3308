// Attention, every stage an instruction of its own: scores, scale, mask, softmax, values.

/// softmax(Q Kᵀ / √d_k) V with several heads (Vaswani et al. 2017): PyTorch's MultiheadAttention,
/// batch first.
///
/// Of one tensor it is self-attention, over a sequence `[t, width]` or a batch `[n, t, width]`.
/// Keys and values may be another sequence `[n, s, …]`, and of other widths. The stages are named
/// after the layer: `q`, `k`, `v`, `scores`, `scaled`, `mask`, `masked`, `weights`
/// (`[n, heads, t, s]`; one head has no axis of its own) and `mixed`. A query that may see no key has
/// weights of NaN, as in PyTorch.
public final class Attention: Layer {
  /// What a layer is made with.
  public struct Options: Hashable, Sendable {
    /// No query sees a later key.
    public var isCausal = false
    /// Whether a bias is added.
    public var hasBias = true
    /// Queries see keys at most this far away.
    public var window: Int?
    /// The first tokens see all and are seen by all in spite of the window.
    public var globalTokens = 0
    /// What scores are multiplied by; 1/√depth when nil.
    public var scale: Double?
    /// Whether queries and keys are turned by their positions (Su et al. 2021).
    public var isRotary = false
    /// How likely each weight is left out in training.
    public var dropout = 0.0
    /// First values of the output's weight.
    public var outInitializer = Initializer.linear

    /// No masks and no dropout.
    public init() {}
  }

  public let name = "attention"
  /// How many heads share the width.
  public let heads: Int
  /// What it was made with.
  public let options: Options
  /// Whether no query sees a later key.
  public var isCausal: Bool { options.isCausal }
  /// Projections of the inputs; made with their widths at first use.
  let query: Projection
  let key: Projection
  let value: Projection
  let out: Projection

  /// Scaled dot-product attention of so many heads.
  public init(heads: Int = 1, options: Options = Options()) {
    self.heads = heads
    self.options = options
    query = Projection(bias: options.hasBias)
    key = Projection(bias: options.hasBias)
    value = Projection(bias: options.hasBias)
    out = Projection(bias: options.hasBias)
  }

  /// The usual settings by name.
  public convenience init(heads: Int = 1, causal: Bool, bias: Bool = true) {
    var options = Options()
    options.isCausal = causal
    options.hasBias = bias
    self.init(heads: heads, options: options)
  }

  public var children: [(String, any Layer)] {
    [("query", query), ("key", key), ("value", value), ("out", out)]
  }

  public var callSignature: String? {
    "attention(query, key=none, value=none, mask=none, key_padding_mask=none, attn_bias=none, "
      + "is_causal=false, need_weights=false)"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try attend(AttentionInputs(query: input), in: graph)[0]
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    var inputs = AttentionInputs(query: try arguments.tensor("query", graph))
    inputs.key = try arguments.optionalTensor("key", graph)
    inputs.value = try arguments.optionalTensor("value", graph)
    inputs.mask = try arguments.optionalTensor("mask", graph)
    inputs.keyPaddingMask = try arguments.optionalTensor("key_padding_mask", graph)
    inputs.bias = try arguments.optionalTensor("attn_bias", graph)
    inputs.isCausal = try arguments.flag("is_causal")
    let results = try attend(inputs, in: graph)
    return try arguments.flag("need_weights") ? results : [results[0]]
  }

  /// The output `[n, t, width]` and the weights `[n, heads, t, s]`.
  ///
  /// - Throws: when the shapes do not fit.
  public func attend(
    _ inputs: AttentionInputs, in graph: Graph
  ) throws(EngineError) -> [Node] {
    let shape = graph.shape(inputs.query)
    guard shape.rank == 2 || shape.rank == 3 else {
      throw EngineError(
        "attention: needs [tokens, width] or [n, tokens, width], not shape \(shape)",
        hint: "an embedding turns token indices into vectors")
    }
    let width = shape[-1]
    guard heads > 0, width % heads == 0 else {
      throw EngineError(
        "attention: width \(width) cannot be shared by \(heads) heads",
        hint: "the width must be a multiple of the number of heads")
    }
    let keys = inputs.key ?? inputs.value ?? inputs.query
    let values = inputs.value ?? keys
    try check(shape, graph.shape(keys), graph.shape(values))
    // One matrix [3 width, width] in PyTorch, unless keys or values have a width of their own.
    let isJoint = graph.shape(keys)[-1] == width && graph.shape(values)[-1] == width
    let initializer: Initializer = isJoint ? .joint : .xavier
    let depth = width / heads
    var q = try query.project(inputs.query, to: width, initializer, in: graph)
    q = try split(q, depth, graph, "q")
    var k = try key.project(keys, to: width, initializer, in: graph)
    k = try split(k, depth, graph, "k")
    let v = try split(
      try value.project(values, to: width, initializer, in: graph), depth, graph, "v")
    if options.isRotary {
      q = try RotaryPositions.turned(q, in: graph)
      k = try RotaryPositions.turned(k, in: graph)
    }
    let (merged, weights) = try graph.section("heads") { () throws(EngineError) in
      try mix(q, k, v, depth, inputs, graph)
    }
    return [
      try out.project(merged, to: width, options.outInitializer, in: graph), weights,
    ]
  }

  /// What every head does: the mixed values, joined again, and the weights.
  private func mix(
    _ q: Node, _ k: Node, _ v: Node, _ depth: Int, _ inputs: AttentionInputs, _ graph: Graph
  ) throws(EngineError) -> (merged: Node, weights: Node) {
    let path = graph.scope
    let scores = try graph.add(MatMul(transposesRight: true), [q, k])
    graph.name(scores, path + ".scores")
    let scale = options.scale ?? 1 / Double(depth).squareRoot()
    var scaled = try graph.add(Multiply(), [scores, graph.constant(scale)])
    graph.name(scaled, path + ".scaled")
    if let bias = inputs.bias {
      scaled = try AttentionMasks.biased(scaled, by: bias, graph)
      graph.name(scaled, path + ".biased")
    }
    var masks = AttentionMasks(
      name: name, heads: heads, hasBatch: graph.shape(inputs.query).rank == 3)
    masks.isCausal = options.isCausal || inputs.isCausal
    masks.window = options.window
    masks.globalTokens = options.globalTokens
    let masked = try masks.applied(
      to: scaled, mask: inputs.mask, keyPadding: inputs.keyPaddingMask, graph)
    let weights = try graph.add(Softmax(), [masked])
    graph.name(weights, path + ".weights")
    let kept = try graph.dropped(weights, options.dropout, "dropout")
    let mixed = try graph.add(MatMul(), [kept, v])
    graph.name(mixed, path + ".mixed")
    return (try merge(mixed, like: inputs.query, graph), weights)
  }

  private func check(_ query: Shape, _ keys: Shape, _ values: Shape) throws(EngineError) {
    guard keys.rank == query.rank, values.rank == query.rank,
      keys.extents.dropLast() == values.extents.dropLast(), query.rank == 2 || keys[0] == query[0]
    else {
      throw EngineError(
        "attention: queries \(query), keys \(keys) and values \(values) do not fit",
        hint: "queries are [n, t, …], keys and values [n, s, …]")
    }
  }

  /// `[n, t, heads · depth]` → `[n, heads, t, depth]`; one head needs no turning.
  private func split(
    _ x: Node, _ depth: Int, _ graph: Graph, _ name: String
  ) throws(EngineError) -> Node {
    guard heads > 1 else { return x }
    let shape = graph.shape(x)
    let extents =
      shape.rank == 2 ? [-1, heads, depth] : [-1, shape[1], heads, depth]
    let parts = try graph.add(Reshape(extents), [x])
    let turned = try graph.add(
      Permute(shape.rank == 2 ? [1, 0, 2] : [0, 2, 1, 3]), [parts])
    graph.name(turned, graph.scope + "." + name)
    return turned
  }

  private func merge(_ x: Node, like input: Node, _ graph: Graph) throws(EngineError) -> Node {
    guard heads > 1 else { return x }
    let rank = graph.shape(x).rank
    let turned = try graph.add(Permute(rank == 3 ? [1, 0, 2] : [0, 2, 1, 3]), [x])
    return try graph.add(ReshapeLike(), [turned, input])
  }
}

/// The name that the layer had when it knew one sequence only.
public typealias SelfAttention = Attention

/// The tensors of one call of attention.
public struct AttentionInputs: Sendable {
  /// `[batch, query, width]`, or without the batch.
  public var query: Node
  /// The queries' sequence when nil.
  public var key: Node?
  /// The keys when nil.
  public var value: Node?
  /// 1 where a query may not see a key: `[t, s]`, `[n, t, s]`, `[n · heads, t, s]` or
  /// `[n, heads, t, s]`.
  public var mask: Node?
  /// 1 where a key is no token, `[n, s]`.
  public var keyPaddingMask: Node?
  /// Added to the scaled scores: `[t, s]`, `[heads, t, s]` or `[n, heads, t, s]`.
  public var bias: Node?
  /// Whether no query sees a later key, in this use.
  public var isCausal = false

  /// Keys and values are the queries until they are set.
  public init(query: Node) { self.query = query }
}

extension Initializer {
  /// Glorot-uniform over queries, keys and values as the one matrix `[3 d, d]` that PyTorch has:
  /// √(6 / 4d) is √½ times the bound of a square one.
  fileprivate static let joint = Initializer(
    "xavier_uniform", .xavierUniform(gain: 0.5.squareRoot()))
  fileprivate static let xavier = Initializer("xavier_uniform", .xavierUniform(gain: 1))
}

extension Attention {
  static let entry = Entry(
    Descriptor(
      "attention", .layer,
      signature:
        "attention(heads=1, causal=false, bias=true, dropout=0, window=none, global_tokens=0, "
        + "scale=none, rotary=false)",
      summary: "Attention: every token looks at every (earlier) token, or at another sequence.",
      shapes: "[t, d] or [n, t, d] → the same; att(query, key, value, mask=[t, s], "
        + "key_padding_mask=[n, s], attn_bias=[heads, t, s], is_causal=false, need_weights=false)",
      formula: "softmax(Q Kᵀ / √d) V; a mask is 1 where a key is not seen",
      source: "Vaswani et al. 2017", example: "attention()([[1, 2], [3, 4]])"),
    .layer { arguments throws(EngineError) in
      var options = Options()
      options.isCausal = try arguments.flag("causal")
      options.hasBias = try arguments.flag("bias")
      options.dropout = try arguments.dropout()
      options.window = try arguments.optionalInteger("window")
      options.globalTokens = try arguments.integer("global_tokens")
      if let window = options.window, window < 0 {
        throw EngineError("attention: 'window' must be at least 0, not \(window)")
      }
      guard options.globalTokens >= 0 else {
        throw EngineError(
          "attention: 'global_tokens' must be at least 0, not \(options.globalTokens)")
      }
      if case .none = arguments.value("scale") {
      } else {
        options.scale = try arguments.number("scale")
      }
      options.isRotary = try arguments.flag("rotary")
      return Attention(heads: try arguments.positive("heads"), options: options)
    })
}
