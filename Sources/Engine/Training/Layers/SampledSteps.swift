// What is recorded every few steps, in bounded memory: when the room is full every second record goes
// and from then on records are twice as far apart. No clock and no chance: the same steps every time.

/// Records of steps that are a multiple of `interval`, at most `capacity` of them.
public struct SampledSteps<Record> {
  /// Steps rise.
  public private(set) var steps: [Int] = []
  /// One for each of `steps`.
  public private(set) var records: [Record] = []
  /// Steps from record to record.
  public private(set) var interval = 1
  /// The most steps that are kept.
  public let capacity: Int

  /// Keeps at most so many steps, evenly spread.
  public init(capacity: Int) { self.capacity = max(capacity, 2) }

  /// Whether a step is to be recorded.
  public func isDue(_ step: Int) -> Bool { step % interval == 0 }

  /// Records a step if it is due; what was recorded from it on belongs to another way and goes.
  public mutating func append(step: Int, _ record: @autoclosure () -> Record) {
    truncate(after: step - 1)
    while steps.count >= capacity { thin() }
    guard isDue(step) else { return }
    steps.append(step)
    records.append(record())
  }

  /// Forgets what came after a step.
  public mutating func truncate(after step: Int) {
    while let last = steps.last, last > step {
      steps.removeLast()
      records.removeLast()
    }
  }

  private mutating func thin() {
    let (doubled, overflow) = interval.multipliedReportingOverflow(by: 2)
    guard !overflow else {
      steps.removeFirst()
      records.removeFirst()
      return
    }
    interval = doubled
    let kept = steps.indices.filter { steps[$0] % interval == 0 }
    steps = kept.map { steps[$0] }
    records = kept.map { records[$0] }
  }
}

extension SampledSteps: Sendable where Record: Sendable {}
extension SampledSteps: Equatable where Record: Equatable {}
extension SampledSteps: Hashable where Record: Hashable {}
