// Initial values. A parameter's numbers depend on the seed and its path alone, never on when it
// was made.

/// How a parameter's first values are drawn.
public struct Initializer: Hashable, Sendable {
  public enum Distribution: Hashable, Sendable {
    case constant(Double)
    case uniform(low: Double, high: Double)
    case normal(mean: Double, deviation: Double)
    /// Glorot & Bengio 2010: variance 2 / (fan_in + fan_out), times gain².
    case xavierUniform(gain: Double)
    case xavierNormal(gain: Double)
    /// He et al. 2015: variance gain² / fan_in, gain² = 2 / (1 + slope²).
    case kaimingUniform(slope: Double)
    case kaimingNormal(slope: Double)
    /// U(−1/√fan, 1/√fan) for a given fan-in: PyTorch's biases.
    case fanUniform(fan: Int)
  }

  public var name: String
  public var distribution: Distribution

  public init(_ name: String, _ distribution: Distribution) {
    self.name = name
    self.distribution = distribution
  }

  public static let zeros = Initializer("zeros", .constant(0))
  public static let ones = Initializer("ones", .constant(1))
  /// PyTorch's default for weights: U(−1/√fan_in, 1/√fan_in).
  public static let linear = Initializer("linear", .kaimingUniform(slope: 5.0.squareRoot()))

  /// Fans as PyTorch counts them: `[out, in, receptive…]`.
  static func fans(_ shape: Shape) -> (fanIn: Double, fanOut: Double) {
    guard shape.rank >= 2 else { return (Double(shape.count), Double(shape.count)) }
    let field = Double(shape.extents.dropFirst(2).reduce(1, *))
    return (Double(shape[1]) * field, Double(shape[0]) * field)
  }

  /// Bound of a uniform or deviation of a normal distribution for a shape; nil for a constant.
  public func spread(_ shape: Shape) -> (
    low: Double, high: Double, mean: Double, deviation: Double
  )? {
    let (fanIn, fanOut) = Initializer.fans(shape)
    func uniform(_ deviation: Double) -> (Double, Double, Double, Double) {
      let bound = deviation * 3.0.squareRoot()
      return (-bound, bound, 0, deviation)
    }
    switch distribution {
    case .constant: return nil
    case .uniform(let low, let high):
      return (low, high, (low + high) / 2, (high - low) / 12.0.squareRoot())
    case .normal(let mean, let deviation):
      return (-.infinity, .infinity, mean, deviation)
    case .xavierUniform(let gain):
      return uniform(gain * (2 / (fanIn + fanOut)).squareRoot())
    case .xavierNormal(let gain):
      return (-.infinity, .infinity, 0, gain * (2 / (fanIn + fanOut)).squareRoot())
    case .kaimingUniform(let slope):
      return uniform((2 / (1 + slope * slope)).squareRoot() / fanIn.squareRoot())
    case .kaimingNormal(let slope):
      let deviation = (2 / (1 + slope * slope)).squareRoot() / fanIn.squareRoot()
      return (-.infinity, .infinity, 0, deviation)
    case .fanUniform(let fan):
      let bound = fan > 0 ? 1 / Double(fan).squareRoot() : 0
      return (-bound, bound, 0, bound / 3.0.squareRoot())
    }
  }

  /// The first values of a parameter.
  public func values(shape: Shape, seed: UInt64, path: String) -> [Float] {
    guard let spread = spread(shape) else {
      if case .constant(let value) = distribution {
        return Array(repeating: Float(value), count: shape.count)
      }
      return Array(repeating: 0, count: shape.count)
    }
    let stream = RandomStream(seed: seed, stream: streamHash(path))
    if spread.low.isFinite {
      let (low, width) = (Float(spread.low), Float(spread.high - spread.low))
      return stream.uniforms(count: shape.count).map { low + $0 * width }
    }
    let (mean, deviation) = (Float(spread.mean), Float(spread.deviation))
    return stream.normals(count: shape.count).map { mean + $0 * deviation }
  }
}

extension Initializer {
  static let entries: [Entry] = [
    entry("zeros", "zeros()", "All 0.", "0") { _ throws(EngineError) in .constant(0) },
    entry("ones", "ones()", "All 1.", "1") { _ throws(EngineError) in .constant(1) },
    entry("constant", "constant(value)", "All one number.", "c") {
      arguments throws(EngineError) in
      .constant(try arguments.number("value"))
    },
    entry("uniform", "uniform(low=0, high=1)", "Uniform between two bounds.", "U(low, high)") {
      arguments throws(EngineError) in
      .uniform(low: try arguments.number("low"), high: try arguments.number("high"))
    },
    entry("normal", "normal(mean=0, std=1)", "The normal distribution.", "N(mean, std²)") {
      arguments throws(EngineError) in
      .normal(mean: try arguments.number("mean"), deviation: try arguments.number("std"))
    },
    entry(
      "xavier_uniform", "xavier_uniform(gain=1)", "Glorot's, uniform; also glorot_uniform.",
      "U(±gain √(6 / (in + out)))", "Glorot & Bengio 2010", alias: "glorot_uniform"
    ) { arguments throws(EngineError) in .xavierUniform(gain: try arguments.number("gain")) },
    entry(
      "xavier_normal", "xavier_normal(gain=1)", "Glorot's, normal; also glorot_normal.",
      "N(0, gain² 2 / (in + out))", "Glorot & Bengio 2010", alias: "glorot_normal"
    ) { arguments throws(EngineError) in .xavierNormal(gain: try arguments.number("gain")) },
    entry(
      "kaiming_uniform", "kaiming_uniform(a=0)", "He's, uniform; also he_uniform.",
      "U(±√(6 / ((1 + a²) in)))", "He et al. 2015", alias: "he_uniform"
    ) { arguments throws(EngineError) in .kaimingUniform(slope: try arguments.number("a")) },
    entry(
      "kaiming_normal", "kaiming_normal(a=0)", "He's, normal; also he_normal.",
      "N(0, 2 / ((1 + a²) in))", "He et al. 2015", alias: "he_normal"
    ) { arguments throws(EngineError) in .kaimingNormal(slope: try arguments.number("a")) },
  ].flatMap { $0 }

  private static func entry(
    _ name: String, _ signature: String, _ summary: String, _ formula: String,
    _ source: String = "", alias: String? = nil,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> Distribution
  ) -> [Entry] {
    ([name] + (alias.map { [$0] } ?? [])).map { title in
      Entry(
        Descriptor(
          title, .initializer,
          signature: title + signature.dropFirst(name.count), summary: summary,
          formula: formula, source: source,
          example: "w = param([2, 3], init=\(name == "constant" ? "constant(0.5)" : title))"),
        .initializer { arguments throws(EngineError) in
          Initializer(title, try make(arguments))
        })
    }
  }
}
