// Which keys a query may see, from all that has a say in it: order, distance, padding, a mask of
// the caller's. All become one mask, so that there is one instruction that fills in −∞.

/// The masks of one call of attention.
struct AttentionMasks {
  /// Who complains.
  let name: String
  let heads: Int
  let hasBatch: Bool
  var isCausal = false
  var window: Int?
  var globalTokens = 0

  /// Scores with −∞ wherever a query may not see a key.
  ///
  /// - Parameters:
  ///   - scores: `[…, t, s]`.
  ///   - mask: 1 where a key is not seen.
  ///   - keyPadding: `[n, s]`.
  func applied(
    to scores: Node, mask: Node?, keyPadding: Node?, _ graph: Graph
  ) throws(EngineError) -> Node {
    var parts: [Node] = []
    if let window {
      parts.append(
        try graph.add(
          BandMask(window: window, isCausal: isCausal, globalTokens: globalTokens), [scores]))
    } else if isCausal {
      parts.append(try graph.add(CausalMask(), [scores]))
    }
    if let mask { parts.append(try fitting(mask, graph.shape(scores), graph)) }
    if let keyPadding { parts.append(try padding(keyPadding, graph.shape(scores), graph)) }
    guard var joint = parts.first else { return scores }
    for part in parts.dropFirst() { joint = try graph.add(Maximum(), [joint, part]) }
    // A view draws what is called mask over the map of weights.
    let own = graph.shape(joint).extents.suffix(2)
    let isWhole = own == graph.shape(scores).extents.suffix(2)
    graph.name(joint, graph.scope + (isWhole ? ".mask" : ".padding"))
    let masked = try graph.add(MaskedFill(-.infinity), [scores, joint])
    graph.name(masked, graph.scope + ".masked")
    return masked
  }

  private func fitting(
    _ mask: Node, _ scores: Shape, _ graph: Graph
  ) throws(EngineError) -> Node {
    let shape = graph.shape(mask)
    var result = mask
    if heads > 1, hasBatch, shape.rank == 3 {
      // One mask a sequence, or PyTorch's one a sequence and head.
      result =
        shape[0] == scores[0] * heads
        ? try graph.add(Reshape([-1, heads, shape[1], shape[2]]), [mask])
        : try graph.add(InsertAxis(at: 1), [mask])
    }
    let own = graph.shape(result)
    guard own.rank <= scores.rank, own.rank >= 2,
      (try? Broadcasting.shape(own, scores, for: name)) == scores
    else {
      throw EngineError(
        "\(name): a mask of shape \(shape) does not fit scores of shape \(scores)",
        hint: "1 where a query may not see a key: [t, s], [n, t, s] or [n, heads, t, s]")
    }
    return result
  }

  private func padding(
    _ mask: Node, _ scores: Shape, _ graph: Graph
  ) throws(EngineError) -> Node {
    let shape = graph.shape(mask)
    let needed = Shape((hasBatch ? [scores[0]] : []) + [scores[-1]])
    guard shape == needed else {
      throw EngineError(
        "\(name): a key padding mask of shape \(shape) does not fit, needs \(needed)",
        hint: "1 for every key that is padding")
    }
    var result = mask
    if hasBatch {
      for _ in 0..<scores.rank - 2 { result = try graph.add(InsertAxis(at: 1), [result]) }
    }
    return result
  }

  /// Scores plus a bias that broadcasts to them.
  static func biased(
    _ scores: Node, by bias: Node, _ graph: Graph
  ) throws(EngineError) -> Node {
    let shape = graph.shape(bias)
    guard
      (try? Broadcasting.shape(shape, graph.shape(scores), for: "attention"))
        == graph.shape(scores)
    else {
      throw EngineError(
        "attention: a bias of shape \(shape) does not fit scores of shape \(graph.shape(scores))",
        hint: "it is added to the scores: [t, s], [heads, t, s] or [n, heads, t, s]")
    }
    return try graph.add(Add(), [scores, bias])
  }
}
