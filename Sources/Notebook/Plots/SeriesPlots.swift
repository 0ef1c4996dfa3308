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
      "runs", summary: "The losses of this session's runs in one picture.",
      example: run + "train L with sgd(lr=0.5) steps=20\nplot runs"
    ) { notebook, call throws(Diagnostic) in
      try ofRun(notebook, call) { notebook in
        let series = notebook.runSeries()
        return series.isEmpty ? nil : .series(series)
      }
    },
    PlotEntry(
      "lr", summary: "The learning rate over the training steps.",
      example: "w = param([2])\nL = mean((w - 1) ** 2)\n"
        + "train L with sgd(lr=0.1) steps=20 schedule=cosine(20)\nplot lr"
    ) { notebook, call throws(Diagnostic) in
      if let run = notebook.run, run.telemetry.rate == nil {
        throw Diagnostic(
          "the learning rate of this run does not change: it is "
            + NumberText.short(run.learningRate),
          at: call.range, hint: "train L with sgd(lr=0.1) steps=100 schedule=cosine(100)")
      }
      return try ofRun(notebook, call) { notebook in
        (notebook.run?.telemetry.rate).map { .series([SeriesSnapshot($0)]) }
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

  /// A tracked expression's record, if the run has one with this name.
  static func tracked(_ name: String, _ notebook: Notebook) -> PlotRequest? {
    func series(_ notebook: Notebook) -> Series? {
      notebook.run?.tracked.first { $0.name == name && $0.count > 0 }
    }
    guard series(notebook) != nil else { return nil }
    return PlotRequest(name) { notebook in
      series(notebook).map { PlotOutput(title: name, content: .series([SeriesSnapshot($0)])) }
    }
  }
}
