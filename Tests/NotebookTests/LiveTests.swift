// A person at the prompt while a run goes on: what is typed takes effect at a step boundary, and the
// session that is saved does the same without anyone at the prompt.

import Language
import Notebook
import Testing

struct LiveTests {
  static let setup = [
    "x, y = batch(spiral(n=50, seed=3), 16)", "net = dense(6) | tanh | dense(3)",
    "L = cross_entropy(net(x), y)",
  ]

  /// Runs a cell with things typed meanwhile, then the saved session without; both agree.
  @discardableResult
  func live(
    _ source: String, _ entries: [ScriptedControl.Entry], before: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (cell: Cell, control: ScriptedControl) {
    let notebook = Notebook()
    for cell in Self.setup { notebook.run(cell) }
    for cell in before { notebook.run(cell) }
    let control = ScriptedControl(notebook, entries: entries)
    let cell = notebook.apply(source, control: control)
    #expect(cell.error == nil, "\(cell.error?.message ?? "")", sourceLocation: sourceLocation)
    #expect(control.isFinished, sourceLocation: sourceLocation)
    notebook.run("print L", "train 3")
    try verify(notebook, sourceLocation)
    return (cell, control)
  }

  func verify(_ notebook: Notebook, _ sourceLocation: SourceLocation) throws {
    let text = notebook.sessionText()
    let document = try SessionFile.parse(text, verbs: Catalogue.standard.grammars)
    let result = SessionRunner.verify(document, title: "live.nabla")
    #expect(result.failed?.error?.message == nil, "\(text)", sourceLocation: sourceLocation)
    #expect(
      result.differences.map(\.message) == [], "\(text)", sourceLocation: sourceLocation)
    let fresh = SessionRunner.notebook(for: document, title: "fresh")
    SessionRunner.execute(document, in: fresh)
    #expect(fresh.digest() == notebook.digest(), "\(text)", sourceLocation: sourceLocation)
  }

  func typed(_ script: (Int, String)...) -> [ScriptedControl.Entry] {
    script.map { ScriptedControl.Entry(step: $0.0, request: .command($0.1)) }
  }

