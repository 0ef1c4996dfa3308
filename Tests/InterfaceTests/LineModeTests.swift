// Cells as text: what the line mode and headless runs print.

import Interface
import Language
import Notebook
import Screen
import Testing

@Suite struct LineModeTests {
  static func lines(
    _ cell: NotebookCell, _ columns: Int = 60, _ appearance: Appearance = .mono
  ) -> [String] {
    TextRenderer.lines(for: cell, columns: columns, appearance: appearance)
  }

  @Test func proseIsLightMarkdown() {
    #expect(
      Self.lines(Samples.intro, 40) == [
        "Exclusive or",
        "The smallest problem that one layer",
        "cannot solve. A hidden layer of tanh",
        "units bends the plane:",
        "• inputs are the corners of a square",
        "• the answer is 1 where exactly one of",
        "  them is set",
      ])
    let odd = NotebookCell(number: 1, prose: "a * b ** c `d\n\n```\n# kept  as is\n```\n12. x")
    #expect(Self.lines(odd) == ["a * b ** c `d", "", "  # kept  as is", "12. x"])
    // A line within a paragraph may begin with a sum or a year; a bullet begins a list there, too.
    let flowing = NotebookCell(
      number: 1, prose: "sums\n+ b, from\n2014. on:\n- one\n\n3. three\n+ four")
    #expect(Self.lines(flowing) == ["sums + b, from 2014. on:", "• one", "", "3. three", "• four"])
    // What is indented and tables stay as they were typed.
    let typed = NotebookCell(
      number: 1, prose: "See\n\n    a   b\n    c   d\n\n| x | y |\n|---|---|\nand so on")
    #expect(
      Self.lines(typed) == [
        "See", "", "    a   b", "    c   d", "", "| x | y |", "|---|---|", "and so on",
      ])
  }

  /// A formula in running text stays on one line; a long one begins its lines with a sign.
  @Test(arguments: [
    (
      "The product is famous, for nearly everything cancels: dz = a − y.",
      ["The product is famous, for nearly everything", "cancels: dz = a − y."]
    ),
    (
      "Here is what arrives at the place a: ∂L/∂a = −y / a + (1 − y) / (1 − a).",
      ["Here is what arrives at the place a: ∂L/∂a", "= −y / a + (1 − y) / (1 − a)."]
    ),
    (
      "Try next: a network of two hidden layers, `net = dense(3)`, and again.",
      ["Try next: a network of two hidden layers,", "net = dense(3), and again."]
    ),
    (
      "a + b + c + d + e + f + (g + h + i) + j + k + l + m + n",
      ["a + b + c + d + e + f + (g + h + i) + j + k + l", "+ m + n"]
    ),
    (
      "- + - = " + String(repeating: "x", count: 50),
      ["• + - =", "  " + String(repeating: "x", count: 46), "  xxxx"]
    ),
  ])
  func formulasStayTogether(prose: String, lines: [String]) {
    #expect(Self.lines(NotebookCell(number: 1, prose: prose), 48) == lines)
  }

  @Test func proseHasStyles() {
    let snapshot = Snapshot(cells: [NotebookCell(number: 1, prose: "# T\n**b** *i* `c`")])
    let frame = TextRenderer.renderFrame(
      snapshot: snapshot, size: Size(columns: 80, rows: 24), appearance: .standard)
    #expect(frame[1, 0].style.bold && frame[2, 0].style.bold && frame[2, 2].style.italic)
    #expect(frame[2, 4].text == "c" && frame[2, 4].style.foreground != .standard)
  }

  @Test func inputAndOutput() {
    #expect(
      Self.lines(Samples.loss) == [
        "[3] ∇ x, y = xor()", "      L = binary_cross_entropy(net(x), y)", "    L = 0.6932",
      ])
    #expect(
      Self.lines(Samples.loss, 60, .ascii) == [
        "[3] > x, y = xor()", "      L = binary_cross_entropy(net(x), y)", "    L = 0.6932",
      ])
    #expect(
      TextRenderer.results(of: Samples.loss, columns: 60, appearance: .ascii) == ["    L = 0.6932"])
  }

  @Test func errorsHaveACaret() {
    let cell = Samples.mistake.cells[1]
    #expect(
      Self.lines(cell, 80) == [
        "[2] ∇ z = w @ w + 1",
        "    error: cannot multiply [2, 3] by [2, 3]: 3 columns meet 2 rows",
        "      z = w @ w + 1",
        "          ^^^^^",
        "    hint: transpose the second: w @ w.T",
      ])
  }

  @Test func theCaretStaysUnderAFarCulprit() {
    let source = String(repeating: "a + ", count: 30) + "日本 + b"
    let cell = NotebookCell(
      number: 1, source: source, error: Diagnostic("no such name", at: SourceRange(120, 126)),
      status: .failed)
    let lines = TextRenderer.results(of: cell, columns: 44, appearance: .mono)
    #expect(lines.count == 3 && lines[0] == "    error: no such name")
    #expect(lines[1].hasPrefix("      …") && lines[1].hasSuffix("日本 + b"))
    // The caret stands where the culprit does.
    let column = lines[1].prefix { $0 != "日" }.count
    #expect(lines[2].prefix { $0 == " " }.count == column)
    #expect(lines[2].count { $0 == "^" } == 4)
  }

  @Test func anErrorBeyondItsSourceHasACaretAtTheEnd() {
    let cell = NotebookCell(
      number: 1, source: "f(", error: Diagnostic("the line ends early", at: SourceRange(9, 99)),
      status: .failed)
    #expect(
      TextRenderer.results(of: cell, columns: 44, appearance: .mono)
        == ["    error: the line ends early", "      f(", "        ^"])
  }

  @Test func tensorsAreAlignedAndShortened() {
    func lines(_ shape: [Int], _ values: [Float], _ columns: Int = 60) -> [String] {
      TextRenderer.lines(
        for: .tensor(TensorOutput(name: "t", shape: shape, values: values)), columns: columns,
        appearance: .mono)
    }
    #expect(lines([], [0.5]) == ["t = 0.5"])
    #expect(lines([3], [1, -2.5, .nan]) == ["t [3] = [1, -2.5, NaN]"])
    #expect(lines([0, 2], []) == ["t [0, 2] = []"])
    #expect(lines([2, 2], [1, 2, 3, -4]) == ["t [2, 2] =", "[[ 1,  2]", " [ 3, -4]]"])
    #expect(
      lines([100], (0..<100).map { Float($0) }, 40)
        == ["t [100] =", "[0, 1, 2, 3, 4, 5, …, 97, 98, 99]"])
    let tall = lines([40, 1], (0..<40).map { Float($0) })
    #expect(
      tall == [
        "t [40, 1] =", "[[ 0]", " [ 1]", " [ 2]", " …", " [37]", " [38]", " [39]]",
      ])
    let deep = lines([6, 1, 2], (0..<12).map { Float($0) })
    #expect(
      deep == [
        "t [6, 1, 2] =", "[0, :, :]:", "[[0, 1]]", "[1, :, :]:", "[[2, 3]]", "[2, :, :]:",
        "[[4, 5]]", "[3, :, :]:", "[[6, 7]]", "… 2 more",
      ])
    // A shape that the values do not have.
    #expect(lines([7, 7], [1, 2]) == ["t [2] = [1, 2]"])
  }

  @Test func longOutputIsCut() {
    let text = (1...1000).map { "line \($0)" }.joined(separator: "\n")
    let lines = TextRenderer.lines(for: .text(text), columns: 40, appearance: .mono)
    #expect(lines.count == 401)
    #expect(lines.last == "… 600 more lines")
  }

  @Test func anInstructionInASCII() {
    let lines = TextRenderer.lines(
      for: .instruction(Samples.detail), columns: 60, appearance: .ascii)
    #expect(
      lines.prefix(4) == [
        "8/10 backward  net.1.tanh  step 3", "dL/dz = dL/da * (1 - a^2)",
        "rule  dL/dz = dL/da . da/dz, da/dz = 1 - a^2", "dL/da [4, 8]",
      ])
    #expect(lines[4] == "-0.266  0.313  0.250  0.188  0.125  0.063      0 -0.063")
    #expect(lines.suffix(2).first == "dL/dz[0, 0] = dL/da[0, 0] . (1 - a[0, 0]^2)")
  }

  @Test func transliterationNeedsNoGuessing() {
    let cell = NotebookCell(
      number: 1, source: "# ∂L/∂W ← √v ≤ ∞ ‖g‖₂ “é” 日本 \u{1B}", status: .done)
    let lines = Self.lines(cell, 80, .ascii)
    #expect(lines == ["[1] > # dL/dW <- sqrt v <= inf ||g||2 \"e\" ?? ?"])
  }

  @Test func theProposedFirstStepsRun() {
    let notebook = Notebook()
    for line in CellsView.firstSteps {
      let cell = notebook.apply(line)
      #expect(cell.error == nil, "\(line)")
    }
    #expect(notebook.snapshot().run?.step == 500)
    for line in ["step 3", "back step"] { #expect(notebook.apply(line).error == nil) }
    let frame = TextRenderer.renderFrame(
      snapshot: notebook.snapshot(), size: Size(columns: 80, rows: 24), appearance: .mono)
    #expect(frame.lines[0].hasPrefix(" nabla  untitled  step 500/500  WALK step 501"))
    #expect(frame.lines[1].hasPrefix("program  step 501  2/"))
  }
}
