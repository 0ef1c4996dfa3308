// Panes zoomed, resized and moved by keys and by the mouse; kept with the session as a word.

import Interface
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct ArrangementTests {
  static func app(_ columns: Int = 80, _ rows: Int = 24) -> App {
    var app = App(AppState(size: Size(columns: columns, rows: rows)))
    _ = app.update(.snapshot(Samples.training, at: 1))
    return app
  }

  static func keys(_ app: inout App, _ keys: String...) -> [AppEffect] {
    keys.flatMap { AppTests.press(&app, $0) }
  }

  static func mouse(
    _ app: inout App, _ action: MouseEvent.Action, _ column: Int, _ row: Int
  ) -> [AppEffect] {
    app.update(
      .input(.mouse(MouseEvent(action: action, place: Point(column: column, row: row)))))
  }

  @Test func onePaneFillsTheScreenAndReturns() {
    var app = Self.app()
    let before = app.state.layout
    _ = Self.keys(&app, "F6")
    #expect(app.state.focus == .loss)
    #expect(Self.keys(&app, "^X z") == [.arrange("notebook|zoom=loss")])
    #expect(app.state.layout.panes[.loss] == Rect(column: 0, row: 1, columns: 80, rows: 21))
    #expect(app.render().lines[23].contains("[loss] alone  Alt-z all panes"))
    // The next pane is zoomed too, the prompt after the last.
    _ = Self.keys(&app, "Alt-o")
    #expect(app.state.focus == .gradients && app.state.layout.focusable == [.gradients])
    _ = Self.keys(&app, "Alt-o", "Alt-o")
    #expect(app.state.focus == nil && app.state.layout.focusable == [.cells])
    _ = Self.keys(&app, "Alt-z")
    #expect(app.state.layout.panes == before.panes)
    // From the prompt it is the cells that one reads.
    _ = Self.keys(&app, "^X z")
    #expect(app.state.layout.focusable == [.cells])
  }

  @Test func panesAreResized() throws {
    var app = Self.app()
    let before = app.state.layout.panes
    _ = Self.keys(&app, "^X o", "^X >")
    #expect(app.state.layout.panes[.loss]?.columns == before[.loss].map { $0.columns + 4 })
    #expect(app.state.layout.panes[.gradients]?.endColumn == 80)
    _ = Self.keys(&app, "^X +")
    #expect(app.state.layout.panes[.loss]?.rows == before[.loss].map { $0.rows + 2 })
    #expect(app.state.layout.panes[.cells]?.rows == before[.cells].map { $0.rows - 2 })
    // The last pane of a band grows to the left; the cells upward.
    _ = Self.keys(&app, "^X o", "^X >")
    #expect(app.state.layout.panes[.loss]?.columns == before[.loss]?.columns)
    _ = Self.keys(&app, "^X o", "^X +")
    #expect(app.state.layout.panes[.cells]?.rows == before[.cells]?.rows)
    for _ in 0..<60 { _ = Self.keys(&app, "^X +") }
    #expect(app.state.layout.panes[.loss]?.rows == 3)
    #expect(app.state.message == "no room there")
    _ = Self.keys(&app, "^X =")
    #expect(app.state.layout.panes == before)
  }

  @Test func panesChangePlaces() {
    var app = Self.app()
    let before = app.state.layout.panes
    _ = Self.keys(&app, "^X o")
    #expect(
      Self.keys(&app, "^X L")
        == [.arrange("notebook|places=loss:gradients,gradients:loss")])
    #expect(app.state.layout.panes[.loss] == before[.gradients])
    #expect(app.state.layout.panes[.gradients] == before[.loss])
    #expect(app.state.focus == .loss)
    _ = Self.keys(&app, "^X J")
    #expect(app.state.layout.panes[.loss] == before[.cells])
    #expect(app.state.layout.panes[.cells] == before[.gradients])
    _ = Self.keys(&app, "^X Up")
    #expect(app.state.focus != .loss)
    _ = Self.keys(&app, "^X K")
    #expect(app.state.message == "no room there")
    _ = Self.keys(&app, "^X =")
    #expect(app.state.layout.panes == before && app.state.arrangement.isEmpty)
  }

  @Test func theMouseDragsRules() throws {
    var app = Self.app()
    let before = app.state.layout
    let rule = try #require(before.verticalRules.first)
    #expect(Self.mouse(&app, .press, rule.column, rule.row + 2) == [])
    #expect(app.state.focus == nil)
    _ = Self.mouse(&app, .drag, rule.column + 7, rule.row + 2)
    #expect(app.state.layout.panes[.loss]?.columns == before.panes[.loss].map { $0.columns + 7 })
    _ = Self.mouse(&app, .drag, 500, 0)
    #expect(app.state.layout.panes[.gradients]?.columns == 8)
    #expect(
      Self.mouse(&app, .release, 1, 1) == [.arrange("notebook|columns=loss:71,gradients:8")])
    let below = try #require(before.horizontalRules.first)
    _ = Self.mouse(&app, .press, 5, below.row)
    _ = Self.mouse(&app, .drag, 5, below.row - 3)
    _ = Self.mouse(&app, .release, 5, below.row - 3)
    #expect(app.state.layout.panes[.cells]?.rows == before.panes[.cells].map { $0.rows + 3 })
    // Nothing is held any more.
    let now = app.state.layout
    _ = Self.mouse(&app, .drag, 5, 5)
    #expect(app.state.layout == now)
  }

  @Test func theMouseChoosesTabs() {
    var app = Self.app(50, 12)
    #expect(app.render().lines[1] == "[cells]  loss   grad")
    _ = Self.mouse(&app, .press, 10, 1)
    #expect(app.state.tab == .loss && app.state.focus == .loss)
    _ = Self.mouse(&app, .press, 17, 1)
    #expect(app.state.tab == .gradients)
    _ = Self.mouse(&app, .press, 40, 1)
    #expect(app.state.tab == .gradients)
    _ = Self.keys(&app, "^X z")
    #expect(app.state.message == "a small screen shows one pane at a time")
  }

  @Test func arrangementsAreKeptWithTheSession() {
    var app = Self.app()
    _ = Self.keys(&app, "Alt-2", "^X o", "^X >")
    let effects = Self.keys(&app, "^X L")
    guard case .arrange(let text)? = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(
      text
        == "now|training|training|columns=loss:47,gradients:32;places=loss:gradients,gradients:loss"
    )
    // What comes back late changes nothing.
    var late = Samples.training
    late.arrangement = "now|training|training|columns=loss:47,gradients:32"
    _ = app.update(.snapshot(late, at: 2))
    #expect(app.state.layout.panes[.loss]?.column ?? 0 > 0)
    // Another sitting: the session says it.
    var other = Self.app()
    var opened = Samples.training
    opened.arrangement = text
    _ = other.update(.snapshot(opened, at: 2))
    #expect(other.state.layout == app.state.layout)
    #expect(Arrangement(text: other.state.arrangement.text) == other.state.arrangement)
  }

  @Test func textsOfArrangementsAreNotTrusted() {
    var random = SplitMix(seed: 3)
    let pieces = [
      "columns=", "rows=", "places=", "zoom=", "loss", "cells", ":", ",", ";", "=", "9999999999999",
      "-1", "40", "gradients", "prompt", "now", "|", "training", "\u{1B}", "numbers",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      var snapshot = Samples.everything
      snapshot.arrangement = "notebook|" + text
      var app = App(AppState(size: Size(columns: 100, rows: 30)))
      _ = app.update(.snapshot(snapshot, at: 1))
      let layout = app.state.layout
      let rects = Array(layout.panes.values) + layout.verticalRules + layout.horizontalRules
      #expect(rects.reduce(0) { $0 + $1.columns * $1.rows } == 3000, "\(text)")
      _ = app.render()
    }
  }

  @Test func aLectureIsLargeAndSparse() throws {
    let portrait = Portrait.text { size, appearance in
      var app = Self.app(size.columns, size.rows)
      _ = Self.keys(&app, "Alt-5")
      var state = app.state
      state.appearance = appearance
      return App(state).render()
    }
    try Fixture.expect(portrait, "lecture")
    // The picture is what was asked for last: a plot, attention, the instruction.
    var app = App(AppState(size: Size(columns: 100, rows: 40)))
    _ = app.update(.snapshot(Samples.attention, at: 1))
    _ = Self.keys(&app, "Alt-5")
    #expect(app.state.layout.focusable.first == .attention)
    _ = app.update(.snapshot(Samples.stepping, at: 2))
    // The verb's layout wins over the key's; lecture again.
    _ = Self.keys(&app, "Alt-5")
    #expect(app.state.layout.focusable == [.instruction, .cells])
  }
}

extension AppTests {
  /// Presses keys as help writes them.
  static func press(_ app: inout App, _ text: String) -> [AppEffect] {
    (KeySequence(text)?.keys ?? []).flatMap { app.update(.input(.key($0))) }
  }
}
