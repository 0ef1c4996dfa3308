// Losses that ask for a margin between right and wrong.

extension Losses {
  /// a where y is 1, max(0, margin − a) where it is −1, for distances a.
  public static func hingeEmbedding(
    _ a: Node, _ y: Node, margin: Double = 1, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "hinge_embedding_loss", graph)
    let f = Formula(graph: graph)
    let near = try f.times(a, try f.equals(y, 1))
    let far = try positive(try f.minus(f.number(margin), a), in: graph)
    let cost = try f.plus(near, try f.times(far, try f.equals(y, -1)))
    return try reduce(cost, reduction, in: graph)
  }

  /// max(0, margin − y (a − b)): y = 1 says that a is to be the larger, −1 that b is.
  public static func marginRanking(
    _ a: Node, _ b: Node, _ y: Node, margin: Double = 0, reduction: LossReduction = .mean,
    in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, b, "margin_ranking_loss", graph)
    try requireEqual(a, y, "margin_ranking_loss", graph)
    let f = Formula(graph: graph)
    let lead = try f.times(y, try f.minus(a, b))
    return try reduce(
      try positive(try f.minus(f.number(margin), lead), in: graph), reduction, in: graph)
  }

  /// Σ over the wrong classes j of max(0, margin − a[y] + a[j])ᵖ / classes, p 1 or 2, for scores
  /// `[n, classes]` (Crammer & Singer 2001).
  public static func multiMargin(
    _ a: Node, _ y: Node, p: Int = 1, margin: Double = 1, weight: Node? = nil,
    reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    let (scores, target) = (graph.shape(a), graph.shape(y))
    guard scores.rank >= 1, Array(scores.extents.dropLast()) == target.extents else {
      throw EngineError(
        "multi_margin_loss: scores \(scores) and labels \(target) do not fit",
        hint: "scores are [n, classes], labels [n]")
    }
    let classes = scores[-1]
    try checkLabels(y, classes: classes, "multi_margin_loss", graph)
    let f = Formula(graph: graph)
    let truth = try f(OneHot(classes: max(classes, 1)), y)
    let right = try f(Sum(axis: -1, keepsAxis: true), try f.times(a, truth))
    var cost = try positive(
      try f.plus(try f.minus(f.number(margin), right), a), in: graph)
    if p == 2 { cost = try f(Square(), cost) }
    cost = try f.times(cost, try f.minus(f.number(1), truth))
    if let weight {
      guard graph.shape(weight) == [classes] else {
        throw EngineError(
          "multi_margin_loss: a weight of shape \(graph.shape(weight)) does not fit "
            + "\(classes) classes", hint: "one weight for each class: shape \(Shape([classes]))")
      }
      let own = try f(Sum(axis: -1, keepsAxis: true), try f.times(truth, weight))
      cost = try f.times(cost, own)
    }
    return try reduce(try f(Mean(axis: -1), cost), reduction, in: graph)
  }

  /// 1 − cos(a, b) where y is 1, max(0, cos(a, b) − margin) where it is −1, for rows `[…, d]`.
  public static func cosineEmbedding(
    _ a: Node, _ b: Node, _ y: Node, margin: Double = 0, reduction: LossReduction = .mean,
    in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, b, "cosine_embedding_loss", graph)
    let (shape, target) = (graph.shape(a), graph.shape(y))
    guard shape.rank >= 1, Array(shape.extents.dropLast()) == target.extents else {
      throw EngineError(
        "cosine_embedding_loss: rows \(shape) and targets \(target) do not fit",
        hint: "one target of 1 or −1 for each row")
    }
    let f = Formula(graph: graph)
    func size(_ x: Node) throws(EngineError) -> Node {
      try f.plus(try f(Sum(axis: -1), try f(Square(), x)), f.number(1e-12))
    }
    let product = try f(Sum(axis: -1), try f.times(a, b))
    let sizes = try f(SquareRoot(), try f.times(try size(a), try size(b)))
    let cosine = try f(Divide(), product, sizes)
    let near = try f.times(try f.minus(f.number(1), cosine), try f.equals(y, 1))
    let over = try positive(try f.minus(cosine, f.number(margin)), in: graph)
    let cost = try f.plus(near, try f.times(over, try f.equals(y, -1)))
    return try reduce(cost, reduction, in: graph)
  }

  /// max(0, margin + d(anchor, positive) − d(anchor, negative)) with d(x, y) = ‖x − y + eps‖ₚ along
  /// the last axis (Balntas et al. 2016).
  ///
  /// - Parameter swap: the negative's distance from the positive counts if it is the smaller.
  public static func tripletMargin(
    _ anchor: Node, _ positive: Node, _ negative: Node, margin: Double = 1, p: Double = 2,
    epsilon: Double = 1e-6, swap: Bool = false, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(anchor, positive, "triplet_margin_loss", graph)
    try requireEqual(anchor, negative, "triplet_margin_loss", graph)
    guard graph.shape(anchor).rank > 0 else {
      throw EngineError("triplet_margin_loss: rows need an axis, not a scalar")
    }
    let f = Formula(graph: graph)
    func distance(_ x: Node, _ y: Node) throws(EngineError) -> Node {
      let gap = try f.plus(try f.minus(x, y), f.number(epsilon))
      if p == 2 { return try f(SquareRoot(), try f(Sum(axis: -1), try f(Square(), gap))) }
      let size = try f(AbsoluteValue(), gap)
      if p == 1 { return try f(Sum(axis: -1), size) }
      let sum = try f(Sum(axis: -1), try f(Power(), size, f.number(p)))
      return try f(Power(), sum, f.number(1 / p))
    }
    let near = try distance(anchor, positive)
    var far = try distance(anchor, negative)
    if swap { far = try f(Minimum(), far, try distance(positive, negative)) }
    let cost = try Losses.positive(
      try f.minus(try f.plus(near, f.number(margin)), far), in: graph)
    return try reduce(cost, reduction, in: graph)
  }
}
