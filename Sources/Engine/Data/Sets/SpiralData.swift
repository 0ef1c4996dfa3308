// `spiral(…)`: arms that wind around each other.

internal import CKernels

/// Arms of a spiral, one a class: no line separates them.
public enum SpiralData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "spiral", .dataset, signature: "spiral(n=300, classes=3, noise=0.1, seed=1)",
    summary: "Points on arms that wind around each other, one arm a class.",
    shapes: "x [n, 2], y [n]",
    formula: "x = r (sin θ, cos θ), θ = 2π·class/classes + 4 r + noise·ε, r from 0 to 1",
    source: "Stanford CS231n, Minimal neural network case study", example: "data = spiral()")

  /// x `[n, 2]`, y `[n]`; the noise is that of the angle, in radians.
  public static func make(
    n: Int = 300, classes: Int = 3, noise: Double = 0.1, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("spiral", n: n, classes: classes, noise: noise)
    return PointSets.make("spiral", n: n, classes: classes, seed: seed) { label, r, normal in
      let angle = 2 * Double.pi * Double(label) / Double(classes) + 4 * r + noise * normal.0
      return (r * nabla_sin_double(angle), r * nabla_cos_double(angle))
    }
  }
}
