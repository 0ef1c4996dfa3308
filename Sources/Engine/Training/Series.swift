// A recorded series in bounded memory: consecutive points are merged into buckets that keep their
// extremes, so a spike of one step among a million is still there.
//
//   buckets  the whole course, all of one width, which doubles when there is no more room
//   recent   the last points again, the newest one by one, older ones the wider the older; this is
//            what one sees on zooming into what has just happened
//
//   buckets  ├────────┼────────┼────────┼────────┼────────┼────────┤
//   recent                         ├────┼────┼──┼──┼─┼─┼┼┼┼┼┼┼┼┼┼┼┤

/// Points over training steps, decimated by minimum and maximum.
///
/// A series of any length holds at most `capacity` + `recentCapacity` buckets, by default some
/// 600 KiB. What is older than the `recent` buckets is known to 1/2048 of the course at least; of
/// the last n points at least 128 buckets are held however small n is, the last 128 points one by
/// one.
public struct Series: Hashable, Sendable {
  /// What plots and listings call it.
  public let name: String
  /// What was recorded, older steps put together.
  public private(set) var buckets: [Bucket] = []
  /// The last points in narrower buckets; empty as long as `buckets` has every point.
  public private(set) var recent: [Bucket] = []
  /// Points that make a full bucket.
  private var width = 1
  private var pointsInLast = 0
  private let capacity: Int
  /// The most buckets of `recent`.
  private let recentCapacity: Int
  /// Points recorded and not forgotten.
  public private(set) var count = 0

  /// Keeps at most so many buckets.
  public init(_ name: String, capacity: Int = 4096) {
    self.name = name
    self.capacity = max(capacity, 2)
    recentCapacity = max(capacity / 2, 2)
  }

  /// The first point, of whatever kind.
  public private(set) var earliest: Float?
  /// The last point, of whatever kind.
  public private(set) var latest: Float?

  /// Records a point; steps rise.
  public mutating func append(step: Int, _ value: Float) {
    latest = value
    if earliest == nil { earliest = value }
    count += 1
    let point = Bucket(step: step, value)
    if pointsInLast > 0, pointsInLast < width {
      buckets[buckets.count - 1].merge(point)
      pointsInLast += 1
    } else {
      if buckets.count == capacity { halve() }
      buckets.append(point)
      pointsInLast = 1
    }
    guard !recent.isEmpty else { return }
    if recent.count == recentCapacity { compact() }
    recent.append(point)
  }

  /// Forgets the points after a step: the run went back and took another way. Of a bucket that
  /// reaches beyond the step stays what is known of its part before it.
  public mutating func truncate(after step: Int) {
    guard let last = buckets.last, last.lastStep > step else { return }
    let kept = buckets.lastIndex { $0.lastStep <= step }.map { $0 + 1 } ?? 0
    var cut = buckets[kept].cut(after: step)
    buckets.removeSubrange(kept...)
    let fine = recent.lastIndex { $0.lastStep <= step }.map { $0 + 1 } ?? 0
    let cutRecent = recent.indices.contains(fine) ? recent[fine].cut(after: step) : nil
    recent.removeSubrange(min(fine, recent.count)...)
    if let cutRecent { recent.append(cutRecent) }
    // The narrower buckets know more of the part that stays.
    if let whole = cut, let first = recent.first, first.firstStep <= whole.firstStep {
      var parts = recent.drop { $0.firstStep < whole.firstStep }
      if var exact = parts.popFirst(), exact.firstStep == whole.firstStep {
        for part in parts { exact.merge(part) }
        cut = exact
      }
    }
    if let cut { buckets.append(cut) }
    pointsInLast = cut == nil ? width : min(cut?.count ?? width, width)
    count = buckets.reduce(0) { $0 + $1.count }
    latest = recent.last?.last ?? buckets.last?.last
    if buckets.isEmpty { earliest = nil }
    // There is room again for points one by one.
    if buckets.count <= capacity / 2, width > 1 {
      width = 1
      pointsInLast = 1
    }
    if buckets.isEmpty { recent = [] }
  }

  private mutating func halve() {
    if recent.isEmpty { recent = Array(buckets.suffix(recentCapacity - 1)) }
    var kept = 0
    var index = 0
    while index < buckets.count {
      var bucket = buckets[index]
      if index + 1 < buckets.count { bucket.merge(buckets[index + 1]) }
      buckets[kept] = bucket
      kept += 1
      index += 2
    }
    buckets.removeSubrange(kept...)
    width *= 2
    pointsInLast = width
  }

  /// Makes room among the recent buckets: neighbours are merged where they are old enough, and what
  /// is no narrower than the whole course's buckets goes.
  private mutating func compact() {
    // How many points are newer than a bucket's end.
    var age = recent.reduce(0) { $0 + $1.count }
    var kept = 0
    for index in recent.indices {
      let bucket = recent[index]
      age -= bucket.count
      if kept > 0, recent[kept - 1].count + bucket.count <= age / (recentCapacity / 16 + 1) {
        recent[kept - 1].merge(bucket)
      } else {
        recent[kept] = bucket
        kept += 1
      }
    }
    recent.removeSubrange(kept...)
    let useless = recent.prefix { $0.count >= buckets[0].count }.count
    let least = max(recent.count - recentCapacity * 3 / 4, 0)
    recent.removeFirst(min(max(useless, least), recent.count - 1))
  }
}

