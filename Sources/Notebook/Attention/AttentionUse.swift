// Finding attention in a graph: the softmax, the stages before and after it, and the tokens that its
// queries and keys are. Layers and attention written by hand are read in the same way, from the
// operations that the program executes.

import Engine

/// One use of attention, whose maps are shown.
struct AttentionUse: Hashable {
  struct Stage: Hashable {
    let name: String
    let node: Node
  }

  /// A row of token indices, and the size of the vocabulary that they count in.
  struct Tokens: Hashable {
    let indices: Node
    let size: Int
  }

  let path: String
  let weights: Node
  /// `[n…, heads, t, s]`, without the axis of heads when it is 1.
  var heads = 1
  var kind = "self-attention"
  /// `QKᵀ`, `scale`, `bias`, `mask`: before the softmax, in order.
  var stages: [Stage] = []
  /// What the softmax reads, where a mask or a bias may have put −∞.
  var logits: Node?
  /// Whether −∞ may be in `logits`.
  var isMaskable = false
  /// `[…, t, d]`
  var query: Node?
  /// `[…, s, d]`, or `[…, d, s]` when it stands as a transpose.
  var key: Node?
  var keyIsTransposed = false
  /// `[…, s, e]`
  var value: Node?
  /// `[…, t, e]`
  var mixed: Node?
  var queryTokens: Tokens?
  var keyTokens: Tokens?
  /// Labels given by hand.
  var queryLabels: [String] = []
  var keyLabels: [String] = []

  init(path: String, weights: Node) {
    self.path = path
    self.weights = weights
  }
}

/// Reads attention from a graph.
struct AttentionTrace {
  let graph: Graph

  /// The use of attention whose weights a node is.
  ///
  /// - Parameter heads: nil when nobody says; then all but the last three axes are a batch.
  func use(path: String, weights: Node, heads: Int? = nil) -> AttentionUse {
    var use = AttentionUse(path: path, weights: weights)
    if let softmax = softmax(of: weights) { readScores(softmax, &use) }
    readValues(&use)
    use.queryTokens = use.query.flatMap { tokens(of: $0, count: extent(weights, -2)) }
    use.keyTokens = use.key.flatMap { tokens(of: $0, count: extent(weights, -1)) }
    use.kind = kind(of: use)
    let shape = graph.shape(weights)
    // A single head has no axis: three axes are a batch where the tokens are.
    let isBatch =
      shape.rank == 3 && use.queryTokens.map { graph.shape($0.indices).rank > 1 } ?? false
    use.heads = max(1, heads ?? (shape.rank < 3 || isBatch ? 1 : shape[-3]))
    return use
  }

  /// Softmaxes below a path that weigh something: attention written by hand. Of several uses of a
  /// function the last one is meant.
  func handmade(below path: String) -> [Node] {
    func isInside(_ scope: String) -> Bool { scope == path || scope.hasPrefix(path + ".") }
    let found = graph.nodes(from: 0).filter { node in
      let record = graph[node]
      return !record.isGradient && record.operation is Softmax && isInside(record.scope)
        && record.shape.rank >= 2
    }.filter { node in
      var use = AttentionUse(path: path, weights: node)
      readScores(node, &use)
      readValues(&use)
      return use.query != nil && use.value != nil
    }
    guard let input = graph.input(of: path) else { return found }
    let recent = found.filter { graph.dependencies(of: [$0]).contains(input) }
    return recent.isEmpty ? found : recent
  }

  /// The softmax that a tensor is: itself, or below dropout and changes of shape.
  private func softmax(of node: Node) -> Node? {
    var node = node
    for _ in 0..<16 {
      let record = graph[node]
      if record.operation is Softmax { return node }
      guard let next = record.inputs.first(where: { graph.shape($0).count == record.shape.count })
      else { return nil }
      node = next
    }
    return nil
  }

  /// From the softmax back to the product of queries and keys.
  private func readScores(_ softmax: Node, _ use: inout AttentionUse) {
    guard var node = graph[softmax].inputs.first else { return }
    use.logits = node
    var stages: [AttentionUse.Stage] = []
    for _ in 0..<32 {
      let record = graph[node]
      if let product = record.operation as? MatMul, !product.transposesLeft, !record.isGradient {
        stages.append(.init(name: "QKᵀ", node: node))
        use.query = record.inputs[0]
        use.key = record.inputs[1]
        use.keyIsTransposed = !product.transposesRight
        break
      }
      switch record.operation {
      case is MaskedFill, is Where:
        use.isMaskable = true
        stages.append(.init(name: "mask", node: node))
      case is Multiply, is Divide: stages.append(.init(name: "scale", node: node))
      case is Add, is Subtract:
        use.isMaskable = true
        stages.append(.init(name: "bias", node: node))
      default: break
      }
      let next = record.inputs.first { input in
        graph.shape(input).count == record.shape.count
          && !(graph[input].operation is Constant) && leadsToProduct(input)
      }
      guard let next else { break }
      node = next
    }
    guard use.query != nil else { return }
    use.stages = stages.reversed()
  }

