// `parity(…)`: is the number of ones odd?

/// Rows of bits and whether their sum is odd.
public enum ParityData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "parity", .dataset, signature: "parity(n=500, length=8, seed=1)",
    summary: "Rows of bits; the class is whether the number of ones is odd.",
    shapes: "x [n, length], y [n]", formula: "y = x₀ ⊕ x₁ ⊕ …",
    source: "M. Minsky, S. Papert (1969), Perceptrons", example: "data = parity(length=4)")

  /// x `[n, length]` of 0 and 1, y `[n]`
  public static func make(
    n: Int = 500, length: Int = 8, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("parity", "length", length, in: 1...1 << 20)
    try SequenceSets.check("parity", n: n, width: length)
    var draws = Draws("parity", seed: seed)
    var x: [Float] = []
    var y: [Float] = []
    x.reserveCapacity(n * length)
    for _ in 0..<n {
      let bits = (0..<length).map { _ in draws.integer(below: 2) }
      for bit in bits { x.append(Float(bit)) }
      y.append(Float(bits.reduce(0, +) % 2))
    }
    return Dataset(
      name: "parity",
      columns: [
        DataColumn("x", Tensor(shape: [n, length], values: x)),
        DataColumn("y", Tensor(shape: [n], values: y)),
      ],
      classNames: ["even", "odd"])
  }
}
