// Recurrent networks that are written out in the language: `plot bptt` of a list of states, the values
// inside layers by their names, vocabularies as tokenizers.

import Engine
import Language
import Notebook
import Testing

@Suite struct WrittenOutTests {
  private func plot(_ notebook: Notebook, _ source: String) -> TimePlot? {
    for output in notebook.apply(source).outputs {
      if case .plot(let plot) = output, case .times(let times) = plot.content { return times }
    }
    return nil
  }

  /// One unit, written out beside the layer with the same weights.
  private func twins(_ states: String = "states = append(states, h)") -> Notebook {
    let notebook = Notebook(seed: 3)
    notebook.run(
      "x = [[[0.9], [0.5], [-0.4], [0.7], [0.2]]]", "net = rnn(1, bias=false)", "y, last = net(x)",
      """
      def read(x) {
        h = zeros([1, 1])
        states = []
        for t in 0..5 {
          h = tanh(x[:, t] @ net.weight_ih_l0.T + h @ net.weight_hh_l0.T)
          \(states)
        }
        states
      }
      """, "states = read(x)", "L = sum((y[:, -1] - 1) ** 2)", "M = sum((states[4] - 1) ** 2)")
    return notebook
  }

  @Test func statesOfAListAreThoseOfTheLayer() throws {
    let notebook = twins()
    notebook.run("train L with sgd(lr=0.1) steps=0")
    let layer = try #require(plot(notebook, "plot bptt(net)"))
    notebook.run("train M with sgd(lr=0.1) steps=0")
    let listed = try #require(plot(notebook, "plot bptt(states)"))
    #expect(listed.rows.map(\.path) == ["states"])
    #expect(listed.rows[0].places == layer.rows[0].places)
    #expect(listed.rows[0].cuts == [])
    #expect(listed.loss == "M")
    let two = try #require(plot(notebook, "plot bptt([states, read(x)])"))
    #expect(two.rows.map(\.path) == ["states", "read(x)"])
    #expect(two.rows[0].places == listed.rows[0].places)
    #expect(two.rows[1].places.allSatisfy { $0 == .unreached })
    // The names of a list of lists that has one.
    notebook.run("both = [states, states]")
    let named = try #require(plot(notebook, "plot bptt(both)"))
    #expect(named.rows.map(\.path) == ["both[0]", "both[1]"])
  }

  @Test func cutsAreFound() throws {
    let notebook = twins("states = append(states, h)\n    if t == 2 { h = stop_gradient(h) }")
    notebook.run("train M with sgd(lr=0.1) steps=0")
    let listed = try #require(plot(notebook, "plot bptt(states)"))
    #expect(listed.rows[0].cuts == [3])
    #expect(listed.rows[0].places[2] == .unreached)
    guard case .norm(let norm) = listed.rows[0].places[3] else {
      Issue.record("no gradient behind the cut")
      return
    }
    #expect(norm > 0)
  }

  /// An LSTM has a row for its cells, whose gradient is ∂L/∂c.
  @Test func cellsHaveARow() throws {
    let notebook = Notebook(seed: 3)
    notebook.run(
      "net = lstm(2, bidirectional=true, truncate=3)",
      "y, h, c = net(reshape([1, 2, 3, 4], [4, 1]))",
      "L = sum(y ** 2)", "train L with sgd(lr=0.1) steps=0")
    let times = try #require(plot(notebook, "plot bptt(net)"))
    #expect(
      times.rows.map(\.path) == ["net.l0", "net.l0 c", "net.l0_reverse", "net.l0_reverse c"])
    #expect(times.rows.map(\.cuts) == [[3], [3], [0], [0]])
    for (row, time) in [(1, 1), (3, 2)] {
      let path = times.rows[row].path.split(separator: " ")[0]
      let norm = try #require(notebook.values("norm(\(path).t\(time).c.grad)").first)
      guard case .norm(let shown) = times.rows[row].places[time] else {
        Issue.record("no gradient at \(path)")
        continue
      }
      #expect(abs(shown - norm) < 1e-6 && norm > 0.01)
    }
  }

  /// What `list` and `explain` call `net.l0.t3.h` can be computed with.
  @Test func innerValuesAreExpressions() throws {
    let notebook = twins()
    #expect(notebook.values("net.l0.t3.h") == notebook.values("states[3]"))
    #expect(notebook.values("net.l0.t3.h + 1") == notebook.values("states[3] + 1"))
    notebook.run("train L with sgd(lr=0.1) steps=0", "forward", "backward")
    #expect(notebook.values("net.l0.t2.h.grad") == notebook.values("grad(L, net.l0.t2.h)"))
    // Parameters and layers come first, and what is not there is told of as before.
    #expect(notebook.values("net.weight_ih_l0").count == 1)
    #expect(
      notebook.apply("net.l0.t9.h").error?.message
        == "net has no member 'l0'")
  }

  /// The list of a vocabulary serves as tokenizer.
  @Test func vocabulariesCut() throws {
    let notebook = Notebook(seed: 3)
    notebook.run("words = [\"<pad>\", \"the\", \"man\", \"sees\"]")
    #expect(notebook.values("encode(words, \"The man sees\") * 1") == [1, 2, 3])
    #expect(notebook.values("encode(tokens(\"the man\"), \"man the\") * 1") == [1, 0])
    notebook.run("net = embedding(4, 3) | dense(4)")
    let lines = notebook.lines("generate(net, \"the man\", steps=2, tokens=words, greedy=true)")
    #expect(lines.first?.hasPrefix("the man ") == true, "\(lines)")
    notebook.run("letters = [\"<pad>\", \"a\", \"b\", \"c\"]")
    let text = notebook.lines("generate(net, \"ab\", steps=1, tokens=letters, greedy=true)")
    #expect(text.first?.hasPrefix("ab") == true, "\(text)")
  }
}