extension Series {
  /// Consecutive points.
  public struct Bucket: Hashable, Sendable {
    /// The first step in it.
    public var firstStep: Int
    /// The last step in it.
    public var lastStep: Int
    /// How many points it stands for.
    public var count: Int
    /// Of the finite points; NaN when there is none.
    public var minimum: Float
    /// Of the finite points; NaN when there is none.
    public var maximum: Float
    /// The value of the first step; NaN when it is not finite.
    public var first: Float
    /// The value of the last step; NaN when it is not finite.
    public var last: Float
    /// The sum of the finite points.
    public var sum: Double
    /// Where the extremes are.
    var minimumStep: Int
    var maximumStep: Int
    /// How many values were not a number.
    public var nanCount: Int
    /// Of both signs.
    public var infinityCount: Int
    /// How many were −∞.
    public var negativeInfinityCount: Int
    /// Whether points were taken away whose like may be left: the extremes are known ones.
    var isCut = false

    init(step: Int, _ value: Float) {
      let finite = value.isFinite ? value : .nan
      (firstStep, lastStep, count) = (step, step, 1)
      (minimum, maximum, first, last) = (finite, finite, finite, finite)
      sum = value.isFinite ? Double(value) : 0
      (minimumStep, maximumStep) = (step, step)
      nanCount = value.isNaN ? 1 : 0
      infinityCount = value.isInfinite ? 1 : 0
      negativeInfinityCount = value == -.infinity ? 1 : 0
    }

    /// What is known of points that were recorded elsewhere; the extremes are taken to lie at the
    /// first step.
    package init(
      steps: (first: Int, last: Int), count: Int, minimum: Float, maximum: Float, last: Float,
      mean: Float, nanCount: Int, infinityCount: Int, negativeInfinityCount: Int
    ) {
      (firstStep, lastStep, self.count) = (steps.first, steps.last, count)
      (self.minimum, self.maximum, first, self.last) = (minimum, maximum, last, last)
      let finite = count - nanCount - infinityCount
      sum = mean.isFinite && finite > 0 ? Double(mean) * Double(finite) : 0
      (minimumStep, maximumStep) = (steps.first, steps.first)
      self.nanCount = nanCount
      self.infinityCount = infinityCount
      self.negativeInfinityCount = negativeInfinityCount
    }

    /// The mean of the finite points; NaN when there is none.
    public var mean: Float {
      let finite = count - nanCount - infinityCount
      return finite > 0 ? Float(sum / Double(finite)) : .nan
    }

    /// Takes in the points after it.
    mutating func merge(_ next: Bucket) {
      lastStep = next.lastStep
      count += next.count
      if minimum.isNaN || next.minimum < minimum {
        (minimum, minimumStep) = (next.minimum, next.minimumStep)
      }
      if maximum.isNaN || next.maximum > maximum {
        (maximum, maximumStep) = (next.maximum, next.maximumStep)
      }
      if first.isNaN { first = next.first }
      if !next.last.isNaN { last = next.last }
      sum += next.sum
      nanCount += next.nanCount
      infinityCount += next.infinityCount
      negativeInfinityCount += next.negativeInfinityCount
      isCut = isCut || next.isCut
    }

    /// What is known of the points up to a step: the first one, and the extremes where they are
    /// among them. Nil when there is none.
    func cut(after step: Int) -> Bucket? {
      guard firstStep <= step else { return nil }
      guard step < lastStep else { return self }
      var part = self
      part.lastStep = step
      part.isCut = true
      let (span, whole) = (step - firstStep + 1, lastStep - firstStep + 1)
      part.count = min(max(1, Int(Double(count) * (Double(span) / Double(whole)))), count)
      let known = [
        (first, firstStep), (minimum, minimumStep), (maximum, maximumStep),
      ].filter { $0.1 <= step && !$0.0.isNaN }
      part.minimum = known.map(\.0).min() ?? .nan
      part.maximum = known.map(\.0).max() ?? .nan
      part.minimumStep = known.first { $0.0 == part.minimum }?.1 ?? firstStep
      part.maximumStep = known.first { $0.0 == part.maximum }?.1 ?? firstStep
      part.last = known.max { $0.1 < $1.1 }?.0 ?? .nan
      // A bucket without a number is NaN from end to end; otherwise nobody knows where they were.
      let isNowhere = nanCount + infinityCount < count
      part.nanCount = isNowhere ? 0 : min(nanCount, part.count)
      part.infinityCount = isNowhere ? 0 : part.count - part.nanCount
      part.negativeInfinityCount =
        isNowhere ? 0 : min(negativeInfinityCount, part.infinityCount)
      let finite = part.count - part.nanCount - part.infinityCount
      let mean = known.isEmpty ? 0 : known.reduce(0) { $0 + Double($1.0) } / Double(known.count)
      part.sum = mean * Double(finite)
      return part
    }
  }
}
