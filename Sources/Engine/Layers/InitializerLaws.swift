// What initial values are drawn from: the law of each distribution for a shape, and the draws.

import CKernels

extension Initializer {
  /// Bound of a uniform or deviation of a normal distribution for a shape; nil for a constant and
  /// for what is no distribution of single numbers.
  public func spread(_ shape: Shape) -> (
    low: Double, high: Double, mean: Double, deviation: Double
  )? {
    let (fanIn, fanOut) = Initializer.fans(shape)
    func uniform(_ deviation: Double) -> (Double, Double, Double, Double) {
      let bound = deviation * 3.0.squareRoot()
      return (-bound, bound, 0, deviation)
    }
    func normal(_ deviation: Double) -> (Double, Double, Double, Double) {
      (-.infinity, .infinity, 0, deviation)
    }
    func gain(_ slope: Double) -> Double { (2 / (1 + slope * slope)).squareRoot() }
    switch distribution {
    case .constant, .orthogonal, .eye, .dirac, .sparse: return nil
    case .uniform(let low, let high):
      return (low, high, (low + high) / 2, (high - low) / 12.0.squareRoot())
    case .normal(let mean, let deviation):
      return (-.infinity, .infinity, mean, deviation)
    case .xavierUniform(let gain):
      return uniform(gain * (2 / (fanIn + fanOut)).squareRoot())
    case .xavierNormal(let gain):
      return normal(gain * (2 / (fanIn + fanOut)).squareRoot())
    case .kaimingUniform(let slope): return uniform(gain(slope) / fanIn.squareRoot())
    case .kaimingNormal(let slope): return normal(gain(slope) / fanIn.squareRoot())
    case .kaiming(let gain, let fan, let isNormal):
      let deviation = gain / (fan == .in ? fanIn : fanOut).squareRoot()
      return isNormal ? normal(deviation) : uniform(deviation)
    case .fanUniform(let fan):
      let bound = fan > 0 ? 1 / Double(fan).squareRoot() : 0
      return (-bound, bound, 0, bound / 3.0.squareRoot())
    case .truncatedNormal(let mean, let deviation, let low, let high):
      let law = TruncatedNormal(low: (low - mean) / deviation, high: (high - mean) / deviation)
      let moments = law.moments
      return (low, high, mean + deviation * moments.mean, deviation * moments.deviation)
    }
  }

  /// The first values of a parameter.
  public func values(shape: Shape, seed: UInt64, path: String) -> [Float] {
    let stream = RandomStream(seed: seed, stream: streamHash(path))
    let count = shape.count
    switch distribution {
    case .constant(let value): return Array(repeating: Float(value), count: count)
    case .truncatedNormal(let mean, let deviation, let low, let high):
      let law = TruncatedNormal(low: (low - mean) / deviation, high: (high - mean) / deviation)
      return (0..<count).map { index in
        let value = Float(mean + deviation * law.draw(seed: seed, stream.stream, at: index))
        return min(max(value, Float(low)), Float(high))
      }
    case .orthogonal(let gain): return Orthogonal.values(shape, gain, stream)
    case .eye:
      guard shape.rank == 2 else { return Array(repeating: 0, count: count) }
      return (0..<count).map { $0 / shape[1] == $0 % shape[1] ? 1 : 0 }
    case .dirac: return Initializer.dirac(shape)
    case .sparse(let sparsity, let deviation):
      return Initializer.sparse(shape, sparsity, deviation, stream)
    default: break
    }
    guard let spread = spread(shape) else { return Array(repeating: 0, count: count) }
    if spread.low.isFinite {
      let (low, width) = (Float(spread.low), Float(spread.high - spread.low))
      return stream.uniforms(count: count).map { low + $0 * width }
    }
    let (mean, deviation) = (Float(spread.mean), Float(spread.deviation))
    return stream.normals(count: count).map { mean + $0 * deviation }
  }

  /// 1 in the middle of the kernel that leads from channel i to channel i.
  private static func dirac(_ shape: Shape) -> [Float] {
    var values: [Float] = Array(repeating: 0, count: shape.count)
    guard shape.rank >= 3, shape.count > 0 else { return values }
    let strides = shape.strides
    var middle = 0
    for axis in 2..<shape.rank { middle += shape[axis] / 2 * strides[axis] }
    for channel in 0..<min(shape[0], shape[1]) {
      values[channel * (strides[0] + strides[1]) + middle] = 1
    }
    return values
  }

