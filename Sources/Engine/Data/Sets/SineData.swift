// `sine(…)`: one wave, for regression.

internal import CKernels

/// Points on a sine wave.
public enum SineData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "sine", .dataset, signature: "sine(n=200, noise=0.1, seed=1)",
    summary: "Points on one sine wave (regression).", shapes: "x [n, 1], y [n, 1]",
    formula: "y = sin x + noise·ε, x evenly from −π to π",
    source: "C. Bishop (2006), Pattern Recognition and Machine Learning, 1.1",
    example: "data = sine()")

  /// x `[n, 1]` from −π to π in order, y `[n, 1]`
  public static func make(
    n: Int = 200, noise: Double = 0.1, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try PointSets.check("sine", n: n, noise: noise)
    let normals = RandomStream(seed: seed, stream: streamHash("sine")).normals(count: n)
    let angles = (0..<n).map { Double.pi * (2 * PointSets.fraction($0, of: n) - 1) }
    let y = (0..<n).map { Float(nabla_sin_double(angles[$0]) + noise * Double(normals[$0])) }
    return Dataset(
      name: "sine",
      columns: [
        DataColumn("x", Tensor(shape: [n, 1], values: angles.map { Float($0) })),
        DataColumn("y", Tensor(shape: [n, 1], values: y)),
      ],
      featureNames: ["x"])
  }
}
