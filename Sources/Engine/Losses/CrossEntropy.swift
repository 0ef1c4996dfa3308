// Cross entropy with everything PyTorch's has: class weights, a label to ignore, smoothing,
// probabilities as targets, classes along any axis.

extension Losses {
  /// −log softmax(z)[i, yᵢ] for logits `[…, classes]` and class indices `[…]`, or −Σ y log softmax(z)
  /// for probabilities of the logits' shape.
  ///
  /// The mean is over the summed weights of the targets, as in PyTorch; labels to ignore count
  /// nothing.
  ///
  /// - Parameters:
  ///   - weight: one number a class.
  ///   - ignoreIndex: rows with this label are left out.
  ///   - labelSmoothing: this share of each target goes to all classes alike (Szegedy et al. 2016).
  ///   - axis: the classes' axis of z. Nil: the last one, or 1 (PyTorch's) if only that fits.
  public static func crossEntropy(
    _ z: Node, _ y: Node, weight: Node? = nil, ignoreIndex: Int = -100,
    reduction: LossReduction = .mean, labelSmoothing: Double = 0, axis: Int? = nil, in graph: Graph
  ) throws(EngineError) -> Node {
    var (scores, target) = (z, y)
    if let place = try classAxis(z, y, axis, "cross_entropy", "logits", graph) {
      scores = try lastAxis(z, place, graph)
      if graph.shape(z) == graph.shape(y) { target = try lastAxis(y, place, graph) }
    }
    let logs = try graph.add(LogSoftmax(), [scores])
    if graph.shape(logs) == graph.shape(target) {
      return try soft(logs, target, weight, labelSmoothing, reduction, graph)
    }
    return try hard(
      logs, target, weight, ignoreIndex, labelSmoothing, reduction, "cross_entropy", graph)
  }

  /// −a[i, yᵢ] for log-probabilities a; otherwise as `crossEntropy`.
  public static func negativeLogLikelihood(
    _ a: Node, _ y: Node, weight: Node? = nil, ignoreIndex: Int = -100,
    reduction: LossReduction = .mean, axis: Int? = nil, in graph: Graph
  ) throws(EngineError) -> Node {
    var logs = a
    if let place = try classAxis(a, y, axis, "nll_loss", "log-probabilities", graph) {
      logs = try lastAxis(a, place, graph)
    }
    return try hard(logs, y, weight, ignoreIndex, 0, reduction, "nll_loss", graph)
  }

  /// Where the classes are when they are not last; nil when they are.
  private static func classAxis(
    _ z: Node, _ y: Node, _ axis: Int?, _ name: String, _ what: String, _ graph: Graph
  ) throws(EngineError) -> Int? {
    let (scores, target) = (graph.shape(z), graph.shape(y))
    guard scores.rank >= 1 else {
      throw EngineError("\(name): \(what) need a class axis, not a scalar")
    }
    func without(_ axis: Int) -> [Int] {
      var extents = scores.extents
      extents.remove(at: axis)
      return extents
    }
    let last = scores.rank - 1
    if let axis {
      let place = axis < 0 ? axis + scores.rank : axis
      guard place >= 0, place <= last else {
        throw EngineError("\(name): shape \(scores) has no axis \(axis)")
      }
      guard scores == target || without(place) == target.extents else {
        throw misfit(scores, target, Shape(without(place)), name, what)
      }
      return place == last ? nil : place
    }
    if scores == target || without(last) == target.extents { return nil }
    if last > 1, without(1) == target.extents { return 1 }
    throw misfit(scores, target, Shape(without(last)), name, what)
  }

  private static func misfit(
    _ scores: Shape, _ target: Shape, _ wanted: Shape, _ name: String, _ what: String
  ) -> EngineError {
    EngineError(
      "\(name): \(what) \(scores) and targets \(target) do not fit",
      hint: "targets are class indices of shape \(wanted), or probabilities of shape \(scores)")
  }

