// Smoothing as TensorBoard does it: an exponential moving average that is divided by the weight of
// what it has seen, so that it does not start at zero (Kingma & Ba 2015, section 3, call it bias
// correction). https://github.com/tensorflow/tensorboard, vz_line_chart2/line-chart.ts, resmoothDataset.
//
//   sₜ = w · sₜ₋₁ + (1 − w) · xₜ        shown: sₜ / (1 − wᵗ)

/// A debiased exponential moving average.
struct MovingAverage {
  let weight: Double
  private var sum = 0.0
  /// wᵗ after t points.
  private var rest = 1.0

  /// - Parameter weight: the past's share, 0 ..< 1.
  init(weight: Double) { self.weight = weight }

  /// Takes in `count` points with this mean. What is no number is passed over; nil before the first
  /// number.
  mutating func add(_ mean: Double, count: Int = 1) -> Double? {
    if mean.isFinite, count > 0 {
      // count times the same value: the powers stay exact for one point.
      let share = count == 1 ? weight : MovingAverage.power(weight, count)
      sum = share * sum + (1 - share) * mean
      rest *= share
    }
    return rest < 1 ? sum / (1 - rest) : nil
  }

  /// Whole powers by squaring: the same bits everywhere.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}

extension SeriesSnapshot {
  /// The smoothed course, a value at each bucket's end, NaN before the first number.
  ///
  /// A bucket of several points counts as so many times its mean.
  ///
  /// - Parameter weight: the past's share, 0 ..< 1.
  public static func smoothed(_ buckets: some Collection<Bucket>, weight: Double) -> [Double] {
    var average = MovingAverage(weight: weight)
    return buckets.map { bucket in
      let finite = bucket.count - bucket.nanCount - bucket.infinityCount
      return average.add(Double(bucket.mean), count: max(finite, 0)) ?? .nan
    }
  }
}

extension Curve {
  /// The smoothed course of a curve.
  public func smoothed(weight: Double) -> [Float] {
    var average = MovingAverage(weight: weight)
    return values.map { average.add(Double($0)).map { Float($0) } ?? .nan }
  }
}
