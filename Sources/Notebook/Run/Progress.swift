// How far long work is: a plain count. Rates and the time that is left are computed by who watches,
// from when the counts came; nothing of it is recorded.

import Engine

/// A part of what the notebook is doing.
public struct Progress: Hashable, Sendable {
  /// `training`, `opening`, `generating`
  public var task: String
  public var done: Int
  /// Nil where nobody knows.
  public var total: Int?
  /// `steps`, `cells`, `tokens`
  public var unit: String
  /// After so many the work takes a rest for something else, such as a validation; the time that is
  /// left has to count it.
  public var period: Int

  public init(_ task: String, done: Int = 0, total: Int? = nil, unit: String = "", period: Int = 1)
  {
    self.task = task
    self.done = done
    self.total = total
    self.unit = unit
    self.period = period
  }

  /// 0…1; nil where the end is unknown.
  public var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(max(0, Double(done) / Double(total)), 1)
  }
}

extension Notebook {
  /// What goes on, the outermost first.
  func progress() -> [Progress] {
    var parts = surroundings.map { [$0] } ?? []
    if let run {
      if isAdvancing {
        parts.append(
          Progress(
            "training", done: run.machine.updates, total: run.target, unit: "steps",
            period: trackers.map(\.every).max() ?? 1))
      } else if let goal = movingTo {
        parts.append(
          Progress("going", done: run.machine.updates, total: goal, unit: "steps"))
      }
    }
    if let work { parts.append(work) }
    return parts
  }
}
