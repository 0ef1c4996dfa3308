// Steps per second from (step, time) pairs, smoothed; times are handed in.

/// An exponentially smoothed rate.
public struct RateMeter: Hashable, Sendable {
  /// Steps per second; nil until two moments are known.
  public private(set) var rate: Double?
  private var lastStep: Int?
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
      if let lastStep, step < lastStep { rate = nil }
      return
    }
    let elapsed = time - lastTime
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

  /// Seconds until `target`; nil without a rate.
  public func remaining(step: Int, target: Int) -> Double? {
    guard let rate, rate > 0, target > step else { return nil }
    return (Double(target) - Double(step)) / rate
  }
}
