/// A learnt bias for each distance between positions and each head, as in T5: weight
/// `[buckets, heads]`, N(0, 1). Near distances have a bucket each, far ones share one.
///
/// `bias(t)` or `bias(t, s)` gives `[heads, t, s]` for `att(x, attn_bias=bias(t))`; one layer may
/// serve many.
public final class RelativeBias: Layer {
  public let name = "relative_bias"
  /// How many heads have a bias of their own.
  public let heads: Int
  /// Which distances share a bias.
  public let buckets: RelativePositionBucket
  /// The law of the initial weight.
  public let initializer: Initializer

  /// A learnt number for each head and bucket.
  public init(heads: Int, buckets: RelativePositionBucket, initializer: Initializer? = nil) {
    self.heads = heads
    self.buckets = buckets
    self.initializer = initializer ?? Initializer("normal", .normal(mean: 0, deviation: 1))
  }

  public var callSignature: String? { "relative_bias(queries, keys=none)" }

  /// The biases of a sequence `[…, t, d]` with itself.
  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 2 else {
      throw EngineError(
        "relative_bias: needs a number of positions or […, t, d], not shape \(shape)")
    }
    return try biases(queries: shape[-2], keys: shape[-2], in: graph)
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    if case .tensor(let node) = arguments.value("queries"), graph.shape(node).rank > 0 {
      return [try apply(node, in: graph)]
    }
    let queries = try arguments.integer("queries")
    return [
      try biases(
        queries: queries, keys: try arguments.optionalInteger("keys") ?? queries, in: graph)
    ]
  }

  /// - Throws: when a number of positions is negative or the table too large.
  public func biases(queries: Int, keys: Int, in graph: Graph) throws(EngineError) -> Node {
    try Limits.check([heads, queries, keys], for: name)
    var places: [Float] = []
    places.reserveCapacity(queries * keys)
    for query in 0..<queries {
      for key in 0..<keys { places.append(Float(buckets.bucket(Double(key - query)))) }
    }
    let table = graph.constant(Tensor(shape: [queries, keys], values: places))
    graph.name(table, graph.scope + ".buckets")
    let weight = try graph.parameter(
      of: self, "weight", [buckets.buckets, heads], initializer)
    return try graph.add(Permute([2, 0, 1]), [try graph.add(Gather(), [weight, table])])
  }

  static let entry = Entry(
    Descriptor(
      "relative_bias", .layer,
      signature:
        "relative_bias(heads, buckets=32, max_distance=128, bidirectional=true, init=none)",
      summary: "A learnt bias for each distance and head, for att(x, attn_bias=bias(t)).",
      shapes: "t, s → [heads, t, s]", formula: "W[bucket(key − query), head]",
      source: "Raffel et al. 2020", example: "bias = relative_bias(2)\nbias(3)"),
    .layer { arguments throws(EngineError) in
      RelativeBias(
        heads: try arguments.positive("heads"),
        buckets: try RelativePositionBucket(
          bidirectional: try arguments.flag("bidirectional"),
          buckets: try arguments.positive("buckets"),
          maxDistance: try arguments.positive("max_distance")),
        initializer: try arguments.initializer("init"))
    })
}
