// predict: grades, hints after misses, vectors, values that are still to come.

import Language
import Notebook
import Testing

@Suite struct PredictTests {
  private func grade(_ notebook: Notebook, _ source: String) throws -> PredictionOutput {
    let cell = notebook.apply("predict " + source)
    #expect(cell.error == nil, "\(cell.error?.message ?? "")")
    for output in cell.outputs { if case .prediction(let found) = output { return found } }
    return try #require(nil)
  }

  @Test(arguments: [
    ("0.36", "exact"), ("0.3605", "exact"), ("0.4", "off"), ("0.35", "close"),
    ("0.37", "close"), ("0.3606", "close"), ("0.34", "off"), ("-0.36", "off"), ("3.6e-1", "exact"),
    ("0", "off"), ("1", "off"), ("0.36046", "exact"), ("0.360", "exact"), ("0.361", "close"),
    ("0.1 + 0.26", "close"), ("y[0]", "exact"),
  ])
  func answersAreGradedByTheirDigits(_ answer: String, _ expected: String) throws {
    let notebook = Notebook()
    notebook.run("y = [0.36046, 0, 2]")
    #expect(try grade(notebook, "y[0] = \(answer)").grade.rawValue == expected)
  }

  @Test func wholeNumbersAndZero() throws {
    let notebook = Notebook()
    notebook.run("y = [0.36046, 0, 2]")
    #expect(try grade(notebook, "y[1] = 0").grade == .exact)
    #expect(try grade(notebook, "y[2] = 2").grade == .exact)
    #expect(try grade(notebook, "y[2] = 1.99").grade == .close)
    #expect(try grade(notebook, "y[1] = 0.001").grade == .off)
  }

  @Test func linesSayHowFarOff() throws {
    let notebook = Notebook()
    notebook.run("y = [0.5, 2, -4]")
    #expect(try grade(notebook, "y[1] = 2").lines == ["✓ exact: y[1] = 2"])
    #expect(
      try grade(notebook, "y[1] = 1.95").lines == ["≈ close: y[1] = 1.95 is off by 0.05 (2.5 %)"])
    #expect(try grade(notebook, "y[1] = 1.9").grade == .close)
    #expect(try grade(notebook, "y[1] = 0/0").lines == ["✗ y[1] = NaN is no number"])
    #expect(
      try grade(notebook, "(0 / (y - y))[0] = 3").lines
        == ["✗ (0 / (y - y))[0] = 3 is off: the value is no number"])
    #expect(try grade(notebook, "y[1] = 1").lines == ["✗ y[1] = 1 is off by 1 (50 %)"])
    #expect(
      try grade(notebook, "y[1] = -2").lines[0]
        == "✗ y[1] = -2 is off by 4 (200 %), and the sign is wrong")
  }

  @Test func vectorsAreGradedElementByElement() throws {
    let notebook = Notebook()
    notebook.run("y = [[0.5, 2], [-4, 10]]")
    let all = try grade(notebook, "y = [[0.5, 1.95], [4, 10]]")
    #expect(all.answers.map(\.grade) == [.exact, .close, .off, .exact])
    #expect(all.grade == .off)
    #expect(all.lines[0] == "✗ y: 2 exact, 1 close, 1 off")
    #expect(all.lines[1] == "  y[0, 1] = 1.95 is close, off by 0.05 (2.5 %)")
    #expect(try grade(notebook, "y[1] = [-4, 10]").grade == .exact)
    #expect(try grade(notebook, "y[:, 0] = [0.5, -4]").grade == .exact)
  }

  /// Nothing on the first miss, the formula on the second, the way out on the third; never the answer.
  @Test func hintsComeWithMisses() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.5, -1]]\nw = param([2, 1])\nset w = [[1], [2]]\nz = x @ w\na = sigmoid(z)",
      "L = mean((a - 1) ** 2)\ntrain L with sgd(lr=0.1) steps=0\nforward\nbackward")
    #expect(try grade(notebook, "z.grad[0, 0] = 5").lines.count == 1)
    let second = try grade(notebook, "z.grad[0, 0] = 4").lines
    #expect(second.contains { $0.contains("incoming gradient") && $0.contains("local derivative") })
    #expect(!second.contains { $0.contains("explain") })
    let third = try grade(notebook, "z.grad[0, 0] = 3").lines
    #expect(third.last == "  explain z.grad[0, 0] writes it out")
    let value = NumberText.short(notebook.values("z.grad")[0])
    for line in second + third { #expect(!line.contains(value), "\(line)") }
    // Right once, and counting begins anew.
    #expect(try grade(notebook, "z.grad[0, 0] = z.grad").grade == .exact)
    #expect(try grade(notebook, "z.grad[0, 0] = 5").lines.count == 1)
    // A sum shows what is to be added.
    _ = try grade(notebook, "z[0, 0] = 5")
    #expect(try grade(notebook, "z[0, 0] = 5").lines.last == "    = 0.5 · 1 + (-1) · 2 = ?")
  }

  @Test func whatIsStillToComeCanBePredicted() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [3, 4]\nL = sum(w ** 2)\ntrain L with adam(lr=0.1) steps=1\nstep")
    let digest = notebook.digest()
    let gradient = try grade(notebook, "w.grad = [5.8, 7.8]")
    #expect(gradient.grade == .exact)
    #expect(notebook.digest() == digest)
    notebook.run("backward")
    #expect(notebook.values("w.grad").map { ($0 * 100).rounded() / 100 } == [5.8, 7.8])
  }

  @Test func aMissIsNoErrorAndReplays() throws {
    let source = "y = [0.5, 2]\npredict y[1] = 3\npredict y[1] = 3\npredict y[1] = 3"
    #expect(Notebook().lines(source) == Notebook().lines(source))
    let notebook = Notebook()
    #expect(notebook.apply(source).error == nil)
    let line = JSONOutput.line(notebook.apply("predict y = [0.5, 3]"))
    #expect(line.contains(#""kind":"prediction","target":"y","grade":"off""#))
    #expect(line.contains(#"{"name":"y[1]","answer":3,"grade":"off","off":1}"#))
  }
}
