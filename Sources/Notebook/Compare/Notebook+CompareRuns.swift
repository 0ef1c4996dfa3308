// Two runs side by side: what they ended with, where they parted. A saved session is executed afresh.

import Engine
import Language

extension Notebook {
  func compareRuns(
    _ a: (run: Run, owner: Notebook), _ b: (run: Run, owner: Notebook),
    _ choice: Comparing.Choice, _ verb: Verb
  ) throws(Diagnostic) {
    for (sign, side) in [("a", a), ("b", b)] {
      let loss = side.run.telemetry.loss.latest.map { NumberText.short($0) } ?? "none"
      show(
        .text(
          "\(sign): \(side.owner.title), \(side.run.optimizer.summary), "
            + "\(side.run.machine.updates) steps, \(side.run.name) = \(loss)"))
    }
    let steps = (a.run.machine.updates, b.run.machine.updates)
    let last = (try walked(a.run, steps.0, verb), try walked(b.run, steps.1, verb))
    show(ComparisonTable(last.0.tensors, last.1.tensors), choice)
    guard let step = Notebook.firstDifference(a.run, b.run) else {
      let count = min(steps.0, steps.1)
      show(.text("the losses of all \(count) common steps are the same"))
      if count > 0 {
        showParting(
          Parting.first(
            try walked(a.run, count, verb).results, try walked(b.run, count, verb).results))
      }
      return
    }
    show(.text("the runs part in step \(step.step): \(a.run.name) \(step.words)"))
    showParting(
      Parting.first(
        try walked(a.run, step.step, verb).results, try walked(b.run, step.step, verb).results))
  }

  /// The first step whose recorded losses differ, in single steps as long as they are recorded so.
  private static func firstDifference(_ a: Run, _ b: Run) -> (step: Int, words: String)? {
    for (first, second) in zip(a.telemetry.loss.buckets, b.telemetry.loss.buckets) {
      let isSame =
        first.last.bitPattern == second.last.bitPattern || (first.last.isNaN && second.last.isNaN)
      guard !isSame || first.lastStep != second.lastStep else { continue }
      return (
        max(1, min(first.firstStep, second.firstStep)),
        "\(NumberText.short(first.last)) and \(NumberText.short(second.last))"
      )
    }
    return nil
  }

  // MARK: Saved sessions

  /// A saved session, executed afresh.
  func session(
    _ name: String, _ range: SourceRange, _ verb: Verb
  ) throws(Diagnostic) -> Notebook {
    guard !isCompared else {
      throw Diagnostic(
        "a session that is compared cannot itself compare sessions", at: range,
        hint: "steps, networks and tensors can be")
    }
    let document: SessionDocument
    do throws(Diagnostic) {
      document = try SessionFile.read(path: try path(of: name), verbs: catalogue.grammars)
    } catch {
      let names = Array(environment.keys)
      throw Diagnostic(
        "'\(name)' is no name of this session, and \(error.message)", at: range,
        hint: didYouMean(name, among: names).map { "did you mean '\($0)'?" }
          ?? "compare 10 20, compare net_a net_b, compare xor spiral")
    }
    let other = SessionRunner.notebook(for: document, title: SessionFile.title(forPath: name))
    other.isCompared = true
    other.home = home
    let watch = InterruptWatch(self, "comparing")
    for cell in document.cells {
      guard watch.goesOn() else { throw Diagnostic("interrupted", at: verb.nameRange) }
      let result = other.apply(cell, control: watch)
      if let error = result.error {
        throw Diagnostic(
          "the session '\(name)' fails in line \(result.line): \(error.message)", at: range,
          hint: error.hint)
      }
      guard !watch.isInterrupted else { throw Diagnostic("interrupted", at: verb.nameRange) }
    }
    return other
  }

  /// The file of a name: in this folder, beside the session that is open, among those that come with
  /// nabla.
  private func path(of name: String) throws(Diagnostic) -> String {
    let path = try SessionFile.path(forName: name, home: home)
    guard FileAccess.modified(path) == nil, !name.contains("/") else { return path }
    var folders = ["sessions"]
    if let file, let slash = file.lastIndex(of: "/") {
      folders.insert(String(file[..<slash]), at: 0)
    }
    let others = folders.map { $0 + "/" + path }
    return others.first { FileAccess.modified($0) != nil } ?? path
  }
}
