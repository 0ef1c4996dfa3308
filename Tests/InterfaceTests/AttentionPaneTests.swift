// The attention pane over real programs: every view at both sizes in every mode, its keys, the
// mouse, and that what is drawn is what the tensors hold.

import Foundation
import Interface
import Language
import Notebook
import Screen
import TestSupport
import Testing

@Suite struct AttentionPaneTests {
  static let causal = [
    "t = tokens(\"the old man sees the boy and the dog\")",
    "net = embedding(7, 8) | attention(heads=2, causal=true)", "h = net(t)",
    "L = mean(h ** 2)",
  ]
  static let translation = [
    "source = embedding(6, 8)", "target = embedding(6, 8)",
    "enc = transformer_encoder(2, 4, feedforward=8)",
    "dec = transformer_decoder(2, 4, feedforward=8)",
    "def model(a, b) = dec(target(b), enc(source(a)), tgt_is_causal=true)",
    "y = model([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]], [[0, 4, 3, 2], [0, 1, 2, 3]])",
    "layout attention",
  ]
  static let run =
    causal + [
      "train L with sgd(lr=0.5) steps=0", "layout attention", "attention net", "train 40",
    ]

  /// Name, program, what is typed last.
  static let cases: [(name: String, lines: [String])] = [
    ("map", run + ["attention net view=map query=\"sees\" key=\"man\""]),
    ("links", run + ["attention net view=heads head=1 query=\"boy\" key=1"]),
    (
      "model",
      translation + ["both = chain([enc, dec])", "attention dec view=model layer=1 head=2"]
    ),
    ("neuron", run + ["attention net view=neuron query=\"sees\" key=1"]),
    ("stages", run + ["attention net view=stages query=\"sees\" key=1"]),
    ("gradient", run + ["attention net view=map gradient=true query=8 key=7"]),
    ("past", run + ["attention net view=map step=10 query=3"]),
    (
      "cross",
      translation + [
        "attention dec view=map layer=1 query=2 key=1 queries=\"bu ev çok büyük\" keys=[\"this\", \"家\", \"is\", \"big\", \".\"]"
      ]
    ),
    (
      "large",
      ["layout attention", "A = softmax(4 * randn([2, 200, 150]))", "attention A query=120 key=70"]
    ),
  ]

  @Test(arguments: 0..<9)
  func matchesTheRecordedFrames(_ which: Int) throws {
    let (name, lines) = Self.cases[which]
    let notebook = DebugViewTests.notebook(lines)
    try Fixture.expect(
      Portrait.text { DebugViewTests.app(notebook, $0, $1).render() }, "heads-\(name)")
  }

  // MARK: Keys

  struct Desk {
    let notebook: Notebook
    var app: App

    init(_ lines: [String], columns: Int = 100, rows: Int = 40) {
      notebook = DebugViewTests.notebook(lines)
      app = DebugViewTests.app(notebook, Size(columns: columns, rows: rows), .mono)
      for _ in 0..<9 where app.state.focus != .attention { press(.alt("o")) }
    }

    mutating func take(_ effects: [AppEffect]) {
      for effect in effects {
        if case .lookAttention(let gaze) = effect {
          notebook.look(gaze)
          _ = app.update(.snapshot(notebook.snapshot(), at: 1))
        }
      }
    }

    mutating func press(_ keys: Key...) {
      for key in keys { take(app.update(.input(.key(key)))) }
    }

    mutating func type(_ line: String) {
      notebook.apply(line)
      _ = app.update(.snapshot(notebook.snapshot(), at: 1))
    }

    mutating func click(_ text: String, dx: Int = 0, dy: Int = 0) {
      for (row, line) in app.render().lines.enumerated() {
        guard let range = line.range(of: text) else { continue }
        let column = line.distance(from: line.startIndex, to: range.lowerBound)
        let place = Point(column: column + dx, row: row + dy)
        return take(app.update(.input(.mouse(MouseEvent(action: .press, place: place)))))
      }
      Issue.record("\(text) is not on the screen")
    }

    /// Whether it is on the screen, above the line of keys.
    func shows(_ text: String) -> Bool {
      app.render().lines.dropLast().contains { $0.contains(text) }
    }
  }

  @Test func keysGoThroughTheViews() {
    var desk = Desk(Self.run)
    #expect(desk.shows("[map]") && desk.shows("causal self-attention"))
    desk.press(.down, .down, .right)
    #expect(desk.shows("q=man k=old 0."))
    desk.press(.character("v"))
    #expect(desk.shows("[heads]") && desk.shows("query"))
    desk.press(.character("v"))
    #expect(desk.shows("[model]") && desk.shows(">h0"))
    desk.press(.right)
    #expect(desk.shows(">h1"))
    desk.press(.enter)
    #expect(desk.shows("[map]") && desk.shows("net.1 head 1  2/2"))
    desk.press(.enter)
    #expect(desk.shows("[neuron]") && desk.shows("q=man"))
    desk.press(.down, .down)
    #expect(desk.app.state.attention.key == 3)
    desk.press(.character("v"))
    #expect(desk.shows("[stages]") && desk.shows("1 QKᵀ"))
    desk.press(.character("V"), .character("V"), .character("V"), .character("V"))
    #expect(desk.shows("[map]"))
    desk.press(.character("h"))
    #expect(desk.shows("net.1 head 0  1/2"))
    desk.press(.tab, .tab)
    #expect(desk.shows("net.1 head 0  1/2"))
    // Other letters are typed.
    desk.press(.character("x"))
    #expect(desk.app.state.focus == nil)
  }

