// Runs are told apart, chosen and listed; chains of equal sizes are written once.

import Notebook
import Testing

@Suite struct RunNamesTests {
  private static func session() -> Notebook {
    let notebook = Notebook(seed: 1)
    notebook.run("w = param([2])\nv = param([2])\nA = mean((w - 3) ** 2)\nB = mean((v - 2) ** 2)")
    return notebook
  }

  private static func names(_ notebook: Notebook, _ plot: String = "plot runs") -> [String] {
    notebook.lines(plot).map {
      String($0.dropFirst(plot == "plot runs" ? 5 : 0).prefix { $0 != ":" })
    }
  }

  /// Every option that was given is a part of the name.
  @Test func optionsTellRunsApart() {
    let notebook = Self.session()
    notebook.run(
      "train A with sgd(lr=0.1, momentum=0.9) steps=2",
      "train A with sgd(lr=0.1, momentum=0.9, nesterov=true) steps=2",
      "train A with adam(lr=0.1, betas=(0.8, 0.99)) steps=2",
      "train A with adam(lr=0.1, weight_decay=0.5, decay_on=\"matrices\") steps=2",
      "train A with adam(lr=0.1) steps=2 clip=0.5",
      "train A with adam(lr=0.1) steps=2 schedule=cosine(2) for=w")
    #expect(
      Self.names(notebook) == [
        "sgd(lr=0.1, momentum=0.9)", "sgd(lr=0.1, momentum=0.9, nesterov=true)",
        "adam(lr=0.1, betas=(0.8, 0.99))",
        "adam(lr=0.1, weight_decay=0.5, decay_on=\"matrices\")", "adam(lr=0.1) clip=0.5",
        "adam(lr=0.1) cosine(2) for=w",
      ])
  }

  /// The same loss of another network is named by the network; the same once more by its number.
  @Test func networksAndNumbersTellRunsApart() {
    let notebook = Notebook(seed: 1)
    notebook.run(
      "x = [[1, 2]]\nnet = dense(2)\nother = dense(2)",
      "L = mean(net(x) ** 2)\ntrain L with sgd(lr=0.1) steps=2",
      "L = mean(other(x) ** 2)\ntrain L with sgd(lr=0.1) steps=2")
    #expect(Self.names(notebook) == ["net", "other"])
    notebook.run("train L with sgd(lr=0.1) steps=3", "train L with sgd(lr=0.2) steps=3")
    #expect(
      Self.names(notebook) == [
        "net sgd(lr=0.1)", "other sgd(lr=0.1) #2", "other sgd(lr=0.1) #3", "other sgd(lr=0.2)",
      ])
    let rows = notebook.lines("runs").map { $0.split(separator: " ").map(String.init) }
    #expect(
      rows.map { $0.prefix(5).joined(separator: " ") } == [
        "run loss trains with steps", "1 L net sgd(lr=0.1) 2", "2 L other sgd(lr=0.1) 2",
        "3 L other sgd(lr=0.1) 3", "4 L other sgd(lr=0.2) 3",
      ])
  }

  /// A run is chosen by number, loss, network, optimizer or all of what it is called.
  @Test func runsAreChosen() {
    let notebook = Self.session()
    notebook.run(
      "train A with sgd(lr=0.1) steps=5", "train B with sgd(lr=0.1) steps=4",
      "train A with adam(lr=0.2) steps=3")
    func chosen(_ words: String) -> [String] {
      notebook.lines("plot runs(\(words))").map { line in
        String(line.drop { $0 != ":" }.dropFirst(2).prefix { $0 != "," })
      }
    }
    #expect(chosen("2") == ["4 points"])
    #expect(chosen("3, 1") == ["5 points", "3 points"])
    #expect(chosen("A") == ["5 points", "3 points"])
    #expect(chosen("v") == ["4 points"])
    #expect(chosen("adam") == ["3 points"])
    #expect(chosen("sgd( lr=0.1 )") == ["5 points", "4 points"])
    #expect(chosen("\"A sgd(lr=0.1)\", 2") == ["5 points", "4 points"])
    #expect(chosen("\"#2\"") == ["4 points"])
    let names = notebook.snapshot().names
    func complete(_ line: String) -> [String] {
      Completion.candidates(line: line, cursor: line.utf8.count, names: names).candidates
    }
    #expect(complete("plot runs(") == ["A", "B", "adam", "sgd", "v", "w"])
    #expect(complete("plot runs(A, a") == ["adam"])
    // It follows the run that it shows, and no other.
    notebook.run("plot runs(1, 3) over 1..2 yscale=log", "train 2")
    guard case .series(let series)? = notebook.snapshot().plots.last?.content else {
      Issue.record("no series")
      return
    }
    #expect(series.map { $0.buckets.count } == [5, 5])
    #expect(series.map(\.style) == [0, 2])
  }

  @Test func profilesAreNamedByTheirNetworks() {
    let notebook = Notebook(seed: 1)
    notebook.run(
      "x = [[1, 2]]\nplain = dense(2) | tanh | dense(1)\nwide = dense(9) | tanh | dense(1)",
      "A = mean(plain(x) ** 2)\ntrain A with sgd(lr=0.1) steps=2",
      "B = mean(wide(x) ** 2)\ntrain B with sgd(lr=0.2) steps=2")
    let names = notebook.lines("plot profiles").map { String($0.prefix { $0 != ":" }) }
    #expect(names == ["plot profiles plain", "plot profiles wide"])
    #expect(notebook.lines("plot profiles(2)").map { String($0.prefix { $0 != ":" }) }.count == 1)
  }

  /// A run without a step takes no number.
  @Test func emptyRunsAreNotCounted() {
    let notebook = Self.session()
    #expect(notebook.lines("runs") == ["no run"])
    notebook.run("train A with sgd(lr=0.1) steps=0")
    #expect(notebook.lines("runs") == ["no run has done a step yet"])
    notebook.run("train B with sgd(lr=0.1) steps=1", "train A with sgd(lr=0.1) steps=1")
    #expect(notebook.lines("runs").dropFirst().map { $0.prefix(6) } == ["  1  B", "  2  A"])
  }

  @Test func repeatedSizesAreWrittenOnce() {
    let notebook = Notebook(seed: 1)
    func first(_ source: String) -> String {
      String(notebook.lines("net = \(source)").last?.dropFirst(5).prefix { $0 != "," } ?? "")
    }
    #expect(first("chain([dense(16) for i in 0..34]) | dense(1)") == "? → 16 ×34 → 1")
    #expect(first("dense(8) | dense(8) | dense(3)") == "? → 8 → 8 → 3")
    #expect(first("dense(8) | dense(8) | dense(8)") == "? → 8 ×3")
    #expect(
      first("dense(5) | chain([dense(64) | dense(256) for i in 0..12]) | dense(64)")
        == "? → 5 → (64 → 256) ×12 → 64")
    #expect(first("dense(4) | dense(2) | dense(4) | dense(2)") == "? → 4 → 2 → 4 → 2")
  }

  /// What may be said by name may be said by place.
  @Test func generateTakesItsTokensByPlace() {
    let notebook = Notebook(seed: 1)
    notebook.run(
      "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | dense(4)", "net([[0]])")
    let named = notebook.lines("generate(net, \"the man\", steps=3, tokens=t)")
    #expect(named.count == 1)
    #expect(notebook.lines("generate(net, \"the man\", 3, 1, none, none, false, 64, t)") == named)
    #expect(notebook.lines("generate(start=\"the man\", net=net, steps=3, tokens=t)") == named)
  }
}
