// plot weights(net), gradients(net), activations(net): how values are distributed, layer by layer, now
// and over the steps.

import Engine
import Language

enum DistributionPlots {
  private static let run = """
    net = dense(4) | relu | dense(1)
    L = mean((net([[0, 1], [1, 0]]) - 1) ** 2)
    train L with sgd(lr=0.1) steps=20

    """

  static let entries: [PlotEntry] = [
    PlotEntry(
      "weights(net)",
      summary: "How the weights of every layer are distributed, now and over the steps: a row a "
        + "parameter, counts on a logarithmic scale in bins that all share.",
      example: run + "plot weights(net)"
    ) { notebook, call throws(Diagnostic) in
      try request(.weights, .weights, notebook, call)
    },
    PlotEntry(
      "activations(net)",
      summary: "How what every layer gives out is distributed, now and over the steps, with the "
        + "share of dead ReLU units and of saturated tanh and sigmoid values.",
      formula: "dead: 0 for all rows; saturated: |tanh| > 0.97, σ < 0.03 or > 0.97",
      example: run + "plot activations(net)"
    ) { notebook, call throws(Diagnostic) in
      try request(.activations, .activations, notebook, call)
    },
  ]

  /// `plot gradients(net)`: beside `plot gradients`.
  static func gradients(
    _ notebook: Notebook, _ call: PlotCall
  ) throws(Diagnostic) -> PlotRequest {
    try request(.gradients, .gradients, notebook, call)
  }

  private static func request(
    _ subject: DistributionPlot.Subject, _ kind: LayerHistory.Kinds, _ notebook: Notebook,
    _ call: PlotCall
  ) throws(Diagnostic) -> PlotRequest {
    let path = try path(subject, notebook, call)
    try notebook.record(kind, call.range)
    let title = call.text
    let latest = Latest()
    let request = PlotRequest(title, records: kind) { notebook in
      // While nothing changes the picture stays.
      if latest.revision != notebook.currentRevision {
        latest.plot = notebook.distributions(subject, kind, path)
        latest.revision = notebook.currentRevision
      }
      return latest.plot.map { PlotOutput(title: title, content: .distributions($0)) }
    }
    // What the cell shows is of this moment, also while a run goes on: it is the same in a replay.
    guard let plot = notebook.distributions(subject, kind, path, isNow: true), !plot.rows.isEmpty
    else {
      throw Diagnostic(
        "\(notebook.currentSource[call.arguments[0].value.range]) has no part in the run of "
          + "\(notebook.run?.name ?? "the loss")", at: call.arguments[0].value.range,
        hint: "train a loss that is made with it")
    }
    latest.plot = plot
    latest.revision = notebook.currentRevision
    return request
  }

  private final class Latest {
    var plot: DistributionPlot?
    var revision: Int?
  }

  /// The path of the network, layer or parameter that is meant.
  private static func path(
    _ subject: DistributionPlot.Subject, _ notebook: Notebook, _ call: PlotCall
  ) throws(Diagnostic) -> String {
    let expression = try call.only()
    switch try notebook.evaluate(expression) {
    case .layer(let layer):
      if let path = notebook.graph.path(of: layer) { return path }
    case .tensor(let node) where subject != .activations:
      if let leaf = notebook.graph[node].operation as? ParameterLeaf { return leaf.parameter.path }
    default: break
    }
    throw Diagnostic(
      "\(subject.rawValue) needs a network or a layer", at: expression.range,
      hint: "plot \(subject.rawValue)(net)")
  }
}

extension Notebook {
  /// The distributions of what is inside a path; nil without a run.
  ///
  /// - Parameter isNow: whether they are of this moment also while a run goes on.
  func distributions(
    _ subject: DistributionPlot.Subject, _ kind: LayerHistory.Kinds, _ path: String,
    isNow: Bool = false
  ) -> DistributionPlot? {
    guard let run else { return nil }
    let layers = run.layers
    let history =
      switch subject {
      case .weights: layers.weights
      case .gradients: layers.gradients
      case .activations: layers.activations
      }
    // During training the last record is shown: looking costs the training nothing.
    let isTraining =
      activity == .training && !isNow && history?.samples.records.isEmpty == false
    if subject == .activations, !isTraining, run.machine.isAtBoundary {
      run.probe?.look(atStep: run.machine.step - 1)
    }
    let moment = isTraining ? nil : layers.moment(kind, run.machine, run.probe)
    guard let names = moment?.names ?? history?.names, let bins = moment?.bins ?? history?.bins
    else { return nil }
    let shown = names.indices.filter { names[$0] == path || names[$0].hasPrefix(path + ".") }
    return DistributionPlot(
      subject: subject,
      step: isTraining ? history?.samples.steps.last ?? 0 : run.machine.step(of: subject),
      lower: bins.lower, upper: bins.upper, isMagnitude: bins.scale == .magnitude,
      rows: shown.map { index in
        let past = history?.samples.records.map { DistributionPlot.Spread($0[index]) } ?? []
        let now = moment.map { $0.distributions[index].map(DistributionPlot.Spread.init) }
        return DistributionPlot.Row(
          name: names[index], now: now ?? past.last, past: past,
          idleWord: idleWord(subject, run, index), stride: stride(subject, run, index))
      }, steps: history?.samples.steps ?? [])
  }

  private func idleWord(
    _ subject: DistributionPlot.Subject, _ run: Run, _ index: Int
  ) -> String {
    guard subject == .activations, let probe = run.probe, probe.layers.indices.contains(index)
    else { return "" }
    return switch probe.layers[index].idleness {
    case .dead: "dead"
    case .saturated: "saturated"
    case nil: ""
    }
  }

  private func stride(
    _ subject: DistributionPlot.Subject, _ run: Run, _ index: Int
  ) -> Int {
    let count: Int
    if subject == .activations {
      guard let probe = run.probe, probe.layers.indices.contains(index) else { return 1 }
      count = graph.shape(probe.layers[index].node).count
    } else {
      guard run.program.trained.indices.contains(index) else { return 1 }
      count = run.program.slots[run.program.trained[index].parameter].shape.count
    }
    return DistributionHistory.stride(count)
  }
}

extension Machine {
  /// The step whose values are shown: weights are those of the updates that are done.
  fileprivate func step(of subject: DistributionPlot.Subject) -> Int {
    subject == .weights || isAtBoundary ? updates : step
  }
}

extension DistributionPlot.Spread {
  init(_ distribution: Distribution) {
    self.init(
      counts: distribution.counts, below: distribution.below, above: distribution.above,
      nanCount: distribution.nanCount, mean: distribution.mean,
      deviation: distribution.deviation, idle: distribution.idle)
  }
}
