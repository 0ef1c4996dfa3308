// `plane(…)`: points on a tilted plane, for regression.

/// Points whose value is a linear function of their place.
public enum PlaneData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "plane", .dataset, signature: "plane(n=200, noise=0.1, seed=1)",
    summary:
      "Points of a square with a value that rises evenly from corner to corner (regression).",
    shapes: "x [n, 2], y [n, 1]", formula: "y = (x₀ + x₁) / 2 + noise·ε, x from −1 to 1",
    source: "D. Smilkov, S. Carter (2016), TensorFlow Playground", example: "data = plane()")

  /// x `[n, 2]` in [−1, 1), y `[n, 1]`
  public static func make(
    n: Int = 200, noise: Double = 0.1, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("plane", n: n, noise: noise)
    let uniforms = RandomStream(seed: seed, stream: streamHash("plane")).uniforms(count: 2 * n)
    let normals = RandomStream(seed: seed, stream: streamHash("plane.noise")).normals(count: n)
    let x = uniforms.map { 2 * $0 - 1 }
    let y = (0..<n).map { row in
      let value = (Double(x[2 * row]) + Double(x[2 * row + 1])) / 2
      return Float(value + noise * Double(normals[row]))
    }
    return Dataset(
      name: "plane",
      columns: [
        DataColumn("x", Tensor(shape: [n, 2], values: x)),
        DataColumn("y", Tensor(shape: [n, 1], values: y)),
      ],
      featureNames: ["x0", "x1"])
  }
}
