import Notebook
import Testing

struct SessionReplayTests {
  func cells(_ times: [Double?]) -> [Cell] {
    times.enumerated().map { Cell(number: $0.offset + 1, source: "a", time: $0.element) }
  }

  func delays(_ schedule: ReplaySchedule) -> [Double] {
    var schedule = schedule
    var delays: [Double] = []
    while let delay = schedule.nextDelay {
      delays.append(delay)
      _ = schedule.advance()
    }
    return delays
  }

  @Test func theRecordedPace() {
    #expect(delays(ReplaySchedule(cells: cells([0.5, 2, 4.5]))) == [0.5, 1.5, 2.5])
    #expect(delays(ReplaySchedule(cells: cells([0.5, 2, 4.5]), speed: 2)) == [0.25, 0.75, 1.25])
  }

  @Test func longPausesAreCut() {
    #expect(delays(ReplaySchedule(cells: cells([60, 61, 4000]), speed: 4)) == [1.25, 0.25, 1.25])
  }

  @Test func cellsWithoutATime() {
    #expect(delays(ReplaySchedule(cells: cells([nil, nil]), speed: 4)) == [0.25, 0.25])
    #expect(delays(ReplaySchedule(cells: cells([2, nil, 5]))) == [2, 1, 3])
  }

  @Test func wildTimesAndSpeeds() {
    #expect(delays(ReplaySchedule(cells: cells([5, 1, .nan, -1, 1e300]))) == [5, 0, 1, 0, 5])
    #expect(ReplaySchedule(cells: [], speed: .nan).speed == 1)
    #expect(ReplaySchedule(cells: [], speed: 0).speed == 0.01)
    #expect(ReplaySchedule(cells: [], speed: -.infinity).speed == 0.01)
    var schedule = ReplaySchedule(cells: cells([1]), speed: .infinity)
    #expect(schedule.speed == 1000)
    schedule.speed = .nan
    #expect(schedule.speed == 1)
  }

  @Test func theSpeedCanChangeOnTheWay() {
    var schedule = ReplaySchedule(cells: cells([1, 2]))
    #expect(schedule.nextDelay == 1)
    #expect(schedule.advance() == 0)
    schedule.speed = 10
    #expect(schedule.nextDelay == 0.1)
  }

  @Test func cellByCell() {
    var schedule = ReplaySchedule(cells: cells([1, 2, 3]), stepping: true)
    #expect(schedule.nextDelay == nil)
    #expect(schedule.advance() == 0)
    #expect(schedule.position == 1)
    schedule.resume()
    #expect(schedule.nextDelay == 1)
    schedule.stepByCell()
    #expect(schedule.advance() == 1)
    #expect(schedule.advance() == 2)
    #expect(schedule.isFinished)
    #expect(schedule.advance() == nil)
    #expect(schedule.position == 3)
  }

  @Test func takingOver() {
    var schedule = ReplaySchedule(cells: cells([1, 2, 3]))
    _ = schedule.advance()
    #expect(schedule.takeOver() == 1)
    #expect(schedule.isFinished)
    #expect(schedule.nextDelay == nil)
    #expect(schedule.advance() == nil)
    schedule.resume()
    #expect(schedule.mode == .takenOver)
  }
}
