// runs: the session's runs with their numbers, by which plots and people name them.

import Engine
import Language

enum RunListing {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "runs", usage: "runs",
      summary:
        "Lists this session's runs: the number, the loss, the network that was trained, how, the "
        + "steps, the last loss and the least. plot runs(1, 3) draws some of them.",
      example: "w = param([2])\nL = mean((w - 3) ** 2)\ntrain L with sgd(lr=0.1) steps=5\n"
        + "train L with adam(lr=0.1) steps=5\nruns"
    ) { notebook, verb throws(Diagnostic) in
      let rows = notebook.runRows()
      guard !rows.isEmpty else {
        notebook.show(.text(notebook.run == nil ? "no run" : "no run has done a step yet"))
        return
      }
      notebook.show(
        .table(
          TableOutput(
            header: ["run", "loss", "trains", "with", "steps", "last", "least"], rows: rows)))
    }
  ]
}

extension Notebook {
  fileprivate func runRows() -> [[String]] {
    var runs = earlierRuns.map { ($0.identity, $0.loss) }
    if let run, run.telemetry.loss.count > 0 {
      runs.append((run.identity, run.snapshot(of: run.telemetry.loss)))
    }
    return runs.map { identity, series in
      let last = series.buckets.last
      // What is no number is not hidden behind the last one that was.
      let isLost = last.map { $0.nanCount > 0 && $0.firstStep == $0.lastStep } ?? true
      let least = series.buckets.map(\.minimum).filter { !$0.isNaN }.min()
      return [
        String(identity.number), identity.loss, identity.network, identity.setting,
        String(last?.lastStep ?? 0), isLost ? "NaN" : NumberText.short(last?.last ?? .nan),
        NumberText.short(least ?? .nan),
      ]
    }
  }
}
