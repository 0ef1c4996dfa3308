// How fast each part of the work goes, from when its counts came; and a line that says so.

public import Notebook
import Plotting
public import Screen

/// A rate for each part of the work in hand.
public struct ProgressMeters: Hashable, Sendable {
  private var meters: [String: RateMeter] = [:]

  public init() {}

  /// Takes what goes on at a time in seconds; what has ended is forgotten.
  public mutating func add(_ progress: [Progress], at time: Double) {
    var kept: [String: RateMeter] = [:]
    for part in progress {
      var meter = meters[part.task] ?? RateMeter()
      meter.add(step: part.done, at: time)
      kept[part.task] = meter
    }
    meters = kept
  }

  func rate(_ part: Progress) -> Double? { meters[part.task]?.rate }

  func remaining(_ part: Progress) -> Double? {
    guard let total = part.total else { return nil }
    return meters[part.task]?.remaining(step: part.done, target: total, period: part.period)
  }

  /// `training  120/500 steps  ███▌        24 %  312/s  0:12 left`
  public func line(_ part: Progress, columns: Int, appearance: Appearance) -> String {
    var words = [appearance.words(part.task)]
    let total = part.total.map { "/\($0)" } ?? ""
    if part.total != nil || part.done > 0 {
      words.append("\(part.done)\(total) \(appearance.words(part.unit))")
    }
    if let fraction = part.fraction, columns >= 40 {
      words.append(
        ProgressBar(fraction: fraction).lines(columns: 20, rows: 1, appearance: appearance)[0])
    }
    if let rate = rate(part), rate > 0 { words.append(NumberText.rate(rate) + "/s") }
    if let seconds = remaining(part) {
      words.append(appearance.words(NumberText.duration(seconds) + " left"))
    }
    return words.joined(separator: "  ")
  }

  /// All that goes on, in a line.
  public func line(_ progress: [Progress], columns: Int, appearance: Appearance) -> String {
    let text = progress.map { line($0, columns: columns, appearance: appearance) }
      .joined(separator: "  \(appearance.glyph("·", ascii: "|"))  ")
    return text.fitted(to: columns)
  }
}
