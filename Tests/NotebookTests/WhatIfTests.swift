// set in the middle of a step: how a change is written, what is stale afterwards, and what going on
// makes of it. The engine's tests hold the same to the bits; these are its words and its sessions.

import Language
import Notebook
import Testing

struct WhatIfTests {
  @Test func anActivation() {
    let notebook = WalkingTests.notebook("train L with sgd(lr=0.1) steps=2")
    notebook.run("forward")
    let before = notebook.values("L")
    #expect(
      notebook.lines("set h[0, 0] = 0.9").suffix(1) == [
        "stale: instructions 7 and 8, computed from h; going on runs them again"
      ])
    #expect(
      notebook.lines("print L") == [
        "L = \(NumberText.short(before[0]))",
        "L is stale: on going on instructions 7 and 8 run again: net.3 was changed by hand after "
          + "they ran",
      ])
    #expect(notebook.lines("where").last?.hasPrefix("  first    instructions 7 and 8 run") == true)
    notebook.run("step")
    #expect(notebook.values("L") != before)
    #expect(notebook.lines("print L").count == 1)
    notebook.run("back step")
    #expect(notebook.values("L") == before)
    #expect(notebook.lines("L").count == 2)
  }

  /// A layer's name is in a step what comes out of it, as explain reads it; and so are the names that
  /// only list shows.
  @Test func whatComesOutOfALayer() {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.5, -1], [2, 1]]", "net = dense(3) | tanh | dense(1)", "L = mean(net(x) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "forward")
    let before = notebook.values("L")
    let lines = notebook.lines("set net.1[:, 0] = 0")
    #expect(lines.first == "net.1 [2, 3] =")
    #expect(lines.last?.hasPrefix("stale: instructions 4 to ") == true)
    notebook.run("step")
    #expect(notebook.values("L") != before)
    notebook.run("undo 2")
    #expect(notebook.values("L") == before)
    #expect(notebook.lines("set net.0.matmul[0, 0] = 1").first == "net.0.matmul [2, 3] =")
    #expect(notebook.lines("set net = 0").last?.contains("only tensors and lr can be set") == true)
  }

  /// A stale value is predicted as going on will compute it; looking ahead leaves it as it is.
  @Test func aPredictionOfWhatIsStale() {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.5, -1, 2]]\nw = param([3, 1], init=ones)\ns = x @ w\nL = mean(s ** 2)",
      "train L with sgd(lr=0.1) steps=0", "forward", "set s[0, 0] = 3")
    #expect(notebook.values("L") == [2.25])
    #expect(notebook.lines("predict L = 9.0") == ["✓ exact: L = 9"])
    #expect(notebook.values("L") == [2.25])
    #expect(notebook.lines("print L").last?.hasPrefix("L is stale") == true)
    notebook.run("step")
    #expect(notebook.values("L") == [9])
  }

  /// Data that was changed in a step is what looking at it shows, until the change is taken back.
  @Test func data() {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.5, -1, 2]]\nw = param([3, 1], init=ones)\nL = mean((x @ w) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "forward")
    let before = notebook.values("L")
    notebook.run("set x[0, 1] = 3")
    #expect(notebook.values("x") == [0.5, 3, 2])
    #expect(notebook.lines("print x[0, 1]") == ["x[0, 1] = 3"])
    notebook.run("step")
    #expect(notebook.values("L") == [5.5 * 5.5])
    #expect(notebook.values("x * 1") == [0.5, 3, 2])
    notebook.run("undo 2")
    #expect(notebook.values("x") == [0.5, -1, 2])
    #expect(notebook.values("L") == before)
  }

  /// A gradient scaled in the middle of the backward pass scales what follows from it.
  @Test func aGradient() {
    func weights(_ change: String?) -> [Float] {
      let notebook = Notebook()
      notebook.run(
        "w = param([2], init=ones)\nL = sum(w * [2, 4])", "train L with sgd(lr=1) steps=0",
        "backward")
      if let change { notebook.run(change) }
      notebook.run("iterate")
      return notebook.values("w")
    }
    #expect(weights(nil) == [-1, -3])
    #expect(weights("set w.grad *= 0.5") == [0, -1])
    #expect(weights("set w.grad /= 2") == [0, -1])
    #expect(weights("set w.grad += [1, 0]") == [-2, -3])
    #expect(weights("set w.grad -= 2") == [1, -1])
    #expect(weights("set w.grad = 0") == [1, 1])
    #expect(weights("set w.grad[1] = 0") == [-1, 1])
    #expect(weights("set w.grad[0..1] *= 0") == [1, -3])
    #expect(weights("set w.grad[w.grad > 3] = 3") == [-1, -2])
    #expect(weights("set w[0] = 5") == [3, -3])
  }

  @Test func broadcasting() {
    let notebook = Notebook()
    notebook.run("w = param([2, 3])")
    notebook.run("set w = [1, 2, 3]")
    #expect(notebook.values("w") == [1, 2, 3, 1, 2, 3])
    notebook.run("set w[:, 1:] = [[10], [20]]")
    #expect(notebook.values("w") == [1, 10, 10, 1, 20, 20])
    notebook.run("set w[-1] *= 2", "set w[w > 10] = 0")
    #expect(notebook.values("w") == [1, 10, 10, 2, 0, 0])
    notebook.run("set w[0..2, 0] = [7, 8]")
    #expect(notebook.values("w") == [7, 10, 10, 8, 0, 0])
  }

  /// The learning rate, in the middle of the update: parameters that moved move again, once.
  @Test func theRateInTheMiddleOfTheUpdate() {
    let slow = Notebook()
    let fast = Notebook()
    for notebook in [slow, fast] {
      notebook.run(
        "w = param([2], init=ones)\nv = param([2], init=ones)\nL = sum(w * [2, 4] + v)")
    }
    slow.run("train L with sgd(lr=1) steps=0", "backward", "step", "set lr = 0.5", "iterate")
    fast.run("train L with sgd(lr=0.5) steps=1")
    #expect(slow.values("w") == fast.values("w"))
    #expect(slow.values("v") == fast.values("v"))
  }

  /// What is written down does the same without anyone at the prompt, on any kind of program.
  @Test(arguments: [
    "net = dense(4) | tanh | dense(1) | sigmoid\nh = net([[0, 1], [1, 0], [1, 1]])\n"
      + "L = binary_cross_entropy(h, [[1], [0], [1]])",
    "net = rnn(3) | dense(1)\nh = net([[[0, 1], [1, 0], [1, 1]]])\nL = mean(h ** 2)",
    "net = attention(2)\nh = net([[[0, 1, 1, 0], [1, 0, 2, 1], [1, 1, 0, 3]]])\nL = mean(h ** 2)",
  ])
  func sessionsReplay(_ program: String) throws {
    let notebook = Notebook()
    for line in program.split(separator: "\n") { notebook.run(String(line)) }
    notebook.run(
      "train L with adam(lr=0.05) steps=2", "forward", "set h *= 1.5", "list", "print L",
      "backward", "where", "set h.grad = 0.25", "list",
      "step", "print L", "back step 3", "iterate", "train 2", "goto 2", "goto 4", "print L")
    let document = try SessionFile.parse(
      notebook.sessionText(), verbs: Catalogue.standard.grammars)
    let result = SessionRunner.verify(document, title: "whatif")
    #expect(result.failed?.error?.message == nil)
    #expect(result.differences.map(\.message) == [])
  }
}
