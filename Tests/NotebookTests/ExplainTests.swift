// explain: formula, terms, paths and updates as the learner reads them, checked against numbers that
// are worked out here.

import Language
import Notebook
import Testing

@Suite struct ExplainTests {
  private func explanation(
    _ notebook: Notebook, _ source: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ExplanationOutput {
    let cell = notebook.apply("explain " + source)
    if let error = cell.error {
      Issue.record(
        "\(error.rendered(in: cell.source).joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }
    for output in cell.outputs { if case .explanation(let found) = output { return found } }
    return try #require(nil, sourceLocation: sourceLocation)
  }

  /// The terms of an explanation come to its value.
  private func expectSum(
    _ explanation: ExplanationOutput, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let sum =
      explanation.terms.reduce(0.0) { $0 + Double($1.value) }
      / Double(explanation.divisor ?? 1)
    let value = Double(explanation.value ?? .nan)
    #expect(abs(sum - value) <= 1e-5 * (1 + abs(value)), sourceLocation: sourceLocation)
  }

  static let network =
    "x = [[0.5, -1], [2, 0.25]]\nw = param([2, 2], init=ones)\nset w = [[1, 2], [3, 4]]\n"
    + "z = x @ w\nh = tanh(z)\nL = mean(h ** 2)"

  // MARK: Values

  @Test func valuesOutsideARun() throws {
    let notebook = Notebook()
    notebook.run(Self.network)
    let z = try explanation(notebook, "z[1, -1]")
    #expect(z.target == "z[1, 1]")
    #expect(z.value == 5)
    #expect(z.terms.map(\.value) == [4, 1])
    #expect(
      z.lines == [
        "z[1, 1] = 5", "  z = x @ w", "  = x[1, 0] · w[0, 1] + x[1, 1] · w[1, 1]",
        "  = 2 · 2 + 0.25 · 4 = 5", "  next  explain x[1, 0]  given",
        "        explain w[0, 1]  a parameter",
      ])
    #expect(try explanation(notebook, "L").divisor == 4)
    expectSum(try explanation(notebook, "L"))
    #expect(try explanation(notebook, "x[0, 0]").lines.last == "  a constant: nothing computes it")
    #expect(
      try explanation(notebook, "w[0, 0]").lines.last
        == "  a parameter with its initial value (ones)")
    // An expression is a value as good as any.
    #expect(try explanation(notebook, "(z + 1)[0, 0]").terms.map(\.value) == [-2.5, 1])
  }

  @Test func whatIsNotComputedSaysSo() throws {
    let notebook = Notebook()
    notebook.run(Self.network, "train L with sgd(lr=0.1) steps=0\nforward")
    let gradient = try explanation(notebook, "w.grad[0, 1]")
    #expect(gradient.value == nil)
    #expect(
      gradient.lines == [
        "w.grad[0, 1] is not computed yet in step 1", "  w.grad = xᵀ @ z.grad",
        "  go on to it: continue to w.grad",
      ])
    notebook.run("continue to w.grad\nstep")
    expectSum(try explanation(notebook, "w.grad[0, 1]"))
  }

