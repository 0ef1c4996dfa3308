// How far long work says it is, and what ^C leaves of it.

import Language
import Notebook
import Testing

/// Looks after every step, and interrupts after so many looks.
private final class Looker: RunControl {
  private(set) var published: [Snapshot] = []
  private var isAsked = false
  private let patience: Int

  init(patience: Int = .max) { self.patience = patience }

  var isPending: Bool { true }

  func next() -> LiveRequest? {
    isAsked.toggle()
    guard isAsked else { return nil }
    return published.count > patience ? .interrupt : .publish
  }

  func wait() -> LiveRequest { .interrupt }
  func publish(_ snapshot: Snapshot) { published.append(snapshot) }
}

struct ProgressTests {
  static let model = """
    t = tokens("the man sees the boy")
    net = embedding(4, 8) | dense(4)
    """

  @Test func trainingSaysItsSteps() {
    let notebook = Notebook()
    notebook.run("w = param([1])\nL = mean(w ** 2)\ntrack mean(w) every 5")
    let looker = Looker()
    notebook.apply("train L with sgd(lr=0.1) steps=20", control: looker)
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains(Progress("training", done: 7, total: 20, unit: "steps", period: 5)))
    #expect(notebook.snapshot().progress.isEmpty)
  }

  @Test func aLongMoveSaysItsGoal() {
    let notebook = Notebook()
    notebook.run("w = param([1])\nL = mean(w ** 2)\ntrain L with sgd(lr=0.1) steps=0")
    let looker = Looker()
    notebook.apply("goto 30", control: looker)
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains(Progress("going", done: 12, total: 30, unit: "steps")))
    #expect(notebook.snapshot().progress.isEmpty)
  }

  @Test func aGeneratedTextSaysItsTokens() {
    let notebook = Notebook()
    notebook.run(Self.model)
    let looker = Looker(patience: 6)
    let cell = notebook.apply("generate(net, t[0:2], steps=50, tokens=t)", control: looker)
    #expect(cell.error?.message == "interrupted")
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains(Progress("generating", done: 2, total: 50, unit: "tokens")))
    #expect(notebook.snapshot().progress.isEmpty)
  }

  @Test func theOuterWorkComesFirst() {
    let notebook = Notebook()
    notebook.surroundings = Progress("opening", done: 2, total: 9, unit: "cells")
    notebook.run("w = param([1])\nL = mean(w ** 2)")
    let looker = Looker()
    notebook.apply("train L with sgd(lr=0.1) steps=5", control: looker)
    #expect(looker.published.contains { $0.progress.map(\.task) == ["opening", "training"] })
    #expect(Progress("x", done: 5, total: 0).fraction == nil)
    #expect(Progress("x", done: 5, total: 4).fraction == 1)
  }
}
