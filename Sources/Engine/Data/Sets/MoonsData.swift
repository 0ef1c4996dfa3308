// `moons(…)`: two half circles that reach into each other.

internal import CKernels

/// Two half circles that reach into each other.
public enum MoonsData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "moons", .dataset, signature: "moons(n=200, noise=0.1, seed=1)",
    summary: "Points on two half circles that reach into each other.",
    shapes: "x [n, 2], y [n]",
    formula: "(cos θ, sin θ) and (1 − cos θ, ½ − sin θ), θ from 0 to π, + noise·ε",
    source: "scikit-learn make_moons", example: "data = moons()")

  /// x `[n, 2]`, y `[n]`
  public static func make(
    n: Int = 200, noise: Double = 0.1, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("moons", n: n, classes: 2, noise: noise)
    return PointSets.make("moons", n: n, classes: 2, seed: seed) { label, along, normal in
      let (x, y) = (nabla_cos_double(.pi * along), nabla_sin_double(.pi * along))
      let moon = label == 0 ? (x, y) : (1 - x, 0.5 - y)
      return (moon.0 + noise * normal.0, moon.1 + noise * normal.1)
    }
  }
}
