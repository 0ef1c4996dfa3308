// From data to 0…1 and back to round numbers, in Double.

/// A linear or logarithmic axis with finite bounds, the lower below the upper.
public struct Scale: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case linear, log10 }

  public let kind: Kind
  public let lower: Double
  public let upper: Double

  /// Bounds are put in order, widened when equal, brought within ±8·10³⁰⁷ so that their distance
  /// is finite, and NaN becomes 0. A log axis without a positive upper bound is 0.1…1.
  public init(_ kind: Kind, lower: Double, upper: Double) {
    self.kind = kind
    var low = Scale.clamp(min(lower, upper).isNaN ? 0 : min(lower, upper))
    var high = Scale.clamp(max(lower, upper).isNaN ? 0 : max(lower, upper))
    switch kind {
    case .linear:
      let least = max(max(low.magnitude, high.magnitude) * 1e-12, 1e-300)
      if high - low < least {
        let middle = low + (high - low) / 2
        let edge = middle == 0 ? 1 : max(middle.magnitude * 0.1, 1e-299)
        low = Scale.clamp(middle - edge)
        high = Scale.clamp(middle + edge)
      }
    case .log10:
      if high <= 0 {
        low = 0.1
        high = 1
      }
      if low <= 0 { low = min(high / 10, 1) }
      low = max(low, 1e-307)
      high = max(high, 1e-306)
      if high / low < 1.0001 {
        low = max(low / 3, 1e-307)
        high = Scale.clamp(high * 3)
      }
    }
    self.lower = low
    self.upper = high
  }

  private static func clamp(_ value: Double) -> Double { min(max(value, -8e307), 8e307) }

  /// 0 at the lower bound, 1 at the upper, beyond them outside 0…1. Nil for what has no place: NaN,
  /// and what is not positive on a log axis.
  public func position(_ value: Double) -> Double? {
    if value.isNaN { return nil }
    if value.isInfinite { return kind == .log10 && value < 0 ? nil : value }
    switch kind {
    case .linear: return value / (upper - lower) - lower / (upper - lower)
    case .log10:
      guard value > 0 else { return nil }
      let low = decimalLogarithm(lower)
      return (decimalLogarithm(value) - low) / (decimalLogarithm(upper) - low)
    }
  }

  /// The value at a position.
  public func value(at position: Double) -> Double {
    switch kind {
    case .linear: return lower + (upper - lower) * position
    case .log10:
      let low = decimalLogarithm(lower)
      return powerOfTen(low + (decimalLogarithm(upper) - low) * position)
    }
  }

  /// At most `limit` round numbers within the bounds, ascending.
  public func ticks(limit: Int) -> [Tick] {
    kind == .linear
      ? Ticks.linear(lower: lower, upper: upper, limit: limit)
      : Ticks.logarithmic(lower: lower, upper: upper, limit: limit)
  }
}
