// Steps per second from (step, time) pairs, smoothed; times are handed in.

/// An exponentially smoothed rate.
public struct RateMeter: Hashable, Sendable {
  /// Steps per second; nil until two moments are known.
  public private(set) var rate: Double?
  private var lastStep: Int?
  /// Steps and the seconds spent on them, pauses left out, for the time that is left.
  private var samples: [Sample] = []
  private var spent = 0.0

  private struct Sample: Hashable, Sendable {
    var step: Int
    var spent: Double
  }
  private var lastTime = 0.0
  /// Seconds after which an old rate counts for half.
  private static let memory = 2.0

  public init() {}

  /// Takes the step reached at a time in seconds. A step that goes down starts afresh.
  public mutating func add(step: Int, at time: Double) {
    guard time.isFinite else { return }
    defer {
      lastStep = step
      lastTime = time
    }
    guard let before = lastStep, step >= before, time > lastTime else {
      if let lastStep, step < lastStep {
        rate = nil
        samples = []
      }
      take(step)
      return
    }
    let elapsed = time - lastTime
    spent += elapsed
    take(step)
    let current = (Double(step) - Double(before)) / elapsed
    guard let old = rate else {
      if step > before { rate = current }
      return
    }
    let weight = elapsed / (elapsed + RateMeter.memory)
    rate = old + weight * (current - old)
  }

  /// Forgets the last moment, so that a pause does not count as slowness.
  public mutating func pause() { lastStep = nil }

  /// Keeps a moment; every second of the older ones goes when there are many.
  private mutating func take(_ step: Int) {
    if let last = samples.last, step <= last.step { return }
    samples.append(Sample(step: step, spent: spent))
    guard samples.count > 256 else { return }
    samples = samples.indices.filter { $0 % 2 == 0 || $0 > 192 }.map { samples[$0] }
  }

  /// Seconds until `target`; nil without a rate.
  ///
  /// - Parameter period: steps after which something else is done, such as a validation. What the
  ///   last two periods took, all in all, is what the next ones will take.
  public func remaining(step: Int, target: Int, period: Int = 1) -> Double? {
    guard let rate, rate > 0, target > step else { return nil }
    let left = Double(target) - Double(step)
    if period > 1, let last = samples.last, let first = samples.first {
      let since = samples.last { last.step - $0.step >= 2 * period } ?? first
      let (steps, seconds) = (Double(last.step) - Double(since.step), last.spent - since.spent)
      if steps >= Double(period), seconds > 0 { return left * seconds / steps }
    }
    return left / rate
  }
}
