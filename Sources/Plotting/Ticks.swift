// Round numbers for axes: 1, 2 or 5 times a power of ten; decades on log axes.

/// A labelled place of an axis.
public struct Tick: Hashable, Sendable {
  public var value: Double
  public var label: String

  public init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

enum Ticks {
  /// Multiples of a round step.
  static func linear(lower: Double, upper: Double, limit: Int) -> [Tick] {
    let range = upper - lower
    guard limit > 0, range > 0, range.isFinite else { return [] }
    var exponent = (decimalLogarithm(range / Double(max(1, limit)))).rounded(.down) - 1
    while exponent < 310 {
      for factor in [1.0, 2.0, 5.0] {
        let step = factor * powerOfTen(exponent)
        guard step.isFinite, step > 0 else { continue }
        let first = (lower / step).rounded(.up)
        let last = (upper / step).rounded(.down)
        let count = last - first + 1
        if count <= Double(limit) {
          guard count >= 1 else { return [] }
          let steps = 0..<nearest(count, 0...limit)
          let values = steps.map { (first + Double($0)) * step }
          return labelled(values, step: step)
        }
      }
      exponent += 1
    }
    return []
  }

  /// Labels with the decimals that the step needs; equal neighbours lose theirs.
  private static func labelled(_ values: [Double], step: Double) -> [Tick] {
    let greatest = values.map(\.magnitude).max() ?? 0
    let stepExponent = Decimal(step).rounded(to: 1).exponent
    let exponent = max(Decimal(greatest).rounded(to: 2).exponent, stepExponent)
    let significant = min(max(1, exponent - stepExponent + 1), 9)
    var ticks: [Tick] = []
    for value in values {
      let tidy = value == 0 ? 0 : value
      let label: String
      if greatest >= 1e5 || stepExponent < -4 {
        label = tidy == 0 ? "0" : NumberFormat.compact(tidy, significant: significant)
      } else {
        label = NumberFormat.fixed(tidy, decimals: max(0, -stepExponent))
      }
      if label != ticks.last?.label { ticks.append(Tick(value: tidy, label: label)) }
    }
    return ticks
  }

  /// Decades, thinned evenly; within one or two decades also 2 and 5 times, or 3 times.
  static func logarithmic(lower: Double, upper: Double, limit: Int) -> [Tick] {
    guard limit > 0, lower > 0, upper > lower, upper.isFinite else { return [] }
    let tolerance = 1e-9
    let first = nearest((decimalLogarithm(lower) - tolerance).rounded(.up), -400...400)
    let last = nearest((decimalLogarithm(upper) + tolerance).rounded(.down), -400...400)
    if last - first < 2 && limit >= 3 {
      for factors in [[1, 2, 5], [1, 3]] {
        var values: [(Double, Int, Int)] = []
        for exponent in first - 1...last + 1 {
          for factor in factors {
            let value = Double(factor) * powerOfTen(Double(exponent))
            if value >= lower && value <= upper { values.append((value, factor, exponent)) }
          }
        }
        if values.count > 1, values.count <= limit { return labelled(values) }
      }
    }
    let exponents = first <= last ? decades(first...last, limit: limit) : []
    if exponents.isEmpty { return linear(lower: lower, upper: upper, limit: limit) }
    return labelled(exponents.map { (powerOfTen(Double($0)), 1, $0) })
  }

  /// Exponents a round number apart, 0 among them where it can be.
  private static func decades(_ range: ClosedRange<Int>, limit: Int) -> [Int] {
    for stride in [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500] {
      let rest = range.lowerBound % stride
      let start = range.lowerBound + (rest > 0 ? stride - rest : -rest)
      let round = Array(Swift.stride(from: start, through: range.upperBound, by: stride))
      if round.count > 1, round.count <= limit { return round }
      let plain = Array(Swift.stride(from: range.lowerBound, through: range.upperBound, by: stride))
      if plain.count <= limit { return plain }
    }
    return [range.lowerBound]
  }

  /// As one would say them where that is short for all, `0.05`, else `5e-2`: one form an axis.
  private static func labelled(_ values: [(Double, Int, Int)]) -> [Tick] {
    let isPlain = values.allSatisfy { $0.0 > 0.0009 && $0.0 < 1001 }
    return values.map { value, factor, exponent in
      Tick(
        value: value,
        label: isPlain
          ? NumberFormat.compact(value, significant: 1)
          : "\(factor)e\(exponent)")
    }
  }
}
