// What has a sign in the language also has PyTorch's name; and what is made of comparisons.

enum ArithmeticEntries {
  static let all: [Entry] =
    [
      Entry.elementwise(Add(), summary: "The sum; also written a + b.", formula: "a + b"),
      Entry.elementwise(
        Subtract(), summary: "The difference; also written a - b.", formula: "a − b"),
      Entry.elementwise(
        Multiply(), summary: "The product, element by element; also written a * b.", formula: "a b"),
      Entry.elementwise(Divide(), summary: "The quotient; also written a / b.", formula: "a / b"),
      Entry.elementwise(
        Remainder(), summary: "The remainder with the sign of b; also written a % b.",
        formula: "a − b ⌊a / b⌋"),
      pair(
        "floor_divide", "The quotient rounded down.", "⌊a / b⌋"
      ) { a, b, graph throws(EngineError) in
        try graph.add(Rounding(.floor), [try graph.over(a, b)])
      },
      comparison(.equal, "1 where a equals b, 0 elsewhere; also written a == b."),
      comparison(.notEqual, "1 where a differs from b, 0 elsewhere; also written a != b."),
      comparison(.less, "1 where a is less than b, 0 elsewhere; also written a < b."),
      comparison(.lessOrEqual, "1 where a is at most b, 0 elsewhere; also written a <= b."),
      comparison(.greater, "1 where a is greater than b, 0 elsewhere; also written a > b."),
      comparison(.greaterOrEqual, "1 where a is at least b, 0 elsewhere; also written a >= b."),
      pair(
        "logical_and", "1 where neither is 0, 0 elsewhere.", "a ∧ b"
      ) { a, b, graph throws(EngineError) in
        try graph.times(
          try graph.compare(a, .notEqual, 0), try graph.compare(b, .notEqual, 0))
      },
      pair(
        "logical_or", "1 where one is not 0, 0 elsewhere.", "a ∨ b"
      ) { a, b, graph throws(EngineError) in
        try graph.add(
          Maximum(), [try graph.compare(a, .notEqual, 0), try graph.compare(b, .notEqual, 0)])
      },
      pair(
        "logical_xor", "1 where just one is not 0, 0 elsewhere.", "a ⊻ b"
      ) { a, b, graph throws(EngineError) in
        try graph.add(
          Comparison(.notEqual),
          [try graph.compare(a, .notEqual, 0), try graph.compare(b, .notEqual, 0)])
      },
      single("logical_not", "1 where x is 0, 0 elsewhere.", "¬x") {
        x, graph throws(EngineError) in try graph.compare(x, .equal, 0)
      },
      single("isnan", "1 where x is not a number, 0 elsewhere.", "x ≠ x") {
        x, graph throws(EngineError) in try graph.add(Comparison(.notEqual), [x, x])
      },
      single("isinf", "1 where x is infinite, 0 elsewhere.", "|x| = ∞") {
        x, graph throws(EngineError) in
        try graph.compare(try graph.add(AbsoluteValue(), [x]), .equal, .infinity)
      },
      single("isfinite", "1 where x is a finite number, 0 elsewhere.", "|x| < ∞") {
        x, graph throws(EngineError) in
        try graph.compare(try graph.add(AbsoluteValue(), [x]), .less, .infinity)
      },
    ] + quantifiers

  /// `any` and `all`, over axes or over all.
  private static let quantifiers = [true, false].map { isAny in
    let name = isAny ? "any" : "all"
    return Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, axis=none, keepdim=false)",
        summary: "1 where \(isAny ? "an element is not 0" : "no element is 0"), 0 elsewhere.",
        shapes: "[…] → [] or without the axes", formula: isAny ? "∃ x ≠ 0" : "∀ x ≠ 0",
        source: "", example: "\(name)([[0, 1], [1, 1]], axis=0)"),
      .function { arguments, graph throws(EngineError) in
        let truth = try graph.compare(try arguments.tensor("x", graph), .notEqual, 0)
        return try graph.reduced(
          truth, axes: try arguments.axes("axis"), keepsAxes: try arguments.flag("keepdim"),
          for: name
        ) { Extremum(maximum: isAny, axis: $0, keepsAxis: $1) }
      })
  }

  private static func comparison(_ relation: Comparison.Relation, _ summary: String) -> Entry {
    Entry.elementwise(
      Comparison(relation), summary: summary, formula: "a \(relation.rawValue) b")
  }

  private static func pair(
    _ name: String, _ summary: String, _ formula: String,
    _ build: @escaping @Sendable (Node, Node, Graph) throws(EngineError) -> Node
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(a, b)", summary: summary, shapes: "broadcast",
        formula: formula, source: "", example: "\(name)([-1, 0, 7], 2)"),
      .function { arguments, graph throws(EngineError) in
        try build(try arguments.tensor("a", graph), try arguments.tensor("b", graph), graph)
      })
  }

  private static func single(
    _ name: String, _ summary: String, _ formula: String,
    _ build: @escaping @Sendable (Node, Graph) throws(EngineError) -> Node
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(x)", summary: summary, shapes: "[…] → […]",
        formula: formula, source: "", example: "\(name)([-1, 0, 2])"),
      .function { arguments, graph throws(EngineError) in
        try build(try arguments.tensor("x", graph), graph)
      })
  }
}
