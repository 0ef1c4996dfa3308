// `adder(…)`: sums, written digit by digit.

/// Additions as text: `12+34=` and `046`.
public enum AdderData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "adder", .dataset, signature: "adder(n=1000, digits=2, seed=1)",
    summary: "Sums written as text: x is 12+34= and y is 046, one digit a token.",
    shapes: "x [n, 2·digits + 2], y [n, digits + 1]", formula: "a + b = c, with leading zeros",
    source: "A. Karpathy (2020), minGPT, the adder project", example: "data = adder(digits=1)")

  private static let tokens = "0123456789+=".map { String($0) }

  /// x `[n, 2·digits + 2]`, y `[n, digits + 1]`; tokens 0 to 9 are the digits, 10 is +, 11 is =.
  public static func make(
    n: Int = 1000, digits: Int = 2, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("adder", "digits", digits, in: 1...9)
    try SequenceSets.check("adder", n: n, width: 2 * digits + 2)
    var draws = Draws("adder", seed: seed)
    let bound = (0..<digits).reduce(1) { product, _ in product * 10 }
    var rows: [[Int]] = []
    var sums: [[Int]] = []
    for _ in 0..<n {
      let (a, b) = (draws.integer(below: bound), draws.integer(below: bound))
      rows.append(written(a, digits) + [10] + written(b, digits) + [11])
      sums.append(written(a + b, digits + 1))
    }
    return Dataset(
      name: "adder",
      columns: [
        SequenceSets.column("x", rows, width: 2 * digits + 2, tokens: tokens),
        SequenceSets.column("y", sums, width: digits + 1, tokens: tokens),
      ],
      classNames: tokens)
  }

  private static func written(_ number: Int, _ digits: Int) -> [Int] {
    var rest = number
    var result: [Int] = []
    for _ in 0..<digits {
      result.append(rest % 10)
      rest /= 10
    }
    return result.reversed()
  }
}
