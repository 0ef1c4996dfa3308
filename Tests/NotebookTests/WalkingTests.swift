// step, next, finish, back, … : where each of them stops, and what is shown there.

import Language
import Notebook
import Testing

struct WalkingTests {
  /// A network in a run that has not begun.
  static func notebook(_ train: String = "train L with sgd(lr=0.1, momentum=0.9) steps=0")
    -> Notebook
  {
    let notebook = Notebook()
    notebook.run(
      "x = [[0, 1], [1, 0], [1, 1]]\ny = [[1], [0], [1]]",
      "net = dense(4) | tanh | dense(1) | sigmoid\nh = net(x)\nL = binary_cross_entropy(h, y)",
      train)
    return notebook
  }

  func path(_ notebook: Notebook) -> String { notebook.snapshot().program?.current?.path ?? "" }
  func phase(_ notebook: Notebook) -> String { notebook.snapshot().program?.current?.phase ?? "" }
  func counter(_ notebook: Notebook) -> Int { notebook.snapshot().program?.counter ?? -1 }

  @Test func oneInstructionIsOneOperation() {
    let notebook = Self.notebook()
    let rows = notebook.snapshot().program?.rows ?? []
    #expect(rows.prefix(3).map(\.path) == ["net.0.matmul", "net.0", "net.1"])
    for index in rows.indices {
      notebook.run("step")
      #expect(path(notebook) == rows[index].path)
      #expect(counter(notebook) == index + 1)
    }
    notebook.run("step")
    #expect(path(notebook) == "net.0.matmul")
    #expect(notebook.snapshot().program?.step == 2)
    #expect(Set(rows.map(\.path)).count == rows.count)
    #expect(Set(rows.map(\.phase)) == ["forward", "backward", "update"])
  }

  @Test func layersAndPhases() {
    let notebook = Self.notebook()
    notebook.run("next")
    #expect(path(notebook) == "net.0.matmul" || path(notebook) == "net.0")
    notebook.run("goto 0", "forward")
    #expect(path(notebook) == "L")
    notebook.run("backward")
    #expect(phase(notebook) == "backward")
    let rows = notebook.snapshot().program?.rows ?? []
    #expect(counter(notebook) == rows.firstIndex { $0.phase == "update" })
    notebook.run("update")
    #expect(counter(notebook) == rows.count)
    #expect(notebook.snapshot().run?.step == 1)
    // At the end of a phase: on to the end of the same phase of the next step.
    notebook.run("forward")
    #expect(path(notebook) == "L")
    #expect(notebook.snapshot().program?.step == 2)
    notebook.run("iterate")
    #expect(notebook.snapshot().run?.step == 2)
    notebook.run("back backward")
    #expect(phase(notebook) == "forward")
    notebook.run("back forward")
    #expect(notebook.snapshot().run?.step == 1)
    notebook.run("back iterate")
    #expect(notebook.snapshot().run?.step == 0)
    notebook.run("continue")
    #expect(notebook.snapshot().run?.step == 1)
    notebook.run("step 3", "back continue")
    #expect(notebook.snapshot().run?.step == 1)
    #expect(notebook.lines("where") == ["after step 1, \(rows.count) instructions"])
  }

