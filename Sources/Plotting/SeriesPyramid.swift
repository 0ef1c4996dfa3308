// A min/max pyramid over a growing series: whatever its length, a plot reads O(columns) nodes.

/// Points in buckets of 1, 2, 4 … neighbours. Appending touches one node a level; memory is bounded
/// because the finest level is dropped when it is full (its extremes live on in the next).
public struct SeriesPyramid: Hashable, Sendable {
  /// Level k holds a bucket for each 2^(k + dropped) points.
  private var levels: [[ChartBucket]] = [[]]
  private var dropped = 0
  private let capacity: Int
  public private(set) var count = 0
  public private(set) var nanCount = 0
  public private(set) var infinityCount = 0

  /// - Parameter capacity: the most buckets at the finest level.
  public init(capacity: Int = 1 << 16) { self.capacity = max(2, capacity) }

  /// Adds a point; x that is not ascending (or NaN) is taken as the last one's.
  public mutating func append(x: Double, y: Double) {
    let lastX = levels[0].last?.x1
    let ascending = x.isFinite ? max(x, lastX ?? x) : lastX ?? 0
    let point = ChartBucket(x: ascending, y: y)
    for level in levels.indices {
      let index = count >> (level + dropped)
      if index == levels[level].count {
        levels[level].append(point)
      } else {
        levels[level][index] = levels[level][index].merged(with: point)
      }
    }
    count += 1
    nanCount += point.nanCount
    infinityCount += point.infinityCount
    if levels[levels.count - 1].count > 1, let top = levels.last {
      let pair = stride(from: 0, to: top.count, by: 2).map { index in
        index + 1 < top.count ? top[index].merged(with: top[index + 1]) : top[index]
      }
      levels.append(pair)
    }
    if levels[0].count > capacity {
      levels.removeFirst()
      dropped += 1
    }
  }

  /// The level that a plot of so many columns reads, and how many nodes that is: between `columns`
  /// and twice as many, or all there are.
  package func level(columns: Int) -> (level: Int, nodes: Int) {
    let level = levels.lastIndex { $0.count >= columns } ?? 0
    return (level, levels[level].count)
  }

  /// The whole series in at most 2 · `columns` buckets (and one), ascending.
  public func query(columns: Int) -> [ChartBucket] {
    count == 0 ? [] : levels[level(columns: max(1, columns)).level]
  }

  /// The part within `range` of x in about as many buckets, found by bisection.
  public func query(columns: Int, range: ClosedRange<Double>) -> [ChartBucket] {
    guard count > 0 else { return [] }
    let wanted = max(1, columns)
    for level in levels.indices.reversed() {
      let nodes = levels[level]
      let start = partition(nodes) { $0.x1 < range.lowerBound }
      let end = max(start, partition(nodes) { $0.x0 <= range.upperBound })
      if end - start >= wanted || level == 0 { return Array(nodes[start..<end]) }
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
