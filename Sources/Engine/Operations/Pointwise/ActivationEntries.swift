// Activations that are made of other operations: each part is an instruction of its own, and can be
// stepped. By PyTorch's names, arguments and defaults.

/// The composed activations.
enum ActivationEntries {
  static let all: [Entry] = [
    pointwise(
      "celu", "alpha=1", "The exponential linear unit with a derivative without a jump.",
      "max(x, 0) + min(0, α (exp(x / α) − 1))", "Barron 2017"
    ) { x, arguments, graph throws(EngineError) in
      let alpha = try arguments.number("alpha")
      guard alpha != 0 else { throw EngineError("celu: 'alpha' cannot be 0") }
      if alpha == 1 { return try graph.add(ELU(), [x]) }
      return try graph.times(try graph.add(ELU(), [try graph.over(x, alpha)]), alpha)
    },
    pointwise(
      "selu", "", "The exponential linear unit that keeps mean 0 and variance 1.",
      "1.0507 (x if x > 0 else 1.6733 (eˣ − 1))", "Klambauer et al. 2017"
    ) { x, _, graph throws(EngineError) in
      try graph.times(
        try graph.add(ELU(alpha: 1.6732632423543772), [x]), 1.0507009873554804934193349852946)
    },
    pointwise(
      "mish", "", "A smooth, not monotone rectifier.", "x tanh(log(1 + eˣ))", "Misra 2019"
    ) { x, _, graph throws(EngineError) in
      let gate = try graph.add(HyperbolicTangent(), [try graph.add(Softplus(), [x])])
      return try graph.times(x, gate)
    },
    pointwise(
      "softsign", "", "Like tanh, with slower tails.", "x / (1 + |x|)", "Turian et al. 2009"
    ) { x, _, graph throws(EngineError) in
      try graph.over(x, try graph.plus(try graph.add(AbsoluteValue(), [x]), 1))
    },
    pointwise("logsigmoid", "", "The logarithm of the sigmoid, safe for large −x.", "log σ(x)", "")
    {
      x, _, graph throws(EngineError) in
      let turned = try graph.add(Softplus(), [try graph.add(Negate(), [x])])
      return try graph.add(Negate(), [turned])
    },
    pointwise(
      "hardtanh", "min_val=-1, max_val=1", "tanh of three straight lines.",
      "min(max(x, min_val), max_val)", "Collobert 2004"
    ) { x, arguments, graph throws(EngineError) in
      let low = try arguments.number("min_val")
      let high = try arguments.number("max_val")
      guard low <= high else {
        throw EngineError(
          "hardtanh: 'min_val' \(shown(low)) is above 'max_val' \(shown(high))")
      }
      return try Bound.between(x, low, high, in: graph)
    },
    pointwise(
      "relu6", "", "The rectifier that ends at 6.", "min(max(x, 0), 6)", "Krizhevsky 2010"
    ) { x, _, graph throws(EngineError) in
      try Bound.between(x, 0, 6, in: graph)
    },
    pointwise(
      "hardsigmoid", "", "The sigmoid of three straight lines.", "min(max(x + 3, 0), 6) / 6",
      "Courbariaux et al. 2015"
    ) { x, _, graph throws(EngineError) in
      let ramp = try Bound.between(try graph.plus(x, 3), 0, 6, in: graph)
      return try graph.over(ramp, 6)
    },
    pointwise(
      "hardswish", "", "x times the sigmoid of three straight lines.",
      "x min(max(x + 3, 0), 6) / 6", "Howard et al. 2019"
    ) { x, _, graph throws(EngineError) in
      let ramp = try Bound.between(try graph.plus(x, 3), 0, 6, in: graph)
      return try graph.over(try graph.times(x, ramp), 6)
    },
    glu, maxout,
  ]

  private static func pointwise(
    _ name: String, _ settings: String, _ summary: String, _ formula: String, _ source: String,
    _ build: @escaping @Sendable (Node, Arguments, Graph) throws(EngineError) -> Node
  ) -> Entry {
    Entry(
      Descriptor(
        name, .activation, signature: "\(name)(x\(settings.isEmpty ? "" : ", ")\(settings))",
        summary: summary, shapes: "[…] → […]", formula: formula, source: source,
        example: "\(name)([-4, 0.5, 8])"),
      .function { arguments, graph throws(EngineError) in
        try build(try arguments.tensor("x", graph), arguments, graph)
      })
  }

  private static let glu = Entry(
    Descriptor(
      "glu", .activation, signature: "glu(x, axis=-1)",
      summary: "One half of an axis times the sigmoid of the other.",
      shapes: "[…, 2 n] → […, n]", formula: "a σ(b), x = [a b]", source: "Dauphin et al. 2017",
      example: "glu([1, 2, 0, 10])"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let axis = try arguments.integer("axis")
      let shape = graph.shape(x)
      let place = try shape.place(of: axis, for: "glu")
      guard shape[place] % 2 == 0 else {
        throw EngineError(
          "glu: axis \(axis) of shape \(shape) has \(shape[place]) elements, which is not even")
      }
      let half = shape[place] / 2
      let values = try graph.add(Slice.along(place, 0, half), [x])
      let gate = try graph.add(Slice.along(place, half, nil), [x])
      return try graph.times(values, try graph.add(Sigmoid(), [gate]))
    })

  private static let maxout = Entry(
    Descriptor(
      "maxout", .activation, signature: "maxout(x, pieces=2)",
      summary: "The largest of each group of neighbours along the last axis.",
      shapes: "[…, n · pieces] → […, n]", formula: "maxⱼ x[…, i · pieces + j]",
      source: "Goodfellow et al. 2013", example: "maxout([1, 4, 3, 2], pieces=2)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let pieces = try arguments.positive("pieces")
      let groups = try graph.add(Unflatten(last: pieces), [x])
      return try graph.add(Extremum(maximum: true, axis: -1), [groups])
    })
}
