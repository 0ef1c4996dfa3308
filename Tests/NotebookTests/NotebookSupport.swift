// What the tests of the notebook share: a run of lines, a person at the prompt, a large stack.

import Foundation
import Language
import Notebook
import Synchronization
import Testing

extension Notebook {
  /// Applies cells one after the other and expects each to succeed.
  @discardableResult
  func run(_ sources: String..., sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    var lines: [String] = []
    for source in sources {
      let cell = apply(source)
      if let error = cell.error {
        Issue.record(
          "\(error.rendered(in: source).joined(separator: "\n"))", sourceLocation: sourceLocation)
      }
      lines += cell.recordedLines.filter { !$0.isVolatile }.map(\.text)
    }
    return lines
  }

  /// What a cell shows, as lines.
  func lines(_ source: String) -> [String] { apply(source).recordedLines.map(\.text) }

  /// A failing cell's error as the prompt shows it.
  func failure(_ source: String) -> String {
    guard let error = apply(source).error else { return "no error" }
    return error.rendered(in: source).joined(separator: "\n")
  }

  /// An expression's shape and values.
  func tensor(
    _ source: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> TensorOutput {
    let cell = apply("print " + source)
    if let error = cell.error {
      Issue.record(
        "\(error.rendered(in: cell.source).joined(separator: "\n"))", sourceLocation: sourceLocation
      )
    }
    for output in cell.outputs { if case .tensor(let tensor) = output { return tensor } }
    return TensorOutput(name: nil, shape: [-1], values: [])
  }

  func values(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Float] {
    tensor(source, sourceLocation: sourceLocation).values
  }
}

/// A person at the prompt while a run goes on: at given numbers of updates something is typed.
final class ScriptedControl: RunControl {
  struct Entry {
    /// The how manieth run of the cell, from 1.
    var round = 1
    var step: Int
    var request: LiveRequest
  }

  private var script: [Entry]
  private unowned let notebook: Notebook
  private(set) var published: [Snapshot] = []
  private var round = 0
  private var wasTraining = false
  private var lastStep = 0

  init(_ notebook: Notebook, entries: [Entry]) {
    self.notebook = notebook
    script = entries
  }

  convenience init(_ notebook: Notebook, _ script: [(Int, String)]) {
    self.init(notebook, entries: script.map { Entry(step: $0.0, request: .command($0.1)) })
  }

  var isFinished: Bool { script.isEmpty }

  var isPending: Bool {
    guard let first = script.first else { return false }
    let now = notebook.snapshot()
    let isTraining = now.activity == .training
    let step = now.run?.step ?? 0
    // Another run of the cell begins when training does, or when it starts from the beginning.
    if isTraining, !wasTraining || (step == 0 && lastStep > 0) { round += 1 }
    wasTraining = isTraining
    lastStep = step
    guard isTraining, let run = now.run else { return false }
    return first.round <= round && first.step <= run.step
  }

  func next() -> LiveRequest? { isPending ? script.removeFirst().request : nil }

  func wait() -> LiveRequest {
    script.isEmpty ? .command("continue") : script.removeFirst().request
  }

  func publish(_ snapshot: Snapshot) { published.append(snapshot) }
}

/// Runs `body` on a thread with a stack of its own.
func onThread(stack megabytes: Int, _ body: @escaping @Sendable () -> Void) {
  let isDone = NSCondition()
  let state = Mutex(false)
  let thread = Thread {
    body()
    isDone.lock()
    state.withLock { $0 = true }
    isDone.signal()
    isDone.unlock()
  }
  thread.stackSize = megabytes << 20
  isDone.lock()
  thread.start()
  while !state.withLock({ $0 }) { isDone.wait() }
  isDone.unlock()
}
