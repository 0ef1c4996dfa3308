// Filters on logits as functions of tensors, by Hugging Face's names.

/// What is done to logits before a token is chosen, as graph: each filter can be looked at, stepped
/// and differentiated.
public enum Decoding {
  /// logits / T: under 1 the likely get likelier.
  public static func temperature(
    _ logits: Node, _ temperature: Double, in graph: Graph
  ) throws(EngineError) -> Node {
    try graph.add(Divide(), [logits, graph.constant(temperature)])
  }

  /// −∞ for what the filter removes.
  public static func filter(
    _ logits: Node, _ filter: RowFilter, in graph: Graph
  ) throws(EngineError) -> Node {
    try graph.add(FilterRows(filter), [logits])
  }

  /// The logits of tokens that were there, divided by the penalty where positive and times it where
  /// negative (Keskar et al. 2019, CTRL).
  public static func repetitionPenalty(
    _ logits: Node, after tokens: Node, _ penalty: Double, in graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    let seen = try f(TokenMask(.seen), logits, tokens)
    let isNegative = try f(Comparison(.less), logits, f.number(0))
    // The penalty where negative, its reciprocal elsewhere; a product leaves −∞ as it is.
    let gap = f.number(penalty - 1 / penalty)
    let factor = try f.plus(try f.times(isNegative, gap), f.number(1 / penalty))
    let kept = try f(MaskedFill(1), factor, try f.equals(seen, 0))
    return try f.times(logits, kept)
  }

  /// −∞ for tokens that would repeat an n-gram of this size.
  public static func noRepeatNGram(
    _ logits: Node, after tokens: Node, size: Int, in graph: Graph
  ) throws(EngineError) -> Node {
    let mask = try graph.add(TokenMask(.repeatsNGram(size)), [logits, tokens])
    return try graph.add(MaskedFill(-.infinity), [logits, mask])
  }
}

extension Decoding {
  static let entries: [Entry] = [
    entry(
      "temperature", "temperature", "Logits over a temperature: under 1 the likely get likelier.",
      "logits / temperature", "Ackley, Hinton & Sejnowski 1985", example: "[[1, 2, 3]], 0.5"
    ) { arguments, logits, graph throws(EngineError) in
      let number = try arguments.number("temperature")
      guard number > 0 else {
        throw EngineError("temperature must be more than 0, not \(shown(number))")
      }
      return try temperature(logits, number, in: graph)
    },
    entry(
      "top_k", "k", "Logits of the k likeliest, −∞ for the others (topk gives values).",
      "x if x ≥ the kth largest else −∞", "Fan, Lewis & Dauphin 2018",
      example: "[[1, 2, 3]], 2"
    ) { arguments, logits, graph throws(EngineError) in
      try filter(logits, .topK(try arguments.positive("k")), in: graph)
    },
    entry(
      "top_p", "p", "Logits of the likeliest that reach p together, −∞ for the others.",
      "x in the nucleus else −∞", "Holtzman et al. 2020", example: "[[1, 2, 3]], 0.9"
    ) { arguments, logits, graph throws(EngineError) in
      try filter(logits, .topP(try arguments.number("p", in: 0...1)), in: graph)
    },
    entry(
      "min_p", "p", "Logits from a share of the likeliest's probability on, −∞ for the others.",
      "x if softmax(x) ≥ p max softmax else −∞", "Nguyen et al. 2024",
      example: "[[1, 2, 3]], 0.2"
    ) { arguments, logits, graph throws(EngineError) in
      try filter(logits, .minP(try arguments.number("p", in: 0...1)), in: graph)
    },
    entry(
      "repetition_penalty", "tokens, penalty=1.2", "Makes tokens that were there less likely.",
      "x / penalty if x > 0 else x · penalty", "Keskar et al. 2019",
      shapes: "[…, classes], […, length] → […, classes]", example: "[[1, 2, 3]], [[2, 0]]"
    ) { arguments, logits, graph throws(EngineError) in
      let penalty = try arguments.number("penalty")
      guard penalty > 0 else {
        throw EngineError(
          "repetition_penalty: 'penalty' must be more than 0, not \(shown(penalty))")
      }
      return try repetitionPenalty(
        logits, after: try arguments.tensor("tokens", graph), penalty, in: graph)
    },
    entry(
      "no_repeat_ngram", "tokens, size", "−∞ for tokens that would repeat an n-gram.",
      "−∞ if the last size − 1 tokens were followed by it", "Paulus, Xiong & Socher 2018",
      shapes: "[…, classes], […, length] → […, classes]",
      example: "[[1, 2, 3]], [[0, 1, 0]], 2"
    ) { arguments, logits, graph throws(EngineError) in
      try noRepeatNGram(
        logits, after: try arguments.tensor("tokens", graph),
        size: try arguments.positive("size"), in: graph)
    },
  ]

  private static func entry(
    _ name: String, _ settings: String, _ summary: String, _ formula: String, _ source: String,
    shapes: String = "[…, classes] → […, classes]", example: String,
    _ build: @escaping @Sendable (Arguments, Node, Graph) throws(EngineError) -> Node
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(logits, \(settings))", summary: summary,
        shapes: shapes, formula: formula, source: source, example: "\(name)(\(example))"),
      .function { arguments, graph throws(EngineError) in
        try build(arguments, try arguments.tensor("logits", graph), graph)
      })
  }
}
