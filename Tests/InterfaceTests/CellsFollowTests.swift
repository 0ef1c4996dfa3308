// Where the cells pane looks after an edited cell, a failure below it, and other changes.

import Interface
import Language
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct CellsFollowTests {
  /// Forty cells of three rows; every tenth is an `expect`.
  static let lesson: [NotebookCell] = (1...40).map { number in
    NotebookCell(
      number: number, source: number % 10 == 0 ? "expect e\(number)" : "v\(number) = \(number)",
      outputs: [.text("first \(number)\nsecond \(number)")], status: .done)
  }

  /// The lesson after a change: cell 3 is another, and `failed` failed.
  static func changed(failed: Int?) -> [NotebookCell] {
    lesson.map { cell in
      var cell = cell
      if cell.number == 3 { cell.source = "v3 = 0" }
      guard let failed else { return cell }
      if cell.number == failed {
        cell.status = .failed
        cell.outputs = []
        cell.error = Diagnostic("e\(failed) does not hold", hint: "it is 0")
      } else if cell.number > failed {
        cell.status = .pending
        cell.outputs = []
      }
      return cell
    }
  }

  static func app(_ columns: Int = 80, _ rows: Int = 24) -> App {
    var app = App(AppState(size: Size(columns: columns, rows: rows)))
    show(&app, lesson)
    return app
  }

  static func show(
    _ app: inout App, _ cells: [NotebookCell], _ activity: Activity = .idle,
    title: String = "lesson"
  ) {
    var snapshot = Snapshot(title: title, cells: cells, activity: activity)
    snapshot.revision = app.state.snapshot.revision + 1
    _ = app.update(.snapshot(snapshot, at: 1))
  }

  static func keys(_ app: inout App, _ keys: String...) {
    for key in keys { _ = AppTests.press(&app, key) }
  }

  /// Edits cell 3 as a person does: its text comes to the line, another is entered.
  static func edit(_ app: inout App) {
    keys(&app, "^X c", "g", "j", "j", "e")
    let effects = app.update(.line("v3 = 0"))
    #expect(effects == [.edit(.replace(cell: 3, was: "v3 = 3", with: "v3 = 0"))])
  }

  static func shows(_ app: App, _ text: String) -> Bool {
    app.render().lines.contains { $0.contains(text) }
  }

  @Test func aCheckThatFailsBelowAnEditedCellIsShown() {
    for failed in [10, 20, 30, 40] {
      var app = Self.app()
      Self.edit(&app)
      Self.show(&app, Self.changed(failed: failed))
      #expect(Self.shows(app, "[\(failed)] ∇ expect e\(failed)"))
      #expect(Self.shows(app, "e\(failed) does not hold"))
      #expect(app.state.chosenCell == failed - 1)
      // It stays there when the same comes again, and the keys of cells begin there.
      Self.show(&app, Self.changed(failed: failed))
      Self.keys(&app, "^X c")
      #expect(Self.shows(app, "▌ [\(failed)] ∇ expect e\(failed)"))
    }
  }

  /// Also when it is published cell by cell, and when another cell failed before.
  @Test func itIsShownOnceWhatRanBeforeItIsDone() {
    var app = Self.app()
    Self.edit(&app)
    for done in 3..<20 {
      var cells = Self.changed(failed: 20)
      for index in done..<20 {
        cells[index].status = .pending
        cells[index].error = nil
        cells[index].outputs = []
      }
      Self.show(&app, cells, .executing)
      #expect(Self.shows(app, "[3] ∇ v3 = 0"), "\(done)")
    }
    Self.show(&app, Self.changed(failed: 20))
    #expect(Self.shows(app, "[20] ∇ expect e20"))
    Self.show(&app, Self.changed(failed: 10))
    #expect(Self.shows(app, "[10] ∇ expect e10"))
  }

  /// The failure that is known already leaves the pane where the person reads.
  @Test func theSameFailureAgainMovesNothing() {
    var app = Self.app()
    Self.show(&app, Self.changed(failed: 30))
    Self.keys(&app, "^X c", "g", "j", "j", "e")
    let top = app.render().lines[1]
    var cells = Self.changed(failed: 30)
    cells[2].source = "v3 = 5"
    Self.show(&app, cells)
    #expect(app.render().lines[1] == top && Self.shows(app, "[3] ∇ v3 = 5"))
  }

  /// Without a failure the row at the top stays, however high the cells below it have become.
  @Test func anEditThatWorksLeavesThePaneWhereItIs() {
    var app = Self.app()
    Self.edit(&app)
    let top = app.render().lines[1]
    var cells = Self.changed(failed: nil)
    for index in 10..<40 { cells[index].outputs = [.text("one row")] }
    Self.show(&app, cells)
    #expect(app.render().lines[1] == top && Self.shows(app, "[3] ∇ v3 = 0"))
    // One cell that became three.
    cells.insert(NotebookCell(number: 4, source: "w = 1", status: .done), at: 3)
    cells.insert(NotebookCell(number: 5, source: "w = 2", status: .done), at: 3)
    for index in cells.indices { cells[index].number = index + 1 }
    Self.show(&app, cells)
    #expect(app.render().lines[1] == top && Self.shows(app, "[3] ∇ v3 = 0"))
  }

  /// Who chooses among the cells is left there.
  @Test func theChosenCellStaysChosen() {
    var app = Self.app()
    Self.keys(&app, "^X c", "g", "j", "j", "j")
    Self.show(&app, Self.changed(failed: 30))
    #expect(app.state.chosenCell == 3)
    #expect(Self.shows(app, "▌ [4] ∇ v4 = 4") && !Self.shows(app, "[30]"))
  }

  @Test func whatIsTypedShowsAtTheEnd() {
    var app = Self.app()
    Self.keys(&app, "^X c", "g", "Esc")
    #expect(Self.shows(app, "[1] ∇"))
    var cells = Self.lesson
    cells.append(
      NotebookCell(number: 41, source: "expect no", error: Diagnostic("no"), status: .failed))
    Self.show(&app, cells)
    #expect(Self.shows(app, "[41] ∇ expect no") && app.state.chosenCell == 0)
    // Another session begins at its own end.
    Self.keys(&app, "^X c", "g", "Esc")
    Self.show(&app, Self.changed(failed: nil), title: "another")
    #expect(Self.shows(app, "[40] ∇ expect e40"))
  }

  /// What runs below does not push what is read.
  @Test func aLongOutputBelowLeavesThePaneWhereItIs() {
    var app = Self.app()
    Self.keys(&app, "PgUp", "PgUp")
    let lines = app.render().lines[1..<20]
    var cells = Self.lesson
    for more in 1...30 {
      cells[39].status = .running
      cells[39].outputs = [.text(String(repeating: "line\n", count: more))]
      Self.show(&app, cells, .executing)
      #expect(app.render().lines[1..<20] == lines)
    }
  }

  @Test func randomChangesNeverTrap() {
    var random = SplitMix(seed: 9)
    var app = Self.app()
    for _ in 0..<400 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0: Self.keys(&app, "PgUp")
      case 1: Self.keys(&app, "PgDn")
      case 2: Self.keys(&app, "^X c", "g")
      case 3: Self.keys(&app, "Esc")
      case 4:
        let size = Size(
          columns: Int.random(in: 1..<90, using: &random),
          rows: Int.random(in: 1..<30, using: &random))
        _ = app.update(.input(.resize(size)))
      default:
        let cells = Self.changed(failed: Bool.random(using: &random) ? 20 : nil)
        Self.show(&app, Array(cells.prefix(Int.random(in: 0...40, using: &random))))
      }
      _ = app.render()
    }
  }
}
