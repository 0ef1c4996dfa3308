// Reading gradient norms at a training step.

extension GradientChart {
  /// Marks a step and shows every row's norm at it instead of the last one: the value at the end of
  /// the points that share a place, NaN before the first.
  public mutating func read(at step: Double) {
    cursor = step
    moment = NumberFormat.place(step)
    for index in rows.indices {
      let series = ChartSeries(name: "", buckets: rows[index].norms)
      rows[index].last = series.place(at: step).map { rows[index].norms[$0].last } ?? .nan
      rows[index].clipped = nil
    }
  }
}
