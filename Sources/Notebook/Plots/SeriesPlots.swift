// plot loss, runs, lr, gradients, and whatever is tracked: what a run has recorded.

import Engine
import Language

enum SeriesPlots {
  private static let run = """
    w = param([2])
    L = mean((w - 1) ** 2)
    train L with sgd(lr=0.1) steps=20

    """

  static let entries: [PlotEntry] = [
    PlotEntry(
      "loss", summary: "The loss and what is tracked, over the training steps.",
      example: run + "plot loss"
    ) { notebook, call throws(Diagnostic) in
      try ofRun(notebook, call) { notebook in
        notebook.run.map { .series(notebook.seriesSnapshots($0)) }
      }
    },
    PlotEntry(
      "runs | runs(A, 2)",
      summary: "The losses of this session's runs in one picture, or of those that are named: by "
        + "the number that the verb runs lists, the loss, the network or the optimizer.",
      example: run
        + "train L with sgd(lr=0.5) steps=20\ntrain L with adam(lr=0.1) steps=20\n"
        + "plot runs(1, adam)"
    ) { notebook, call throws(Diagnostic) in
      let numbers = try call.runNumbers(notebook)
      return try ofRun(notebook, call) { notebook in
        let series = notebook.runSeries(numbers)
        return series.isEmpty ? nil : .series(series)
      }
    },
    PlotEntry(
      "lr", summary: "The learning rate over the training steps.",
      example: "w = param([2])\nL = mean((w - 1) ** 2)\n"
        + "train L with sgd(lr=0.1) steps=20 schedule=cosine(20)\nplot lr"
    ) { notebook, call throws(Diagnostic) in
      try ofRun(notebook, call) { notebook in
        guard let run = notebook.run, let rate = run.telemetry.rate, rate.count > 0 else {
          return nil
        }
        return .series([run.snapshot(of: rate)])
      }
    },
    PlotEntry(
      "gradients | gradients(net)",
      summary: "The norm of every layer's gradient over the training steps, a row a layer, and "
        + "what clipping leaves of it; of a network how its gradients are distributed, by log10 "
        + "of their size.", example: run + "plot gradients"
    ) { notebook, call throws(Diagnostic) in
      guard call.arguments.isEmpty else { return try DistributionPlots.gradients(notebook, call) }
      if notebook.run?.layers.clips == true { try notebook.record(.clipped, call.range) }
      return try ofRun(notebook, call, records: .clipped) { notebook in
        notebook.run.map { .gradients(notebook.gradientRows($0)) }
      }
    },
  ]

  /// A picture of the run that goes on or was the last.
  private static func ofRun(
    _ notebook: Notebook, _ call: PlotCall, records: LayerHistory.Kinds = [],
    content: @escaping (Notebook) -> PlotOutput.Content?
  ) throws(Diagnostic) -> PlotRequest {
    guard notebook.run != nil else {
      throw Diagnostic(
        "there is no run to plot", at: call.range, hint: "train L with sgd(lr=0.1) steps=100")
    }
    let title = call.text
    return PlotRequest(title, records: records) { notebook in
      content(notebook).map { PlotOutput(title: title, content: $0) }
    }
  }

  /// Whether an interval after `over` is a part of the training, not of a function's arguments.
  static func isSeries(_ expression: Expression, _ notebook: Notebook) -> Bool {
    let text = notebook.currentSource[expression.range]
    if notebook.run?.tracked.contains(where: { $0.name == text && $0.count > 0 }) == true {
      return true
    }
    switch expression.kind {
    case .name(let name):
      return ["loss", "runs", "lr"].contains(name) && notebook.environment[name] == nil
    case .call(let callee, _):
      guard case .name("runs") = callee.kind else { return false }
      return notebook.environment["runs"] == nil
    default: return false
    }
  }

  /// A tracked expression's record, if the run has one with this name.
  static func tracked(_ name: String, _ notebook: Notebook) -> PlotRequest? {
    func series(_ notebook: Notebook) -> SeriesSnapshot? {
      guard let run = notebook.run else { return nil }
      return run.tracked.first { $0.name == name && $0.count > 0 }.map(run.snapshot)
    }
    guard series(notebook) != nil else { return nil }
    return PlotRequest(name) { notebook in
      series(notebook).map { PlotOutput(title: name, content: .series([$0])) }
    }
  }
}
