// States that a run carries from step to step, walked and trained, forward and back.

import Notebook
import Testing

struct StateTests {
  private static func notebook(_ train: String) -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "n = state([1])\nw = param([1], init=1)", "memory = state([2], init=1)",
      "n := n + 1\nmemory := memory * 0.5 + w * [1, 2]",
      "L = sum((w - n) ** 2) + sum(memory) * w[0]", train)
    return notebook
  }

  @Test func aRunCarriesWhatIsAssigned() {
    let notebook = Self.notebook("train L with sgd(lr=0.1) steps=0")
    var (w, n, memory): (Float, Float, [Float]) = (1, 0, [1, 1])
    for step in 1...5 {
      notebook.run("train 1")
      // The gradient stops at the state: it is what the step before left.
      let gradient = 2 * (w - n) + memory[0] + memory[1]
      memory = [memory[0] * 0.5 + w, memory[1] * 0.5 + w * 2]
      w -= 0.1 * gradient
      n += 1
      #expect(notebook.values("n") == [Float(step)])
      for (a, b) in zip(notebook.values("memory") + notebook.values("w"), memory + [w]) {
        #expect(abs(a - b) < 1e-5)
      }
    }
    // Looking changes nothing.
    #expect(notebook.values("n + 1") == [6])
    #expect(notebook.values("n") == [5])
  }

  @Test func steppingARunIsTrainingIt() {
    let trained = Self.notebook("train L with adam(lr=0.05) steps=7")
    let stepped = Self.notebook("train L with adam(lr=0.05) steps=0")
    let count = stepped.snapshot().program?.rows.count ?? 0
    #expect(count > 10)
    for _ in 0..<7 * count { stepped.apply("step") }
    #expect(stepped.digest() == trained.digest())
    stepped.run("back step \(3 * count + 2)", "goto 2", "goto 7")
    #expect(stepped.digest() == trained.digest())
    stepped.run("goto 3")
    #expect(stepped.values("n") == [3])
  }
}
