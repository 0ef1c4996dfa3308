import Engine
import Testing

/// Mini-batches: every epoch is a permutation, every step can be asked for in any order.
@Suite struct DataBatchTests {
  private func rows(_ schedule: BatchSchedule, _ step: Int) -> [Int32] {
    var batch: [Int32] = []
    schedule.rows(step: step, into: &batch)
    return batch
  }

  @Test(arguments: [(10, 3), (10, 5), (10, 1), (10, 10), (1, 1), (7, 100)])
  func everyEpochTakesEveryRowOnce(_ rows: Int, _ size: Int) throws {
    let schedule = try BatchSchedule(rows: rows, size: size, seed: 1, stream: 2)
    let steps = schedule.stepsPerEpoch
    #expect(steps == (rows + min(size, rows) - 1) / min(size, rows))
    for epoch in 0..<4 {
      let batches = (0..<steps).map { self.rows(schedule, epoch * steps + $0) }
      #expect(batches.flatMap { $0 }.sorted() == (0..<Int32(rows)).map { $0 })
      for (index, batch) in batches.enumerated() {
        #expect(batch.count == schedule.batchSize(step: epoch * steps + index))
        #expect(schedule.epoch(step: epoch * steps + index) == epoch)
      }
      #expect(batches.dropLast().allSatisfy { $0.count == schedule.size })
    }
  }

  @Test func epochsSeedsAndStreamsDiffer() throws {
    let schedule = try BatchSchedule(rows: 100, size: 100, seed: 1, stream: 2)
    let first = rows(schedule, 0)
    #expect(first == rows(schedule, 0))
    #expect(first != rows(schedule, 1))
    #expect(first != rows(try BatchSchedule(rows: 100, size: 100, seed: 2, stream: 2), 0))
    #expect(first != rows(try BatchSchedule(rows: 100, size: 100, seed: 1, stream: 3), 0))
    #expect(first != (0..<100).map { $0 })
  }

  @Test func withoutShufflingRowsStayInOrder() throws {
    let schedule = try BatchSchedule(rows: 5, size: 2, shuffles: false, seed: 1, stream: 2)
    #expect((0..<4).map { rows(schedule, $0) } == [[0, 1], [2, 3], [4], [0, 1]])
  }

  @Test func cursorsAgreeInAnyOrder() throws {
    let schedule = try BatchSchedule(rows: 11, size: 4, seed: 9, stream: 1)
    let cursor = BatchCursor(schedule)
    var batch: [Int32] = []
    for step in [0, 1, 2, 3, 8, 7, 2, 1_000_000, 0, .max] {
      cursor.rows(step: step, into: &batch)
      #expect(batch == rows(schedule, step))
    }
  }

  @Test func impossibleBatches() {
    func error(_ rows: Int, _ size: Int) -> EngineError? {
      #expect(throws: EngineError.self) {
        try BatchSchedule(rows: rows, size: size, seed: 1, stream: 2)
      }
    }
    #expect(error(0, 1) == EngineError("a batch needs a row; the data set has none"))
    #expect(error(5, 0) == EngineError("the batch size is 0; it is at least 1"))
    #expect(error(5, .min) == EngineError("the batch size is \(Int.min); it is at least 1"))
    #expect(
      error(1 << 31, 1) == EngineError("2147483648 rows are too many for batches"))
  }
}
