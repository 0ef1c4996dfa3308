// Looking along series: keys, zoom, cursor, units, smoothing, panels; frames of them at both sizes.

import Interface
import Notebook
import Plotting
import Screen
import Testing

@Suite struct SeriesTests {
  /// A run with a validation loss and an accuracy, 20 steps an epoch, a second for 100 steps.
  static let run: RunSnapshot = {
    var run = Samples.run
    var loss = Samples.series("L", 0.7)
    var valid = Samples.series("valid", 0.9)
    var accuracy = SeriesSnapshot(
      name: "accuracy",
      buckets: (0..<25).map { Samples.bucket($0 * 50, Float($0) / Float($0 + 2)) })
    accuracy.panel = 1
    func timed(_ series: SeriesSnapshot) -> SeriesSnapshot {
      var series = series
      series.stepsPerEpoch = 20
      series.times = [StepTime(step: 0, seconds: 0), StepTime(step: 1300, seconds: 13)]
      return series
    }
    (loss, valid, accuracy) = (timed(loss), timed(valid), timed(accuracy))
    loss.buckets[80] = Samples.bucket(801, .nan)
    run.series = [loss, valid, accuracy]
    run.stepsPerEpoch = 20
    return run
  }()

  static let snapshot = Snapshot(
    title: "iris", cells: Samples.cells + [Samples.train], activity: .training, run: run,
    plots: [
      PlotOutput(
        title: "tanh",
        content: .curves(
          x: (0..<41).map { Float($0 - 20) / 5 },
          [Curve(name: "f", values: (0..<41).map { Float($0 - 20) / 20 })]))
    ], layout: "training", revision: 11)

  static func app(_ size: Size = Size(columns: 80, rows: 24), _ keys: String = "") -> App {
    var state = FrameTests.state(snapshot, size, .standard)
    _ = state.update(.prompt(PromptState()))
    var app = App(state)
    focus(&app, .loss)
    for key in keys { _ = AppTests.press(&app, .character(key)) }
    return app
  }

  static func focus(_ app: inout App, _ pane: Pane) {
    for _ in 0..<10 where app.state.focus != pane { _ = AppTests.press(&app, .function(6)) }
  }

  static func text(_ app: App) -> String { app.render().lines.joined(separator: "\n") }

  // MARK: Cursor

  @Test func theCursorReadsTheValuesOfAllSeries() {
    var app = Self.app()
    _ = AppTests.press(&app, .home)
    #expect(app.state.series.steps.cursor == 0)
    _ = AppTests.press(&app, .end)
    #expect(app.state.series.steps.cursor == 1231)
    // 1231 is the last recorded step; the reading is the last value.
    let last = Self.run.series[0].buckets[123].last
    #expect(Self.text(app).contains("L \(NumberFormat.compact(Double(last), significant: 4))"))
    _ = AppTests.press(&app, .left, .left)
    #expect(app.state.series.steps.cursor == 1207.0)
    _ = AppTests.press(&app, .character("["))
    #expect(app.state.series.steps.cursor == 1087.0)
    _ = AppTests.press(&app, .character("0"))
    #expect(app.state.series == SeriesView())
  }

  @Test func theCursorStaysWithinWhatIsRecorded() {
    var app = Self.app()
    for _ in 0..<300 { _ = AppTests.press(&app, .right) }
    #expect(app.state.series.steps.cursor == 1231)
    for _ in 0..<300 { _ = AppTests.press(&app, .left) }
    #expect(app.state.series.steps.cursor == 0)
  }

  // MARK: Zoom

  @Test func zoomAndPan() {
    var app = Self.app(Size(columns: 80, rows: 24), "++")
    #expect(app.state.series.steps.width == 1231.0 / 4)
    // What follows the newest steps goes on to do so.
    #expect(app.state.series.steps.end == nil)
    _ = AppTests.press(&app, .character("<"))
    #expect(app.state.series.steps.end == 1231 - 1231.0 / 16)
    _ = AppTests.press(&app, .character(">"))
    #expect(app.state.series.steps.end == nil)
    for _ in 0..<50 { _ = AppTests.press(&app, .character("<")) }
    #expect(app.state.series.steps.end == 1231.0 / 4)
    _ = AppTests.press(&app, .character("-"), .character("-"))
    #expect(app.state.series.steps.width == nil)
  }

