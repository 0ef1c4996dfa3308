// Losses as compositions of operations, so that each part can be stepped. Means over all elements,
// as PyTorch's default reduction.

/// The losses by PyTorch's names.
public enum Losses {
  /// mean((a − y)²). Shapes must be equal: broadcasting here is nearly always a mistake.
  public static func meanSquaredError(_ a: Node, _ y: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    try requireEqual(a, y, "mse_loss", graph)
    let difference = try graph.add(Subtract(), [a, y])
    return try graph.add(Mean(), [try graph.add(Square(), [difference])])
  }

  /// mean(|a − y|).
  public static func absoluteError(_ a: Node, _ y: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    try requireEqual(a, y, "l1_loss", graph)
    let difference = try graph.add(Subtract(), [a, y])
    return try graph.add(Mean(), [try graph.add(AbsoluteValue(), [difference])])
  }

  /// −mean(y log a + (1 − y) log(1 − a)) for probabilities a; logarithms are kept above −100.
  public static func binaryCrossEntropy(_ a: Node, _ y: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    try requireEqual(a, y, "binary_cross_entropy", graph)
    return try graph.add(Mean(), [try graph.add(BinaryCrossEntropyTerm(), [a, y])])
  }

  /// mean(softplus(z) − z y): the binary cross entropy of σ(z), safe for large z.
  public static func binaryCrossEntropyWithLogits(_ z: Node, _ y: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    try requireEqual(z, y, "binary_cross_entropy_with_logits", graph)
    let cost = try graph.add(
      Subtract(),
      [try graph.add(Softplus(), [z]), try graph.add(Multiply(), [z, y])])
    return try graph.add(Mean(), [cost])
  }

  /// −mean(log softmax(z)[i, yᵢ]) for logits `[n, classes]` and class indices `[n]`, or for
  /// probabilities of the logits' shape −mean over rows of Σ y log softmax(z).
  public static func crossEntropy(_ z: Node, _ y: Node, in graph: Graph)
    throws(EngineError) -> Node
  {
    let (scores, target) = (graph.shape(z), graph.shape(y))
    guard scores.rank >= 1 else {
      throw EngineError("cross_entropy: logits need a class axis, not a scalar")
    }
    if scores == target {
      let logs = try graph.add(LogSoftmax(), [z])
      let rows = try graph.add(Sum(axis: -1), [try graph.add(Multiply(), [y, logs])])
      return try graph.add(Negate(), [try graph.add(Mean(), [rows])])
    }
    guard Array(scores.extents.dropLast()) == target.extents else {
      throw EngineError(
        "cross_entropy: logits \(scores) and targets \(target) do not fit",
        hint: "targets are class indices of shape \(Shape(Array(scores.extents.dropLast()))), "
          + "or probabilities of shape \(scores)")
    }
    try checkLabels(y, classes: scores[-1], graph)
    let picked = try graph.add(Pick(), [try graph.add(LogSoftmax(), [z]), y])
    return try graph.add(Negate(), [try graph.add(Mean(), [picked])])
  }

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
      throw EngineError(
        "accuracy: scores \(scores) and labels \(target) do not fit",
        hint: "scores are [n, classes] with labels [n], or both have one shape")
    }
    return try graph.add(Mean(), [hits])
  }

  private static func requireEqual(
    _ a: Node, _ y: Node, _ name: String, _ graph: Graph
  ) throws(EngineError) {
    let (left, right) = (graph.shape(a), graph.shape(y))
    guard left == right else {
      throw EngineError(
        "\(name): prediction \(left) and target \(right) differ in shape",
        hint: left.count == right.count
          ? "reshape one to the other's shape" : "both need one value for each example")
    }
  }

  private static func checkLabels(
    _ y: Node, classes: Int, _ graph: Graph
  ) throws(EngineError) {
    if let wrong = graph.knownValues(of: y).first(where: { rowIndex($0, below: classes) == nil }) {
      throw EngineError(
        "cross_entropy: label \(shown(Double(wrong))) is not one of the \(classes) classes "
          + "0…\(classes - 1)",
        hint: "the last layer needs one unit for each class")
    }
  }
}

extension Losses {
  static let entries = [
    entry(
      "mse_loss", "a", "The mean squared error.", "mean((a − y)²)", "Gauss 1809",
      example: "mse_loss([1, 2], [1, 4])", meanSquaredError),
    entry(
      "l1_loss", "a", "The mean absolute error.", "mean(|a − y|)", "",
      example: "l1_loss([1, 2], [1, 4])", absoluteError),
    entry(
      "binary_cross_entropy", "a", "Of probabilities a with targets 0 or 1.",
      "−mean(y log a + (1 − y) log(1 − a))", "", example: "binary_cross_entropy([0.9], [1])",
      binaryCrossEntropy),
    entry(
      "binary_cross_entropy_with_logits", "z", "Of logits z with targets 0 or 1.",
      "mean(log(1 + eᶻ) − z y)", "", example: "binary_cross_entropy_with_logits([2], [1])",
      binaryCrossEntropyWithLogits),
    entry(
      "cross_entropy", "z", "Of logits [n, classes] with class indices [n].",
      "−mean(log softmax(z)[i, yᵢ])", "", example: "cross_entropy([[1, 2, 3]], [2])",
      crossEntropy),
    entry(
      "accuracy", "a", "The share of rows whose largest score is at the label.",
      "mean(argmax a = y)", "", example: "accuracy([[0.1, 0.9]], [1])", accuracy),
  ]

  private static func entry(
    _ name: String, _ first: String, _ summary: String, _ formula: String, _ source: String,
    example: String,
    _ build: @escaping @Sendable (Node, Node, Graph) throws(EngineError) -> Node
  ) -> Entry {
    Entry(
      Descriptor(
        name, .loss, signature: "\(name)(\(first), y)", summary: summary, shapes: "… → []",
        formula: formula, source: source, example: example),
      .function { arguments, graph throws(EngineError) in
        try build(
          try arguments.tensor(first, graph), try arguments.tensor("y", graph), graph)
      })
  }
}