  /// Whether a product is near: of a sum's operands the one that holds the scores is followed.
  private func leadsToProduct(_ node: Node) -> Bool {
    var pending = [(node, 0)]
    var seen: Set<Node> = []
    while let (next, depth) = pending.popLast() {
      guard seen.insert(next).inserted, seen.count < 256 else { continue }
      if graph[next].operation is MatMul { return true }
      if depth < 24 { pending += graph[next].inputs.map { ($0, depth + 1) } }
    }
    return false
  }

  /// From the weights on to the values that they weigh, past dropout.
  private func readValues(_ use: inout AttentionUse) {
    var weights: Set<Node> = [use.weights]
    // What is not used soon is used by something else.
    for node in graph.nodes(from: use.weights.index + 1, limit: 4096) {
      let record = graph[node]
      guard !record.isGradient, let input = record.inputs.first else { continue }
      if let product = record.operation as? MatMul, !product.transposesLeft,
        !product.transposesRight, weights.contains(input)
      {
        use.value = record.inputs[1]
        use.mixed = node
        return
      }
      if record.operation is Multiply, record.shape == graph.shape(use.weights),
        record.inputs.contains(where: weights.contains)
      {
        weights.insert(node)
      }
    }
  }

  // MARK: Tokens

  /// The row of `count` indices that the rows of a tensor were looked up for: followed along the
  /// rows, so that what they attended to earlier is not mistaken for it.
  func tokens(of node: Node, count: Int) -> AttentionUse.Tokens? {
    var pending = [node]
    var seen: Set<Node> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, seen.count < 100_000 else { continue }
      let record = graph[next]
      switch record.operation {
      case is Gather where extent(record.inputs[1], -1) == count:
        return .init(indices: record.inputs[1], size: extent(record.inputs[0], 0))
      case let hot as OneHot where extent(record.inputs[0], -1) == count:
        return .init(indices: record.inputs[0], size: hot.classes)
      case is MatMul: pending.append(record.inputs[0])
      case is Gather, is OneHot: continue
      default: pending += record.inputs.reversed()
      }
    }
    return nil
  }

  private func extent(_ node: Node, _ axis: Int) -> Int {
    let shape = graph.shape(node)
    let place = axis < 0 ? shape.rank + axis : axis
    return shape.extents.indices.contains(place) ? shape.extents[place] : 0
  }

  // MARK: Kind

  private func kind(of use: AttentionUse) -> String {
    guard let query = use.query, let key = use.key else { return "attention" }
    if source(of: query, outside: use) != source(of: key, outside: use) { return "cross-attention" }
    let isCausal = use.stages.contains { stage in
      graph[stage.node].inputs.dropFirst().contains { isCausalMask($0) }
    }
    return isCausal ? "causal self-attention" : "self-attention"
  }

  private func isCausalMask(_ node: Node) -> Bool {
    var pending = [node]
    for _ in 0..<16 {
      guard let next = pending.popLast() else { return false }
      if graph[next].operation is CausalMask { return true }
      if let band = graph[next].operation as? BandMask, band.isCausal { return true }
      if graph[next].operation is Maximum { pending += graph[next].inputs }
    }
    return false
  }

  /// What queries or keys were projected from: the first tensor on the way that is not the layer's
  /// own work.
  private func source(of node: Node, outside use: AttentionUse) -> Node {
    func isInside(_ scope: String) -> Bool {
      scope == use.path || scope.hasPrefix(use.path + ".")
    }
    var node = node
    for _ in 0..<64 {
      let record = graph[node]
      let next: Node?
      switch record.operation {
      case is MatMul, is Permute, is Reshape, is ReshapeLike, is InsertAxis, is RemoveAxis,
        is Slice:
        next = record.inputs.first
      case is Add, is Multiply, is Subtract, is Concatenate:
        // The projection's bias; the turns of rotary positions.
        let isOwn =
          isInside(record.scope)
          || record.inputs.contains { graph[$0].operation is ParameterLeaf }
        next = isOwn ? record.inputs.first { !(graph[$0].operation is ParameterLeaf) } : nil
      default: next = isInside(record.scope) ? record.inputs.first : nil
      }
      guard let next, !(graph[next].operation is ParameterLeaf) else { return node }
      if !use.path.isEmpty, isInside(record.scope), !isInside(graph[next].scope) { return next }
      node = next
    }
    return node
  }
}
