// A recorded series in bounded memory: consecutive points are merged into buckets that keep their
// extremes, so a spike of one step among a million is still there.

/// Points over training steps, decimated by minimum and maximum.
public struct Series: Hashable, Sendable {
  /// Consecutive points.
  public struct Bucket: Hashable, Sendable {
    public var firstStep: Int
    public var lastStep: Int
    /// How many points it stands for.
    public var count: Int
    /// Of the finite points; NaN when there is none.
    public var minimum: Float
    public var maximum: Float
    public var last: Float
    public var nanCount: Int
    public var infinityCount: Int
  }

  public let name: String
  public private(set) var buckets: [Bucket] = []
  /// Points that make a full bucket.
  private var width = 1
  private var pointsInLast = 0
  private let capacity: Int
  /// Points recorded and not forgotten.
  public var count: Int { buckets.reduce(0) { $0 + $1.count } }

  public init(_ name: String, capacity: Int = 4096) {
    self.name = name
    self.capacity = max(capacity, 2)
  }

  /// The first point, of whatever kind.
  public private(set) var earliest: Float?
  /// The last point, of whatever kind.
  public private(set) var latest: Float?

  /// Records a point; steps rise.
  public mutating func append(step: Int, _ value: Float) {
    latest = value
    if earliest == nil { earliest = value }
    let point = Bucket(
      firstStep: step, lastStep: step, count: 1, minimum: value.isFinite ? value : .nan,
      maximum: value.isFinite ? value : .nan, last: value.isFinite ? value : .nan,
      nanCount: value.isNaN ? 1 : 0, infinityCount: value.isInfinite ? 1 : 0)
    if pointsInLast > 0, pointsInLast < width {
      buckets[buckets.count - 1] = Series.merged(buckets[buckets.count - 1], point)
      pointsInLast += 1
    } else {
      if buckets.count == capacity { halve() }
      buckets.append(point)
      pointsInLast = 1
    }
  }

  /// Forgets the points after a step: the run went back and took another way. A bucket that reaches
  /// beyond the step is forgotten whole, its extremes cannot be taken apart.
  public mutating func truncate(after step: Int) {
    while let last = buckets.last, last.lastStep > step {
      buckets.removeLast()
      pointsInLast = width
    }
    latest = buckets.last?.last
    if buckets.isEmpty { earliest = nil }
  }

  private mutating func halve() {
    var merged: [Bucket] = []
    merged.reserveCapacity(capacity)
    var index = 0
    while index + 1 < buckets.count {
      merged.append(Series.merged(buckets[index], buckets[index + 1]))
      index += 2
    }
    if index < buckets.count { merged.append(buckets[index]) }
    buckets = merged
    width *= 2
    pointsInLast = width
  }

  private static func merged(_ a: Bucket, _ b: Bucket) -> Bucket {
    Bucket(
      firstStep: a.firstStep, lastStep: b.lastStep, count: a.count + b.count,
      minimum: a.minimum.isNaN
        ? b.minimum : b.minimum.isNaN ? a.minimum : min(a.minimum, b.minimum),
      maximum: a.maximum.isNaN
        ? b.maximum : b.maximum.isNaN ? a.maximum : max(a.maximum, b.maximum),
      last: b.last.isNaN ? a.last : b.last, nanCount: a.nanCount + b.nanCount,
      infinityCount: a.infinityCount + b.infinityCount)
  }
}
