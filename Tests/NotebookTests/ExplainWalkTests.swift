// explain and predict at any place of a walk: what they say is true there, and they change nothing.

import Language
import Notebook
import Testing

@Suite struct ExplainWalkTests {
  static let programs = [
    "x, y = batch(iris(), 16)\nnet = dense(6) | batch_norm | relu | dropout(0.3) | dense(3)\n"
      + "L = cross_entropy(net(x), y)\n"
      + "train L with adam(lr=0.01) steps=2 clip=1 schedule=cosine(20)",
    "x = reshape(arange(24) / 12 - 1, [3, 4, 2])\nnet = rnn(3)\nh, last = net(x)\nL = mean(last ** 2)\n"
      + "train L with sgd(lr=0.1, momentum=0.9, nesterov=true, dampening=0) steps=2",
    "t = tokens(\"the man sees the man and the man sees the boy\", by=word)\n"
      + "x, y = windows(t, length=3)\n"
      + "net = embedding(6, 4) | residual(layer_norm | attention(2)) | dense(6)\n"
      + "L = cross_entropy(net(x)[:, -1], y)\ntrain L with nadam(lr=0.01) steps=2",
  ]

  /// 60 places that random moves lead to, with values changed by hand on the way.
  @Test(arguments: [0, 1, 2]) func everywhere(_ index: Int) throws {
    var random = InterpreterHostileTests.Generator(state: UInt64(index) &+ 11)
    let notebook = Notebook()
    notebook.run(Self.programs[index], "forward", "backward")
    let names = Self.names(notebook)
    #expect(names.count > 40)
    notebook.run("update")
    let weight = index == 1 ? "net.weight_hh_l0" : "net.0.weight"
    let moves = [
      "step", "step 7", "step 40", "next", "forward", "backward", "update", "iterate", "back step",
      "back step 9", "back next", "back forward", "back update", "back iterate", "goto 1",
      "goto 4", "train 1", "set \(weight)[0, 0] = 0.5", "set \(weight).grad[0, 1] = 2",
    ]
    var sums = 0
    for _ in 0..<60 {
      notebook.apply(moves.randomElement(using: &random) ?? "step")
      let digest = notebook.digest()
      let (step, counter) = Self.place(notebook)
      for _ in 0..<6 {
        let name = names.randomElement(using: &random) ?? weight
        let found = try explanation(notebook, name)
        guard let value = found.value else {
          #expect(found.lines[0].contains("is not computed yet in step "))
          continue
        }
        notebook.apply("predict \(name) = \(value)")
        let text = found.lines.joined(separator: "\n")
        // What a hand has changed says so, and only then need the terms come to something else.
        if found.terms.isEmpty || text.contains("by hand") || text.contains("changed since") {
          continue
        }
        expectSum(found)
        sums += 1
      }
      #expect(notebook.digest() == digest)
      #expect(Self.place(notebook) == (step, counter))
    }
    #expect(sums > 60)
  }

  private static func place(_ notebook: Notebook) -> (step: Int?, counter: Int?) {
    let program = notebook.snapshot().program
    return (program?.step, program?.counter)
  }

  /// What can be asked for: all that explanations of the loss, the gradients and the weights lead to.
  private static func names(_ notebook: Notebook) -> [String] {
    var pending = ["L"]
    for weight in ["net.0.weight", "net.4.weight", "net.weight_hh_l0", "net.1.0.1.query.weight"] {
      for name in [weight + "[0, 0]", weight + ".grad[0, 1]", weight + ".delta[0, 1]"]
      where notebook.apply("explain " + name).error == nil { pending.append(name) }
    }
    var seen: Set<String> = []
    var names: [String] = []
    while let next = pending.popLast() {
      guard names.count < 300, seen.insert(next).inserted else { continue }
      for output in notebook.apply("explain " + next).outputs {
        guard case .explanation(let found) = output else { continue }
        names.append(next)
        pending += found.sources.map(\.name)
      }
    }
    return names
  }
}
