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
/// 440 KiB. What is older than the `recent` buckets is known to 1/2048 of the course at least; of
/// the last n points at least 128 buckets are held however small n is, the last 128 points one by
/// one.
public struct Series: Hashable, Sendable {
  /// What plots and listings call it.
  public let name: String
  /// What was recorded, older steps put together.
  public var buckets: [Bucket] { single.isEmpty ? course : course + single.map(Bucket.init) }
  /// The last points in narrower buckets; empty as long as `buckets` has every point.
  public var recent: [Bucket] { fresh.isEmpty ? older : older + fresh.map(Bucket.init) }
  // Every layer records a point at every step, and what that costs is the memory written: a point
  // takes a seventh of a bucket, and nobody may ever look at it.
  private var course: [Bucket] = []
  /// The newest points of the course as long as a bucket holds one.
  private var single: [Point] = []
  /// `recent` up to its last compaction, and the points since.
  private var older: [Bucket] = []
  private var fresh: [Point] = []
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
    let point = Point(step: step, value: value)
    if width == 1, course.count + single.count < capacity {
      single.append(point)
      pointsInLast = 1
    } else if pointsInLast > 0, pointsInLast < width {
      course[course.count - 1].merge(point)
      pointsInLast += 1
    } else {
      settleCourse()
      if course.count == capacity { halve() }
      course.append(Bucket(point))
      pointsInLast = 1
    }
    guard !older.isEmpty else { return }
    if older.count + fresh.count >= recentCapacity { compact() }
    fresh.append(point)
  }

  /// The last step that was recorded.
  public var lastStep: Int? { single.last?.step ?? course.last?.lastStep }

  /// Makes buckets of single points; whoever reads `buckets` and `recent` often asks first.
  mutating func settle() {
    settleCourse()
    older.append(contentsOf: fresh.lazy.map(Bucket.init))
    fresh.removeAll(keepingCapacity: true)
  }

  private mutating func settleCourse() {
    course.append(contentsOf: single.lazy.map(Bucket.init))
    single.removeAll(keepingCapacity: true)
  }

  /// Forgets the points after a step: the run went back and took another way. Of a bucket that
  /// reaches beyond the step stays what is known of its part before it.
  public mutating func truncate(after step: Int) {
    guard let last = lastStep, last > step else { return }
    settle()
    let kept = course.lastIndex { $0.lastStep <= step }.map { $0 + 1 } ?? 0
    var cut = course[kept].cut(after: step)
    course.removeSubrange(kept...)
    let fine = older.lastIndex { $0.lastStep <= step }.map { $0 + 1 } ?? 0
    let cutRecent = older.indices.contains(fine) ? older[fine].cut(after: step) : nil
    older.removeSubrange(min(fine, older.count)...)
    if let cutRecent { older.append(cutRecent) }
    // The narrower buckets know more of the part that stays.
    if let whole = cut, let first = older.first, first.firstStep <= whole.firstStep {
      var parts = older.drop { $0.firstStep < whole.firstStep }
      if var exact = parts.popFirst(), exact.firstStep == whole.firstStep {
        for part in parts { exact.merge(part) }
        cut = exact
      }
    }
    if let cut { course.append(cut) }
    pointsInLast = cut == nil ? width : min(cut?.count ?? width, width)
    count = course.reduce(0) { $0 + $1.count }
    latest = older.last?.last ?? course.last?.last
    if course.isEmpty { earliest = nil }
    // There is room again for points one by one.
    if course.count <= capacity / 2, width > 1 {
      width = 1
      pointsInLast = 1
    }
    if course.isEmpty { older = [] }
  }

  private mutating func halve() {
    if older.isEmpty { older = Array(course.suffix(recentCapacity - 1)) }
    var kept = 0
    var index = 0
    while index < course.count {
      var bucket = course[index]
      if index + 1 < course.count { bucket.merge(course[index + 1]) }
      course[kept] = bucket
      kept += 1
      index += 2
    }
    course.removeSubrange(kept...)
    width *= 2
    pointsInLast = width
  }

  /// Makes room among the recent buckets: neighbours are merged where they are old enough, and what
  /// is no narrower than the whole course's buckets goes.
  private mutating func compact() {
    // A bucket may stand for a share of the points that are newer than its end.
    let share = recentCapacity / 16 + 1
    var age = older.reduce(fresh.count) { $0 + $1.count }
    var kept = 0
    for index in older.indices {
      let count = older[index].count
      age -= count
      if kept > 0, (older[kept - 1].count + count) * share <= age {
        older[kept - 1].merge(older[index])
      } else {
        if kept < index { older[kept] = older[index] }
        kept += 1
      }
    }
    older.removeSubrange(kept...)
    for point in fresh {
      age -= 1
      if (older[older.count - 1].count + 1) * share <= age {
        older[older.count - 1].merge(point)
      } else {
        older.append(Bucket(point))
      }
    }
    fresh.removeAll(keepingCapacity: true)
    let widest = course.first?.count ?? 1
    let useless = older.prefix { $0.count >= widest }.count
    let least = max(older.count - recentCapacity * 3 / 4, 0)
    older.removeFirst(min(max(useless, least), older.count - 1))
  }
}

extension Series {
  /// Alike in every point that they know of, however these are kept.
  public static func == (one: Series, other: Series) -> Bool {
    one.name == other.name && one.count == other.count && one.width == other.width
      && one.pointsInLast == other.pointsInLast && one.capacity == other.capacity
      && one.earliest == other.earliest && one.latest == other.latest
      && one.buckets == other.buckets && one.recent == other.recent
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(count)
    hasher.combine(latest)
  }
}
