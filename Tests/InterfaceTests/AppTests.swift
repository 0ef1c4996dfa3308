// The application as (state, events) → (state, effects).

import Interface
import Language
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct AppTests {
  static let size = Size(columns: 80, rows: 24)

  static func app(_ snapshot: Snapshot = Snapshot()) -> App {
    var app = App(AppState(size: size))
    _ = app.update(.snapshot(snapshot, at: 1))
    return app
  }

  static func press(_ app: inout App, _ keys: Key...) -> [AppEffect] {
    keys.flatMap { app.update(.input(.key($0))) }
  }

  @Test func typingGoesToTheEditor() {
    var app = Self.app(Samples.training)
    #expect(Self.press(&app, .character("n")) == [.passToEditor(.character("n"))])
    #expect(Self.press(&app, .tab) == [.passToEditor(.tab)])
    #expect(Self.press(&app, .control("r")) == [.passToEditor(.control("r"))])
    #expect(Self.press(&app, .up) == [.passToEditor(.up)])
    #expect(!app.wants(.left) && app.wants(.function(1)))
    #expect(app.update(.input(.paste("a\nb"))) == [.insertText("a\nb")])
  }

  @Test func linesAreSubmitted() {
    var app = Self.app()
    #expect(app.update(.line("x = 1")) == [.submit("x = 1")])
    #expect(app.update(.line("   ")) == [])
    #expect(app.update(.line(" quit ")) == [.quit])
    #expect(app.update(.line("quit = 3")) == [.submit("quit = 3")])
  }

  @Test func interruptStopsWhatRunsOrClearsTheLine() {
    var running = Self.app(Samples.training)
    #expect(running.update(.input(.interrupt)) == [.interrupt])
    #expect(Self.press(&running, .control("c")) == [.interrupt])
    var idle = Self.app()
    #expect(idle.update(.input(.interrupt)) == [.clearLine])
    _ = Self.press(&idle, .function(1))
    #expect(idle.update(.input(.interrupt)) == [])
    #expect(idle.state.overlay == nil)
  }

  @Test func controlDQuitsOnAnEmptyLineOnly() {
    var app = Self.app()
    #expect(Self.press(&app, .control("d")) == [.quit])
    _ = app.update(.prompt(PromptState(text: "x", cursorOffset: 1)))
    #expect(Self.press(&app, .control("d")) == [.passToEditor(.control("d"))])
  }

  @Test func theSystemKeys() {
    var app = Self.app()
    #expect(Self.press(&app, .control("z"), .control("l")) == [.suspend, .redraw])
    #expect(app.update(.input(.resumed)) == [.redraw])
    #expect(app.update(.input(.terminate)) == [.quit])
  }

  @Test func pauseAndGoOn() {
    var app = Self.app(Samples.training)
    #expect(Self.press(&app, .alt("p")) == [.pause])
    var paused = Samples.training
    paused.activity = .paused
    _ = app.update(.snapshot(paused, at: 2))
    #expect(Self.press(&app, .alt("p")) == [.submit("continue")])
    var idle = Self.app()
    #expect(Self.press(&idle, .alt("p")) == [.bell])
  }

  @Test func singleKeysWalkTheProgram() {
    var app = Self.app(Samples.stepping)
    #expect(Self.press(&app, .character("s")) == [.passToEditor(.character("s"))])
    #expect(Self.press(&app, .alt("s")) == [])
    #expect(
      Self.press(
        &app, .character("s"), .character("n"), .character("f"), .character("c"),
        .character("b"))
        == ["step", "next", "finish", "continue", "backward"].map { .enqueue($0) })
    #expect(
      Self.press(
        &app, .character("S"), .character("N"), .character("F"), .character("C"), .character("B"))
        == ["back step", "back next", "back finish", "back continue", "back backward"].map {
          .enqueue($0)
        })
    // While a move is executed the next ones are typed; a run that pauses takes them at once.
    for (activity, effect) in [
      (Activity.executing, AppEffect.enqueue("next")), (.paused, .submit("next")),
      (.training, .passToEditor(.character("n"))),
    ] {
      var snapshot = Samples.stepping
      snapshot.activity = activity
      _ = app.update(.snapshot(snapshot, at: 2))
      #expect(Self.press(&app, .character("n")) == [effect])
    }
    _ = app.update(.snapshot(Samples.stepping, at: 2))
    #expect(Self.press(&app, .character("p")) == [.passToEditor(.character("p"))])
    _ = app.update(.prompt(PromptState(text: "p", cursorOffset: 1)))
    #expect(Self.press(&app, .character("s")) == [.passToEditor(.character("s"))])
    _ = app.update(.prompt(PromptState()))
    _ = app.update(.snapshot(Snapshot(), at: 3))
    #expect(Self.press(&app, .character("s")) == [.passToEditor(.character("s"))])
  }

  @Test func replayGoesOnByItselfOrIsTakenOver() {
    var snapshot = Samples.training
    snapshot.activity = .replaying(cell: 2, count: 4)
    var app = Self.app(snapshot)
    #expect(Self.press(&app, .character(" ")) == [.replayNext])
    #expect(Self.press(&app, .escape) == [.takeOver])
    // It is over for the status line and the keys too.
    #expect(Self.press(&app, .character(" ")) == [.passToEditor(.character(" "))])
    app = Self.app(snapshot)
    #expect(app.update(.line("net(x)")) == [.takeOver, .submit("net(x)")])
    _ = app.update(.prompt(PromptState(text: "net", cursorOffset: 3)))
    #expect(Self.press(&app, .character(" ")) == [.passToEditor(.character(" "))])
  }

  @Test func anInterruptedSessionIsOffered() {
    var app = Self.app()
    _ = app.update(.offer("xor.nabla was interrupted after cell 4"))
    #expect(app.render().lines[1] == "xor.nabla was interrupted after cell 4")
    var other = app
    #expect(Self.press(&app, .enter) == [.acceptOffer])
    #expect(Self.press(&other, .escape) == [.declineOffer])
    #expect(app.state.overlay == nil && other.state.overlay == nil)
  }

  @Test func layoutKeysHaveAnAlternative() {
    for (function, digit, preset) in [
      (2, "1", Layout.Preset.notebook), (3, "2", .training), (4, "3", .debugging),
      (5, "4", .attention),
    ] {
      var app = Self.app(Samples.everything)
      _ = Self.press(&app, .function(function))
      #expect(app.state.chosenLayout == preset)
      _ = app.update(.snapshot(Samples.everything, at: 2))
      #expect(app.state.chosenLayout == preset)
      _ = Self.press(&app, .alt(Character(digit)))
      #expect(app.state.chosenLayout == preset)
      // The verb wins over the key.
      var changed = Samples.everything
      changed.layout = "training"
      _ = app.update(.snapshot(changed, at: 3))
      #expect(app.state.chosenLayout == nil)
    }
  }

  @Test func scrollingStaysWithinTheCells() {
    var app = Self.app(Samples.mistake)
    _ = Self.press(&app, .pageUp)
    #expect(app.state.scroll[.cells] == 0)
    var long = Samples.mistake
    for number in 4...60 { long.cells.append(NotebookCell(number: number, source: "x = 1")) }
    _ = app.update(.snapshot(long, at: 2))
    _ = Self.press(&app, .pageUp)
    #expect(app.state.scroll[.cells] == 20)
    for _ in 0..<50 { _ = Self.press(&app, .pageUp) }
    // 14 lines of the first three cells, 57 of the others, 21 rows on the screen.
    #expect(app.state.scroll[.cells] == 14 + 57 - 21)
    #expect(app.render().lines[1].hasPrefix("[1] ∇ w = [[1, 2, 3], [4, 5, 6]]"))
    _ = Self.press(&app, .pageDown)
    #expect(app.state.scroll[.cells] == 30)
    // What is entered shows.
    _ = app.update(.line("y = 2"))
    #expect(app.state.scroll[.cells] == 0)
  }

  @Test func thePaneWithTheFocusTakesArrows() {
    var app = Self.app(Samples.attention)
    _ = Self.press(&app, .alt("o"))
    #expect(app.state.focus == .attention)
    #expect(Self.press(&app, .down, .down, .right) == [])
    #expect(app.state.attention == AttentionGaze(query: 2, key: 1))
    #expect(app.render().lines.contains { $0.contains("q=sees k=man 0.5") })
    for _ in 0..<9 { _ = Self.press(&app, .right) }
    #expect(app.state.attention.key == 4)
    #expect(Self.press(&app, .character("x")) == [.passToEditor(.character("x"))])
    #expect(app.state.focus == nil)
    #expect(Self.press(&app, .left) == [.passToEditor(.left)])
    _ = Self.press(&app, .alt("o"), .escape)
    #expect(app.state.focus == nil)
  }

  @Test func theMouseScrollsAndFocuses() {
    var app = Self.app(Samples.everything)
    let program = Point(column: 3, row: 3)
    _ = app.update(.input(.mouse(MouseEvent(action: .wheelUp, place: program))))
    #expect(app.state.scroll[.program] == -3)
    _ = app.update(.input(.mouse(MouseEvent(action: .press, place: program))))
    #expect(app.state.focus == .program)
    _ = app.update(
      .input(.mouse(MouseEvent(action: .press, place: Point(column: 0, row: 22)))))
    #expect(app.state.focus == nil)
  }

  @Test func speedAndTimeLeft() throws {
    var meter = RateMeter()
    meter.add(step: 0, at: 10)
    #expect(meter.rate == nil)
    meter.add(step: 100, at: 11)
    #expect(meter.rate == 100)
    #expect(meter.remaining(step: 100, target: 600) == 5)
    meter.add(step: 400, at: 12)
    // One second weighs a third beside two of memory.
    #expect(try abs(#require(meter.rate) - (100 + 200.0 / 3)) < 1e-9)
    meter.add(step: 3, at: 13)
    #expect(meter.rate == nil)
    meter.add(step: 4, at: 13)
    meter.add(step: Int.max, at: .nan)
    meter.add(step: Int.min, at: 14)
    meter.add(step: Int.max, at: 15)
    #expect(meter.remaining(step: Int.min, target: Int.max) != nil)
  }

  @Test func anIdleScreenStandsStill() {
    var app = Self.app()
    let before = app.render()
    #expect(app.update(.tick(100)) == [])
    #expect(app.render() == before)
    var busy = Self.app(Samples.training)
    _ = busy.update(.tick(65))
    #expect(busy.render().lines[23].hasPrefix("─ rec ● 01:05 ─ ^C stop"))
  }

  @Test func theLossAxisIsSticky() throws {
    var app = Self.app(Samples.training)
    let first = try #require(app.state.yRanges[""])
    var later = Samples.training
    later.run?.series[0].buckets.append(Samples.bucket(1250, 0.72))
    _ = app.update(.snapshot(later, at: 2))
    #expect(app.state.yRanges[""] == first)
  }

  @Test func completionsStandAboveThePrompt() {
    var app = Self.app()
    _ = app.update(
      .prompt(
        PromptState(text: "ta", cursorOffset: 2, completions: ["tanh", "tan", "take", "targets"])))
    let lines = app.render().lines
    #expect(lines[20].hasPrefix("─ 4 completions ───"))
    #expect(lines[21] == " tanh  tan  take  targets")
    #expect(lines[22] == "∇ ta")
    #expect(app.render().cursor == Point(column: 4, row: 22))
  }

  @Test func longAndSeveralLinesShowTheCursor() {
    var app = Self.app()
    let long = String(repeating: "a + ", count: 40)
    _ = app.update(.prompt(PromptState(text: long, cursorOffset: long.utf8.count)))
    #expect(app.render().cursor == Point(column: 79, row: 22))
    #expect(app.render().lines[22].hasPrefix("∇ …"))
    _ = app.update(.prompt(PromptState(text: "f(\n  日本,\n  z", cursorOffset: 11)))
    let frame = app.render()
    #expect(Array(frame.lines[20...22]) == ["∇ f(", "    日本,", "    z"])
    #expect(frame.cursor == Point(column: 8, row: 21))
  }

  @Test func randomEventsNeverTrap() {
    var random = SplitMix(seed: 7)
    var app = Self.app(Samples.everything)
    let keys: [Key] =
      KeyTable.actions.flatMap { $0.keys.flatMap(\.keys) } + [
        .character("é"), .character("日"), .enter, .backspace, .function(99), .alt("\u{301}"),
      ]
    let snapshots = [
      Samples.everything, Samples.training, Samples.stepping, Samples.attention, Snapshot(),
      Self.hostile,
    ]
    for round in 0..<600 {
      let event: AppEvent
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        event = .snapshot(
          snapshots[Int.random(in: 0..<snapshots.count, using: &random)], at: Double(round))
      case 1:
        event = .input(
          .resize(
            Size(
              columns: Int.random(in: -2..<140, using: &random),
              rows: Int.random(in: -2..<50, using: &random))))
      case 2:
        let offset = Int.random(in: -3..<30, using: &random)
        event = .prompt(
          PromptState(
            text: ["", "x", "a\n日本\u{1B}[2J", "\u{7F}\t"][round % 4], cursorOffset: offset,
            completions: round % 3 == 0 ? ["a", "\u{1B}]0;", "日本"] : []))
      case 3:
        let actions: [MouseEvent.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
        event = .input(
          .mouse(
            MouseEvent(
              action: actions[round % 5],
              place: Point(
                column: Int.random(in: -5..<150, using: &random),
                row: Int.random(in: -5..<60, using: &random)))))
      case 4: event = round % 2 == 0 ? .tick(.nan) : .offer("again?")
      case 5: event = round % 2 == 0 ? .input(.interrupt) : .line("help \u{0}")
      default:
        event = .input(.key(keys[Int.random(in: 0..<keys.count, using: &random)]))
      }
      _ = app.update(event)
      let frame = app.render()
      if round % 8 == 0 { #expect(frame == AppRenderer.render(app.state)) }
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
    }
  }

  /// Numbers and sizes that disagree with each other.
  static let hostile: Snapshot = {
    var snapshot = Samples.everything
    snapshot.run?.step = Int.max
    snapshot.run?.target = Int.min
    snapshot.run?.stepsPerEpoch = 0
    snapshot.run?.lastLoss = .nan
    snapshot.run?.learningRate = .infinity
    snapshot.program?.counter = Int.min
    snapshot.program?.breakpoints = [Int.max: .init(number: 1), -1: .init(number: 2)]
    snapshot.program?.groups = [
      ProgramGroup(name: "net", first: -5, last: Int.max, depth: 1, end: -1),
      ProgramGroup(name: "a", first: Int.max, last: Int.min, depth: -3, end: Int.max),
    ]
    snapshot.program?.current?.index = Int.max
    snapshot.program?.current?.operands.append(
      MatrixView(
        name: "\u{1B}[31m", shape: [Int.max, Int.max], role: .value, rows: Int.max,
        columns: Int.max, values: [.nan, .infinity]))
    snapshot.attention = [
      AttentionMap(name: "", queries: ["a", "b"], keys: [], weights: [1], masked: [true])
    ]
    snapshot.cells.append(
      NotebookCell(
        number: Int.min, source: "\u{1B}[2J\r\n\u{202E}",
        outputs: [
          .tensor(TensorOutput(name: nil, shape: [Int.max, 3], values: [1])),
          .tensor(TensorOutput(name: "e", shape: [0, 4], values: [])),
          .tensor(TensorOutput(name: "s", shape: [-1, -1], values: [2])),
          .table(TableOutput(header: [], rows: [[], ["x"]])), .text(""),
          .plot(
            PlotOutput(
              title: "", content: .histogram(name: "", lower: .nan, upper: 0, counts: []))),
        ]))
    snapshot.cells.append(
      NotebookCell(number: 3, source: "é", error: .init("bad", at: .init(1, Int.max))))
    return snapshot
  }()
}
