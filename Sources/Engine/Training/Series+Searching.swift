// Where in a recorded series a point can have been, by what its buckets know.

extension Series {
  /// The last steps among which a point can be for which a test holds; none after them, up to a
  /// step, is one. Steps that were not recorded can hold anything.
  ///
  /// - Parameters:
  ///   - step: the last step that counts; the first is 1.
  ///   - mayHold: whether the test can hold for a point between a bucket's extremes. It is not asked
  ///     where a bucket has points that are no numbers.
  /// - Returns: nil when there is none.
  public func lastCandidates(
    upTo step: Int, where mayHold: (Bucket) -> Bool
  ) -> ClosedRange<Int>? {
    var end = step
    for buckets in [recent, buckets] {
      for bucket in buckets.reversed() where bucket.firstStep <= end {
        guard end >= 1 else { return nil }
        if bucket.lastStep < end { return bucket.lastStep + 1...end }
        if !bucket.isWhole || mayHold(bucket) { return max(1, bucket.firstStep)...end }
        end = bucket.firstStep - 1
      }
    }
    return end >= 1 ? 1...end : nil
  }
}

extension Series.Bucket {
  /// Whether every step of it was recorded, as a number, and its extremes are those of all.
  fileprivate var isWhole: Bool {
    !isCut && count == lastStep - firstStep + 1 && nanCount == 0 && infinityCount == 0
  }
}