  @Test func zoomingGoesToTheCursor() {
    var app = Self.app()
    _ = AppTests.press(&app, .home)
    for _ in 0..<6 { _ = AppTests.press(&app, .character("]")) }
    let cursor = app.state.series.steps.cursor ?? 0
    for _ in 0..<30 { _ = AppTests.press(&app, .character("+")) }
    #expect(app.state.series.steps.width == 4)
    let end = app.state.series.steps.end ?? 0
    #expect(cursor <= end && cursor >= end - 4)
    // Where a step is a column the cursor goes from step to step, and what is seen goes with it.
    _ = AppTests.press(&app, .right, .right, .right, .right, .right)
    #expect(app.state.series.steps.cursor == cursor + 5)
    let later = app.state.series.steps.end ?? 0
    #expect(cursor + 5 <= later && cursor + 5 >= later - 4)
  }

  @Test func curvesHaveAPlaceOfTheirOwn() {
    var app = Self.app(Size(columns: 200, rows: 60))
    Self.focus(&app, .plots)
    _ = AppTests.press(&app, .end, .left)
    #expect(app.state.series.steps.cursor == nil)
    let x = app.state.series.curves.cursor ?? 0
    #expect(abs(x - 3.8) < 1e-6)
    #expect(Self.text(app).contains("x 3.8"))
  }

  @Test func nothingToLookAtIsNoTrouble() {
    var app = AppTests.app(Snapshot(layout: "training"))
    Self.focus(&app, .loss)
    #expect(AppTests.press(&app, .left) == [.bell])
    for key in "[]+-<>lLxw0" { _ = AppTests.press(&app, .character(key)) }
    _ = app.render()
  }

  // MARK: Axes

  @Test func unitsTurn() {
    var app = Self.app(Size(columns: 80, rows: 24), "x")
    #expect(app.state.series.unit == .epoch)
    #expect(Self.text(app).contains("epoch"))
    _ = AppTests.press(&app, .end)
    // 1231 steps of 20 an epoch.
    #expect(Self.text(app).contains("epoch 61.55"))
    _ = AppTests.press(&app, .character("x"))
    #expect(Self.text(app).contains("s 12.31"))
    _ = AppTests.press(&app, .character("x"))
    #expect(app.state.series.unit == .step)
  }

  @Test func scalesAndSmoothing() {
    var app = Self.app(Size(columns: 200, rows: 60), "l")
    #expect(Self.text(app).contains("loss (log10)"))
    _ = AppTests.press(&app, .character("l"), .character("L"))
    #expect(Self.text(app).contains("loss (x log10)"))
    _ = AppTests.press(&app, .character("w"), .character("w"))
    #expect(app.state.series.smoothing == 0.9)
    _ = AppTests.press(&app, .end)
    let loss = Self.run.series[0]
    let smoothed = SeriesSnapshot.smoothed(loss.buckets, weight: 0.9)[123]
    #expect(
      Self.text(app).contains("L \(NumberFormat.compact(smoothed, significant: 4)) ("))
  }

  /// `plot loss smooth=0.9 x=epoch` is what the loss pane shows.
  @Test func thePlotsOptionsAreTheLossPanes() {
    var asked = PlotOutput(title: "loss", content: .series(Self.run.series))
    asked.axes.unit = .epoch
    asked.axes.smoothing = 0.9
    var snapshot = Self.snapshot
    snapshot.plots = [asked]
    let app = AppTests.app(snapshot)
    #expect(app.state.pinnedPlots.isEmpty)
    #expect(Self.text(app).contains("epoch"))
    asked.axes.range = 2...4
    snapshot.plots = [asked]
    #expect(AppTests.app(snapshot).state.pinnedPlots.count == 1)
  }

  /// An accuracy is not on the loss's axis.
  @Test func anotherQuantityHasAnAxisOfItsOwn() {
    let lines = Self.app().render().lines.map { String($0.prefix(40)) }
    let header = lines.firstIndex { $0.hasPrefix("accuracy") } ?? 0
    #expect(header > 4)
    #expect(lines[1].contains("L") && !lines[1].contains("accuracy"))
  }

  @Test func matchesTheRecordedFrames() throws {
    let portrait = Portrait.text { size, appearance in
      var state = FrameTests.state(Self.snapshot, size, appearance)
      _ = state.update(.prompt(PromptState()))
      var app = App(state)
      Self.focus(&app, .loss)
      for key in "xww+" { _ = AppTests.press(&app, .character(key)) }
      _ = AppTests.press(&app, .end, .character("["), .character("["))
      return app.render()
    }
    try Fixture.expect(portrait, "series")
  }
}