  @Test func keysGoThroughTheSteps() {
    var desk = Desk(Self.run)
    #expect(desk.shows("now") && desk.shows("[ ] 41 steps"))
    desk.press(.character("["))
    #expect(desk.shows("step 39"))
    desk.press(.home)
    #expect(desk.shows("step 0"))
    let first = desk.app.state.snapshot.attentionLook?.map?.weights
    desk.press(.character("]"))
    #expect(desk.shows("step 1"))
    desk.press(.end)
    #expect(desk.shows("now"))
    #expect(desk.app.state.snapshot.attentionLook?.map?.weights != first)
    var without = Desk(Self.causal + ["attention net", "layout attention"])
    without.press(.character("["))
    #expect(without.app.state.message?.hasPrefix("no steps are kept") == true)
  }

  @Test func theGradientIsBesideOrSaysWhatToDo() {
    var desk = Desk(Self.run)
    desk.press(.character("g"))
    #expect(desk.shows("∂L/∂A"))
    desk.press(.character("g"))
    #expect(!desk.shows("∂L/∂A"))
    var none = Desk(Self.causal + ["attention net", "layout attention"])
    none.press(.character("g"))
    #expect(none.shows("∂L/∂A needs a run: train L with sgd(lr=0.1) steps=0"))
    var walking = Desk(Self.run + ["forward"])
    walking.press(.character("g"))
    #expect(walking.shows("is not computed yet in step 41"))
    walking.type("backward")
    #expect(walking.shows("∂L/∂A"))
  }

  @Test func theVerbIsFollowed() {
    var desk = Desk(Self.run)
    desk.press(.down)
    desk.type("attention net view=heads head=1 query=4")
    #expect(desk.shows("[heads]") && desk.app.state.attention.query == 4)
    desk.type("attention net")
    #expect(desk.shows("[heads]"))
    desk.press(.character("b"))
    #expect(desk.app.state.message == "there is one sequence")
    var batch = Desk(Self.translation + ["attention dec"])
    batch.press(.pageDown, .character("b"))
    #expect(batch.shows("sequence 1 of 2") && batch.shows("cross-attention"))
    #expect(batch.app.state.snapshot.attentionLook?.map?.keys == ["5", "4", "3", "2", "1"])
  }

  @Test func theMouseChooses() {
    var desk = Desk(Self.run)
    desk.click("[map]", dx: 7)
    #expect(desk.shows("[heads]"))
    desk.click("model", dx: 1)
    #expect(desk.shows("[model]"))
    desk.click(" h1 ", dx: 2, dy: 2)
    #expect(desk.shows(">h1"))
    desk.click(">h1", dx: 2)
    #expect(desk.shows("[map]") && desk.shows("head 1"))
    let map = desk.app.state.snapshot.attentionLook?.map
    desk.click("     the  old  man", dx: 18, dy: 3)
    #expect(desk.app.state.attention.query == 2)
    let key = desk.app.state.attention.key
    #expect(map?.weight(query: 2, key: key) != nil)
    desk.click("[ ] 41 steps", dx: -30)
    #expect(desk.shows("step "))
  }

  @Test func everyKeyAtEverySizeIsSafe() {
    for lines in [Self.run, Self.translation + ["attention dec"], Self.cases[8].lines] {
      var desk = Desk(lines)
      let sizes = [(20, 5), (21, 8), (60, 16), (80, 24), (33, 11), (200, 60), (300, 9), (61, 50)]
      for (columns, rows) in sizes {
        _ = desk.app.update(.input(.resize(Size(columns: columns, rows: rows))))
        for _ in 0..<9 where desk.app.state.focus != .attention { desk.press(.alt("o")) }
        for action in KeyTable.actions where action.name.hasPrefix("attention.") {
          for key in action.keys.prefix(1) { for one in key.keys { desk.press(one) } }
          _ = desk.app.render()
          for place in [Point(column: 3, row: 3), Point(column: columns / 2, row: rows / 2)] {
            desk.take(
              desk.app.update(.input(.mouse(MouseEvent(action: .press, place: place)))))
          }
        }
      }
    }
  }

  /// Every number on the screen is the tensor's.
  @Test func whatIsDrawnIsTheTensor() throws {
    var desk = Desk([
      "A = softmax(randn([2, 9, 9]))", "layout attention", "attention A head=1",
    ])
    let cell = desk.notebook.apply("print A[1]")
    guard case .tensor(let tensor)? = cell.outputs.first else {
      Issue.record("no tensor")
      return
    }
    for query in 0..<9 {
      let lines = desk.app.render().lines
      let line = try #require(lines.first { $0.contains("q=") && $0.contains(" k=") })
      let value = try #require(line.split(separator: " ").last.flatMap { Double(String($0)) })
      #expect(abs(value - Double(tensor.values[query * 9])) < 5e-5)
      // The row in the grid: nine numbers of two digits, then the entropy.
      let row = try #require(lines.first { $0.hasPrefix(query == 0 ? "0 " : "\(query) ") })
      let numbers = row.dropFirst(2).split(separator: " ").compactMap { Double(String($0)) }
      for (key, number) in numbers.prefix(9).enumerated() {
        #expect(abs(number - Double(tensor.values[query * 9 + key])) < 0.0051)
      }
      desk.press(.down)
    }
  }
}
