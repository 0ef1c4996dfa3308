// Cells changed, moved, deleted and run again: the text, run from its beginning, gives the state
// that the notebook is in.

import Engine
import Language
import Notebook
import TestSupport
import Testing

struct CellEditingTests {
  static let session = [
    "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "y = [[0], [1], [1], [0]]",
    "net = dense(4) | tanh | dense(1) | sigmoid", "L = binary_cross_entropy(net(x), y)",
    "train L with adam(lr=0.05) steps=20", "print L", "iterate", "set net.0.weight[0, 0] = 0.5",
    "train 10", "print L",
  ]

  static func notebook(_ cells: [String] = session) -> Notebook {
    let notebook = Notebook(seed: 42)
    notebook.takesRequests = true
    for cell in cells { notebook.apply(cell) }
    return notebook
  }

  /// The text, executed afresh, shows and gives the same.
  static func expectTrue(_ notebook: Notebook, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let text = notebook.sessionText()
    let document = try SessionFile.parse(text, verbs: Catalogue.standard.grammars)
    let fresh = SessionRunner.notebook(for: document, title: "fresh")
    let results = SessionRunner.execute(document, in: fresh)
    #expect(results.allSatisfy { $0.status != .failed }, "\(text)", sourceLocation: sourceLocation)
    #expect(fresh.digest() == notebook.digest(), "\(text)", sourceLocation: sourceLocation)
    let (differences, _) = SessionRunner.verify(document, title: "session")
    #expect(differences.isEmpty, "\(differences)\n\(text)", sourceLocation: sourceLocation)
    #expect(
      UndoTests.Seen(fresh).difference(UndoTests.Seen(notebook)) == nil,
      sourceLocation: sourceLocation)
  }

  static func sources(_ notebook: Notebook) -> [String] { notebook.allCells.map(\.source) }

  @Test func aChangedCellIsExecutedWithAllAfterIt() throws {
    let notebook = Self.notebook()
    let said = try notebook.edit(
      .replace(cell: 3, was: Self.session[2], with: "net = dense(2) | tanh | dense(1) | sigmoid"))
    #expect(said == "8 cells ran again")
    #expect(notebook.cells.count == 10 && notebook.cells[2].source.contains("dense(2)"))
    #expect(notebook.cells.map(\.number) == Array(1...10))
    try Self.expectTrue(notebook)
    // One cell may become several, or prose.
    let two = "# Two sizes\nn = 3\nnet = dense(n) | tanh | dense(1) | sigmoid"
    try notebook.edit(.replace(cell: 3, was: notebook.cells[2].source, with: two))
    #expect(notebook.cells[2].prose == "Two sizes" && notebook.cells.count == 12)
    try Self.expectTrue(notebook)
  }

  /// Also where nothing but prose follows it.
  @Test func aCellThatFailsIsNamed() throws {
    let notebook = Notebook()
    for cell in ["x = 1", "expect x == 1"] { notebook.apply(cell) }
    notebook.addProse("The end.")
    let edit = CellEdit.replace(cell: 1, was: "x = 1", with: "x = 2")
    #expect(try notebook.edit(edit) == "[2] failed")
    notebook.apply("y = 3")
    let again = CellEdit.replace(cell: 1, was: "x = 2", with: "x = 3")
    #expect(try notebook.edit(again) == "2 cells ran again")
  }

  @Test func cellsAreDeletedAndMoved() throws {
    let notebook = Self.notebook()
    try notebook.edit(.delete(cell: 8))
    #expect(!Self.sources(notebook).contains(Self.session[7]))
    try Self.expectTrue(notebook)
    try notebook.edit(.move(cell: 2, by: -1))
    #expect(notebook.cells[0].source == Self.session[1])
    try Self.expectTrue(notebook)
    try notebook.edit(.move(cell: 6, by: 1))
    #expect(notebook.cells[6].source == "print L")
    try Self.expectTrue(notebook)
    // What changed nothing goes without anything being executed.
    let said = try notebook.edit(.delete(cell: 7))
    #expect(said == "[7] deleted")
    #expect(notebook.cells.map(\.number) == Array(1...notebook.cells.count))
    try Self.expectTrue(notebook)
  }

  @Test func changesAreTakenBack() throws {
    let notebook = Self.notebook()
    let (digest, text) = (notebook.digest(), notebook.contentText)
    try notebook.edit(
      .replace(cell: 5, was: Self.session[4], with: "train L with sgd(lr=0.5) steps=5"))
    let changed = notebook.digest()
    #expect(changed != digest)
    notebook.apply("undo")
    #expect(notebook.request == .edit(.back))
    try notebook.edit(.back)
    #expect(notebook.digest() == digest && notebook.contentText == text)
    notebook.apply("redo")
    #expect(notebook.request == .edit(.forward))
    try notebook.edit(.forward)
    #expect(notebook.digest() == changed)
    try Self.expectTrue(notebook)
    // What was done after a change is undone first.
    notebook.request = nil
    notebook.apply("seed 7")
    notebook.apply("undo")
    #expect(notebook.request == nil && notebook.digest() == changed)
    notebook.apply("undo")
    #expect(notebook.request == .edit(.back))
    try notebook.edit(.back)
    #expect(notebook.digest() == digest)
    try Self.expectTrue(notebook)
  }

  @Test func whatFailsLeavesTheRestNotRun() throws {
    let notebook = Self.notebook()
    let said = try notebook.edit(.replace(cell: 3, was: Self.session[2], with: "net = densse(4)"))
    #expect(said == "[3] failed: 7 cells after it not run; run rest goes on")
    #expect(notebook.cells.count == 3 && notebook.allCells.count == 10)
    #expect(notebook.allCells[9].status == .pending && notebook.allCells[9].number == 10)
    // A new cell stands before those that were not run: that is where the state is.
    notebook.apply("n = 3")
    #expect(Self.sources(notebook)[3] == "n = 3")
    #expect(notebook.sessionText().contains("train L with adam"))
    try notebook.edit(
      .replace(
        cell: 3, was: "net = densse(4)", with: "net = dense(3) | tanh | dense(1) | sigmoid"))
    #expect(notebook.allCells.allSatisfy { $0.status == .done } && notebook.cells.count == 11)
    try Self.expectTrue(notebook)
  }

  @Test func runAllBeginsAnew() throws {
    let notebook = Self.notebook()
    let digest = notebook.digest()
    notebook.apply("run all")
    #expect(notebook.request == .edit(.run(from: 1)))
    #expect(try notebook.edit(.run(from: 1)) == "10 cells ran again")
    #expect(notebook.digest() == digest)
    notebook.apply("run 5")
    #expect(notebook.request == .edit(.run(from: 5)))
    #expect(try notebook.edit(.run(from: 5)) == "6 cells ran again")
    #expect(notebook.digest() == digest)
    try Self.expectTrue(notebook)
  }

  /// Beyond the states that are kept everything begins anew.
  @Test func farBackTheWholeSessionIsExecuted() throws {
    let cells = Self.session + (0..<130).map { "a\($0) = \($0)" }
    let notebook = Self.notebook(cells)
    let said = try notebook.edit(
      .replace(cell: 9, was: "train 10", with: "train 5"))
    #expect(said == "140 cells ran again")
    try Self.expectTrue(notebook)
    #expect(try notebook.edit(.delete(cell: 100)).hasPrefix("[100] deleted; "))
    try Self.expectTrue(notebook)
  }

  /// `redo` puts a cell where it stands, after what was looked at in between.
  @Test func cellsDoneAgainKeepTheirOrder() throws {
    let notebook = Self.notebook(Array(Self.session.prefix(5)))
    for cell in ["undo", "print L", "redo", "print L"] { notebook.apply(cell) }
    try Self.expectTrue(notebook)
    try notebook.edit(.replace(cell: 2, was: Self.session[1], with: "y = [[1], [0], [0], [1]]"))
    try Self.expectTrue(notebook)
  }

  @Test func randomChangesKeepTheLaw() throws {
    var random = SplitMix(seed: 11)
    let notebook = Self.notebook()
    for _ in 0..<25 {
      let count = notebook.allCells.count
      let cell = Int.random(in: 0...count + 1, using: &random)
      let edit: CellEdit
      switch Int.random(in: 0..<7, using: &random) {
      case 0: edit = .delete(cell: cell)
      case 1: edit = .move(cell: cell, by: Bool.random(using: &random) ? 1 : -1)
      case 2: edit = .run(from: cell)
      case 3: edit = .back
      case 4: edit = .forward
      case 5: edit = .runRest
      default:
        let was =
          notebook.allCells.indices.contains(cell - 1)
          ? notebook.allCells[cell - 1].editableText : ""
        let texts = ["# prose", "", was, was + "\nprint x", "k = \(cell)", "seed \(cell)"]
        edit = .replace(
          cell: cell, was: was, with: texts[Int.random(in: 0..<texts.count, using: &random)])
      }
      do throws(Diagnostic) {
        _ = try notebook.edit(edit)
      } catch {
        #expect(!error.message.isEmpty)
      }
      if Int.random(in: 0..<4, using: &random) == 0 { notebook.apply("b = \(count)") }
      #expect(notebook.allCells.map(\.number) == Array(1...max(1, notebook.allCells.count)))
      if notebook.allCells.allSatisfy({ $0.status != .pending }) {
        try Self.expectTrue(notebook)
      }
    }
  }

  @Test func mistakesAreSaid() {
    let notebook = Self.notebook(["x = 1"])
    for (edit, message) in [
      (CellEdit.delete(cell: 9), "there is no cell [9]"),
      (.delete(cell: 0), "there is no cell [0]"),
      (.move(cell: 1, by: -1), "[1] is the first cell already"),
      (.move(cell: 1, by: 1), "[1] is the last cell already"),
      (.replace(cell: 1, was: "y", with: "z = 1"), "[1] is not what it was"),
      (.runRest, "there is no cell that was not run"),
      (.back, "there is no change of a cell to take back"),
      (.forward, "there is no change of a cell to do again"),
    ] {
      do throws(Diagnostic) {
        _ = try notebook.edit(edit)
        Issue.record("\(edit)")
      } catch {
        #expect(error.message == message)
      }
    }
    #expect(notebook.cells.count == 1)
  }

  // MARK: Stale cells

  static func stale(_ sources: [String]) -> [String?] {
    let notebook = notebook(sources)
    #expect(notebook.cells.allSatisfy { $0.status == .done }, "\(notebook.cells)")
    return notebook.cells.map { $0.stale?.text }
  }

  @Test func cellsWithRedefinedInputsAreStale() {
    #expect(
      Self.stale(["x = 1", "y = x + 1", "x = 5"]) == [nil, "x redefined in [3]", nil])
    // Through the cell that made an input.
    #expect(
      Self.stale(["x = 1", "y = x + 1", "z = y * 2", "x = 5", "q = x"])
        == [nil, "x redefined in [4]", "x redefined in [4]", nil, nil])
    // Made anew, it is fresh; what was shown of the old one is not.
    #expect(
      Self.stale(["x = 1", "y = x", "print y", "x = 2", "y = x", "print y"])
        == [nil, "x redefined in [4]", "y redefined in [5]", nil, nil, nil])
    // A cell's own names are its own.
    #expect(
      Self.stale(["x = 1", "x = 2\nprint x", "for i in 0..2 { t = i }\nprint t", "i = 4", "t = 1"])
        == [nil, nil, nil, nil, nil])
    #expect(
      Self.stale([
        "a = 1", "def f(x, k=a) { s = x + a; s }", "print f(2)", "s = 4", "x = 9", "a = 2",
      ]) == [nil, "a redefined in [6]", "a redefined in [6]", nil, nil, nil])
    #expect(
      Self.stale(["n = 2", "l = [i * n for i in 0..3]", "i = 7", "n = 3"])
        == [nil, "n redefined in [4]", nil, nil])
    #expect(
      Self.stale(["w = param([2], init=ones)", "set w[0] = 4", "print w[0]"]) == [nil, nil, nil])
  }

  @Test func cellsAreListed() {
    let notebook = Self.notebook(["x = 1", "y = x", "x = 2", "cells"])
    #expect(
      notebook.cells.last?.outputs.map { "\($0)" }.joined().contains(
        "[2] y = x  (x redefined in [3])") == true,
      "\(String(describing: notebook.cells.last?.outputs))")
  }
}
