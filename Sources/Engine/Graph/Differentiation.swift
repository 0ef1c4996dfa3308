// Reverse-mode differentiation by emitting graph: the gradients are nodes like any other, so they
// can be looked at, stepped through and differentiated again.

extension Graph {
  /// The gradient of a scalar with respect to every node on the way from `targets` to it.
  ///
  /// Contributions at a fan-out are added in the order in which the users were traced, last user
  /// first.
  ///
  /// - Returns: gradients by node; a target that the loss does not depend on is missing.
  /// - Throws: when `loss` is not a scalar.
  public func gradients(of loss: Node, for targets: [Node]) throws(EngineError) -> [Node: Node] {
    guard shape(loss).count == 1 else {
      throw EngineError(
        "a gradient needs a scalar, \(displayName(loss)) has shape \(shape(loss))",
        hint: "take its mean() or sum() first")
    }
    // Nodes that depend on a target, found in the order of tracing.
    var depends = Array(repeating: false, count: loss.index + 1)
    for target in targets where target.index <= loss.index { depends[target.index] = true }
    for index in 0...loss.index where !depends[index] {
      depends[index] = records[index].inputs.contains { depends[$0.index] }
    }
    guard depends[loss.index] else { return [:] }

    var contributions: [Int: [Contribution]] = [:]
    var results: [Node: Node] = [:]
    let seed = try differentiating { () throws(EngineError) -> Node in
      try scoped(like: records[loss.index]) { () throws(EngineError) -> Node in
        try add(Fill(1), [loss])
      }
    }
    contributions[loss.index] = [Contribution(gradient: seed, uses: [])]
    for index in stride(from: loss.index, through: 0, by: -1) where depends[index] {
      guard let parts = contributions.removeValue(forKey: index) else { continue }
      let node = Node(index: index)
      let record = records[index]
      let upstream = try differentiating { () throws(EngineError) -> Node in
        try scoped(like: record) { () throws(EngineError) -> Node in try total(parts, for: node) }
      }
      results[node] = upstream
      let needed = record.inputs.map { depends[$0.index] }
      guard needed.contains(true) else { continue }
      let gradients = try differentiating { () throws(EngineError) -> [Node?] in
        try scoped(like: record) { () throws(EngineError) -> [Node?] in
          try record.operation.gradient(
            GradientContext(
              graph: self, node: node, upstream: upstream, inputs: record.inputs, needed: needed))
        }
      }
      for (position, gradient) in gradients.enumerated() {
        guard let gradient, needed[position] else { continue }
        contributions[record.inputs[position].index, default: []].append(
          Contribution(gradient: gradient, uses: [(node, position)]))
      }
    }
    return results
  }

  /// Adds the contributions of all paths and names the sum `X.grad`.
  private func total(_ parts: [Contribution], for node: Node) throws(EngineError) -> Node {
    let contributions = try joined(parts, for: node)
    let parts = contributions.map(\.gradient)
    var sum = parts[0]
    if parts.count > 1, records[sum.index].name == nil {
      name(sum, displayName(node) + ".grad.0")
    }
    for (position, part) in parts.enumerated().dropFirst() {
      if records[part.index].name == nil { name(part, displayName(node) + ".grad.\(position)") }
      sum = try add(Add(), [sum, part])
    }
    name(sum, displayName(node) + ".grad")
    if contributions.count > 1 || contributions[0].uses.count > 1 { fanOuts[sum] = contributions }
    return sum
  }

  /// Contributions that one instruction sums take the place of the first of them: the pieces of a
  /// tensor that was cut, the time steps of a recurrent weight.
  private func joined(
    _ contributions: [Contribution], for node: Node
  ) throws(EngineError) -> [Contribution] {
    guard contributions.count > 1 else { return contributions }
    var slices: [Node] = []
    var products: [Node] = []
    for part in contributions.map(\.gradient) {
      let record = records[part.index]
      if record.operation is SliceGradient, record.inputs[1] == node {
        slices.append(part)
      } else if let product = record.operation as? MatMul, product.recurs,
        record.inputs.allSatisfy({ shape($0).rank == 2 }),
        (products.first.map { records[$0.index].operation as? MatMul } ?? product) == product
      {
        products.append(part)
      }
    }
    var result = contributions
    if slices.count > 1 {
      let pieces = slices.map { records[$0.index].inputs[0] }
      let sum = try add(
        SliceSum(
          slices: slices.compactMap { (records[$0.index].operation as? SliceGradient)?.slice }),
        pieces + [node])
      result = replacing(slices, with: sum, in: result)
    }
    if products.count > 1, let product = records[products[0].index].operation as? MatMul {
      let sum = try add(
        ProductSum(product: product), products.flatMap { records[$0.index].inputs })
      result = replacing(products, with: sum, in: result)
    }
    return result
  }

  private func replacing(
    _ some: [Node], with sum: Node, in parts: [Contribution]
  ) -> [Contribution] {
    let all = Set(some)
    var result: [Contribution] = []
    for part in parts {
      guard all.contains(part.gradient) else {
        result.append(part)
        continue
      }
      if let place = result.firstIndex(where: { $0.gradient == sum }) {
        result[place].uses += part.uses
      } else {
        result.append(Contribution(gradient: sum, uses: part.uses))
      }
    }
    return result
  }

  /// What a node is called in listings and formulas: its name, a number, or where it was made.
  public func displayName(_ node: Node) -> String {
    let record = records[node.index]
    if let name = record.name { return name }
    if let constant = record.operation as? Constant {
      if constant.value.count == 1, let value = constant.value.values.first {
        // 0.1, not the double next to it.
        let isWhole = value == value.rounded() && abs(value) < 1e9
        return isWhole ? shown(Double(value)) : "\(value)"
      }
      return "constant\(constant.value.shape)"
    }
    let own = record.operation.name
    return record.scope.isEmpty ? own : record.scope + "." + own
  }
}
