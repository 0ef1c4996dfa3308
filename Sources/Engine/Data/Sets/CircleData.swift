// `circle(…)`: a small circle inside a large one.

internal import CKernels

/// A small circle inside a large one.
public enum CircleData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "circle", .dataset, signature: "circle(n=200, noise=0.1, seed=1)",
    summary: "Points on a circle of radius 1 (class 0) and on one of half of it (class 1).",
    shapes: "x [n, 2], y [n]", formula: "r (cos θ, sin θ) + noise·ε, r = 1 or ½",
    source: "scikit-learn make_circles", example: "data = circle()")

  /// x `[n, 2]`, y `[n]`
  public static func make(
    n: Int = 200, noise: Double = 0.1, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("circle", n: n, classes: 2, noise: noise)
    let sizes = PointSets.sizes(n, classes: 2)
    return PointSets.make("circle", n: n, classes: 2, seed: seed) { label, along, normal in
      // The last point stops one place short of the first.
      let size = Double(sizes[label])
      let angle = 2 * Double.pi * along * (size - 1) / size
      let radius = label == 0 ? 1 : 0.5
      return (
        radius * nabla_cos_double(angle) + noise * normal.0,
        radius * nabla_sin_double(angle) + noise * normal.1
      )
    }
  }
}