  @Test func placesAndBreakpoints() {
    let notebook = Self.notebook()
    notebook.run("continue to net.2")
    let rows = notebook.snapshot().program?.rows ?? []
    // A layer's entrance: its first instruction, not the one that is called like it.
    let place = rows.firstIndex { $0.path == "net.2.matmul" } ?? -1
    #expect(counter(notebook) == place)
    #expect(
      notebook.lines("where") == [
        "step 1, instruction \(place + 1) of \(rows.count) is next: \(rows[place].path) (forward)",
        "  in       step 1 › forward › net › 2 › matmul", "  formula  \(rows[place].formula)",
        "  reads    net.1 [3, 4], net.2.weight [1, 4] (parameter)",
        "  writes   net.2.matmul [3, 1]",
      ])
    // Once more: in the next training step.
    notebook.run("continue to net.2")
    #expect(notebook.snapshot().program?.step == 2)
    #expect(counter(notebook) == place)
    #expect(
      notebook.run("break at net.1", "break at L").suffix(2) == [
        "breakpoint 1: at net.1", "breakpoint 2: at L",
      ])
    #expect(
      notebook.lines("breakpoints") == [
        "N  stops           hits  enabled  then", "1  break at net.1     0  yes",
        "2  break at L         0  yes",
      ])
    notebook.run("continue")
    #expect(rows[counter(notebook)].path == "L.bce")
    notebook.run("continue")
    #expect(rows[counter(notebook)].path == "net.1")
    #expect(notebook.snapshot().program?.step == 3)
    notebook.run("back continue")
    #expect(rows[counter(notebook)].path == "L.bce")
    #expect(notebook.snapshot().program?.step == 2)
    notebook.run("delete 2", "back continue")
    #expect(rows[counter(notebook)].path == "net.1")
    #expect(
      notebook.snapshot().program?.breakpoints.keys.sorted() == [
        rows.firstIndex { $0.path == "net.1" } ?? -1
      ])
    notebook.run("delete", "continue")
    #expect(notebook.lines("breakpoints") == ["no breakpoints"])
    #expect(notebook.snapshot().run?.step == 2)
  }

  @Test func untilAndGoto() {
    let notebook = Self.notebook()
    notebook.run("until L < 0.5")
    let step = notebook.snapshot().run?.step ?? 0
    #expect(step > 1)
    #expect(notebook.values("L")[0] < 0.5)
    notebook.run("goto \(step - 1)")
    #expect(notebook.values("L")[0] >= 0.5)
    let digest = notebook.digest()
    notebook.run("goto 300", "goto 3", "goto \(step - 1)")
    #expect(notebook.digest() == digest)
  }

  /// 200 random verbs forward and back, across updates and batches.
  @Test(arguments: [1, 2, 3]) func randomWalks(_ seed: UInt64) {
    var random = InterpreterHostileTests.Generator(state: seed)
    func make() -> Notebook { TrainingTests.notebook("train L with adam(lr=0.05) steps=2") }
    let (notebook, plain) = (make(), make())
    let verbs = [
      "step", "step 7", "next", "finish", "forward", "backward", "update", "iterate", "continue",
      "back step", "back step 9", "back next", "back finish", "back continue", "back forward",
      "back backward", "back update", "back iterate", "goto 3", "goto 0", "goto 7",
      "continue to net.2", "train 1", "until true",
    ]
    for _ in 0..<200 { notebook.apply(verbs.randomElement(using: &random) ?? "step") }
    // The same place, reached straight: every value is the same, bit for bit.
    let state = notebook.snapshot().program
    let (step, counter) = (state?.step ?? 1, state?.counter ?? 0)
    plain.run("goto \(step - 1)", "step \(counter)")
    let (there, here) = (plain.snapshot().program, notebook.snapshot().program)
    #expect(there?.current?.explanation == here?.current?.explanation)
    #expect(there?.current?.operands == here?.current?.operands)
    #expect(there == here)
    #expect(plain.digest() == notebook.digest())
    notebook.run("goto 6")
    plain.run("goto 6")
    #expect(plain.digest() == notebook.digest())
    #expect(plain.digest() == TrainingTests.notebook("train L with adam(lr=0.05) steps=6").digest())
  }

  @Test func twoHundredForwardAndBack() {
    let notebook = TrainingTests.notebook("train L with adam(lr=0.05) steps=2")
    notebook.run("forward", "step 3")
    let (digest, before) = (notebook.digest(), notebook.snapshot().program)
    let gradients = notebook.values("L")
    for _ in 0..<200 { notebook.apply("step") }
    #expect(notebook.digest() != digest)
    for _ in 0..<200 { notebook.apply("back step") }
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().program == before)
    #expect(notebook.values("L") == gradients)
  }

  // MARK: Values at a place

  @Test func valuesInsideAStepAndBetween() {
    let notebook = Self.notebook("train L with sgd(lr=0.1) steps=3")
    let between = notebook.values("L")
    notebook.run("step 2")
    #expect(
      notebook.failure("print L") == """
        error: L is not computed yet in step 4: it is instruction 8 of 22, in the forward pass
        1 │ print L
          │       ^
        hint: 'forward' gets there, or continue to L
        """)
    #expect(notebook.failure("print net.0.weight.grad").contains("is not computed yet in step 4"))
    notebook.run("forward")
    #expect(notebook.values("L") == between)
    #expect(notebook.failure("net.0.weight.grad") == "no error")
    notebook.run("backward", "print net.0.weight.grad", "step")
    // The parameters move during the update; what was computed stays what it was.
    #expect(notebook.values("L") == between)
    notebook.run("update")
    #expect(notebook.values("L") != between)
  }

  /// Every backward instruction tells its rule in this run's numbers.
  @Test func instructionDetails() {
    let notebook = Self.notebook()
    notebook.run("forward")
    let rows = notebook.snapshot().program?.rows ?? []
    var products = 0
    while counter(notebook) < rows.count {
      notebook.run("step")
      guard let detail = notebook.snapshot().program?.current else { continue }
      #expect(!detail.formula.isEmpty && !detail.explanation.isEmpty, "\(detail.path)")
      #expect(detail.result != nil)
      #expect(detail.index + 1 == counter(notebook))
      if detail.phase == "backward" {
        // Auxiliary values of a gradient (a maximum, a broadcast) are no gradients themselves.
        #expect(detail.rule?.contains(" = ") == true, "\(detail.path)")
        if detail.path.hasSuffix(".grad") {
          #expect(detail.rule?.hasPrefix("∂L/∂\(detail.path.dropLast(5)) = ") == true)
        }
        let hasNumbers = (detail.explanation.last ?? "").contains { $0.isNumber }
        #expect(hasNumbers, "\(detail.path): \(detail.explanation)")
        if detail.explanation.count == 3, detail.explanation[0].hasPrefix("incoming") {
          products += 1
          let numbers = detail.explanation.map {
            Double($0.split(separator: " ").last ?? "") ?? .nan
          }
          // Four digits are shown.
          #expect(abs(numbers[0] * numbers[1] - numbers[2]) <= 2e-3 * abs(numbers[2]) + 1e-12)
        }
      } else {
        #expect(detail.rule == nil)
      }
    }
    #expect(products >= 2)
    #expect(phase(notebook) == "update")
  }

  @Test func theChainRuleOfAProduct() {
    let notebook = Notebook()
    notebook.run(
      "w = param([1], init=3)\nx = [2]\nz = tanh(w * x / 10)\nL = sum(z ** 2)",
      "train L with sgd(lr=0.1) steps=0", "forward")
    let rows = notebook.snapshot().program?.rows ?? []
    var lines: [String] = []
    while notebook.snapshot().program?.current?.phase != "update" {
      lines += notebook.run("step")
    }
    // dL/dz = 2 z = 2 tanh(0.6) = 1.0741, dz/du = 1 − z² = 0.7116
    #expect(lines.contains { $0.contains("incoming") && $0.hasSuffix("1.074") }, "\(lines)")
    #expect(lines.contains { $0.contains("local") && $0.hasSuffix("0.7116") }, "\(lines)")
    #expect(
      lines.contains { $0.contains("product") && $0.hasSuffix("1.074 · 0.7116 = 0.7643") },
      "\(lines)")
    #expect(rows.contains { $0.path == "z" })
  }

  @Test func whatIf() {
    let notebook = Self.notebook("train L with sgd(lr=0.1) steps=2")
    let digest = notebook.digest()
    let straight = Self.notebook("train L with sgd(lr=0.1) steps=4").digest()
    notebook.run("forward", "set h[0, 0] = 0.9", "backward", "update", "iterate")
    #expect(notebook.digest() != straight)
    notebook.run("goto 2")
    #expect(notebook.digest() == digest)
    // A change lies on the way and is made again.
    let changed = notebook.digest()
    notebook.run("goto 4", "back step 3", "goto 2")
    #expect(notebook.digest() == changed)
    // A new change where the old one was made, before it: the old one is forgotten.
    notebook.run("set lr = 0.1", "goto 4")
    #expect(notebook.digest() == straight)
  }
}