  @Test func learningRate() throws {
    let (cell, _) = try live(
      "train L with adam(lr=0.05) steps=40", typed((13, "set lr = 0.01"), (20, "print L")))
    #expect(
      cell.source == """
        train L with adam(lr=0.05) steps=40 {
          at 13 { set lr = 0.01 }
          at 20 { print L }
        }
        """)
    #expect(cell.recordedLines.contains { $0.text == "lr = 0.01 from step 14" })
  }

  @Test func aBlockIsContinued() throws {
    let (cell, _) = try live(
      "train L with adam(lr=0.05) steps=40 {\n  at 20 { set lr = 0.02 }\n  every 10 { print L }\n} # go",
      typed(
        (20, "set lr = 0.01   # slower"), (20, "print L"), (30, "x1 = mean(x); print x1 # mean")))
    #expect(
      cell.source == """
        train L with adam(lr=0.05) steps=40 {
          at 20 { set lr = 0.02 }
          every 10 { print L }
          at 20 {
            set lr = 0.01   # slower
          }
          at 20 { print L }
          at 30 {
            x1 = mean(x); print x1 # mean
          }
        } # go
        """)
    let (line, _) = try live(
      "train L with adam(lr=0.05) steps=20 { at 5 { print L } }", typed((5, "set lr = 1")))
    #expect(
      line.source == """
        train L with adam(lr=0.05) steps=20 { at 5 { print L } 
          at 5 { set lr = 1 }
        }
        """)
  }

  @Test func stopping() throws {
    for request in [LiveRequest.interrupt, .command("stop")] {
      let (cell, _) = try live(
        "train L with adam(lr=0.05) steps=400", [.init(step: 17, request: request)])
      #expect(cell.source == "train L with adam(lr=0.05) steps=17")
    }
    let (epochs, _) = try live(
      "train L with adam(lr=0.05) epochs=100 clip=2", typed((9, "set lr = 0.02"), (17, "stop")))
    #expect(
      epochs.source
        == "train L with adam(lr=0.05) steps=17 clip=2 {\n  at 9 { set lr = 0.02 }\n}")
    let before = ["train L with adam(lr=0.05) steps=10"]
    let (more, _) = try live("train 500", typed((17, "stop")), before: before)
    #expect(more.source == "train 7")
    let (other, _) = try live("train epochs=9", typed((17, "stop")), before: before)
    #expect(other.source == "train steps=7")
    let (first, _) = try live("y2 = 1; train 9; z = 2", typed((11, "stop")), before: before)
    #expect(first.source == "y2 = 1; train 1; z = 2")
  }

  @Test func trackedSeriesAndPlots() throws {
    let (cell, _) = try live(
      "track norm(net.0.weight) every 7; train L with adam(lr=0.05) steps=400; plot loss",
      typed((14, "set net.0.weight = 0.5"), (20, "track mean(x) every 4"), (31, "stop")))
    #expect(cell.source.contains("steps=31 {\n  at 14 { set net.0.weight = 0.5 }"))
  }

  @Test func pausedAndWalked() throws {
    let (cell, control) = try live(
      "train L with adam(lr=0.05) steps=40",
      typed(
        (11, "pause"), (11, "step 9"), (11, "print net.0.weight"), (11, "forward"),
        (11, "set lr = 0.3"), (11, "continue to L"), (11, "back step 3"), (11, "where"),
        (11, "help step"),
        (11, "continue"), (30, "pause"), (30, "iterate"), (30, "goto 5"), (30, "continue")))
    #expect(
      cell.source == """
        train L with adam(lr=0.05) steps=40 {
          at 11 { step 9 }
          at 11 { print net.0.weight }
          at 11 { forward }
          at 11 { set lr = 0.3 }
          at 11 { continue to L }
          at 11 { back step 3 }
          at 11 { where }
          at 30 { iterate }
          at 30 { goto 5 }
        }
        """)
    #expect(control.published.contains { $0.activity == .paused })
  }

  @Test func stoppingInTheMiddleOfAStep() throws {
    let (cell, _) = try live(
      "train L with adam(lr=0.05) steps=40", typed((11, "pause"), (11, "step 9"), (11, "stop")))
    #expect(cell.source == "train L with adam(lr=0.05) steps=12 {\n  at 11 { step 9 }\n}")
  }

  /// Mistakes are told to the person and leave no trace in the run.
  @Test func mistakes() throws {
    let plain = Notebook()
    for cell in Self.setup { plain.run(cell) }
    plain.run("train L with adam(lr=0.05) steps=40")
    let (cell, _) = try live(
      "train L with adam(lr=0.05) steps=40",
      typed(
        (5, "nothing"), (6, "set lr = 0.5; nothing"), (7, "step"), (8, "train 5"),
        (9, "print 1; )"),
        (10, "b = dense(2); c = b(x); print 7; nothing"), (11, "for i in 0..3 { train 5 }"),
        (12, "set net.0.weight = 0; seed 9; nothing"), (13, "pause"), (13, "step 5; nothing"),
        (13, "continue"), (14, "continue to L"), (15, "set lr = -1"), (16, "open foo"), (17, "")))
    #expect(cell.source == "train L with adam(lr=0.05) steps=40")
    let lines = cell.recordedLines
    #expect(lines.contains { $0.text == "error: the run goes on: step needs it paused" })
    #expect(lines.contains { $0.text == "error: a run goes on already" })
    #expect(lines.filter { !$0.isVolatile }.count == 2)
    #expect(cell.digest == plain.cells.last?.digest)
  }

  @Test func bindingsAndPlots() throws {
    let (cell, _) = try live(
      "train L with adam(lr=0.05) steps=20",
      typed(
        (5, "q = mean(x)"), (6, "q"), (7, "plot loss"), (8, "def f(a) = a + 1"), (9, "print f(q)")))
    #expect(cell.source.contains("  at 5 { q = mean(x) }\n  at 6 { q }\n"))
  }

  // MARK: Loops and functions

  @Test func loops() throws {
    let (cell, _) = try live(
      "for rate in [0.01, 0.1, 0.3] {\n  train L with sgd(lr=rate) steps=20\n  print L\n}",
      [
        .init(round: 2, step: 5, request: .command("set lr = 0.05")),
        .init(round: 2, step: 9, request: .command("stop")),
        .init(round: 3, step: 4, request: .command("print L")),
      ])
    #expect(
      cell.source == """
        for rate in [0.01, 0.1, 0.3] {
          train L with sgd(lr=rate) steps=20 {
          at 5 round 2 { set lr = 0.05 }
          at 9 round 2 { stop }
          at 4 round 3 { print L }
        }
          print L
        }
        """)
    let (once, _) = try live(
      "if true { train L with sgd(lr=1) steps=20 }",
      [.init(step: 5, request: .command("set lr = 0.05")), .init(step: 9, request: .interrupt)])
    #expect(
      once.source
        == "if true { train L with sgd(lr=1) steps=9 {\n  at 5 { set lr = 0.05 }\n} }")
  }

  @Test func functions() throws {
    let (cell, _) = try live(
      "def fit(r) { train L with sgd(lr=r) steps=20 }; fit(0.1); fit(0.2)",
      [
        .init(round: 1, step: 5, request: .command("nothing")),
        .init(round: 1, step: 6, request: .command("b = dense(2); b(x); nothing")),
        .init(round: 2, step: 5, request: .command("set lr = 0.05")),
      ])
    #expect(
      cell.source == """
        def fit(r) { train L with sgd(lr=r) steps=20 {
          at 5 round 2 { set lr = 0.05 }
        } }; fit(0.1); fit(0.2)
        """)
  }

  /// A function of an earlier cell has no place to write into: nothing unrecorded is done.
  @Test func functionsOfEarlierCells() throws {
    let before = ["def fit(r) { train L with sgd(lr=r) steps=20 }"]
    let (cell, _) = try live(
      "fit(0.1)", typed((5, "set lr = 3"), (6, "stop"), (7, "help")), before: before)
    #expect(cell.source == "fit(0.1)")
    #expect(
      cell.recordedLines.contains {
        $0.isVolatile
          && $0.text == "error: the function that trains is of an earlier cell: "
            + "what is done meanwhile cannot be recorded"
      })
    let notebook = Notebook()
    for cell in Self.setup + before { notebook.run(cell) }
    let digest = notebook.digest()
    let control = ScriptedControl(notebook, entries: [.init(step: 5, request: .interrupt)])
    let failed = notebook.apply("fit(0.1)", control: control)
    #expect(failed.error?.message == "in fit: interrupted")
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().run == nil)
  }

  @Test func oneRunAtATime() {
    let notebook = Notebook()
    for cell in Self.setup { notebook.run(cell) }
    #expect(
      notebook.failure("train L with sgd(lr=0.1) steps=9 { at 3 { train 5 } }") == """
        error: a run goes on already
        1 │ train L with sgd(lr=0.1) steps=9 { at 3 { train 5 } }
          │                                           ^^^^^
        hint: stop it first, or continue it
        """)
    notebook.run("train L with sgd(lr=0.1) steps=9 { at 3 { stop } }")
    #expect(notebook.snapshot().run?.step == 3)
    notebook.run("train 2")
    #expect(notebook.snapshot().run?.step == 5)
  }
}
