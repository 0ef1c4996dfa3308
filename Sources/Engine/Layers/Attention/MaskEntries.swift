// Masks as values, 1 where a query may not see a key: for `att(x, mask=…)`, `masked_fill` and
// attention that is written in the language.

enum MaskEntries {
  static let all: [Entry] = [
    Entry(
      Descriptor(
        "causal_mask", .function, signature: "causal_mask(n)",
        summary: "1 above the diagonal: the keys that come after the query.",
        shapes: "→ [n, n]", formula: "key > query", source: "Vaswani et al. 2017",
        example: "causal_mask(4)"),
      .function { arguments, graph throws(EngineError) in
        let n = try size("n", arguments)
        return graph.constant(try table(n, n, "causal_mask") { $1 > $0 })
      }),
    Entry(
      Descriptor(
        "window_mask", .function,
        signature: "window_mask(n, window, causal=false, global_tokens=0)",
        summary: "1 for keys further than a window from the query; 0 for the first, global tokens.",
        shapes: "→ [n, n]", formula: "|key − query| > window",
        source: "Child et al. 2019; Beltagy et al. 2020", example: "window_mask(5, 1)"),
      .function { arguments, graph throws(EngineError) in
        let n = try size("n", arguments)
        let band = BandMask(
          window: try size("window", arguments), isCausal: try arguments.flag("causal"),
          globalTokens: try size("global_tokens", arguments))
        return graph.constant(
          try table(n, n, "window_mask") { band.hides(query: $0, key: $1) })
      }),
    Entry(
      Descriptor(
        "padding_mask", .function, signature: "padding_mask(lengths, n)",
        summary: "1 at the places of each row that are past its length.",
        shapes: "[rows] → [rows, n]", formula: "place ≥ length", example: "padding_mask([3, 1], 4)"
      ),
      .function { arguments, graph throws(EngineError) in
        let n = try size("n", arguments)
        let lengths = try arguments.tensor("lengths", graph)
        try Limits.check([n], for: "padding_mask")
        let places = graph.constant(Tensor(shape: [n], values: (0..<n).map { Float($0) }))
        return try graph.add(
          Comparison(.greaterOrEqual),
          [places, try graph.add(InsertAxis(at: -1), [lengths])])
      }),
  ]

  /// A whole number that is not negative.
  static func size(_ name: String, _ arguments: Arguments) throws(EngineError) -> Int {
    let size = try arguments.integer(name)
    guard size >= 0 else {
      throw EngineError("\(arguments.name): '\(name)' must be at least 0, not \(size)")
    }
    return size
  }

  /// A table of ones and zeros, its size checked before.
  static func table(
    _ rows: Int, _ columns: Int, _ name: String, _ isSet: (Int, Int) -> Bool
  ) throws(EngineError) -> Tensor {
    try Limits.check([rows, columns], for: name)
    var values: [Float] = []
    values.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { values.append(isSet(row, column) ? 1 : 0) }
    }
    return Tensor(shape: [rows, columns], values: values)
  }
}
