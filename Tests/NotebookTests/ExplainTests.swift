// explain: formula, terms, paths and updates as the learner reads them, checked against numbers that
// are worked out here.

import Language
import Notebook
import Testing

@Suite struct ExplainTests {
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

  /// In the middle of the backward pass some paths have arrived and others have not.
  @Test func contributionsArriveOneByOne() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [3, 4]\nL = sum(exp(w)) + sum(w ** 2)",
      "train L with sgd(lr=0.1) steps=0\nforward\ncontinue to w.grad.1")
    #expect(
      try explanation(notebook, "w.grad[1]").lines == [
        "w.grad[1] is not computed yet in step 1", "  w.grad = w.grad.0 + w.grad.1",
        "  1 of its 2 contributions is there:", "    L.square = w²         8",
        "    L.exp = exp(w)  not yet", "  go on to it: continue to w.grad",
      ])
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

  /// What a stale value will be is known only where its operands stay as they are.
  @Test func staleOperandsPromiseNothing() throws {
    let notebook = Notebook()
    notebook.run(Self.network, "train L with sgd(lr=0.1) steps=0\nforward\nset w[0, 0] = 7")
    let stale = "  stale: what it is computed from was changed by hand; going on "
    #expect(try explanation(notebook, "z[0, 0]").lines[2] == stale + "makes it 0.5:")
    #expect(try explanation(notebook, "h[0, 0]").lines[2] == stale + "computes it again")
    #expect(try explanation(notebook, "z[0, 1]").lines[2] == stale + "makes it the same:")
  }

  @Test func longNamesStandForThemselvesOnce() throws {
    let notebook = Notebook()
    notebook.run(
      "features = reshape(arange(24) / 24, [3, 8])\nnetwork = dense(5) | residual(dense(5) | tanh)",
      "L = mean(network(features) ** 2)\ntrain L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let found = try explanation(notebook, "network.1.0.weight.grad[0, 0]")
    #expect(found.lines.allSatisfy { $0.count <= 76 })
    let sum = try explanation(notebook, "network.0.matmul[0, 0]")
    #expect(sum.lines.contains("  with a = features, b = network.0.weight:"))
    #expect(sum.lines.allSatisfy { $0.count <= 76 })
    // For programs every term has the names.
    #expect(sum.terms.allSatisfy { $0.text.contains("network.0.weight[0, ") })
    expectSum(sum)
    let sizes = sum.lines.filter { $0.contains(" · ") }.compactMap {
      $0.split(separator: " ").last.flatMap { Float($0) }.map(abs)
    }
    #expect(sizes.count == 7)
    #expect(sum.lines.contains("    another is 0"))
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func termsThatAreZeroAreCounted() throws {
    let notebook = Notebook()
    notebook.run("x = [0, 3, 0, -4, 0, 0]\ny = sum(x)\nz = sum(0 * x)")
    #expect(
      try explanation(notebook, "y").lines == [
        "y = -1", "  y = sum(x)", "    x[3]            -4", "    x[1]             3",
        "    4 others are 0", "    sum of 6 terms  -1", "  next  explain x[3]  given",
      ])
    let lines = try explanation(notebook, "z").lines
    #expect(lines.contains { $0.hasSuffix("5 others are 0") })
    #expect(lines.count == 6)
  }

  @Test func veryLongSumsStayBounded() throws {
    let notebook = Notebook()
    notebook.run("x = arange(20000) / 1000\ny = sum(x)")
    let found = try explanation(notebook, "y")
    #expect(found.terms.count == 10_000)
    #expect(found.terms.last?.text == "10001 smaller terms together")
    expectSum(found)
  }

  /// A sum hands a gradient on as it is: its operands' gradients have one name, and any is understood.
  @Test func gradientsHaveTheNamesOfAllTheyBelongTo() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [1, 2]\nL = sum(w ** 2) + 0.1 * sum(w ** 4)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    #expect(try explanation(notebook, "L.mul.grad").value == 1)
    #expect(
      try explanation(notebook, "L.grad").lines
        == ["L.grad = 1", "  the derivative of L by itself"])
    // The number as it was written.
    #expect(try explanation(notebook, "L.mul").lines[1] == "  L.mul = 0.1 ⊙ L.sum_1")
  }

  /// A run that goes on is looked at between two updates.
  @Test func explainedInTraining() throws {
    let notebook = Notebook()
    let source =
      "w = param([2])\nset w = [3, -2]\nL = sum(w ** 2)\n"
      + "train L with adam(lr=0.1) steps=4 { at 2 { explain w[0] }\nevery 2 { predict L = 1 } }"
    let cell = notebook.apply(source)
    #expect(cell.error == nil)
    let lines = Notebook().lines(source)
    #expect(lines.contains("w[0] = 2.8, by the update of step 2, adam(lr=0.1)"))
    #expect(lines.contains { $0.hasPrefix("✗ L = 1 is off by") })
    // Looking changes no bit.
    let other = Notebook()
    other.run("w = param([2])\nset w = [3, -2]\nL = sum(w ** 2)\ntrain L with adam(lr=0.1) steps=4")
    #expect(other.digest() == notebook.digest())
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

  @Test func aBranchWithSeveralUsesIsOneBranch() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[1, 2, 4]]\nnet = dense(3) | residual(layer_norm | dense(3))\nL = sum(net(x) ** 2)",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let found = try explanation(notebook, "net.0.grad[0, 1]")
    expectSum(found)
    let branches = found.terms.filter { $0.text.hasSuffix("(branch)") }
    #expect(branches.count == 2)
    let sum = NumberText.short(branches.reduce(0) { $0 + $1.value })
    let skip = NumberText.short(found.terms[0].value)
    #expect(found.lines.contains("  (skip \(skip), branch \(sum) in all)"))
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
