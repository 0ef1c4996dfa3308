// A min/max pyramid over a growing series: whatever its length, a plot reads O(columns) nodes.

/// Points in buckets of 1, 2, 4 … neighbours. A bucket enters the next level when it has a partner,
/// so appending costs O(1) amortised and at most one bucket a level. Memory is bounded: when the
/// finest level is full it is dropped, and its extremes live on in the next.
public struct SeriesPyramid: Hashable, Sendable {
  /// Level k holds a bucket for each whole 2^(k + dropped) points.
  private var levels: [[ChartBucket]] = [[]]
  private var dropped = 0
  /// The points that do not fill a bucket of the finest level yet.
  private var pending: ChartBucket?
  private var pendingCount = 0
  private var lastX: Double?
  private let capacity: Int
  public private(set) var count = 0
  public private(set) var nanCount = 0
  public private(set) var infinityCount = 0

  /// - Parameter capacity: the most buckets at the finest level.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(2, min(capacity, 1 << 30)) / 2 * 2
  }

  /// Adds a point; x that is not ascending (or NaN) is taken as the last one's.
  public mutating func append(x: Double, y: Double) {
    let ascending = x.isFinite ? max(x, lastX ?? x) : lastX ?? 0
    lastX = ascending
    let point = ChartBucket(x: ascending, y: y)
    count += 1
    nanCount += point.nanCount
    infinityCount += point.infinityCount
    pending = pending?.merged(with: point) ?? point
    pendingCount += 1
    guard pendingCount == 1 << dropped, var bucket = pending else { return }
    pending = nil
    pendingCount = 0
    var level = 0
    while true {
      if level == levels.count { levels.append([]) }
      let place = levels[level].count
      levels[level].append(bucket)
      guard place % 2 == 1 else { break }
      bucket = levels[level][place - 1].merged(with: bucket)
      level += 1
    }
    // A full level has an even number of buckets: all of them live in the next one.
    if levels[0].count == capacity {
      levels.removeFirst()
      dropped += 1
    }
  }

  /// The level that a plot of so many columns reads, and how many buckets that is: between
  /// `columns` and twice as many and two, or all there are.
  package func level(columns: Int) -> (level: Int, buckets: Int) {
    let level = levels.lastIndex { $0.count >= columns } ?? 0
    return (level, levels[level].count + (tail(above: level) == nil ? 0 : 1))
  }

  /// The newest points, which no bucket of a level holds yet.
  private func tail(above level: Int) -> ChartBucket? {
    var tail: ChartBucket?
    for finer in levels[..<level].reversed() where finer.count % 2 == 1 {
      guard let last = finer.last else { continue }
      tail = tail?.merged(with: last) ?? last
    }
    guard let pending else { return tail }
    return tail?.merged(with: pending) ?? pending
  }

  /// The whole series in at most 2 · `columns` + 2 buckets, ascending.
  public func query(columns: Int) -> [ChartBucket] {
    let level = level(columns: max(1, columns)).level
    return levels[level] + [tail(above: level)].compactMap(\.self)
  }

  /// The part within `range` of x in about as many buckets, found by bisection.
  public func query(columns: Int, range: ClosedRange<Double>) -> [ChartBucket] {
    for level in levels.indices.reversed() {
      let nodes = levels[level]
      let start = partition(nodes) { $0.x1 < range.lowerBound }
      let end = max(start, partition(nodes) { $0.x0 <= range.upperBound })
      guard end - start >= max(1, columns) || level == 0 else { continue }
      let tail = tail(above: level)
      let isInside = tail.map { $0.x1 >= range.lowerBound && $0.x0 <= range.upperBound } ?? false
      return nodes[start..<end] + (isInside ? [tail].compactMap(\.self) : [])
    }
    return []
  }

  /// The first index where `isBefore` no longer holds.
  private func partition(
    _ nodes: [ChartBucket], _ isBefore: (ChartBucket) -> Bool
  ) -> Int {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(nodes[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
