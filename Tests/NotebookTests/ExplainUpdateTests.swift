// explain: updates as the papers' algorithms, checked against numbers that are worked out here.

import Foundation
import Language
import Notebook
import Testing

@Suite struct ExplainUpdateTests {
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
    // For programs the same numbers with their letters.
    #expect(found.steps.map(\.name) == ["g", "m", "v", "m̂", "v̂", "Δ", "w"])
    for (step, number) in zip(found.steps, numbers) {
      #expect(abs(Double(step.value) - number) < 1e-5)
    }
    let json = JSONOutput.line(notebook.apply("explain w[0]"))
    #expect(json.contains(#"{"name":"m̂","formula":"m̂ = m / (1 − 0.9^t)","value":5."#))
    for letter in ["m ←", "v ←", "m̂ =", "v̂ =", "Δ =", "w ←"] { #expect(text.contains(letter)) }
    // What is in between can be asked for, too, and walking about changes no bit.
    let digest = notebook.digest()
    #expect(abs(try #require(try explanation(notebook, "w.exp_avg[0]").value) - Float(m)) < 1e-5)
    #expect(notebook.digest() == digest)
    notebook.run("back step 3\nexplain w[0]\nback finish\nexplain w[1]\ngoto 2")
    #expect(notebook.digest() == digest)
  }

  /// What is no operand of NAdam's and RAdam's formulas has a line of its own.
  @Test func quantitiesOfTheUpdateAreGiven() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nset w = [3, -2]\nL = sum(w ** 2)\ntrain L with nadam(lr=0.1) steps=2")
    let nadam = try explanation(notebook, "w[0]").lines.joined(separator: " ")
    func momentum(_ t: Double) -> Double { 0.9 * (1 - 0.5 * Foundation.pow(0.96, t * 0.004)) }
    for t in 2...3 {
      #expect(nadam.contains("= " + NumberText.short(Float(momentum(Double(t))))), "\(t)")
    }
    #expect(!nadam.contains("μ′ 1."))
    notebook.run("train L with radam(lr=0.1) steps=5")
    #expect(
      try explanation(notebook, "w[0]").lines.contains { $0.contains("before ρ is above 5") })
    notebook.run("train 1")
    let radam = try explanation(notebook, "w[0]").lines.joined(separator: " ")
    let limit = 1999.0
    let power: Double = Foundation.pow(0.999, 6.0)
    let length = limit - 2 * 6 * power / (1 - power)
    let above = (length - 4) * (length - 2) * limit
    let r = (above / ((limit - 4) * (limit - 2) * length)).squareRoot()
    #expect(radam.contains("ρ = 1999 − 2 · t · 0.999^t / (1 − 0.999^t)"))
    #expect(radam.contains("= " + NumberText.short(Float(length))))
    #expect(radam.contains("= " + NumberText.short(Float(r))))
  }

  @Test func parametersThatWereSetSaySo() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2], init=ones)\nL = sum(w ** 2)\ntrain L with sgd(lr=0.25, momentum=0.5) steps=0")
    #expect(
      try explanation(notebook, "w[0]").lines[1]
        == "  a parameter with its initial value (ones); no update has changed it yet")
    notebook.run("set w[0] = 3")
    #expect(
      try explanation(notebook, "w[0]").lines[1]
        == "  a parameter that was set since it was made (ones); no update has changed it yet")
    notebook.run("iterate")
    #expect(try explanation(notebook, "w[0]").lines[0].hasPrefix("w[0] = 1.5, by the update"))
    notebook.run("step 2\nset w[0] = 8")
    let set = try explanation(notebook, "w[0]")
    #expect(
      set.lines[0]
        == "w[0] = 8, changed by hand; 1.5 by the update of step 1, sgd(lr=0.25, momentum=0.5)")
    // The update goes on from what was set.
    notebook.run("update")
    #expect(try explanation(notebook, "w[0]").lines.contains { $0.contains("8 − 0.25 · ") })
    notebook.run("set w[1] = 7")
    #expect(try explanation(notebook, "w[1]").lines[0].contains("changed by hand; "))
    #expect(!(try explanation(notebook, "w[0]").lines[0].contains("changed by hand")))
    // Set between two instructions that write it.
    notebook.run("train L with adamw(lr=0.5, weight_decay=0.1) steps=0\nset w[0] = 10")
    notebook.run("continue to w.exp_avg\nset w[0] = 4\nupdate")
    let text = try explanation(notebook, "w[0]").lines.joined(separator: " ")
    #expect(text.contains("10 · (1 − 0.5 · 0.1) = 9.5, then set to 4"))
    #expect(text.contains("= 4 + (-0.5) = 3.5"))
  }

  @Test func theNumberOfTheStepAndStatesOfLayers() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[1, 2], [3, 5]]\nnet = batch_norm | dense(1)\nL = mean(net(x) ** 2)",
      "train L with adam(lr=0.1) steps=2")
    #expect(
      try explanation(notebook, "net.0.running_mean[1]").lines[0]
        == "net.0.running_mean[1] = 0.665, by the update of step 2")
    #expect(try explanation(notebook, "step").value == 2)
  }

  @Test func rowsOfTheBatchAreNamed() throws {
    let notebook = Notebook()
    notebook.run(
      "data = iris()\nx, y = batch(data, 8)\nL = mean((x @ param([4, 1])) ** 2)",
      "train L with sgd(lr=0.01) steps=3")
    for row in 0..<8 {
      let lines = try explanation(notebook, "x[\(row), 2]").lines
      let words = lines[1].split(separator: " ")
      let place = try #require(Int(words[1]))
      #expect(lines[1].hasSuffix("of iris, in the batch of step 3"))
      #expect(
        try explanation(notebook, "x[\(row), 2]").value
          == explanation(notebook, "data.x[\(place), 2]").value)
    }
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
}
