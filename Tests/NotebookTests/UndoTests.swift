// undo and redo: the whole state returns, bit for bit, and the session's text says what stands.

import Engine
import Language
import Notebook
import TestSupport
import Testing

struct UndoTests {
  /// All that a person can see of the state.
  struct Seen: Equatable {
    let digest: String
    let names: [String]
    let program: ProgramSnapshot?
    let run: RunSnapshot?
    let plots: [PlotOutput]
    let layout: String

    init(_ notebook: Notebook) {
      let snapshot = notebook.snapshot()
      digest = notebook.digest()
      names = snapshot.names.names.sorted()
      program = snapshot.program
      run = snapshot.run
      plots = snapshot.plots
      layout = snapshot.layout
    }

    /// Where two differ, in short.
    func difference(_ other: Seen) -> String? {
      if digest != other.digest { return "digest" }
      if names != other.names { return "names \(names) \(other.names)" }
      if program?.current != other.program?.current {
        return "\(String(describing: program?.current?.explanation)) "
          + "\(String(describing: other.program?.current?.explanation))"
      }
      if program != other.program { return "program" }
      if run != other.run { return "run" }
      if plots != other.plots { return "plots" }
      return layout == other.layout ? nil : "layout"
    }
  }

  static let programs = [
    "net = dense(4) | tanh | dense(1) | sigmoid\nh = net([[0, 1], [1, 0], [1, 1]])\n"
      + "L = binary_cross_entropy(h, [[1], [0], [1]])",
    "net = rnn(3) | dense(1)\nh = net([[[0, 1], [1, 0], [1, 1]]])\nL = mean(h ** 2)",
    "net = attention(2)\nh = net([[[0, 1, 1, 0], [1, 0, 2, 1], [1, 1, 0, 3]]])\nL = mean(h ** 2)",
  ]

  /// Cells that change every part of the state.
  static let cells = [
    "train L with adam(lr=0.05) steps=3", "forward", "set h *= 1.5", "backward",
    "set h.grad = 0.25",
    "step 2", "back step 3", "iterate", "b = mean(h) + 1", "net2 = dense(3)",
    "z = net2([[1, 2, 3]])", "set net2.weight = 0", "goto 2", "set lr = 0.01", "goto 5",
    "break at L", "track norm(h) every 2", "train 4", "plot loss", "layout debugging",
    "train mean(z ** 2) with sgd(lr=0.1) steps=2", "step 3", "set z = 1", "iterate", "seed 7",
    "w = param([2], init=normal)", "x, y = batch(spiral(n=20), 8)", "b = 3",
  ]

