// A range that does not jitter while a plot is live.

/// Grows at once and shrinks only when the data use less than half of it. The caller keeps it from
/// frame to frame; it is a value, so views stay pure.
public struct StickyRange: Hashable, Sendable {
  public let kind: Scale.Kind
  public private(set) var range: ClosedRange<Double>?

  public init(_ kind: Scale.Kind = .linear) { self.kind = kind }

  /// Takes the data's bounds and returns the range to draw. Bounds that are not finite, or not
  /// positive for a log axis, change nothing.
  @discardableResult
  public mutating func update(lower: Double, upper: Double) -> ClosedRange<Double>? {
    guard lower.isFinite, upper.isFinite, lower <= upper, kind == .linear || lower > 0 else {
      return range
    }
    let fresh = Scale(kind, lower: lower, upper: upper)
    guard let old = range else {
      range = padded(fresh, below: true, above: true)
      return range
    }
    let scale = Scale(kind, lower: old.lowerBound, upper: old.upperBound)
    let low = scale.position(lower) ?? 0
    let high = scale.position(upper) ?? 1
    if high - low < 0.5 && low >= 0 && high <= 1 && lower < upper {
      range = padded(fresh, below: true, above: true)
    } else if low < 0 || high > 1 {
      let grown = Scale(
        kind, lower: min(lower, old.lowerBound), upper: max(upper, old.upperBound))
      range = padded(grown, below: low < 0, above: high > 1)
    }
    return range
  }

  /// A twentieth of room beyond the data, so that the next points mostly fit.
  private func padded(_ scale: Scale, below: Bool, above: Bool) -> ClosedRange<Double> {
    let padded = Scale(
      kind, lower: below ? scale.value(at: -0.05) : scale.lower,
      upper: above ? scale.value(at: 1.05) : scale.upper)
    return padded.lower...padded.upper
  }
}
