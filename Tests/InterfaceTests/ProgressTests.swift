// Bars, rates and the time that is left, from counts and the times at which they came.

import Interface
import Notebook
import Screen
import Testing

@Suite struct ProgressTests {
  @Test func aLineSaysHowFarAndHowLong() {
    var meters = ProgressMeters()
    func part(_ done: Int) -> Progress {
      Progress("opening", done: done, total: 40, unit: "cells")
    }
    #expect(
      meters.line(part(0), columns: 80, appearance: .ascii)
        == "opening  0/40 cells  [------------]   0 %")
    meters.add([part(0)], at: 1)
    meters.add([part(10)], at: 2)
    #expect(
      meters.line(part(10), columns: 80, appearance: .ascii)
        == "opening  10/40 cells  [###---------]  25 %  10/s  0:03 left")
    // Something else begins anew.
    meters.add([Progress("training", done: 500)], at: 3)
    #expect(
      meters.line(Progress("training", done: 500, unit: "steps"), columns: 80, appearance: .ascii)
        == "training  500 steps")
    for columns in 1...100 {
      let line = meters.line([part(3), part(4)], columns: columns, appearance: .standard)
      #expect(DisplayWidth.of(line) <= columns)
    }
  }

  /// A validation every 100 steps that takes as long as they do doubles the time that is left.
  @Test func theRemainingTimeCountsValidations() throws {
    var meter = RateMeter()
    var time = 0.0
    for step in stride(from: 0, through: 1000, by: 10) {
      meter.add(step: step, at: time)
      time += 0.1
      if step % 100 == 0 { time += 1 }
    }
    let left = try #require(meter.remaining(step: 1000, target: 2000, period: 100))
    #expect(abs(left - 20) < 1.5, "\(left)")
  }

  @Test func theStatusLineShowsWhatGoesOn() {
    var snapshot = Samples.stepping
    snapshot.activity = .executing
    snapshot.progress = [
      Progress("opening", done: 3, total: 10, unit: "cells"),
      Progress("going", done: 250, total: 1000, unit: "steps"),
    ]
    var app = AppTests.app(snapshot)
    _ = app.update(.input(.resize(Size(columns: 120, rows: 30))))
    let line = app.render().lines[0]
    #expect(line.contains("BUSY  opening 3/10 cells  going 250/1000 steps"), "\(line)")
    snapshot.progress[1].done = 500
    _ = app.update(.snapshot(snapshot, at: 2))
    let later = app.render().lines[0]
    #expect(later.contains("250 steps/s") && later.contains("ETA 0:02"), "\(later)")
    #expect(later.contains("━━━━━┄┄┄┄┄"), "\(later)")
  }
}
