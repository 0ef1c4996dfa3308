// Random draws by name. `uniform`, `normal`, `zeros` and `ones` are also initial values: with a shape,
// or the tensor whose shape is taken, they are tensors.

enum RandomEntries {
  static let all: [Entry] = [
    entry("rand", "shape", "Uniform between 0 and 1.", "U(0, 1)", example: "rand([2, 3])") {
      _ throws(EngineError) in .uniform(low: 0, high: 1)
    },
    entry(
      "randn", "shape", "The standard normal distribution.", "N(0, 1)", example: "randn([2, 3])"
    ) { _ throws(EngineError) in .normal(mean: 0, deviation: 1) },
    entry(
      "rand_like", "like", "Uniform between 0 and 1, in the shape of another tensor.", "U(0, 1)",
      example: "rand_like([[1, 2], [3, 4]])"
    ) { _ throws(EngineError) in .uniform(low: 0, high: 1) },
    entry(
      "randn_like", "like", "The standard normal distribution, in the shape of another tensor.",
      "N(0, 1)", example: "randn_like([[1, 2], [3, 4]])"
    ) { _ throws(EngineError) in .normal(mean: 0, deviation: 1) },
    entry(
      "gumbel", "shape=none, like=none",
      "The Gumbel distribution: the largest of log p + gumbel is "
        + "a draw by p.", "−log(−log u)", source: "Gumbel 1935", example: "gumbel([3])"
    ) { _ throws(EngineError) in .gumbel },
    entry(
      "randint", "low, high, shape=none, like=none",
      "Whole numbers from low up to, not including, "
        + "high.", "low ≤ n < high", example: "randint(0, 6, [10])"
    ) { arguments throws(EngineError) in
      let low = try arguments.integer("low")
      let high = try arguments.integer("high")
      // Beyond 2²⁴ not every whole number is a float.
      guard max(low.magnitude, high.magnitude) <= 1 << 24 else {
        throw EngineError("randint: numbers from \(low) to \(high) are not exact beyond ±16777216")
      }
      guard low < high else {
        throw EngineError("randint: there is no whole number from \(low) up to \(high)")
      }
      return .integers(low: low, high: high)
    },
    bernoulli, categorical, multinomial, randperm,
  ]

