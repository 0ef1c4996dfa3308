// The cells pane by keys and by the mouse.

import Interface
import Language
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct CellKeysTests {
  static let cells: [NotebookCell] = [
    NotebookCell(number: 1, prose: "# A lesson\n\nWith prose.", status: .done),
    NotebookCell(
      number: 2, source: "x = [[1, 2], [3, 4]]", outputs: [.text("x: [2, 2]")], status: .done),
    NotebookCell(
      number: 3, source: "print x",
      outputs: [.tensor(TensorOutput(name: nil, shape: [2, 2], values: [1, 2, 3, 4]))],
      status: .done),
    NotebookCell(
      number: 4, source: "plot tanh over -1..1",
      outputs: [
        .plot(
          PlotOutput(
            title: "loss",
            content: .curves(x: [0, 1], [Curve(name: "loss", values: [1, 0])])))
      ], status: .done),
    NotebookCell(number: 5, source: "x = 2", outputs: [.text("x: 2")], status: .done),
    NotebookCell(number: 6, source: "y = x", status: .pending),
  ]

  static func app(_ columns: Int = 80, _ rows: Int = 24) -> App {
    var snapshot = Snapshot(title: "cells", cells: cells)
    snapshot.cells[2].stale = StaleMark(name: "x", cell: 5)
    var app = App(AppState(size: Size(columns: columns, rows: rows)))
    _ = app.update(.snapshot(snapshot, at: 1))
    _ = AppTests.press(&app, "^X c")
    return app
  }

  static func keys(_ app: inout App, _ keys: String...) -> [AppEffect] {
    keys.flatMap { AppTests.press(&app, $0) }
  }

  @Test func theChosenCellIsMarked() throws {
    let portrait = Portrait.text { size, appearance in
      var app = Self.app(size.columns, size.rows)
      var state = app.state
      state.appearance = appearance
      app = App(state)
      _ = Self.keys(&app, "k", "k", "k")
      _ = Self.keys(&app, "o")
      return app.render()
    }
    try Fixture.expect(portrait, "cells")
  }

  @Test func cellsAreChosen() {
    var app = Self.app()
    #expect(app.state.focus == .cells && app.state.chosenCell == nil)
    _ = Self.keys(&app, "Up")
    #expect(app.state.chosenCell == 4)
    _ = Self.keys(&app, "g", "k", "k")
    #expect(app.state.chosenCell == 0)
    #expect(app.render().lines[1].hasPrefix("▌ A lesson"))
    _ = Self.keys(&app, "j", "Down", "G")
    #expect(app.state.chosenCell == 5)
    #expect(app.render().lines.contains("▌ [6] ∇ y = x  (not run)"))
    #expect(app.render().lines.contains { $0.hasSuffix("[3] ∇ print x  x redefined in [5]") })
    // Other letters go on to be typed.
    #expect(Self.keys(&app, "x") == [.passToEditor(.character("x"))])
    #expect(app.state.focus == nil)
  }

  @Test func cellsAreFolded() {
    var app = Self.app()
    _ = Self.keys(&app, "g", "j", "o")
    #expect(app.render().lines.contains("▌     ▸ 1 line folded"))
    _ = Self.keys(&app, "o", "Space", "j", "Space")
    #expect(app.state.cellFolds == [2: .all, 3: .all])
    _ = Self.keys(&app, "O")
    #expect(app.state.cellFolds.isEmpty)
    _ = Self.keys(&app, "O")
    #expect(app.state.cellFolds.count == 6)
    #expect(app.render().lines.filter { $0.contains("folded") }.count == 4)
  }

  @Test func aCellIsEditedInTheLine() {
    var app = Self.app()
    _ = Self.keys(&app, "g", "j")
    #expect(Self.keys(&app, "e") == [.replaceLine("x = [[1, 2], [3, 4]]")])
    #expect(app.state.focus == nil)
    _ = app.update(.prompt(PromptState(text: "x = 1", cursorOffset: 5)))
    #expect(app.render().lines[22] == "[2] ∇ x = 1")
    #expect(
      app.update(.line("x = 1"))
        == [.edit(.replace(cell: 2, was: "x = [[1, 2], [3, 4]]", with: "x = 1"))])
    // ^C gives it up, the same text changes nothing.
    _ = Self.keys(&app, "^X c", "g", "Enter")
    #expect(app.update(.input(.interrupt)) == [.clearLine])
    #expect(app.update(.line("z = 1")) == [.submit("z = 1")])
    _ = Self.keys(&app, "^X c", "g", "e")
    #expect(app.update(.line("# # A lesson\n#\n# With prose.")) == [])
    #expect(app.state.message == "[1] is as it was")
  }

  @Test func cellsAreChanged() {
    var app = Self.app()
    _ = Self.keys(&app, "g", "j")
    #expect(Self.keys(&app, "R") == [.edit(.run(from: 2))])
    #expect(Self.keys(&app, "d d") == [.edit(.delete(cell: 2))])
    #expect(Self.keys(&app, "J") == [.edit(.move(cell: 2, by: 1))])
    #expect(app.state.chosenCell == 2)
    #expect(Self.keys(&app, "K") == [.edit(.move(cell: 3, by: -1))])
    #expect(Self.keys(&app, "u", "U") == [.submit("undo"), .submit("redo")])
    #expect(Self.keys(&app, "r") == [.submit("x = [[1, 2], [3, 4]]")])
    #expect(Self.keys(&app, "g", "r") == [.bell])
    #expect(Self.keys(&app, "Alt-e") == [.editExternally("# # A lesson\n#\n# With prose.")])
    #expect(app.update(.edited("# B")) == [.replaceLine("# B")])
    #expect(
      app.update(.line("# B"))
        == [.edit(.replace(cell: 1, was: "# # A lesson\n#\n# With prose.", with: "# B"))])
    // The line has an editor too.
    _ = Self.keys(&app, "Esc")
    _ = app.update(.prompt(PromptState(text: "x =", cursorOffset: 3)))
    #expect(Self.keys(&app, "^X e") == [.editExternally("x =")])
    // While a run goes on nothing is changed.
    var running = Samples.training
    running.cells = Self.cells
    _ = app.update(.snapshot(running, at: 2))
    #expect(Self.keys(&app, "^X c", "d d") == [.bell])
    #expect(app.state.message == "the run goes on: ^C stops it")
  }

  @Test func cellsAreSearched() throws {
    var app = Self.app()
    _ = Self.keys(&app, "g", "/")
    #expect(app.wants(.character("q")) && app.wants(.tab))
    _ = Self.keys(&app, "P", "R", "i", "x", "Backspace")
    #expect(app.render().lines[23].hasPrefix("─ /PRi_ Enter finds  Esc ends"))
    _ = Self.keys(&app, "Enter")
    #expect(app.state.chosenCell == 2)
    let frame = app.render()
    let row = try #require(frame.lines.firstIndex { $0.contains("print x") })
    #expect(frame[row, 8].style != frame[row, 14].style)
    _ = Self.keys(&app, "n")
    #expect(app.state.chosenCell == 2)
    _ = Self.keys(&app, "/", "x", "Space", "=", "Enter")
    #expect(app.state.chosenCell == 4)
    _ = Self.keys(&app, "n")
    #expect(app.state.chosenCell == 1 && app.state.message == "found from the other end")
    _ = Self.keys(&app, "N")
    #expect(app.state.chosenCell == 4)
    _ = Self.keys(&app, "/", "q", "q", "Enter")
    #expect(app.state.message == "no cell has 'qq'")
    _ = Self.keys(&app, "/", "Esc")
    #expect(app.state.search == nil)
    _ = Self.keys(&app, "n")
    #expect(app.state.message == "/ searches the cells")
  }

  @Test func aPlotIsLiveOrFrozen() {
    var app = Self.app()
    _ = Self.keys(&app, "G", "k", "k", "l")
    #expect(app.state.message == "that plot is not pinned any more: r plots it again")
    var pinned = app.state.snapshot
    pinned.plots = [
      PlotOutput(
        title: "loss", content: .curves(x: [0, 1], [Curve(name: "now", values: [5, 6])]))
    ]
    _ = app.update(.snapshot(pinned, at: 2))
    _ = Self.keys(&app, "^X z", "l")
    #expect(app.state.liveCells == [4])
    #expect(app.render().lines.contains { $0.contains("now") })
    _ = Self.keys(&app, "l")
    #expect(app.state.message == "[4] shows its plot as it was" && app.state.liveCells.isEmpty)
    _ = Self.keys(&app, "g", "l")
    #expect(app.state.message == "[1] has no plot")
  }

  @Test func theMouseChoosesACell() {
    var app = Self.app()
    let lines = app.render().lines
    for (words, cell) in [("A lesson", 0), ("x: [2, 2]", 1), ("print x", 2), ("y = x", 5)] {
      guard let row = lines.firstIndex(where: { $0.contains(words) }) else { continue }
      _ = app.update(
        .input(.mouse(MouseEvent(action: .press, place: Point(column: 9, row: row)))))
      #expect(app.state.chosenCell == cell, "\(words)")
    }
  }

  @Test func randomKeysNeverTrap() {
    var random = SplitMix(seed: 5)
    var app = Self.app()
    let all = KeyTable.contexts.first { $0.name == "cells" }?.actions.flatMap(\.keys) ?? []
    for round in 0..<500 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        var snapshot = Snapshot(
          cells: Array(Self.cells.prefix(Int.random(in: 0...6, using: &random))))
        snapshot.revision = round
        _ = app.update(.snapshot(snapshot, at: 1))
        _ = Self.keys(&app, "^X c")
      case 1:
        let size = Size(
          columns: Int.random(in: 1..<90, using: &random),
          rows: Int.random(in: 1..<30, using: &random))
        _ = app.update(.input(.resize(size)))
      case 2: _ = app.update(.line(round % 2 == 0 ? "" : "x"))
      default:
        for key in all[Int.random(in: 0..<all.count, using: &random)].keys {
          _ = app.update(.input(.key(key)))
        }
      }
      _ = app.render()
    }
  }

  /// Every element that is drawn is found where it stands.
  @Test(arguments: [(80, 24), (200, 60)])
  func theMouseChoosesAnElement(_ columns: Int, _ rows: Int) throws {
    var app = App(AppState(size: Size(columns: columns, rows: rows)))
    _ = app.update(.snapshot(Samples.stepping, at: 1))
    _ = Self.keys(&app, "F4")
    let area = try #require(app.state.layout.panes[.instruction])
    var found: Set<AppEffect> = []
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        let press = MouseEvent(action: .press, place: Point(column: column, row: row))
        for effect in app.update(.input(.mouse(press))) {
          guard case .look = effect else {
            Issue.record("\(effect)")
            continue
          }
          found.insert(effect)
        }
      }
    }
    let detail = try #require(Samples.stepping.program?.current)
    let matrices = detail.operands + [detail.result].compactMap { $0 }
    if detail.look != nil { #expect(found.count >= matrices.count, "\(found)") }
  }

  // MARK: Questions, phases

  @Test func anUnsavedSessionIsAskedAbout() {
    for (key, answer) in [("s", UnsavedAnswer.save), ("d", .discard), ("Esc", .cancel)] {
      var app = Self.app()
      _ = app.update(.ask("This session is not saved."))
      #expect(app.render().lines[3] == "s      save it")
      #expect(app.wants(.character("x")) && Self.keys(&app, "x", "Enter") == [])
      #expect(Self.keys(&app, key) == [.answer(answer)])
      #expect(app.state.overlay == nil)
    }
    var app = Self.app()
    _ = app.update(.ask("This session is not saved."))
    #expect(app.update(.input(.interrupt)) == [.answer(.cancel)])
  }

  @Test func phasesAreFoldedAndRowsClicked() throws {
    var snapshot = Samples.stepping
    let rows = try #require(snapshot.program?.rows)
    var groups: [ProgramGroup] = []
    for (index, row) in rows.enumerated() {
      if groups.last?.name == row.phase {
        groups[groups.count - 1].last = index
      } else {
        groups.append(
          ProgramGroup(
            name: row.phase, first: index, last: index, depth: 0, end: groups.count + 1))
      }
    }
    snapshot.program?.groups = groups
    var app = App(AppState(size: Size(columns: 100, rows: 40)))
    _ = app.update(.snapshot(snapshot, at: 1))
    _ = Self.keys(&app, "F4", "^X o")
    #expect(app.state.focus == .program)
    func folded() -> Int? {
      app.render().lines.firstIndex { $0.contains("▸") && $0.contains("instruction") }
    }
    #expect(folded() == nil)
    _ = Self.keys(&app, "Left")
    let row = try #require(folded())
    // The folded phase is chosen; it opens again.
    _ = Self.keys(&app, "Right")
    #expect(folded() == nil)
    // A click on the heading folds it too, another opens it.
    let heading = MouseEvent(action: .press, place: Point(column: 4, row: row))
    _ = app.update(.input(.mouse(heading)))
    let place = try #require(folded())
    _ = app.update(
      .input(.mouse(MouseEvent(action: .press, place: Point(column: 4, row: place)))))
    #expect(folded() == nil)
    // A click on a row looks at its instruction.
    let last = MouseEvent(action: .press, place: Point(column: 4, row: row + 1))
    let effects = app.update(.input(.mouse(last)))
    #expect(effects.count == 1 && app.state.focus == .program)
  }
}
