// How often the screen looks at a run, and when it draws at all.

import Interface
import Notebook
import Screen
import Testing

struct PaceTests {
  @Test func whatIsQuickIsSeenTenTimesASecond() {
    var pace = Pace()
    #expect(pace.interval == Pace.shortest)
    pace.looked(for: 0.0001)
    pace.drew(for: 0.001)
    #expect(pace.interval == Pace.shortest)
  }

  @Test func looksTakeAStatedShareAtMost() {
    var pace = Pace()
    pace.looked(for: 0.003)
    #expect(abs(pace.interval - 0.2) < 1e-9)
    pace = Pace()
    pace.drew(for: 0.02)
    #expect(abs(pace.interval - 0.2) < 1e-9)
  }

  @Test func theCostliestPictureMovesStill() {
    var pace = Pace()
    pace.looked(for: 100)
    #expect(pace.interval == Pace.longest)
  }

  @Test func oneSlowLookIsForgotten() {
    var pace = Pace()
    pace.looked(for: 0.0005)
    pace.looked(for: 0.02)
    #expect(pace.interval > 0.2)
    for _ in 0..<20 { pace.looked(for: 0.0005) }
    #expect(pace.interval == Pace.shortest)
    pace.looked(for: .nan)
    pace.looked(for: -1)
    #expect(pace.interval == Pace.shortest)
  }

  @Test func anUnchangedStateIsNotDrawnAgain() {
    var app = App(AppState(size: Size(columns: 80, rows: 24)))
    #expect(app.nextFrame() != nil)
    #expect(app.nextFrame() == nil)
    _ = app.update(.prompt(PromptState()))
    #expect(app.nextFrame() == nil)
    _ = app.update(.prompt(PromptState(prompt: "", text: "a", cursorOffset: 1, completions: [])))
    #expect(app.nextFrame() != nil)
    _ = app.update(.snapshot(Snapshot(activity: .training), at: 1))
    #expect(app.nextFrame() != nil)
    _ = app.update(.tick(1.1))
    #expect(app.nextFrame() == nil)
    _ = app.update(.tick(1.3))
    #expect(app.nextFrame() != nil)
    _ = app.update(.input(.resumed))
    #expect(app.nextFrame() != nil)
  }
}

struct TypingFrameTests {
  /// What is drawn for a key is what drawing everything gives.
  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 30, rows: 9),
  ])
  func typingDrawsTheSameFrame(size: Size) {
    let notebook = Notebook()
    for line in [
      "w = param([3])", "L = mean((w - 1) ** 2)", "train L with sgd(lr=0.1) steps=20", "step",
      "plot w",
    ] { notebook.apply(line) }
    var app = App(AppState(snapshot: notebook.snapshot(), size: size))
    _ = app.nextFrame()
    let lines = [
      "p", "pr", "print w", "", "s", String(repeating: "long ", count: 60), "şğ İı", "a\nb", "a",
    ]
    for line in lines {
      let cursors = [line.utf8.count, 0, line.utf8.count / 2]
      for cursor in cursors {
        _ = app.update(.prompt(PromptState(text: line, cursorOffset: cursor)))
        if let frame = app.nextFrame() { #expect(frame == app.render(), "\(line) \(cursor)") }
      }
    }
    // Two keys between two frames, the second of which opens a line.
    _ = app.update(.prompt(PromptState(text: "ab", cursorOffset: 2)))
    _ = app.update(.prompt(PromptState(text: "ab\n", cursorOffset: 3)))
    #expect(app.nextFrame() == app.render())
    _ = app.update(.prompt(PromptState(text: "pri", cursorOffset: 3, completions: ["print"])))
    #expect(app.nextFrame() == app.render())
    _ = app.update(.prompt(PromptState(text: "print", cursorOffset: 5)))
    #expect(app.nextFrame() == app.render())
  }
}
