// 10,000 verbs in any order, with breakpoints on the way: wherever they end, it is the same as going
// there straight.

import Language
import Notebook
import Testing

struct RandomMovesTests {
  static let multilayer = [
    "x = [[0, 1], [1, 0], [1, 1]]", "y = [[1], [0], [1]]",
    "net = dense(4) | tanh | dense(1) | sigmoid", "h = net(x)", "L = binary_cross_entropy(h, y)",
    "train L with adam(lr=0.05) steps=1",
  ]
  static let recurrent = [
    "x = [[[1, 2], [3, 1], [0, 1], [1, 1]]]", "net = lstm(2) | dense(1)", "h = net(x)",
    "L = mean((h - 1) ** 2)", "train L with adam(lr=0.05) steps=1",
  ]
  static let attention = [
    "x = [[[1, 2, 0, 1], [3, 1, 0, 0], [0, 1, 1, 1]]]",
    "net = residual(layer_norm | attention(2, causal=true)) | dense(1)", "h = net(x)",
    "L = mean((h - 1) ** 2)", "train L with adam(lr=0.05) steps=1",
  ]

  static func make(_ program: [String]) -> Notebook {
    let notebook = Notebook()
    for line in program { notebook.run(line) }
    return notebook
  }

  /// What a move may say instead of moving.
  static let refusals: Set<String> = [
    "this is the beginning of the run", "the condition held at the end of no earlier training step",
  ]

  @Test(arguments: [
    (multilayer, "net.0", "net.2.bias"), (recurrent, "net.0.t2", "net.1.bias"),
    (attention, "net.0.1.heads", "net.1.bias"),
  ])
  func randomMoves(_ program: [String], _ scope: String, _ parameter: String) {
    var random = InterpreterHostileTests.Generator(state: 5)
    let (notebook, plain) = (Self.make(program), Self.make(program))
    notebook.run(
      "break at \(scope)", "break when norm(\(parameter).grad) < 0.9", "watch L", "break nan",
      "disable")
    let verbs = [
      "step", "step 9", "next", "finish", "forward", "backward", "update", "iterate", "continue",
      "back step", "back step 11", "back next", "back finish", "back continue", "back forward",
      "back backward", "back update", "back iterate", "goto 3", "goto 0", "goto 6",
      "continue to \(scope)", "continue to \(scope).grad", "continue to \(parameter).update",
      "back continue to \(scope)", "back until L > 0", "train 1", "until true", "s", "n", "f", "c",
      "disable", "enable", "disable 1", "enable 2", "ignore 1 2", "disable 3",
    ]
    for number in 1...3_334 {
      let verb = verbs.randomElement(using: &random) ?? "step"
      if notebook.snapshot().run?.step ?? 0 > 8 { notebook.apply("goto 1") }
      if let message = notebook.apply(verb).error?.message, !Self.refusals.contains(message) {
        #expect(message == "the run was not at '\(scope)' before", "\(verb)")
      }
      guard number % 100 == 0 else { continue }
      let state = notebook.snapshot().program
      plain.run("goto \((state?.step ?? 1) - 1)", "step \(state?.counter ?? 0)")
      let there = plain.snapshot().program
      #expect(there?.current == state?.current, "after move \(number)")
      #expect(there?.counter == state?.counter && there?.step == state?.step)
      #expect(plain.digest() == notebook.digest(), "after move \(number)")
    }
    notebook.run("delete", "goto 9")
    plain.run("goto 9")
    #expect(plain.digest() == notebook.digest())
    let straight = Self.make(program.dropLast() + ["train L with adam(lr=0.05) steps=9"])
    #expect(straight.digest() == notebook.digest())
  }
}
