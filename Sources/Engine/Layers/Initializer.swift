// Initial values. A parameter's numbers depend on the seed and its path alone, never on when it
// was made.

/// How a parameter's first values are drawn.
public struct Initializer: Hashable, Sendable {
  /// The law that values are drawn from.
  public enum Distribution: Hashable, Sendable {
    /// All alike.
    case constant(Double)
    /// Uniform from `low` to `high`.
    case uniform(low: Double, high: Double)
    /// Normal with this mean and standard deviation.
    case normal(mean: Double, deviation: Double)
    /// Glorot & Bengio 2010: variance 2 / (fan_in + fan_out), times gain².
    case xavierUniform(gain: Double)
    /// Normal with the deviation gain · √(2 / (in + out)) (Glorot & Bengio 2010).
    case xavierNormal(gain: Double)
    /// He et al. 2015: variance gain² / fan_in, gain² = 2 / (1 + slope²).
    case kaimingUniform(slope: Double)
    /// Normal with the deviation √(2 / (1 + slope²) / in) (He et al. 2015).
    case kaimingNormal(slope: Double)
    /// The same with another gain, or with fan_out in the place of fan_in.
    case kaiming(gain: Double, fan: Fan, isNormal: Bool)
    /// U(−1/√fan, 1/√fan) for a given fan-in: PyTorch's biases.
    case fanUniform(fan: Int)
    /// The normal distribution between two bounds.
    case truncatedNormal(mean: Double, deviation: Double, low: Double, high: Double)
    /// Orthogonal rows or columns, whichever are fewer, times gain (Saxe, McClelland & Ganguli 2014).
    case orthogonal(gain: Double)
    /// The identity matrix.
    case eye
    /// A convolution that hands its input on.
    case dirac
    /// Normal numbers, of which a share of each column is 0 (Martens 2010).
    case sparse(sparsity: Double, deviation: Double)
  }

  /// Which of a weight's two sizes sets the spread.
  public enum Fan: String, Hashable, Sendable, CaseIterable {
    /// The number of inputs of a unit.
    case `in` = "fan_in"
    /// The number of units that read an input.
    case out = "fan_out"
  }

  /// What summaries call it.
  public var name: String
  /// The law itself.
  public var distribution: Distribution

  /// A law under a name.
  public init(_ name: String, _ distribution: Distribution) {
    self.name = name
    self.distribution = distribution
  }

  /// All 0.
  public static let zeros = Initializer("zeros", .constant(0))
  /// All 1.
  public static let ones = Initializer("ones", .constant(1))
  /// PyTorch's default for weights: U(−1/√fan_in, 1/√fan_in).
  public static let linear = Initializer("linear", .kaimingUniform(slope: 5.0.squareRoot()))

  /// Fans as PyTorch counts them: `[out, in, receptive…]`.
  static func fans(_ shape: Shape) -> (fanIn: Double, fanOut: Double) {
    guard shape.rank >= 2 else { return (Double(shape.count), Double(shape.count)) }
    let field = Double(shape.extents.dropFirst(2).reduce(1, *))
    return (Double(shape[1]) * field, Double(shape[0]) * field)
  }

  /// What makes an activation keep the spread of its inputs: PyTorch's calculate_gain; nil for a
  /// name that it does not know.
  ///
  /// - Parameter slope: of leaky_relu, 0.01 when nil.
  public static func gain(_ nonlinearity: String, slope: Double? = nil) -> Double? {
    switch nonlinearity {
    case "linear", "conv1d", "conv2d", "conv3d", "sigmoid": return 1
    case "tanh": return 5.0 / 3
    case "relu": return 2.0.squareRoot()
    case "leaky_relu":
      let slope = slope ?? 0.01
      return (2 / (1 + slope * slope)).squareRoot()
    case "selu": return 0.75
    default: return nil
    }
  }

  /// The names that `gain` knows.
  static let nonlinearities = [
    "linear", "conv1d", "conv2d", "conv3d", "sigmoid", "tanh", "relu", "leaky_relu", "selu",
  ]

  /// - Throws: when a tensor of this shape cannot start like this.
  func check(_ shape: Shape) throws(EngineError) {
    let ranks: ClosedRange<Int>
    switch distribution {
    case .orthogonal: ranks = 2...Int.max
    case .eye, .sparse: ranks = 2...2
    case .dirac: ranks = 3...Int.max
    default: return
    }
    guard !ranks.contains(shape.rank) else { return }
    let wanted =
      ranks.upperBound == 2
      ? "a matrix" : "\(ranks.lowerBound) or more axes"
    throw EngineError("\(name) needs \(wanted), not shape \(shape)")
  }
}
