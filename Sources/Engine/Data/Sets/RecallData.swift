// `recall(…)`: what was the first symbol, many steps ago?

/// A symbol, many distractors, a question: the class is the symbol.
public enum RecallData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "recall", .dataset, signature: "recall(n=500, lag=20, symbols=4, seed=1)",
    summary: "The first symbol of a row has to be told after `lag` others that do not matter.",
    shapes: "x [n, lag + 2], y [n]",
    source: "S. Hochreiter, J. Schmidhuber (1997), Long short-term memory, experiment 2",
    example: "data = recall(lag=10)")

  /// How many different distractors there are.
  private static let distractors = 4

  /// x `[n, lag + 2]`: a symbol (0 to `symbols` − 1, written A, B, …), `lag` distractors (a, b, c,
  /// d), the question `?`; y `[n]`, the symbol.
  public static func make(
    n: Int = 500, lag: Int = 20, symbols: Int = 4, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("recall", "lag", lag, in: 0...1 << 20)
    try SequenceSets.check("recall", "symbols", symbols, in: 2...26)
    try SequenceSets.check("recall", n: n, width: lag + 2)
    var draws = Draws("recall", seed: seed)
    var rows: [[Int]] = []
    for _ in 0..<n {
      var row = [draws.integer(below: symbols)]
      for _ in 0..<lag { row.append(symbols + draws.integer(below: distractors)) }
      rows.append(row + [symbols + distractors])
    }
    let names = SequenceSets.letters(symbols, from: "A")
    return Dataset(
      name: "recall",
      columns: [
        SequenceSets.column(
          "x", rows, width: lag + 2, tokens: names + SequenceSets.letters(distractors) + ["?"]),
        DataColumn("y", Tensor(shape: [n], values: rows.map { Float($0[0]) })),
      ],
      classNames: names)
  }
}
