// How far long work says it is, and what ^C leaves of it.

import Foundation
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
    let message = cell.error?.message ?? ""
    #expect(message.hasPrefix("interrupted after ") && message.hasSuffix(" of 50 tokens"))
    // What there is of the text is shown, and not recorded.
    let shown = cell.outputs.compactMap { output in
      if case .volatileLiteral(let text) = output { text } else { nil }
    }
    #expect(shown.contains { $0.hasPrefix("the man ") })
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains(Progress("generating", done: 2, total: 50, unit: "tokens")))
    #expect(notebook.snapshot().progress.isEmpty)
  }

  @Test func aFileSaysItsBytes() throws {
    let rows = 60_000
    let text = "a,b\n" + String(repeating: "1.25,-3.5\n", count: rows)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nabla-\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let notebook = Notebook()
    let looker = Looker()
    let read = notebook.apply("d = csv(\"\(file.path)\")", control: looker)
    #expect(read.error == nil)
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains { $0.task == "reading csv" && $0.unit == "bytes" })
    #expect(seen.allSatisfy { $0.total == text.utf8.count && $0.done <= text.utf8.count })
    #expect(notebook.snapshot().progress.isEmpty)
    let stopped = notebook.apply(
      "e = csv(\"\(file.path)\")", control: Looker(patience: 1))
    #expect(stopped.error?.message.hasPrefix("interrupted after ") == true)
    #expect(stopped.error?.message.hasSuffix(" of \(text.utf8.count) bytes") == true)
    #expect(notebook.apply("print d.x[0]").error == nil)
  }

  @Test func aTokenizerSaysItsTokens() {
    let notebook = Notebook()
    notebook.run("s = corpus()")
    let looker = Looker()
    #expect(notebook.apply("tok = bpe(s, vocab=300)", control: looker).error == nil)
    let seen = looker.published.compactMap { $0.progress.last }
    #expect(seen.contains(Progress("learning bpe", done: 272, total: 300, unit: "tokens")))
    let stopped = notebook.apply("tok = bpe(s, vocab=400)", control: Looker(patience: 2))
    #expect(
      stopped.error?.message == "interrupted after 288 of 400 tokens",
      "\(stopped.error?.message ?? "no error")")
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
