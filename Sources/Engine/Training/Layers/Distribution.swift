// How many values lie where: counts in fixed bins, so that distributions of different steps and layers
// can be laid beside each other.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Equal bins between two bounds.
public struct Bins: Hashable, Sendable {
  /// How bins are spaced.
  public enum Scale: Hashable, Sendable {
    /// x itself.
    case linear
    /// log10 |x|: for values that span many decades. Zero lies below every bin.
    case magnitude
  }

  /// How bins are spaced.
  public let scale: Scale
  /// Bounds of x, or of log10 |x|.
  public let lower: Double
  /// Where the last bin ends.
  public let upper: Double
  /// How many bins there are.
  public let count: Int

  /// Bins of equal width on their scale.
  public init(_ scale: Scale, lower: Double, upper: Double, count: Int) {
    self.scale = scale
    self.lower = lower.isFinite ? lower : 0
    self.upper = upper.isFinite && upper > self.lower ? upper : self.lower + 1
    self.count = max(count, 1)
  }

  /// Bins for values of magnitude: round bounds around the least and the greatest, with room on
  /// both sides; 0 is always between them.
  ///
  /// - Parameter room: 1 is none, 2 lets values double before they are out of range.
  public init(around extremes: ClosedRange<Double>, room: Double, count: Int) {
    let low = min(0, Bins.rounded(extremes.lowerBound * room))
    let high = max(0, Bins.rounded(extremes.upperBound * room))
    self.init(
      .linear, lower: low == high ? -1 : low, upper: low == high ? 1 : high, count: count)
  }

  /// Away from zero to 1, 2 or 5 times a power of ten.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    let magnitude = pow(10, log10(abs(value)).rounded(.down))
    let factor = [1.0, 2, 5].first { $0 * magnitude >= abs(value) * (1 - 1e-6) } ?? 10
    let result = factor * magnitude
    return result.isFinite ? (value < 0 ? -result : result) : value
  }

  /// The bin of a value; −1 below, `count` above.
  ///
  /// - Precondition: the value is no NaN.
  func place(_ value: Float) -> Int {
    var x = Double(value)
    if scale == .magnitude { x = x == 0 ? -Double.infinity : log10(abs(x)) }
    if x < lower { return -1 }
    if x > upper { return count }
    // The upper bound belongs to the last bin.
    return min(Int((x - lower) / (upper - lower) * Double(count)), count - 1)
  }
}

/// Values counted in bins.
public struct Distribution: Hashable, Sendable {
  /// By bin.
  public var counts: [UInt32]
  /// How many values lie below the first bin.
  public var below = 0
  /// How many lie above the last.
  public var above = 0
  /// How many are not a number.
  public var nanCount = 0
  /// Of the finite values; NaN when there is none.
  public var mean = Double.nan
  /// √ of the mean squared distance from the mean, of the finite values.
  public var deviation = Double.nan
  /// The share of a rectifier's units that are 0 for all rows, or of a sigmoid's or tanh's values
  /// at the ends of its range; nil for anything else.
  public var idle: Double?

  /// Counts every `stride`-th value.
  public init(_ values: UnsafeBufferPointer<Float>, _ bins: Bins, stride: Int = 1) {
    counts = Array(repeating: 0, count: bins.count)
    var (sum, number) = (0.0, 0)
    for index in Swift.stride(from: 0, to: values.count, by: max(stride, 1)) {
      let value = values[index]
      if value.isNaN {
        nanCount += 1
        continue
      }
      let place = bins.place(value)
      if place < 0 {
        below += 1
      } else if place >= bins.count {
        above += 1
      } else {
        counts[place] += 1
      }
      if value.isFinite {
        sum += Double(value)
        number += 1
      }
    }
    guard number > 0 else { return }
    mean = sum / Double(number)
    var squares = 0.0
    for index in Swift.stride(from: 0, to: values.count, by: max(stride, 1)) {
      let value = values[index]
      guard value.isFinite else { continue }
      squares += (Double(value) - mean) * (Double(value) - mean)
    }
    deviation = (squares / Double(number)).squareRoot()
  }

  /// Counts values, or every so manieth.
  public init(_ values: [Float], _ bins: Bins, stride: Int = 1) {
    self = values.withUnsafeBufferPointer { Distribution($0, bins, stride: stride) }
  }

  /// The least and the greatest finite value; nil when there is none.
  static func extremes(
    _ values: UnsafeBufferPointer<Float>, stride: Int
  ) -> ClosedRange<Double>? {
    var (low, high) = (Float.infinity, -Float.infinity)
    for index in Swift.stride(from: 0, to: values.count, by: max(stride, 1)) {
      let value = values[index]
      guard value.isFinite else { continue }
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? Double(low)...Double(high) : nil
  }
}

/// Distributions of several tensors over the steps, in bins that they share.
public struct DistributionHistory: Hashable, Sendable {
  /// Of the tensors.
  public let names: [String]
  /// The bins that are counted in.
  public let bins: Bins
  /// A distribution a name.
  public internal(set) var samples: SampledSteps<[Distribution]>

  /// Bins of a picture.
  public static let binCount = 40
  /// More tensors than these are not recorded.
  public static let mostTensors = 256
  /// Counts of all tensors and steps together.
  public static let mostCounts = 160_000
  /// Of a larger tensor every n-th value is counted.
  public static let mostValues = 1 << 16

  /// No values yet, for tensors of these names.
  public init(names: [String], bins: Bins) {
    self.names = names
    self.bins = bins
    let room = DistributionHistory.mostCounts / max(1, names.count * bins.count)
    samples = SampledSteps(capacity: min(max(room, 8), 64))
  }

  /// How many values lie between two that are counted.
  public static func stride(_ count: Int) -> Int {
    max(1, (count + mostValues - 1) / mostValues)
  }
}
