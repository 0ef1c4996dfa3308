// `gauss(…)`: two clouds of points.

/// Two clouds of normal points around (1, 1) and (−1, −1).
public enum GaussData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "gauss", .dataset, signature: "gauss(n=200, noise=0.5, seed=1)",
    summary: "Two clouds of points around (1, 1) and (−1, −1); noise is their deviation.",
    shapes: "x [n, 2], y [n]", formula: "x = ±(1, 1) + noise·ε", example: "data = gauss()")

  /// x `[n, 2]`, y `[n]`
  public static func make(
    n: Int = 200, noise: Double = 0.5, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("gauss", n: n, classes: 2, noise: noise)
    return PointSets.make("gauss", n: n, classes: 2, seed: seed) { label, _, normal in
      let centre: Double = label == 0 ? 1 : -1
      return (centre + noise * normal.0, centre + noise * normal.1)
    }
  }
}
