// Stages in a row that work on every row by itself become one band: a part of the rows goes through
// all of them at once.

/// Consecutive stages that are run part by part.
struct PlannedBand {
  var stages: Range<Int>
  /// Of rows that belong together.
  var units: Int
  /// For two threads.
  var parts: Int
  /// Roots of which any part may read anything.
  var global: Set<Int>
}

enum PlanBands {
  /// Less is not worth a second thread, in additions of numbers in the first-level cache.
  static let grain = 1 << 16
  /// The multiply-adds of a product that is worth it.
  private static let productWork = 400_000
  /// A part of a product's rows that is worth a tile's trouble.
  private static let productRows = 48
  private static let most = 16

  /// The bands of a schedule, in order.
  ///
  /// - Parameter least: the work of a band, below the usual for tests.
  static func find(
    _ schedule: PlanSchedule, _ forms: RowForms, least: Int = grain
  ) -> [PlannedBand] {
    var bands: [PlannedBand] = []
    var run = RowForm()
    var (start, units) = (0, 0)
    func close(_ end: Int) {
      guard end - start > 1, run.cost >= least, units > 1 else { return }
      // Small products are done before the other thread has fetched their operands.
      let work = run.productWork
      if !work.isEmpty, work.reduce(0, +) / work.count < (least < grain ? 0 : productWork) {
        return
      }
      let fewest = run.productRows.min().map { $0 / productRows } ?? most
      bands.append(
        PlannedBand(
          stages: start..<end, units: units, parts: min(most, units, max(2, fewest)),
          global: run.global))
    }
    for (index, stage) in schedule.stages.enumerated() {
      guard let form = forms.form(of: stage) else {
        close(index)
        (run, start, units) = (RowForm(), index + 1, 0)
        continue
      }
      let common = form.rows.reduce(units, greatestCommonDivisor)
      if units > 0, common > 1, form.global.isDisjoint(with: run.written),
        form.written.isDisjoint(with: run.global)
      {
        units = common
      } else {
        close(index)
        (run, start, units) = (
          RowForm(), index, form.rows.reduce(0, greatestCommonDivisor)
        )
      }
      run.join(form)
    }
    close(schedule.stages.count)
    return bands
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
