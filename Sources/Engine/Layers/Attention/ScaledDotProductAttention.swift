/// softmax(q kᵀ · scale) v as a function of projected tensors: PyTorch's
/// scaled_dot_product_attention.
public enum ScaledDotProductAttention {
  /// The output `[…, t, e]` and the weights `[…, t, s]`.
  ///
  /// - Parameters:
  ///   - query: `[…, t, d]`.
  ///   - key: `[…, s, d]`.
  ///   - value: `[…, s, e]`.
  ///   - mask: 1 where a query *may* see a key, the other way round than in `attention`, as in
  ///     PyTorch; broadcasts to `[…, t, s]`.
  ///   - bias: added to the scaled scores.
  ///   - scale: 1/√d when nil.
  /// - Throws: when the shapes do not fit.
  public static func attend(
    _ query: Node, _ key: Node, _ value: Node, mask: Node? = nil, bias: Node? = nil,
    isCausal: Bool = false, scale: Double? = nil, in graph: Graph
  ) throws(EngineError) -> (output: Node, weights: Node) {
    let (q, k, v) = (graph.shape(query), graph.shape(key), graph.shape(value))
    guard q.rank >= 2, k.rank >= 2, v.rank >= 2, q[-1] == k[-1], k[-2] == v[-2] else {
      throw EngineError(
        "scaled_dot_product_attention: queries \(q), keys \(k) and values \(v) do not fit",
        hint: "queries are […, t, d], keys […, s, d], values […, s, e]")
    }
    let products = try graph.add(MatMul(transposesRight: true), [query, key])
    var scores = try graph.add(
      Multiply(),
      [products, graph.constant(scale ?? (q[-1] == 0 ? 1 : 1 / Double(q[-1]).squareRoot()))])
    if let bias { scores = try AttentionMasks.biased(scores, by: bias, graph) }
    if isCausal {
      let later = try graph.add(CausalMask(), [scores])
      scores = try graph.add(MaskedFill(-.infinity), [scores, later])
    }
    if let mask {
      let hidden = try graph.add(Comparison(.equal), [mask, graph.constant(0)])
      scores = try graph.add(MaskedFill(-.infinity), [scores, hidden])
    }
    let weights = try graph.add(Softmax(), [scores])
    return (try graph.add(MatMul(), [weights, value]), weights)
  }

  static let entry = Entry(
    Descriptor(
      "scaled_dot_product_attention", .function,
      signature: "scaled_dot_product_attention(query, key, value, mask=none, is_causal=false, "
        + "scale=none, attn_bias=none)",
      summary: "Attention of tensors that are projected already; a mask is 1 where a key is seen.",
      shapes: "[…, t, d], […, s, d], […, s, e] → […, t, e]", formula: "softmax(q kᵀ / √d) v",
      source: "Vaswani et al. 2017",
      example: "x = [[1.0, 0], [0, 1]]\nscaled_dot_product_attention(x, x, [[1], [2]])"),
    .function { arguments, graph throws(EngineError) in
      var scale: Double?
      if case .none = arguments.value("scale") {
      } else {
        scale = try arguments.number("scale")
      }
      return try attend(
        try arguments.tensor("query", graph), try arguments.tensor("key", graph),
        try arguments.tensor("value", graph), mask: try arguments.optionalTensor("mask", graph),
        bias: try arguments.optionalTensor("attn_bias", graph),
        isCausal: try arguments.flag("is_causal"), scale: scale,
        in: graph
      ).output
    })
}