  @Test func whatWasChangedByHandSaysSo() throws {
    let notebook = Notebook()
    notebook.run(Self.network, "train L with sgd(lr=0.1) steps=0\nforward\nset z[0, 0] = 7")
    let lines = try explanation(notebook, "z[0, 0]").lines
    #expect(lines[0] == "z[0, 0] = 7")
    #expect(lines[2] == "  changed by hand; its operands give -2.5:")
    let stale = try explanation(notebook, "h[0, 0]").lines
    #expect(
      stale[2] == "  stale: what it is computed from was changed by hand; going on makes it 1:")
    notebook.run("step")
    #expect(!(try explanation(notebook, "h[0, 0]").lines.contains { $0.contains("stale") }))
  }

  @Test func longSumsAreSorted() throws {
    let notebook = Notebook()
    notebook.run("x = arange(100)\ny = sum(x)")
    let found = try explanation(notebook, "y")
    #expect(found.terms.count == 100)
    expectSum(found)
    #expect(
      found.lines.contains { $0.contains("90 smaller terms together") && $0.contains("4005") })
    #expect(found.lines[2].contains("x[99]"))
    #expect(found.lines.count < 20)
  }

  @Test func softmaxNamesItsSum() throws {
    let notebook = Notebook()
    notebook.run("p = softmax([1, 2, 3])")
    let lines = try explanation(notebook, "p[2]").lines
    #expect(lines.contains { $0.contains("exp(") && $0.contains("/ S") })
    #expect(lines.contains { $0.hasPrefix("  S = ") })
  }

  /// Names that `list` shows are understood, and each next line of an explanation can be entered.
  @Test func sourcesCanBeExplained() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.05, 0.1]]\nnet = dense(2) | sigmoid | dense(2) | residual(dense(2) | tanh)",
      "L = mean(net(x) ** 2)\ntrain L with adam(lr=0.1) steps=0\nforward\nbackward")
    var pending = ["L", "net.0.weight.grad[0, 1]", "net.2.grad[0, 1]", "net.0.bias.grad[1]"]
    var seen: Set<String> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      let found = try explanation(notebook, next)
      #expect(found.target == next)
      pending += found.sources.map(\.name)
    }
    #expect(seen.count > 25)
  }

  // MARK: Paths

  @Test func aSquareKeepsBothEdges() throws {
    let notebook = Notebook()
    notebook.run(
      "a = param([2])\nset a = [3, -1]\nL = sum(a * a)\ntrain L with sgd(lr=0.1) steps=0",
      "forward\nbackward")
    let found = try explanation(notebook, "a.grad[1]")
    #expect(found.terms.map(\.value) == [-1, -1])
    #expect(found.terms.map(\.text) == ["L.mul = a ⊙ a (left)", "L.mul = a ⊙ a (right)"])
    expectSum(found)
  }

  /// The paths belong to the graph, which `undo` cuts and `redo` puts together again.
  @Test func pathsSurviveUndo() throws {
    let notebook = Notebook()
    notebook.run(
      "a = param([2])\nset a = [3, -1]\nL = sum(a * a)", "train L with sgd(lr=0.1) steps=0",
      "forward", "backward")
    let before = try explanation(notebook, "a.grad[1]")
    notebook.run("undo 3", "redo 3")
    #expect(try explanation(notebook, "a.grad[1]") == before)
    #expect(before.terms.count == 2)
  }

  @Test func aResidualSharesBetweenSkipAndBranch() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[1, 2]]\nu = param([2, 2])\nset u = [[1, 0], [0, 1]]\nh = x @ u",
      "v = param([2, 2])\nset v = [[0.5, 0], [0, 0.25]]\nL = sum(h + h @ v)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let found = try explanation(notebook, "h.grad[0, 1]")
    #expect(found.terms.map(\.value) == [1, 0.25])
    #expect(found.lines.contains { $0.contains("skip") && $0.hasSuffix("80 %") })
    #expect(found.lines.contains { $0.contains("branch") && $0.hasSuffix("20 %") })
    expectSum(found)
  }

  @Test func sharedWeightsHaveALineAUse() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[1, 2]]\nlayer = dense(2)\ny = layer(tanh(layer(x)))\nL = sum(y)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let found = try explanation(notebook, "layer.weight.grad[0, 1]")
    #expect(found.terms.count == 2)
    expectSum(found)
    // Tied weights: an embedding that is also the last layer.
    let tied = Notebook()
    tied.run(
      "e = param([3, 2])\nset e = [[1, 2], [3, 4], [5, 6]]\nh = e[[1, 2]]\nL = sum(h @ e.T)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let both = try explanation(tied, "e.grad[1, 0]")
    #expect(both.terms.count == 2)
    expectSum(both)
  }

  @Test func recurrentWeightsHaveATermATimeStep() throws {
    let notebook = Notebook()
    notebook.run(
      "x = ones([1, 5, 2])\nnet = rnn(3)\nh, last = net(x)\nL = mean(last ** 2)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let found = try explanation(notebook, "net.weight_hh_l0.grad[0, 1]")
    #expect(found.terms.count == 5)
    for (time, term) in found.terms.reversed().enumerated() {
      #expect(term.text.contains("t\(time).recurrent"))
    }
    // Nothing stands before the first step.
    #expect(found.terms.last?.value == 0)
    expectSum(found)
    let loop = Notebook()
    loop.run(
      "w = param([2, 2])\nset w = [[0.5, 0.1], [0.2, 0.3]]\na = [[1.0, 2.0]]",
      "for i in 0..4 { a = tanh(a @ w) }\nM = mean(a)\ntrain M with sgd(lr=0.1) steps=0",
      "forward\nbackward")
    let terms = try explanation(loop, "w.grad[0, 1]")
    #expect(terms.terms.count == 4)
    expectSum(terms)
  }

  // MARK: Updates

  /// Adam's first two updates of one weight, from the paper.
  @Test func adamIsThePapersAlgorithm() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [3, -2]\nL = sum(w ** 2)\ntrain L with adam(lr=0.1) steps=2")
    var (w, m, v) = (3.0, 0.0, 0.0)
    var numbers: [Double] = []
    for t in 1...2 {
      let g = 2 * w
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g * g
      let mHat = t == 1 ? m / (1 - 0.9) : m / (1 - 0.81)
      let vHat = t == 1 ? v / (1 - 0.999) : v / (1 - 0.998001)
      let delta = -0.1 * mHat / (vHat.squareRoot() + 1e-8)
      w += delta
      numbers = [g, m, v, mHat, vHat, delta, w]
    }
    let found = try explanation(notebook, "w[0]")
    #expect(found.lines[0] == "w[0] = 2.8, by the update of step 2, adam(lr=0.1)")
    let text = found.lines.joined(separator: " ")
    for number in numbers {
      #expect(text.contains("= " + NumberText.short(Float(number))), "\(number)")
    }
    for letter in ["m ←", "v ←", "m̂ =", "v̂ =", "Δ =", "w ←"] { #expect(text.contains(letter)) }
    // What is in between can be asked for, too, and walking about changes no bit.
    let digest = notebook.digest()
    #expect(abs(try #require(try explanation(notebook, "w.exp_avg[0]").value) - Float(m)) < 1e-5)
    #expect(notebook.digest() == digest)
    notebook.run("back step 3\nexplain w[0]\nback finish\nexplain w[1]\ngoto 2")
    #expect(notebook.digest() == digest)
  }

  @Test(arguments: [
    "sgd(lr=0.1)", "sgd(lr=0.1, momentum=0.9, nesterov=true)", "adamw(lr=0.1)",
    "rmsprop(lr=0.1, momentum=0.9, centered=true)", "adagrad(lr=0.1)", "adadelta(lr=0.1)",
    "adamax(lr=0.1)", "nadam(lr=0.1)", "radam(lr=0.1)", "lion(lr=0.1)", "rprop(lr=0.1)",
    "adam(lr=0.1, amsgrad=true, weight_decay=0.1)",
  ])
  func everyOptimizerCanBeRead(_ optimizer: String) throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [3, -2]\nL = sum(w ** 2)",
      "train L with \(optimizer) steps=3 clip=1 schedule=cosine(10)")
    let before = notebook.values("w")
    let found = try explanation(notebook, "w[1]")
    #expect(found.value == before[1])
    #expect(found.lines.count >= 4)
    #expect(found.lines.contains { $0.contains("w ←") })
    expectSum(found)
    #expect(notebook.values("w") == before)
    // In the middle of a step the last update still tells.
    notebook.run("step 2")
    #expect(try explanation(notebook, "w[1]").lines == found.lines)
  }

  // MARK: Other forms

  @Test func jsonHasTheTerms() throws {
    let notebook = Notebook()
    notebook.run(Self.network)
    let line = JSONOutput.line(notebook.apply("explain z[1, 1]"))
    #expect(line.contains(#""kind":"explanation","target":"z[1, 1]","value":5,"#))
    #expect(line.contains(#"{"text":"x[1, 0] · w[0, 1]","value":4}"#))
    #expect(line.contains(#"{"name":"w[0, 1]","origin":"a parameter"}"#))
  }
}
