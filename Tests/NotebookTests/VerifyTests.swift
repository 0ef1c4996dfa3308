// Verification against a fresh run: any edited digit is found and its line named. Replaying a part and
// going on another way is the same as running the edited file.

import Language
import Notebook
import Testing

struct VerifyTests {
  /// A session with every kind of recorded line.
  static let text: String = {
    let notebook = Notebook(seed: 5, title: "made")
    notebook.addProse("# Two spirals\nof points")
    for source in [
      "x, y = batch(spiral(n=40, classes=2, seed=3), 16)", "net = dense(6) | tanh | dense(2)",
      "L = cross_entropy(net(x), y)", "L", "track norm(net.0.weight) every 5",
      "train L with adam(lr=0.05) steps=12 { at 6 { set lr = 0.01 } }", "step 3", "show net",
      "plot loss",
      "net.2.weight", "for i in 0..2 { train 3; print L }", "expect L < 5", "help dense",
    ] { notebook.run(source) }
    return notebook.sessionText()
  }()

  static func parse(_ text: String) throws -> SessionDocument {
    try SessionFile.parse(text, verbs: Catalogue.standard.grammars)
  }

  @Test func anUneditedSessionVerifies() throws {
    let result = SessionRunner.verify(try Self.parse(Self.text), title: "made.nabla")
    #expect(result.failed == nil)
    #expect(result.differences == [])
    #expect(!Self.text.contains("help dense"))
  }

  @Test func everyEditedDigitIsFound() throws {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var edited = 0
    for (index, line) in lines.enumerated() {
      let isShown = line.hasPrefix("#> ")
      guard isShown || line.contains("digest ") else { continue }
      guard
        let place = line.lastIndex(where: { $0.isASCII && ($0.isNumber || "abcdef".contains($0)) }),
        line[place].isNumber || !isShown
      else { continue }
      var changed = line
      changed.replaceSubrange(place...place, with: line[place] == "1" ? "2" : "1")
      var copy = lines
      copy[index] = changed
      let result = SessionRunner.verify(
        try Self.parse(copy.joined(separator: "\n")), title: "made.nabla")
      #expect(result.differences.map(\.line) == [index + 1], "\(changed)")
      #expect(
        result.differences.first?.message.hasPrefix("made.nabla:\(index + 1): recorded ") == true)
      edited += 1
    }
    #expect(edited > 20)
  }

  @Test func anEditedCommandIsFound() throws {
    let text = Self.text.replacing("set lr = 0.01", with: "set lr = 0.02")
    let result = SessionRunner.verify(try Self.parse(text), title: "made.nabla")
    #expect(result.differences.isEmpty == false)
    let seed = SessionRunner.verify(
      try Self.parse(Self.text.replacing("seed 5", with: "seed 6")), title: "made.nabla")
    #expect(seed.differences.isEmpty == false)
  }

  @Test func aFailingCellIsTold() throws {
    let text = Self.text.replacing("expect L < 5", with: "expect L < -5")
    let result = SessionRunner.verify(try Self.parse(text), title: "made.nabla")
    #expect(result.failed?.source == "expect L < -5")
    #expect(result.failed?.error?.message.hasPrefix("expected L < -5, but ") == true)
    #expect(result.differences.count == 1)
  }

  /// Replay, stop anywhere, branch off: the bits of a fresh run of the edited file.
  @Test func branchingOff() throws {
    let document = try Self.parse(Self.text)
    let cells = document.cells
    for count in [4, 7, 8, cells.count] {
      let replayed = SessionRunner.notebook(for: document, title: "replay")
      for cell in cells.prefix(count) { replayed.apply(cell) }
      let branch = [
        "b = dense(3) | tanh", "Q = mean(b(x)) + L", "train Q with sgd(lr=0.3) steps=7",
      ]
      for source in branch { replayed.run(source) }
      // The file, cut there and continued by hand.
      let edited = try Self.parse(replayed.sessionText())
      let fresh = SessionRunner.notebook(for: edited, title: "fresh")
      let results = SessionRunner.execute(edited, in: fresh)
      #expect(results.count == count + branch.count)
      #expect(fresh.digest() == replayed.digest())
      #expect(SessionRunner.verify(edited, title: "edited").differences == [])
      let typed = Notebook(seed: 5)
      for cell in cells.prefix(count) where cell.prose == nil { typed.run(cell.source) }
      for source in branch { typed.run(source) }
      #expect(typed.digest() == replayed.digest())
    }
  }

  @Test func digests() {
    let notebook = Notebook()
    #expect(notebook.apply("x = [1, 2]").digest == nil)
    #expect(notebook.apply("print x").digest == nil)
    let first = notebook.apply("w = param([2])").digest
    #expect(first?.utf8.count == 64)
    #expect(notebook.apply("train mean(w ** 2) with sgd(lr=0.1) steps=0").digest != first)
    #expect(notebook.apply("nothing").digest == nil)
    let before = notebook.digest()
    #expect(notebook.apply("seed 7").digest != before)
    // NaN has one form.
    let (a, b) = (Notebook(), Notebook())
    a.run("w = param([2], init=constant(0/0))")
    b.run("w = param([2], init=constant(-(0/0)))")
    #expect(a.digest() == b.digest())
  }
}
