// Losses of independent yes-or-no answers.

extension Losses {
  /// −(y log a + (1 − y) log(1 − a)) for probabilities a; logarithms are kept above −100.
  ///
  /// - Parameter weight: of each loss; broadcasts.
  public static func binaryCrossEntropy(
    _ a: Node, _ y: Node, weight: Node? = nil, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "binary_cross_entropy", graph)
    let term = try graph.add(BinaryCrossEntropyTerm(), [a, y])
    return try reduce(
      try weighed(term, by: weight, "binary_cross_entropy", graph), reduction, in: graph)
  }

  /// softplus(z) − z y: the binary cross entropy of σ(z), safe for large z.
  ///
  /// - Parameters:
  ///   - weight: of each loss; broadcasts.
  ///   - positiveWeight: how much more the targets of 1 count; broadcasts.
  public static func binaryCrossEntropyWithLogits(
    _ z: Node, _ y: Node, weight: Node? = nil, positiveWeight: Node? = nil,
    reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    let name = "binary_cross_entropy_with_logits"
    try requireEqual(z, y, name, graph)
    let cost: Node
    if let positiveWeight {
      // (1 − y) z + (1 + (p − 1) y) softplus(−z)
      let f = Formula(graph: graph)
      let one = f.number(1)
      let extra = try weighed(y, by: try f.minus(positiveWeight, one), name, graph)
      let negative = try f.times(try f.minus(one, y), z)
      let soft = try f(Softplus(), try f(Negate(), z))
      cost = try f.plus(negative, try f.times(try f.plus(one, extra), soft))
    } else {
      cost = try graph.add(
        Subtract(),
        [try graph.add(Softplus(), [z]), try graph.add(Multiply(), [z, y])])
    }
    return try reduce(try weighed(cost, by: weight, name, graph), reduction, in: graph)
  }

  /// max(0, 1 − y a) for targets y of ±1, squared if asked for.
  public static func hinge(
    _ a: Node, _ y: Node, squared: Bool = false, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "hinge_loss", graph)
    let f = Formula(graph: graph)
    let margin = try positive(try f.minus(f.number(1), try f.times(a, y)), in: graph)
    return try reduce(squared ? try f(Square(), margin) : margin, reduction, in: graph)
  }
}
