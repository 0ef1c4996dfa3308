// `time_series(…)`: pieces of waves with the value that comes next.

internal import CKernels

/// Sums of two waves of random pace and phase, and their next value.
public enum TimeSeriesData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "time_series", .dataset, signature: "time_series(n=500, length=20, noise=0.05, seed=1)",
    summary: "Sums of two waves of random pace and phase; y is the value that comes next.",
    shapes: "x [n, length, 1], y [n, 1]",
    formula: "½ sin(ω₁ (t − φ₁)) + ⅕ sin(ω₂ (t − φ₂)) + noise·ε, ω₁ 10…20, ω₂ 20…40, t 0…1",
    source: "A. Géron (2019), Hands-On Machine Learning, chapter 15",
    example: "data = time_series()")

  /// x `[n, length, 1]`, y `[n, 1]`; time runs from 0 to 1 in `length` steps.
  public static func make(
    n: Int = 500, length: Int = 20, noise: Double = 0.05, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("time_series", "length", length, in: 1...1 << 20)
    try SequenceSets.check("time_series", n: n, width: length + 1)
    guard noise >= 0, noise <= 1e6 else {
      throw EngineError("time_series with noise=\(noise): noise is between 0 and 1000000")
    }
    var draws = Draws("time_series", seed: seed)
    let normals = RandomStream(seed: seed, stream: streamHash("time_series.noise"))
      .normals(count: n * (length + 1))
    var x: [Float] = []
    var y: [Float] = []
    x.reserveCapacity(n * length)
    for row in 0..<n {
      let (pace1, phase1) = (10 + 10 * draws.uniform(), draws.uniform())
      let (pace2, phase2) = (20 + 20 * draws.uniform(), draws.uniform())
      for step in 0...length {
        let time = Double(step) / Double(length)
        let value =
          0.5 * nabla_sin_double(pace1 * (time - phase1))
          + 0.2 * nabla_sin_double(pace2 * (time - phase2))
          + noise * Double(normals[row * (length + 1) + step])
        if step < length { x.append(Float(value)) } else { y.append(Float(value)) }
      }
    }
    return Dataset(
      name: "time_series",
      columns: [
        DataColumn("x", Tensor(shape: [n, length, 1], values: x)),
        DataColumn("y", Tensor(shape: [n, 1], values: y)),
      ])
  }
}
