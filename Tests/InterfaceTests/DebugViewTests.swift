// The debug view over real programs: frames of every phase at both sizes, the keys that look around,
// and what is lit.

import Interface
import Language
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct DebugViewTests {
  static let mlp = [
    "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "y = [[0], [1], [1], [0]]",
    "net = dense(3) | tanh | dense(1) | sigmoid", "L = binary_cross_entropy(net(x), y)",
  ]
  static let rnn = [
    "net = rnn(3) | dense(1)", "h = net([[[0, 1], [1, 0], [1, 1]], [[1, 1], [0, 0], [1, 0]]])",
    "L = mean(h ** 2)",
  ]
  static let attention = [
    "net = attention(2)", "h = net([[[0, 1, 1, 0], [1, 0, 2, 1], [1, 1, 0, 3]]])",
    "L = mean(h ** 2)",
  ]
  static let residual = [
    "net = dense(4) | residual(layer_norm | dense(4) | relu) | dense(2)",
    "L = mean(net([[1, 2], [3, 4]]) ** 2)",
  ]
  static let stack = [
    "def block(d) = residual(layer_norm | attention(2)) | residual(layer_norm | dense(2*d) | gelu | dense(d))",
    "net = chain([block(4) for i in 0..6]) | dense(1)",
    "L = mean(net([[[0, 1, 1, 0], [1, 0, 2, 1], [1, 1, 0, 3]]]) ** 2)",
  ]
  static let descent = "train L with sgd(lr=0.5) steps=0"
  static let start = "train L with adam(lr=0.05) steps=0"

  /// Name, program, what is typed, where one looks then.
  static let cases: [(name: String, lines: [String], gaze: Gaze)] = [
    ("nothing", ["layout debugging"], Gaze()),
    ("forward", mlp + [start, "step"], Gaze()),
    ("activation", mlp + [start, "forward"], Gaze(instruction: 2, element: 7)),
    ("backward", mlp + [start, "backward", "back step"], Gaze()),
    ("update", mlp + [start, "iterate", "back step 2"], Gaze()),
    ("stale", mlp + [start, "forward", "set net.0.weight[0, 0] = 3", "break at L"], Gaze()),
    ("pending", mlp + [start, "forward"], Gaze(instruction: 12)),
    ("rnn", rnn + [start, "continue to net.0.t1.grad", "step 3"], Gaze()),
    ("heads", attention + [start, "continue to net.heads", "step 3"], Gaze(element: 11)),
    ("residual", residual + [start, "backward", "back step 4"], Gaze()),
    ("folded", stack + [start, "continue to net.0.3.1.0", "step"], Gaze()),
  ]

  static func notebook(_ lines: [String]) -> Notebook {
    let notebook = Notebook()
    for line in lines {
      let cell = notebook.apply(line)
      #expect(cell.error == nil, "\(line): \(cell.error?.message ?? "")")
    }
    return notebook
  }

  static func app(_ notebook: Notebook, _ size: Size, _ appearance: Appearance = .mono) -> App {
    var app = App(AppState(size: size, appearance: appearance))
    _ = app.update(.snapshot(notebook.snapshot(), at: 1))
    return app
  }

  @Test(arguments: 0..<11)
  func matchesTheRecordedFrames(_ which: Int) throws {
    let (name, lines, gaze) = Self.cases[which]
    let notebook = Self.notebook(lines)
    notebook.look(gaze)
    try Fixture.expect(
      Portrait.text { Self.app(notebook, $0, $1).render() }, "debug-\(name)")
  }

  // MARK: Keys

  /// A screen with its notebook: what the worker does between them.
  struct Desk {
    let notebook: Notebook
    var app: App

    init(_ lines: [String], columns: Int = 100, rows: Int = 40) {
      notebook = DebugViewTests.notebook(lines)
      app = DebugViewTests.app(notebook, Size(columns: columns, rows: rows))
    }

    mutating func press(_ keys: Key...) {
      for key in keys {
        for effect in app.update(.input(.key(key))) {
          switch effect {
          case .look(let gaze): notebook.look(gaze)
          case .submit(let command), .enqueue(let command): notebook.apply(command)
          default: continue
          }
          _ = app.update(.snapshot(notebook.snapshot(), at: 1))
        }
      }
    }

    var screen: [String] { app.render().lines }
    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

    /// The texts that are reversed in the pane of the instruction.
    var lit: [String] {
      let frame = app.render()
      guard let area = app.state.layout.panes[.instruction] else { return [] }
      var found: [String] = []
      for row in area.row..<area.endRow {
        var text = ""
        for column in area.column..<area.endColumn {
          let cell = frame[row, column]
          if cell.style.reverse {
            text += cell.text
          } else if !text.isEmpty {
            found.append(text)
            text = ""
          }
        }
        if !text.isEmpty { found.append(text) }
      }
      return found.map { $0.filter { $0 != " " } }
    }
  }

  @Test func theListIsWalked() {
    var desk = Desk(Self.mlp + [Self.descent, "forward"])
    #expect(desk.shows("8/22 forward  L  step 1"))
    desk.press(.alt("o"))
    #expect(desk.app.state.focus == .program)
    desk.press(.up, .up)
    #expect(desk.shows("6/22 forward  net.3  looked at  step 1"))
    desk.press(.home)
    #expect(desk.shows("1/22 forward  net.0.matmul  looked at  step 1"))
    desk.press(.pageDown, .end)
    #expect(desk.shows("22/22 update  "))
    #expect(desk.shows("not yet"))
    #expect(desk.shows("not run yet: step 14 goes there"))
    // Going there is a command; then the view follows the program again.
    desk.press(.enter)
    #expect(desk.notebook.cells.last?.source == "step 14")
    #expect(desk.app.state.gaze == Gaze())
    desk.press(.up, .enter)
    #expect(desk.notebook.cells.last?.source == "back step")
    // A breakpoint, on and off.
    desk.press(.home, .alt("b"))
    #expect(desk.notebook.cells.last?.source == "break at net.0.matmul")
    #expect(desk.shows("●   1 c net.0.matmul = x"))
    desk.press(.alt("b"))
    #expect(desk.notebook.cells.last?.source == "delete 1")
    desk.press(.down, .alt("b"))
    #expect(desk.notebook.cells.last?.source == "break at 2")
    #expect(desk.app.state.snapshot.program?.breakpoints.keys.first == 1)
    // Other keys are the prompt's.
    #expect(desk.app.update(.input(.key(.character("x")))) == [.passToEditor(.character("x"))])
    #expect(desk.app.state.focus == nil)
  }

  @Test func theMatricesAreWalked() {
    var desk = Desk(Self.mlp + [Self.descent, "step"])
    desk.press(.alt("o"), .alt("o"))
    #expect(desk.app.state.focus == .instruction)
    desk.press(.home)
    // Row 0 of x and row 0 of the weight, which is transposed, make element 0, 0.
    let weight = desk.notebook.snapshot().program?.current?.operands[1]
    #expect(weight?.lit == [0, 1])
    #expect(desk.lit.count == 5, "\(desk.lit)")
    desk.press(.down, .down, .right)
    #expect(desk.app.state.gaze.element == 7)
    #expect(desk.shows("net.0.matmul[2, 1] = "))
    let detail = desk.notebook.snapshot().program?.current
    #expect(detail?.operands[0].lit == [4, 5])
    #expect(detail?.operands[1].lit == [2, 3])
    // An operand: its elements say what they are.
    desk.press(.tab)
    #expect(desk.shows("x[2, 0] = 1  data"))
    desk.press(.right, .tab)
    #expect(desk.shows("net.0.weight[1, 0] = "))
    desk.press(.backTab, .end)
    #expect(desk.shows("x[3, 1] = 1  data"))
    desk.press(.escape)
    #expect(desk.app.state.focus == nil)
    // The next step follows the program again.
    desk.notebook.apply("step")
    _ = desk.app.update(.snapshot(desk.notebook.snapshot(), at: 2))
    #expect(desk.app.state.gaze == Gaze())
    // From an operand to the instruction that wrote it.
    desk.press(.alt("o"), .alt("o"), .tab)
    #expect(desk.shows("written by 1:"))
    desk.press(.enter)
    #expect(desk.shows("1/22 forward  net.0.matmul  looked at  step 1"))
  }

  @Test func headsAreTurned() {
    var desk = Desk(Self.attention + [Self.start, "continue to net.heads", "step"], rows: 60)
    desk.press(.alt("o"), .alt("o"), .home)
    #expect(desk.shows("head 0 of 2"))
    desk.press(.pageDown)
    #expect(desk.shows("head 1 of 2"))
    #expect(desk.shows("net.scores[0, 1, 0, 0] = "))
    #expect(desk.shows("at [0, 1]"))
    let place = desk.notebook.apply("where").outputs.first.map { "\($0)" } ?? ""
    #expect(place.contains("forward › net › heads › scaled"), "\(place)")
    desk.press(.pageDown)
    #expect(desk.shows("head 0 of 2"))
  }

  @Test func layersAreFolded() {
    var desk = Desk(Self.stack + [Self.start, "step"])
    #expect(desk.shows("▸ net.0.2"))
    desk.press(.alt("o"))
    for _ in 0..<60 where !desk.shows("net.0.2.0.0.mean  not yet") {
      desk.press(.down)
    }
    // Looking at a folded layer looks at its first instruction, and opens nothing.
    #expect(desk.shows("▸ net.0.2 "))
    desk.press(.right)
    #expect(desk.shows("▾ net.0.2 "))
    #expect(desk.shows("▸ net.0.2.0 "))
    desk.press(.down, .enter, .down, .down)
    #expect(desk.shows("▸ net.0.2.0.1 "))
    // Folded again: first the layer around, then the one around that.
    desk.press(.left, .left)
    #expect(desk.shows("▸ net.0.2 "), "\(desk.screen)")
    desk.press(.enter)
    #expect(desk.shows("▾ net.0.2 "))
  }

  /// A window of a large tensor follows the cursor, and only a window is in the snapshot.
  @Test func largeTensorsAreWindows() throws {
    var desk = Desk([
      "w = param([900, 700])", "L = mean((w * 2) ** 2)", "train L with sgd(lr=0.1) steps=0",
      "step",
    ])
    desk.press(.alt("o"), .alt("o"), .end)
    #expect(desk.shows("w ⊙ 2"))
    let result = try #require(desk.notebook.snapshot().program?.current?.result)
    #expect(result.values.count == 64 * 64)
    #expect((result.firstRow, result.firstColumn) == (836, 636))
    #expect(result.focus == 64 * 64 - 1)
    #expect(desk.shows("[899, 699] = "))
    #expect(desk.shows("of 900"), "\(desk.screen)")
    desk.press(.up, .left)
    #expect(desk.shows("[898, 698] = "))
  }

  /// Nothing that is typed or looked at traps, on any program.
  @Test(arguments: [mlp, rnn, attention, residual])
  func randomKeysNeverTrap(_ program: [String]) {
    var desk = Desk(program + [Self.start], columns: 80, rows: 24)
    var random = SplitMix(seed: 7)
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter, .insert,
      .alt("o"), .escape, .alt("s"), .function(4),
    ]
    for _ in 0..<300 {
      if Int.random(in: 0..<5, using: &random) == 0 {
        let verbs = ["step", "back step 3", "iterate", "set L.grad *= 2", "forward", "goto 0"]
        desk.notebook.apply(verbs[Int.random(in: 0..<verbs.count, using: &random)])
        _ = desk.app.update(.snapshot(desk.notebook.snapshot(), at: 1))
      }
      desk.press(keys[Int.random(in: 0..<keys.count, using: &random)])
      _ = desk.screen
    }
  }
}