  /// ⌈sparsity · rows⌉ zeros in each column.
  private static func sparse(
    _ shape: Shape, _ sparsity: Double, _ deviation: Double, _ stream: RandomStream
  ) -> [Float] {
    var values = stream.normals(count: shape.count).map { $0 * Float(deviation) }
    guard shape.rank == 2, shape.count > 0 else { return values }
    let share = sparsity >= 0 ? min(sparsity, 1) : 0
    let zeros = Int((share * Double(shape[0])).rounded(.up))
    for column in 0..<shape[1] {
      let order = RandomStream(
        seed: stream.seed, stream: stream.stream, step: UInt64(column) + 1
      ).permutation(count: shape[0])
      for row in order.prefix(zeros) { values[row * shape[1] + column] = 0 }
    }
    return values
  }
}

/// The standard normal distribution between two bounds.
struct TruncatedNormal {
  let low: Double
  let high: Double

  /// Where all but e⁻⁴⁰ of the probability lies.
  private var effective: (low: Double, high: Double) {
    if low > 0 { return (low, min(high, low + 40 / max(low, 1))) }
    if high < 0 { return (max(low, high - 40 / max(-high, 1)), high) }
    return (max(low, -9), min(high, 9))
  }

  /// Mean and deviation, by Simpson's rule over our own exponential.
  var moments: (mean: Double, deviation: Double) {
    let (low, high) = effective
    let steps = 4000
    let width = (high - low) / Double(steps)
    let peak = nearest * nearest
    var sums = (0.0, 0.0, 0.0)
    for step in 0...steps {
      let z = low + Double(step) * width
      let share = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      let density = share * nabla_exp_double((peak - z * z) / 2)
      sums = (sums.0 + density, sums.1 + density * z, sums.2 + density * z * z)
    }
    let mean = sums.1 / sums.0
    return (mean, max(sums.2 / sums.0 - mean * mean, 0).squareRoot())
  }

  /// The likeliest number.
  private var nearest: Double { low > 0 ? low : high < 0 ? high : 0 }

  /// A number of one element: uniform ones are thrown away until one is likely enough (Robert
  /// 1995); attempts are the steps of the stream, so that no element depends on another.
  func draw(seed: UInt64, _ stream: UInt64, at index: Int) -> Double {
    let (low, high) = effective
    let peak = nearest * nearest
    for attempt in 0..<4096 {
      let draws = RandomStream(seed: seed, stream: stream, step: UInt64(attempt))
      let z = low + (high - low) * Double(draws.uniform(at: 2 * index))
      let chance = nabla_exp_double((peak - z * z) / 2)
      if Double(draws.uniform(at: 2 * index + 1)) < chance { return z }
    }
    return nearest
  }
}

/// Orthonormal vectors out of random ones.
enum Orthogonal {
  /// The rows (or columns, where those are fewer) of the weight as `[first axis, all others]`, by
  /// Gram and Schmidt's process done twice, which leaves them orthogonal to the last digit; the
  /// same as the Q of a QR with a positive diagonal.
  static func values(_ shape: Shape, _ gain: Double, _ stream: RandomStream) -> [Float] {
    let count = shape.count
    guard shape.rank >= 2, count > 0 else { return Array(repeating: 0, count: count) }
    let rows = shape[0]
    let columns = count / rows
    let isWide = rows <= columns
    let (vectors, length) = isWide ? (rows, columns) : (columns, rows)
    var basis = stream.normals(count: count).map { Double($0) }
    basis.withUnsafeMutableBufferPointer { basis in
      for vector in 0..<vectors {
        let own = vector * length
        for _ in 0..<2 {
          for other in 0..<vector {
            var product = 0.0
            for place in 0..<length {
              product += basis[own + place] * basis[other * length + place]
            }
            for place in 0..<length {
              basis[own + place] -= product * basis[other * length + place]
            }
          }
        }
        var square = 0.0
        for place in 0..<length { square += basis[own + place] * basis[own + place] }
        let scale = square > 0 ? 1 / square.squareRoot() : 0
        for place in 0..<length { basis[own + place] *= scale }
      }
    }
    return (0..<count).map { index in
      let place = isWide ? index : index % columns * length + index / columns
      return Float(gain * basis[place])
    }
  }
}