  private static func lastAxis(_ x: Node, _ axis: Int, _ graph: Graph) throws(EngineError) -> Node {
    var order = Array(0..<graph.shape(x).rank)
    order.append(order.remove(at: axis))
    return try graph.add(Permute(order), [x])
  }

  /// −Σ w y log p, the targets being probabilities.
  private static func soft(
    _ logs: Node, _ y: Node, _ weight: Node?, _ smoothing: Double, _ reduction: LossReduction,
    _ graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    var target = y
    if smoothing != 0 {
      let uniform = f.number(smoothing / Double(max(graph.shape(logs)[-1], 1)))
      target = try f.plus(try f.times(y, f.number(1 - smoothing)), uniform)
    }
    let terms = try weighed(
      try f.times(target, logs), by: weight, "cross_entropy", graph)
    let rows = try f(Sum(axis: -1), terms)
    return try f(Negate(), try reduce(rows, reduction, in: graph))
  }

  /// −w log p at the label, the targets being class indices.
  private static func hard(
    _ logs: Node, _ y: Node, _ weight: Node?, _ ignored: Int, _ smoothing: Double,
    _ reduction: LossReduction, _ name: String, _ graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    let classes = graph.shape(logs)[-1]
    try checkLabels(y, classes: classes, ignored: ignored, name, graph)
    if let weight { try checkWeight(weight, classes, name, graph) }
    // What is computed may hold the label to ignore; what is known says so.
    let known = graph.knownValues(of: y)
    let ignores =
      known.isEmpty ? graph.shape(y).count > 0 : known.contains { $0 == Float(ignored) }
    guard ignores || weight != nil || smoothing != 0 else {
      let picked = try f(Pick(), logs, y)
      return try f(Negate(), try reduce(picked, reduction, in: graph))
    }
    let mask = ignores ? try f.equals(y, Double(ignored)) : nil
    func kept(_ rows: Node) throws(EngineError) -> Node {
      try mask.map { (mask) throws(EngineError) -> Node in try f(MaskedFill(0), rows, mask) }
        ?? rows
    }
    let labels = try kept(y)
    let weighted = try weighed(logs, by: weight, name, graph)
    var rows = try f(Pick(), weighted, labels)
    if smoothing != 0 {
      let share = f.number(smoothing / Double(max(classes, 1)))
      let uniform = try f.times(share, try f(Sum(axis: -1), weighted))
      rows = try f.plus(try f.times(f.number(1 - smoothing), rows), uniform)
    }
    rows = try f(Negate(), try kept(rows))
    guard reduction == .mean, ignores || weight != nil else {
      return try reduce(rows, reduction, in: graph)
    }
    var counted = try f(Fill(1), rows)
    if let weight {
      let table = try graph.add(Reshape([classes, 1]), [weight])
      counted = try f(Sum(axis: -1), try f(Gather(), table, labels))
    }
    return try f(Divide(), try f(Sum(), rows), try f(Sum(), try kept(counted)))
  }

  private static func checkWeight(
    _ weight: Node, _ classes: Int, _ name: String, _ graph: Graph
  ) throws(EngineError) {
    guard graph.shape(weight) == [classes] else {
      throw EngineError(
        "\(name): a weight of shape \(graph.shape(weight)) does not fit \(classes) classes",
        hint: "one weight for each class: shape \(Shape([classes]))")
    }
  }

  static func checkLabels(
    _ y: Node, classes: Int, ignored: Int? = nil, _ name: String, _ graph: Graph
  ) throws(EngineError) {
    let skipped = ignored.map { Float($0) }
    if let wrong = graph.knownValues(of: y).first(where: {
      rowIndex($0, below: classes) == nil && $0 != skipped
    }) {
      throw EngineError(
        "\(name): label \(shown(Double(wrong))) is not one of the \(classes) classes "
          + "0…\(classes - 1)",
        hint: "the last layer needs one unit for each class")
    }
  }
}
