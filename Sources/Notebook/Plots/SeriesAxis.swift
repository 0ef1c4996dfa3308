// From training steps to what else x may count: epochs, and seconds of training.

/// A step and the seconds of training that had gone by when it was done.
public struct StepTime: Hashable, Sendable {
  public var step: Int
  public var seconds: Double

  public init(step: Int, seconds: Double) {
    self.step = step
    self.seconds = seconds
  }
}

/// When a run's steps were done, in bounded memory. Pauses and what stands between two `train`s do
/// not count.
struct StepTimes {
  private(set) var moments: [StepTime] = []
  /// The clock at the last moment.
  private var last: Double?
  private let capacity = 512

  /// Training begins, or goes on, at a step.
  mutating func begin(step: Int, at now: Double) {
    moments.removeAll { $0.step > step }
    if moments.isEmpty { moments.append(StepTime(step: step, seconds: 0)) }
    last = now
  }

  /// A step has been reached.
  mutating func note(step: Int, at now: Double) {
    guard let before = last, let newest = moments.last, step > newest.step else { return }
    moments.append(StepTime(step: step, seconds: newest.seconds + max(0, now - before)))
    last = now
    guard moments.count == capacity else { return }
    moments = moments.indices.filter { $0 % 2 == 0 || $0 == capacity - 1 }.map { moments[$0] }
  }

  /// What went by since the last moment was no training.
  mutating func rest(until now: Double) {
    if last != nil { last = now }
  }
}

extension SeriesSnapshot {
  /// A step as x in a unit: 40 steps of 20 an epoch are epoch 2; seconds lie between the moments
  /// that are known. Without a clock time counts steps.
  public func x(step: Double, _ unit: PlotAxes.Unit) -> Double {
    switch unit {
    case .step: return step
    case .epoch: return step / Double(max(1, stepsPerEpoch))
    case .time:
      guard let first = times.first, let last = times.last, last.step > first.step else {
        return step
      }
      var (low, high) = (0, times.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if Double(times[middle].step) <= step { low = middle } else { high = middle }
      }
      let (a, b) = (times[low], times[high])
      let part = (step - Double(a.step)) / Double(b.step - a.step)
      return a.seconds + (b.seconds - a.seconds) * max(0, part)
    }
  }

  /// Whether seconds are known.
  public var hasTimes: Bool { (times.last?.step ?? 0) > (times.first?.step ?? 0) }

  /// All buckets, the newest as fine as they are held: what a picture that is zoomed into shows.
  public var finest: [Bucket] {
    let parts = finestParts
    return Array(parts.course) + parts.end
  }

  /// `finest` in two, without a copy: the course up to the bucket in which the recent ones begin,
  /// which stays because its extremes may lie before them, and those after it.
  public var finestParts: (course: Buckets.SubSequence, end: Buckets.SubSequence) {
    guard let first = recent.first else { return (buckets[...], recent[...]) }
    var low = 0
    var high = buckets.count
    while low < high {
      let middle = (low + high) / 2
      if buckets[middle].lastStep < first.firstStep { low = middle + 1 } else { high = middle }
    }
    guard low < buckets.count else { return (buckets[...], recent[..<recent.startIndex]) }
    let end = buckets[low].lastStep
    let fine = recent.firstIndex { $0.lastStep > end } ?? recent.count
    return (buckets[...low], recent[fine...])
  }
}
