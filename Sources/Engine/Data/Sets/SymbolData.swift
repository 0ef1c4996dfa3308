// `copy_task(…)`, `reverse_task(…)`, `abc_sort(…)`: a row of letters, and the same letters in another
// order.

/// Random letters whose target is a rearrangement of them.
public enum SymbolData {
  /// What becomes of a row.
  public enum Task: String, Hashable, Sendable, CaseIterable {
    /// The letters as they are.
    case copy = "copy_task"
    /// The letters backwards.
    case reverse = "reverse_task"
    /// The letters in the order of the alphabet.
    case sort = "abc_sort"
  }

  /// What the catalogue says of `copy_task`.
  public static let copyDescriptor = descriptor(
    .copy, "Rows of random letters; y is x again.",
    "A. Graves, G. Wayne, I. Danihelka (2014), Neural Turing Machines")
  /// What the catalogue says of `reverse_task`.
  public static let reverseDescriptor = descriptor(
    .reverse, "Rows of random letters; y is x from back to front.",
    "E. Grefenstette et al. (2015), Learning to transduce with unbounded memory")
  /// What the catalogue says of `abc_sort`.
  public static let sortDescriptor = descriptor(
    .sort, "Rows of random letters; y is x in alphabetical order.",
    "A. Karpathy (2022), minGPT, the sorting demonstration")

  private static func descriptor(
    _ task: Task, _ summary: String, _ source: String
  ) -> Descriptor {
    Descriptor(
      task.rawValue, .dataset, signature: "\(task.rawValue)(n=500, length=8, symbols=8, seed=1)",
      summary: summary, shapes: "x [n, length], y [n, length]", source: source,
      example: "data = \(task.rawValue)(length=5)")
  }

  /// x and y `[n, length]`, letters as numbers from 0.
  public static func make(
    _ task: Task, n: Int = 500, length: Int = 8, symbols: Int = 8, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    let name = task.rawValue
    try SequenceSets.check(name, "length", length, in: 1...1 << 20)
    try SequenceSets.check(name, "symbols", symbols, in: 2...26)
    try SequenceSets.check(name, n: n, width: length)
    var draws = Draws(name, seed: seed)
    let rows = (0..<n).map { _ in (0..<length).map { _ in draws.integer(below: symbols) } }
    let targets = rows.map { row in
      switch task {
      case .copy: row
      case .reverse: Array(row.reversed())
      case .sort: row.sorted()
      }
    }
    let letters = SequenceSets.letters(symbols)
    return Dataset(
      name: name,
      columns: [
        SequenceSets.column("x", rows, width: length, tokens: letters),
        SequenceSets.column("y", targets, width: length, tokens: letters),
      ],
      classNames: letters)
  }
}
