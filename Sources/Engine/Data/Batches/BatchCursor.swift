// The rows of a run's batches step after step, without making the epoch's order for each.

/// Holds the order of one epoch; another one is made when a step outside it is asked for. Nothing
/// is allocated within an epoch.
public final class BatchCursor {
  /// Which rows come when.
  public let schedule: BatchSchedule
  private var epoch: Int?
  private var order: [Int32] = []

  /// Starts before the first batch.
  public init(_ schedule: BatchSchedule) { self.schedule = schedule }

  /// The same rows as `schedule.rows(step:into:)`; steps may come in any order.
  ///
  /// - Precondition: `step` is not negative.
  public func rows(step: Int, into batch: inout [Int32]) {
    let places = schedule.places(step: step)
    let wanted = schedule.epoch(step: step)
    if epoch != wanted {
      order.removeAll(keepingCapacity: true)
      for row in schedule.order(epoch: wanted) { order.append(Int32(row)) }
      epoch = wanted
    }
    batch.removeAll(keepingCapacity: true)
    batch.append(contentsOf: order[places])
  }
}
