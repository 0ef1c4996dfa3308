// Series as charts take them: buckets of neighbouring points with their extremes.

/// Neighbouring points of a series; also one point alone.
public struct ChartBucket: Hashable, Sendable {
  /// The x of the first and the last point.
  public var x0: Double
  public var x1: Double
  /// Extremes and last value of the finite points; NaN when there is none.
  public var minimum: Double
  public var maximum: Double
  public var last: Double
  public var nanCount: Int
  /// Infinite points of both signs.
  public var infinityCount: Int
  /// How many of them are −∞.
  public var negativeInfinityCount: Int

  public init(
    x0: Double, x1: Double, minimum: Double, maximum: Double, last: Double, nanCount: Int = 0,
    infinityCount: Int = 0, negativeInfinityCount: Int = 0
  ) {
    self.x0 = x0
    self.x1 = x1
    self.minimum = minimum
    self.maximum = maximum
    self.last = last
    self.nanCount = nanCount
    self.infinityCount = infinityCount
    self.negativeInfinityCount = negativeInfinityCount
  }

  /// One point.
  public init(x: Double, y: Double) {
    let value = y.isFinite ? y : .nan
    self.init(
      x0: x, x1: x, minimum: value, maximum: value, last: value, nanCount: y.isNaN ? 1 : 0,
      infinityCount: y.isInfinite ? 1 : 0, negativeInfinityCount: y == -.infinity ? 1 : 0)
  }

  /// Whether any point is finite.
  public var hasValue: Bool { minimum.isFinite && maximum.isFinite }

  /// Whether something of it has no place on any scale.
  var isMarked: Bool { nanCount > 0 || infinityCount > 0 }

  /// This bucket and a later one together.
  public func merged(with next: ChartBucket) -> ChartBucket {
    var both = self
    both.x1 = next.x1
    if next.hasValue {
      both.minimum = hasValue ? Swift.min(minimum, next.minimum) : next.minimum
      both.maximum = hasValue ? Swift.max(maximum, next.maximum) : next.maximum
      both.last = next.last
    }
    both.nanCount = nanCount &+ next.nanCount
    both.infinityCount = infinityCount &+ next.infinityCount
    both.negativeInfinityCount = negativeInfinityCount &+ next.negativeInfinityCount
    return both
  }
}

/// A named series, x ascending.
public struct ChartSeries: Hashable, Sendable {
  public var name: String
  public var buckets: [ChartBucket]
  /// Which line style and colour; nil is the place among the chart's series. A series that keeps its
  /// number looks the same when others come and go.
  public var style: Int?
  /// A value for each bucket of a smoother course, NaN where there is none: the buckets themselves
  /// are then drawn faintly behind it.
  public var smoothed: [Double]?

  public init(
    name: String, buckets: [ChartBucket], style: Int? = nil, smoothed: [Double]? = nil
  ) {
    self.name = name
    self.buckets = buckets
    self.style = style
    self.smoothed = smoothed
  }

  /// From points.
  public init(name: String, points: [(x: Double, y: Double)], style: Int? = nil) {
    self.init(name: name, buckets: points.map { ChartBucket(x: $0.x, y: $0.y) }, style: style)
  }

  /// From values at x = 0, 1, 2 …
  public init(name: String, values: [Double], style: Int? = nil) {
    self.init(
      name: name,
      buckets: values.enumerated().map { ChartBucket(x: Double($0.offset), y: $0.element) },
      style: style)
  }
}

extension ChartSeries {
  /// The buckets that a range of x shows: those within, and one on either side for the lines that
  /// come in and go out.
  func places(in range: ClosedRange<Double>?) -> Range<Int> {
    guard let range else { return buckets.indices }
    let first = buckets.partitioningIndex { $0.x1 >= range.lowerBound }
    let end = buckets.partitioningIndex { $0.x0 > range.upperBound }
    return max(0, first - 1)..<max(first, min(buckets.count, end + 1))
  }

  /// The bucket that holds `x`, or the last one before it; nil when the series begins later.
  public func place(at x: Double) -> Int? {
    let next = buckets.partitioningIndex { $0.x0 > x }
    return next > 0 ? next - 1 : nil
  }
}

extension [ChartBucket] {
  /// The first index where `isBeyond` holds, which goes on to hold; `count` when it never does.
  func partitioningIndex(_ isBeyond: (ChartBucket) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
