// diagnose: what keeps the run from learning, one line a finding.

import Engine
import Language

enum Diagnosing {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "diagnose", usage: "diagnose",
      summary:
        "Looks at the run for what keeps it from learning and says where, how it is known and what "
        + "helps; silent on a healthy network. Some steps are executed again, the run stays as it "
        + "is. It looks at: " + Diagnosis.rules.map(\.name).joined(separator: ", ") + ".",
      example: "w = param([2])\ntrain mean((w - 3) ** 2) with sgd(lr=2.5) steps=20\ndiagnose"
    ) { notebook, verb throws(Diagnostic) in
      for finding in try notebook.findings(verb.nameRange) {
        notebook.show(.finding(FindingOutput(finding)))
      }
    }
  ]
}

extension Notebook {
  /// What `diagnose` would show of the current run; nothing without one.
  public func diagnosis() -> [FindingOutput] {
    ((try? findings(nil)) ?? []).map(FindingOutput.init)
  }

  func findings(_ range: SourceRange?) throws(Diagnostic) -> [Finding] {
    guard let run else {
      throw Diagnostic(
        "there is no run to diagnose", at: range,
        hint: "train L with sgd(lr=0.1) steps=100 makes one")
    }
    let tracked = trackers.compactMap { tracker in
      run.tracked.first { $0.name == tracker.name }.map {
        Diagnosis.Tracked(name: tracker.name, node: tracker.node, series: $0)
      }
    }
    let named = environment.sorted { $0.key < $1.key }.compactMap { name, value in
      if case .tensor(let node) = value { (name: name, node: node) } else { nil }
    }
    let watch = InterruptWatch(self, "diagnosing")
    let found = Diagnosis.findings(
      in: run.machine, graph: graph, loss: run.telemetry.loss,
      gradients: run.telemetry.layers.map(\.norms), tracked: tracked, named: named,
      while: { watch.goesOn() })
    guard let found else { throw Diagnostic("interrupted", at: range) }
    return found
  }
}