  /// There and back over every cell, then everything again at once.
  @Test(arguments: programs)
  func thereAndBack(_ program: String) {
    let notebook = Notebook()
    for line in program.split(separator: "\n") { notebook.run(String(line)) }
    var seen = [Seen(notebook)]
    for cell in Self.cells {
      notebook.run(cell)
      let here = Seen(notebook)
      notebook.run("undo")
      #expect(Seen(notebook).difference(seen[seen.count - 1]) == nil, "undo \(cell)")
      notebook.run("redo")
      #expect(Seen(notebook).difference(here) == nil, "redo \(cell)")
      seen.append(here)
    }
    for index in Self.cells.indices.reversed() {
      notebook.run("undo")
      #expect(
        Seen(notebook).difference(seen[index]) == nil, "undo \(Self.cells[index])")
    }
    notebook.run("redo \(Self.cells.count)")
    #expect(Seen(notebook).difference(seen[Self.cells.count]) == nil)
    notebook.run("undo \(Self.cells.count)")
    #expect(Seen(notebook).difference(seen[0]) == nil)
  }

  /// What was undone and done again goes on to the same bits as what was never undone.
  @Test(arguments: programs, [UInt64(1), 2, 3])
  func randomWalks(_ program: String, _ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (plain, other) = (Notebook(), Notebook())
    let lines = program.split(separator: "\n").map(String.init)
    for line in lines + ["train L with adam(lr=0.05) steps=2"] {
      plain.run(line)
      other.run(line)
    }
    for _ in 0..<25 {
      let moves = [
        "step \(Int.random(in: 1...9, using: &random))", "forward", "backward", "iterate",
        "back step \(Int.random(in: 1...9, using: &random))",
        "set lr = 0.0\(Int.random(in: 1...9, using: &random))",
        "set net.0.weight *= 1.25", "set h *= 0.75", "set h.grad += 0.125", "train 2",
      ]
      let move = moves[Int.random(in: 0..<moves.count, using: &random)]
      let done = plain.apply(move).error == nil
      #expect((other.apply(move).error == nil) == done, "\(move)")
      guard done else { continue }
      // A detour: undone and done again, with other moves between that are undone too.
      let depth = Int.random(in: 0...3, using: &random)
      for _ in 0..<depth { other.run("step 3", "set lr = 0.5") }
      if depth > 0 { other.run("undo \(2 * depth)") }
      other.run("undo", "redo")
      #expect(other.digest() == plain.digest(), "\(move)")
    }
    #expect(Seen(other).difference(Seen(plain)) == nil)
    // Undone cells are not in the text; what is left is what was done.
    let text = other.recordedCells.map(\.source)
    #expect(text == plain.recordedCells.map(\.source))
  }

  @Test func theSessionsText() throws {
    let notebook = Notebook()
    notebook.run("w = param([2], init=ones)", "set w = 5", "print w", "w", "help undo")
    #expect(notebook.lines("undo") == ["undone: set w = 5, with 2 later cells"])
    #expect(notebook.recordedCells.map(\.source) == ["w = param([2], init=ones)"])
    #expect(notebook.cells[1].status == .undone)
    #expect(
      notebook.lines("redo") == ["done again: set w = 5, with 2 later cells"])
    #expect(
      notebook.recordedCells.map(\.source) == [
        "w = param([2], init=ones)", "set w = 5", "print w", "w",
      ])
    // Looking between undo and redo stands in the text where it was done.
    notebook.run("undo", "print mean(w) + 1", "redo", "v = 2 * w", "undo", "print w", "redo")
    #expect(
      notebook.recordedCells.map(\.source) == [
        "w = param([2], init=ones)", "print mean(w) + 1", "set w = 5", "print w", "w", "print w",
        "v = 2 * w",
      ])
    #expect(notebook.values("v") == [10, 10])
    notebook.run("undo")
    let verified = try SessionRunner.verify(
      SessionFile.parse(notebook.sessionText(), verbs: Catalogue.standard.grammars), title: "undo")
    #expect(verified.differences.map(\.message) == [])
    notebook.run("undo", "print w", "u = uniform([2])")
    // Something new: what was undone is gone for good.
    #expect(
      notebook.failure("redo") == """
        error: there is nothing to redo
        1 │ redo
          │ ^^^^
        hint: only what was undone last can be done again
        """)
    #expect(
      notebook.recordedCells.map(\.source) == [
        "w = param([2], init=ones)", "print mean(w) + 1", "print w", "u = uniform([2])",
      ])
    // A cell that failed, and help, leave it alone.
    notebook.run("set w = 2", "undo")
    notebook.apply("nothing")
    notebook.run("help", "redo")
    #expect(notebook.values("w") == [2, 2])
    #expect(
      notebook.failure("undo 9") == """
        error: 3 cells can be undone, not 9
        1 │ undo 9
          │      ^
        """)
  }

  /// In a file the undone cells are text, and running it again does the same.
  @Test func inAFile() throws {
    let text = """
      w = param([2], init=ones)
      set w = 5
      print w
      undo
      print w
      redo
      print w
      undo 2
      v = 3
      """
    let document = try SessionFile.parse(text, verbs: Catalogue.standard.grammars)
    let notebook = SessionRunner.notebook(for: document, title: "undo")
    let cells = SessionRunner.execute(document, in: notebook)
    #expect(cells.allSatisfy { $0.error == nil }, "\(cells.compactMap(\.error))")
    #expect(cells[4].outputs != cells[2].outputs)
    #expect(cells[6].outputs == cells[2].outputs)
    #expect(notebook.recordedCells.map(\.source) == document.cells.map(\.source))
    let recorded = try SessionFile.parse(
      notebook.sessionText(), verbs: Catalogue.standard.grammars)
    #expect(SessionRunner.verify(recorded, title: "undo").differences.map(\.message) == [])
    // The text that is saved after going on at the prompt gives the same state.
    for more in [["undo"], ["undo", "redo"], ["undo 1", "u = 2", "undo"], ["set lr = 1"]] {
      let live = SessionRunner.notebook(for: document, title: "undo")
      SessionRunner.execute(document, in: live)
      for source in more { live.apply(source) }
      let saved = try SessionFile.parse(live.sessionText(), verbs: Catalogue.standard.grammars)
      let again = SessionRunner.notebook(for: saved, title: "undo")
      let results = SessionRunner.execute(saved, in: again)
      #expect(results.allSatisfy { $0.error == nil }, "\(more) \(live.sessionText())")
      #expect(again.digest() == live.digest(), "\(more)")
    }
  }

  @Test func capsAreKept() {
    let notebook = Notebook()
    notebook.run("w = param([4], init=ones)")
    for value in 0..<120 { notebook.run("set w = \(value)") }
    notebook.run("undo 100")
    #expect(notebook.values("w") == [19, 19, 19, 19])
    #expect(notebook.apply("undo").error?.hint == "the last 100 cells and 64 MiB are kept")
    // Large states: the last level at least.
    let large = Notebook()
    large.run("w = param([3000, 1000])", "L = mean(w ** 2)", "train L with sgd(lr=0.1) steps=1")
    for value in 0..<8 { large.run("set w[0, 0] = \(value)") }
    large.run("undo")
    #expect(large.values("w[0, 0]") == [6])
    var count = 1
    while large.apply("undo").error == nil { count += 1 }
    #expect(count < 8)
  }
}
