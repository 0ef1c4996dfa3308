// The buckets of a series as a picture holds them: the engine's own record, shared until the next
// point is written. A picture is taken far more often than its buckets are read one by one.

import Engine

extension SeriesSnapshot {
  /// Buckets in ascending order of steps. Taking them copies nothing.
  public struct Buckets: Hashable, Sendable, RandomAccessCollection, MutableCollection,
    RangeReplaceableCollection
  {
    private var record: [Series.Bucket]

    public init() { record = [] }

    init(_ record: [Series.Bucket]) { self.record = record }

    public var startIndex: Int { record.startIndex }
    public var endIndex: Int { record.endIndex }

    public subscript(place: Int) -> Bucket {
      get { Bucket(record[place]) }
      set { record[place] = Series.Bucket(newValue) }
    }

    public mutating func replaceSubrange(
      _ range: Range<Int>, with buckets: some Collection<Bucket>
    ) {
      record.replaceSubrange(range, with: buckets.map(Series.Bucket.init))
    }
  }
}

extension SeriesSnapshot.Bucket {
  fileprivate init(_ bucket: Series.Bucket) {
    self.init(
      firstStep: bucket.firstStep, lastStep: bucket.lastStep, minimum: bucket.minimum,
      maximum: bucket.maximum, last: bucket.last, nanCount: bucket.nanCount,
      infinityCount: bucket.infinityCount, negativeInfinityCount: bucket.negativeInfinityCount,
      count: bucket.count, mean: bucket.mean)
  }
}

extension Series.Bucket {
  fileprivate init(_ bucket: SeriesSnapshot.Bucket) {
    self.init(
      steps: (bucket.firstStep, bucket.lastStep), count: bucket.count, minimum: bucket.minimum,
      maximum: bucket.maximum, last: bucket.last, mean: bucket.mean, nanCount: bucket.nanCount,
      infinityCount: bucket.infinityCount, negativeInfinityCount: bucket.negativeInfinityCount)
  }
}
