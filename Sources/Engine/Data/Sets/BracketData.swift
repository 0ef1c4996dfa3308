// `dyck(…)`: are the brackets balanced?

/// Rows of brackets of several kinds, half of them balanced (Dyck's language).
public enum BracketData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "dyck", .dataset, signature: "dyck(n=500, length=16, kinds=2, depth=4, seed=1)",
    summary: "Rows of brackets; the class is whether each is closed by its own kind in time.",
    shapes: "x [n, length], y [n]",
    source: "N. Chomsky, M. Schützenberger (1963), The algebraic theory of context-free languages",
    example: "data = dyck(length=8)")

  private static let pairs = ["(", ")", "[", "]", "{", "}", "<", ">"]

  /// x `[n, length]`: 2·kind for an opening, 2·kind + 1 for a closing bracket; y `[n]`, 1 for
  /// balanced. An unbalanced row is a balanced one with one bracket exchanged.
  ///
  /// - Parameter depth: how many brackets are open at once, at most.
  public static func make(
    n: Int = 500, length: Int = 16, kinds: Int = 2, depth: Int = 4, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("dyck", "length", length, in: 2...1 << 20)
    guard length % 2 == 0 else {
      throw EngineError("dyck with length=\(length): brackets come in pairs, so it is even")
    }
    try SequenceSets.check("dyck", "kinds", kinds, in: 1...4)
    try SequenceSets.check("dyck", "depth", depth, in: 1...1 << 20)
    try SequenceSets.check("dyck", n: n, width: length)
    var draws = Draws("dyck", seed: seed)
    var rows: [[Int]] = []
    var y: [Float] = []
    for row in 0..<n {
      var brackets = balanced(length, kinds, depth, &draws)
      if row % 2 == 1 {
        let place = draws.integer(below: length)
        brackets[place] =
          (brackets[place] + 1 + draws.integer(below: 2 * kinds - 1)) % (2 * kinds)
      }
      rows.append(brackets)
      y.append(row % 2 == 0 ? 1 : 0)
    }
    return Dataset(
      name: "dyck",
      columns: [
        SequenceSets.column(
          "x", rows, width: length, tokens: Array(pairs.prefix(2 * kinds))),
        DataColumn("y", Tensor(shape: [n], values: y)),
      ],
      classNames: ["unbalanced", "balanced"])
  }

  private static func balanced(
    _ length: Int, _ kinds: Int, _ depth: Int, _ draws: inout Draws
  ) -> [Int] {
    var open: [Int] = []
    var row: [Int] = []
    for place in 0..<length {
      let mustClose = open.count == length - place || open.count == depth
      if open.isEmpty || (!mustClose && draws.integer(below: 2) == 0) {
        let kind = draws.integer(below: kinds)
        open.append(kind)
        row.append(2 * kind)
      } else {
        row.append(2 * open.removeLast() + 1)
      }
    }
    return row
  }
}
