// Perplexity of a network's predictions.

/// exp of the mean cross entropy: how many equally likely tokens a model is as unsure as.
public enum Perplexity {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "perplexity", .loss, signature: "perplexity(logits, targets)",
    summary: "exp of the mean cross entropy: as unsure as among that many equal choices.",
    shapes: "[…, classes], […] → []", formula: "exp(−mean log softmax(z)[y])",
    source:
      "F. Jelinek et al. (1977), Perplexity — a measure of the difficulty of speech recognition",
    example: "perplexity([[0, 0, 0, 0], [0, 0, 0, 0]], [1, 2])")

  /// exp of the mean negative log-probability of the targets; 1 is certainty.
  ///
  /// - Throws: when logits and targets do not fit.
  public static func make(
    _ logits: Node, _ targets: Node, in graph: Graph
  ) throws(EngineError) -> Node {
    try graph.add(Exponential(), [try Losses.crossEntropy(logits, targets, in: graph)])
  }

  static let entry = Entry(
    descriptor,
    .function { arguments, graph throws(EngineError) in
      try make(
        try arguments.tensor("logits", graph), try arguments.tensor("targets", graph), in: graph)
    })
}
