// Tensors made of numbers: filled, counted, and in the shape of another tensor.

enum FilledEntries {
  static let all: [Entry] =
    [full, fullLike, arange, linspace]
    + [("zeros_like", 0.0, "0"), ("ones_like", 1.0, "1")].map { name, value, number in
      Entry(
        Descriptor(
          name, .function, signature: "\(name)(x)",
          summary: "All \(number), in the shape of another tensor.", shapes: "[…] → […]",
          formula: number, source: "", example: "\(name)([[1, 2], [3, 4]])"),
        .function { arguments, graph throws(EngineError) in
          try graph.add(Fill(Float(value)), [try arguments.tensor("x", graph)])
        })
    }

  private static let full = Entry(
    Descriptor(
      "full", .function, signature: "full(shape, value)", summary: "All one number.",
      shapes: "→ shape", formula: "c", source: "", example: "full([2, 3], 0.5)"),
    .function { arguments, graph throws(EngineError) in
      graph.constant(
        Tensor(
          shape: try arguments.newShape("shape"), repeating: Float(try arguments.number("value"))))
    })

  private static let fullLike = Entry(
    Descriptor(
      "full_like", .function, signature: "full_like(x, value)",
      summary: "All one number, in the shape of another tensor.", shapes: "[…] → […]",
      formula: "c", source: "", example: "full_like([1, 2], 0.5)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Fill(Float(try arguments.number("value"))), [try arguments.tensor("x", graph)])
    })

  /// `eye` alone are initial values; `eye(3)` is a tensor.
  static let eye = Entry.Overload(
    Descriptor(
      "eye", .function, signature: "eye(n, m=none)",
      summary: "The identity matrix: 1 on the diagonal, 0 elsewhere.", shapes: "→ [n, m]",
      formula: "δᵢⱼ", source: "", example: "eye(3)"), takesNumbers: true
  ) { arguments, graph throws(EngineError) in
    let rows = try arguments.integer("n")
    let columns = try arguments.optionalInteger("m") ?? rows
    let shape = Shape([rows, columns])
    try Limits.check(shape, for: "eye")
    var values = [Float](repeating: 0, count: shape.count)
    for place in 0..<min(rows, columns) { values[place * columns + place] = 1 }
    return graph.constant(Tensor(shape: shape, values: values))
  }

  private static let arange = Entry(
    Descriptor(
      "arange", .function, signature: "arange(start, end=none, step=1)",
      summary: "Numbers from start up to, not including, end; arange(n) begins at 0.",
      shapes: "→ [⌈(end − start) / step⌉]", formula: "start + i · step", source: "",
      example: "arange(0, 1, 0.25)"),
    .function { arguments, graph throws(EngineError) in
      let first = try arguments.number("start")
      let second = try arguments.optionalNumber("end")
      let (start, end) = second.map { (first, $0) } ?? (0, first)
      let step = try arguments.number("step")
      guard step != 0 else { throw EngineError("arange: 'step' cannot be 0") }
      let count = ((end - start) / step).rounded(.up)
      guard count >= 0 else {
        throw EngineError(
          "arange: steps of \(shown(step)) do not lead from \(shown(start)) to \(shown(end))")
      }
      return try counted("arange", count, in: graph) { start + Double($0) * step }
    })

  private static let linspace = Entry(
    Descriptor(
      "linspace", .function, signature: "linspace(start, end, steps)",
      summary: "Numbers at equal distances from start to end, both included.",
      shapes: "→ [steps]", formula: "start + i (end − start) / (steps − 1)", source: "",
      example: "linspace(-1, 1, 5)"),
    .function { arguments, graph throws(EngineError) in
      let start = try arguments.number("start")
      let end = try arguments.number("end")
      let steps = try arguments.integer("steps")
      guard steps >= 0 else {
        throw EngineError("linspace: 'steps' must be at least 0, not \(steps)")
      }
      let distance = (end - start) / Double(max(steps - 1, 1))
      // From both ends, so that the last number is the end itself.
      return try counted("linspace", Double(steps), in: graph) {
        2 * $0 < steps
          ? start + Double($0) * distance : end - Double(steps - 1 - $0) * distance
      }
    })

  private static func counted(
    _ name: String, _ count: Double, in graph: Graph, _ value: (Int) -> Double
  ) throws(EngineError) -> Node {
    guard let count = Int(exactly: count) else {
      throw EngineError("\(name): that is no finite number of elements")
    }
    try Limits.check([count], for: name)
    return graph.constant(Tensor(shape: [count], values: (0..<count).map { Float(value($0)) }))
  }
}
