// Losses between distributions.

extension Losses {
  /// How Kullback and Leibler's divergence is reduced; only `batchMean` is the divergence itself.
  public enum DivergenceReduction: String, Sendable, CaseIterable {
    /// The sum divided by the number of elements.
    case mean
    /// The sum over the number of rows.
    case batchMean = "batchmean"
    /// The sum, or every element by itself.
    case sum, none
  }

  /// y (log y − a) for log-probabilities a and probabilities y; a probability of 0 adds nothing
  /// (Kullback & Leibler 1951).
  ///
  /// - Parameter logTarget: y holds logarithms as well.
  public static func divergence(
    _ a: Node, _ y: Node, reduction: DivergenceReduction = .mean, logTarget: Bool = false,
    in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "kl_div", graph)
    let f = Formula(graph: graph)
    let terms: Node
    if logTarget {
      terms = try f.times(try f(Exponential(), y), try f.minus(y, a))
    } else {
      let safe = try f(MaskedFill(1), y, try f.equals(y, 0))
      let own = try f.times(y, try f(Logarithm(), safe))
      terms = try f.minus(own, try f.times(y, a))
    }
    switch reduction {
    case .mean: return try f(Mean(), terms)
    case .sum: return try f(Sum(), terms)
    case .none: return terms
    case .batchMean:
      guard graph.shape(terms).rank > 0 else { return terms }
      // One number a row, so that the short last batch of an epoch divides by its own size.
      var rows = terms
      while graph.shape(rows).rank > 1 { rows = try f(Sum(axis: -1), rows) }
      return try f(Mean(), rows)
    }
  }

  /// T² times the divergence of the student's softened distribution from the teacher's, a mean over
  /// rows (Hinton, Vinyals & Dean 2015). Both are logits.
  public static func distillation(
    _ student: Node, _ teacher: Node, temperature: Double = 2, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(student, teacher, "distillation_loss", graph)
    let f = Formula(graph: graph)
    let t = f.number(temperature)
    let a = try f(LogSoftmax(), try f(Divide(), student, t))
    let y = try f(Softmax(), try f(Divide(), teacher, t))
    let mean = try divergence(a, y, reduction: .batchMean, in: graph)
    return try f.times(mean, f.number(temperature * temperature))
  }

  /// mean((log Σ exp z)²) along the last axis: keeps a router's logits small (Zoph et al. 2022).
  public static func routerZ(_ z: Node, in graph: Graph) throws(EngineError) -> Node {
    guard graph.shape(z).rank > 0 else {
      throw EngineError("router_z_loss: logits need an axis of experts, not a scalar")
    }
    let f = Formula(graph: graph)
    // z − log softmax(z) is log Σ exp z, once for every expert.
    let sums = try f(Mean(axis: -1), try f.minus(z, try f(LogSoftmax(), z)))
    return try f(Mean(), try f(Square(), sums))
  }

  /// experts² · mean(share of the tokens · mean probability) over sequences and experts: least when
  /// all experts are used alike (Fedus, Zoph & Shazeer 2022).
  ///
  /// - Parameters:
  ///   - probabilities: `[…, tokens, experts]`.
  ///   - chosen: the expert of each token, `[…, tokens]`.
  public static func loadBalancing(
    _ probabilities: Node, _ chosen: Node, in graph: Graph
  ) throws(EngineError) -> Node {
    let (shape, own) = (graph.shape(probabilities), graph.shape(chosen))
    guard shape.rank >= 2, Array(shape.extents.dropLast()) == own.extents else {
      throw EngineError(
        "load_balancing_loss: probabilities \(shape) and chosen experts \(own) do not fit",
        hint: "probabilities are […, tokens, experts], experts […, tokens]")
    }
    let f = Formula(graph: graph)
    let experts = shape[-1]
    guard experts > 0 else {
      throw EngineError("load_balancing_loss: there are no experts in shape \(shape)")
    }
    let used = try f(Mean(axis: -2), try f(OneHot(classes: experts), chosen))
    let meant = try f(Mean(axis: -2), probabilities)
    let mean = try f(Mean(), try f.times(used, meant))
    return try f.times(mean, f.number(Double(experts) * Double(experts)))
  }
}
