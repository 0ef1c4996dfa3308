// `xor()`: the four rows of exclusive or.

/// The smallest problem that no single layer solves.
public enum XorData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "xor", .dataset, signature: "xor()",
    summary: "The four rows of exclusive or, the smallest problem that no single layer solves.",
    shapes: "x [4, 2], y [4, 1]", formula: "y = x₀ ⊕ x₁",
    source: "M. Minsky, S. Papert (1969), Perceptrons", example: "data = xor()")

  /// x `[4, 2]` and y `[4, 1]`, as 0 and 1.
  public static func make() -> Dataset {
    Dataset(
      name: "xor",
      columns: [
        DataColumn("x", Tensor(shape: [4, 2], values: [0, 0, 0, 1, 1, 0, 1, 1])),
        DataColumn("y", Tensor(shape: [4, 1], values: [0, 1, 1, 0])),
      ],
      featureNames: ["x0", "x1"])
  }
}
