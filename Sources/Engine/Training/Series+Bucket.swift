// What a series knows of some consecutive points, and one point.

extension Series {
  struct Point: Hashable, Sendable {
    let step: Int
    let value: Float
  }
}

extension Series {
  /// Consecutive points.
  public struct Bucket: Hashable, Sendable {
    /// The first step in it.
    public var firstStep: Int
    /// The last step in it.
    public var lastStep: Int
    /// The sum of the finite points.
    public var sum: Double
    /// Of the finite points; NaN when there is none.
    public var minimum: Float
    /// Of the finite points; NaN when there is none.
    public var maximum: Float
    /// The value of the first step; NaN when it is not finite.
    public var first: Float
    /// The value of the last step; NaN when it is not finite.
    public var last: Float
    // A layer has thousands of buckets, so they are kept small: no bucket has 2³² points.
    private var points: UInt32
    private var nans: UInt32
    private var infinities: UInt32
    private var negativeInfinities: UInt32
    /// Where the extremes are, after the first step.
    private var minimumOffset: UInt32 = 0
    private var maximumOffset: UInt32 = 0
    /// Whether points were taken away whose like may be left: the extremes are known ones.
    var isCut = false

    /// How many points it stands for.
    public var count: Int {
      get { Int(points) }
      set { points = UInt32(clamping: newValue) }
    }
    /// How many values were not a number.
    public var nanCount: Int {
      get { Int(nans) }
      set { nans = UInt32(clamping: newValue) }
    }
    /// Of both signs.
    public var infinityCount: Int {
      get { Int(infinities) }
      set { infinities = UInt32(clamping: newValue) }
    }
    /// How many were −∞.
    public var negativeInfinityCount: Int {
      get { Int(negativeInfinities) }
      set { negativeInfinities = UInt32(clamping: newValue) }
    }
    /// Where the extremes are.
    var minimumStep: Int {
      get { firstStep &+ Int(minimumOffset) }
      set { minimumOffset = UInt32(clamping: newValue &- firstStep) }
    }
    var maximumStep: Int {
      get { firstStep &+ Int(maximumOffset) }
      set { maximumOffset = UInt32(clamping: newValue &- firstStep) }
    }

    init(_ point: Point) {
      let (step, value) = (point.step, point.value)
      let finite = value.isFinite ? value : .nan
      (firstStep, lastStep, points) = (step, step, 1)
      (minimum, maximum, first, last) = (finite, finite, finite, finite)
      sum = value.isFinite ? Double(value) : 0
      nans = value.isNaN ? 1 : 0
      infinities = value.isInfinite ? 1 : 0
      negativeInfinities = value == -.infinity ? 1 : 0
    }

    /// What is known of points that were recorded elsewhere; the extremes are taken to lie at the
    /// first step.
    package init(
      steps: (first: Int, last: Int), count: Int, minimum: Float, maximum: Float, last: Float,
      mean: Float, nanCount: Int, infinityCount: Int, negativeInfinityCount: Int
    ) {
      (firstStep, lastStep, points) = (steps.first, steps.last, UInt32(clamping: count))
      (self.minimum, self.maximum, first, self.last) = (minimum, maximum, last, last)
      let finite = count - nanCount - infinityCount
      sum = mean.isFinite && finite > 0 ? Double(mean) * Double(finite) : 0
      nans = UInt32(clamping: nanCount)
      infinities = UInt32(clamping: infinityCount)
      negativeInfinities = UInt32(clamping: negativeInfinityCount)
    }

    /// The mean of the finite points; NaN when there is none.
    public var mean: Float {
      let finite = count - nanCount - infinityCount
      return finite > 0 ? Float(sum / Double(finite)) : .nan
    }

    /// Takes in the point after it.
    mutating func merge(_ point: Point) {
      lastStep = point.step
      count += 1
      guard point.value.isFinite else {
        if point.value.isNaN { nanCount += 1 } else { infinityCount += 1 }
        if point.value == -.infinity { negativeInfinityCount += 1 }
        if minimum.isNaN { (minimumStep, maximumStep) = (point.step, point.step) }
        return
      }
      if minimum.isNaN || point.value < minimum {
        (minimum, minimumStep) = (point.value, point.step)
      }
      if maximum.isNaN || point.value > maximum {
        (maximum, maximumStep) = (point.value, point.step)
      }
      if first.isNaN { first = point.value }
      last = point.value
      sum += Double(point.value)
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
