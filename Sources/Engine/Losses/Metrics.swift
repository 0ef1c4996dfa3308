// How good a classifier is, in numbers that are looked at and not trained: they have no gradient.

extension Losses {
  /// The share of rows whose largest score is at the label; for one output a row, whose value is
  /// on the label's side of one half.
  public static func accuracy(_ a: Node, _ y: Node, in graph: Graph) throws(EngineError) -> Node {
    let (scores, target) = (graph.shape(a), graph.shape(y))
    let hits: Node
    if scores == target {
      let side = try graph.add(Comparison(.greater), [a, graph.constant(0.5)])
      let truth = try graph.add(Comparison(.greater), [y, graph.constant(0.5)])
      hits = try graph.add(Comparison(.equal), [side, truth])
    } else if scores.rank >= 1, Array(scores.extents.dropLast()) == target.extents {
      hits = try graph.add(Comparison(.equal), [try graph.add(ArgMax(), [a]), y])
    } else {
      throw misfit("accuracy", scores, target)
    }
    return try graph.add(Mean(), [hits])
  }

  /// How often class i (row) was taken for class j (column), for scores `[…, classes]`.
  public static func confusionMatrix(
    _ a: Node, _ y: Node, in graph: Graph
  ) throws(EngineError) -> Node {
    let (guess, truth) = try oneHots("confusion_matrix", a, y, graph)
    let f = Formula(graph: graph)
    return try f(MatMul(), try f(Permute.transposing(rank: 2), truth), guess)
  }

  /// The harmonic mean of precision and recall, 2 hits / (guessed + true): of each class that
  /// occurs, then their mean (`isMicro`: of all rows together). For one output a row, of the
  /// answer 1.
  public static func f1(
    _ a: Node, _ y: Node, isMicro: Bool = false, in graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    func score(_ guess: Node, _ truth: Node, axis: Int?) throws(EngineError) -> (Node, Node) {
      let hits = try f(Sum(axis: axis), try f.times(guess, truth))
      let both = try f(Sum(axis: axis), try f.plus(guess, truth))
      // A class that never occurs has no hits either: 0 / 1.
      let divisor = try f(Maximum(), both, f.number(1))
      return (try f(Divide(), try f.times(f.number(2), hits), divisor), both)
    }
    if graph.shape(a) == graph.shape(y) {
      let guess = try f(Comparison(.greater), a, f.number(0.5))
      return try score(guess, try f(Comparison(.greater), y, f.number(0.5)), axis: nil).0
    }
    let (guess, truth) = try oneHots("f1_score", a, y, graph)
    if isMicro { return try score(guess, truth, axis: nil).0 }
    let (scores, both) = try score(guess, truth, axis: 0)
    let occurs = try f(Comparison(.greater), both, f.number(0))
    return try f(Divide(), try f(Sum(), scores), try f(Sum(), occurs))
  }

  /// The largest score and the label of each row as rows of zeros with a one.
  private static func oneHots(
    _ name: String, _ a: Node, _ y: Node, _ graph: Graph
  ) throws(EngineError) -> (guess: Node, truth: Node) {
    let (scores, target) = (graph.shape(a), graph.shape(y))
    guard scores.rank >= 1, scores[-1] > 0, Array(scores.extents.dropLast()) == target.extents
    else { throw misfit(name, scores, target) }
    try checkLabels(y, classes: scores[-1], name, graph)
    let f = Formula(graph: graph)
    func rows(_ labels: Node) throws(EngineError) -> Node {
      let flat = try f(Reshape([-1]), labels)
      return try f(OneHot(classes: scores[-1]), flat)
    }
    return (try rows(try f(ArgMax(), a)), try rows(y))
  }

  private static func misfit(_ name: String, _ scores: Shape, _ target: Shape) -> EngineError {
    EngineError(
      "\(name): scores \(scores) and labels \(target) do not fit",
      hint: "scores are [n, classes] with labels [n], or both have one shape")
  }
}