  /// A draw of a shape, of the shape of a tensor, or, without both, of one number.
  private static func entry(
    _ name: String, _ parameters: String, _ summary: String, _ formula: String,
    source: String = "", example: String,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> Draw.Distribution
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(\(parameters))", summary: summary, shapes: "→ shape",
        formula: formula, source: source, example: example),
      .function { arguments, graph throws(EngineError) in
        try drawn(try make(arguments), arguments, graph)
      })
  }

  private static func drawn(
    _ distribution: Draw.Distribution, _ arguments: Arguments, _ graph: Graph
  ) throws(EngineError) -> Node {
    if arguments.isGiven("like") {
      guard !arguments.isGiven("shape") else {
        throw EngineError("\(arguments.name): 'shape' and 'like' are given both")
      }
      return try graph.draw(distribution, like: try arguments.tensor("like", graph))
    }
    guard arguments.isGiven("shape") else { return try graph.draw(distribution, shape: .scalar) }
    return try graph.draw(distribution, shape: try arguments.newShape("shape"))
  }

  // MARK: With probabilities

  private static let bernoulli = Entry(
    Descriptor(
      "bernoulli", .function, signature: "bernoulli(p, shape=none, like=none)",
      summary: "1 with probability p, else 0; p is a number or a tensor of probabilities.",
      shapes: "→ shape; […] → […]", formula: "P(1) = p", source: "",
      example: "bernoulli([0.1, 0.5, 0.9])"),
    .function { arguments, graph throws(EngineError) in
      if case .number = arguments.value("p") {
        let p = try arguments.number("p", in: 0...1)
        return try drawn(.bernoulli(Float(p)), arguments, graph)
      }
      guard !arguments.isGiven("shape"), !arguments.isGiven("like") else {
        throw EngineError("bernoulli: a tensor of probabilities has its own shape")
      }
      return try graph.add(
        BernoulliDraw(source: graph.drawSource("bernoulli")), [try arguments.tensor("p", graph)])
    })

  private static let categorical = Entry(
    Descriptor(
      "categorical", .function, signature: "categorical(probs=none, logits=none)",
      summary: "An index drawn for each row, by probabilities or by their logarithms.",
      shapes: "[…, n] → […]", formula: "P(i) = pᵢ / Σ p, p = softmax(logits)", source: "",
      example: "categorical(logits=[[0, 1, 5], [5, 1, 0]])"),
    .function { arguments, graph throws(EngineError) in
      guard arguments.isGiven("probs") != arguments.isGiven("logits") else {
        throw EngineError(
          "categorical needs either 'probs' or 'logits'",
          hint: "categorical(p) or categorical(logits=z)")
      }
      let weights =
        arguments.isGiven("probs")
        ? try arguments.tensor("probs", graph)
        : try graph.add(Softmax(), [try arguments.tensor("logits", graph)])
      return try graph.add(
        CategoricalDraw(source: graph.drawSource("categorical")), [weights])
    })

  private static let multinomial = Entry(
    Descriptor(
      "multinomial", .function,
      signature: "multinomial(probs, num_samples=1, replacement=false)",
      summary: "Indices drawn for each row by probability, without or with putting back.",
      shapes: "[…, n] → […, num_samples]", formula: "the largest of log p + gumbel", source: "",
      example: "multinomial([0.1, 0.2, 0.7], 2)"),
    .function { arguments, graph throws(EngineError) in
      let probabilities = try arguments.tensor("probs", graph)
      let shape = graph.shape(probabilities)
      let count = try arguments.positive("num_samples")
      if try arguments.flag("replacement") {
        try Limits.check(Shape(shape.extents.dropLast() + [count]), for: "multinomial")
        guard count <= 1 << 16 else {
          throw EngineError("multinomial: 'num_samples' must be at most 65536, not \(count)")
        }
        var rows: [Node] = []
        for _ in 0..<count {
          let draw = try graph.add(
            CategoricalDraw(source: graph.drawSource("multinomial")), [probabilities])
          rows.append(try graph.add(InsertAxis(at: -1), [draw]))
        }
        return try graph.add(Concatenate(axis: -1), rows)
      }
      guard shape.rank > 0, count <= shape[-1] else {
        throw EngineError(
          "multinomial: \(count) indices cannot be drawn from shape \(shape) without putting back",
          hint: "replacement=true")
      }
      // The k largest of log p + gumbel are k draws without putting back (Vieira 2014).
      let logs = try graph.add(Logarithm(), [probabilities])
      let noise = try graph.draw(.gumbel, like: probabilities)
      let order = try graph.add(ArgSort(descending: true), [try graph.plus(logs, noise)])
      return try graph.add(Slice.along(shape.rank - 1, 0, count), [order])
    })

  private static let randperm = Entry(
    Descriptor(
      "randperm", .function, signature: "randperm(n)",
      summary: "The numbers from 0 to n − 1 in random order.", shapes: "→ [n]", formula: "",
      source: "Fisher & Yates 1938", example: "randperm(5)"),
    .function { arguments, graph throws(EngineError) in
      let count = try arguments.integer("n")
      try Limits.check([count], for: "randperm")
      guard count <= 1 << 24 else {
        throw EngineError("randperm: 'n' must be at most 16777216, not \(count)")
      }
      return try graph.add(PermutationDraw(count, source: graph.drawSource("randperm")), [])
    })

  // MARK: Names that are initial values too

  static func overload(of name: String) -> Entry.Overload? {
    switch name {
    case "eye": return FilledEntries.eye
    case "zeros", "ones":
      let value: Float = name == "ones" ? 1 : 0
      return Entry.Overload(
        Descriptor(
          name, .function, signature: "\(name)(shape=none, like=none)",
          summary: "A tensor of \(Int(value)) everywhere.", shapes: "→ shape",
          formula: "\(Int(value))", source: "", example: "\(name)([2, 3])")
      ) { arguments, graph throws(EngineError) in
        if arguments.isGiven("like") {
          return try graph.add(Fill(value), [try arguments.tensor("like", graph)])
        }
        return graph.constant(Tensor(shape: try arguments.newShape("shape"), repeating: value))
      }
    case "uniform":
      return overload(
        name, "low=0, high=1", "Numbers drawn anew at every step, uniform between two bounds.",
        "U(low, high)"
      ) { arguments throws(EngineError) in
        .uniform(
          low: Float(try arguments.number("low")), high: Float(try arguments.number("high")))
      }
    case "normal":
      return overload(
        name, "mean=0, std=1", "Numbers drawn anew at every step, normally distributed.",
        "N(mean, std²)"
      ) { arguments throws(EngineError) in
        .normal(
          mean: Float(try arguments.number("mean")),
          deviation: Float(try arguments.number("std", in: 0...(.infinity))))
      }
    default: return nil
    }
  }

  private static func overload(
    _ name: String, _ settings: String, _ summary: String, _ formula: String,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> Draw.Distribution
  ) -> Entry.Overload {
    Entry.Overload(
      Descriptor(
        name, .function, signature: "\(name)(shape=none, \(settings), like=none)",
        summary: summary, shapes: "→ shape", formula: formula, source: "",
        example: "\(name)([2, 3])")
    ) { arguments, graph throws(EngineError) in
      try drawn(try make(arguments), arguments, graph)
    }
  }
}
