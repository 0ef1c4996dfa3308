// plot ratios, strip, profiles: a run's layers over the steps and by depth.

import Engine
import Language

enum LayerPlots {
  private static let run = """
    net = dense(4) | tanh | dense(1)
    L = mean((net([[0, 1], [1, 0]]) - 1) ** 2)
    train L with sgd(lr=0.1) steps=20

    """

  static let entries: [PlotEntry] = [
    PlotEntry(
      "ratios",
      summary: "By how much of their size a step changes the weights of each layer: about 1e-3 is "
        + "healthy, far more is a learning rate too high, far less one too low.",
      formula: "‖Δw‖ / ‖w‖", example: run + "plot ratios"
    ) { notebook, call throws(Diagnostic) in
      try notebook.record(.ratios, call.range)
      let title = call.text
      return PlotRequest(title, records: .ratios) { notebook in
        notebook.run.map { PlotOutput(title: title, content: .ratios(notebook.ratioPlot($0))) }
      }
    },
    PlotEntry(
      "strip",
      summary: "The norm of every layer's gradient as a heat strip: a row a layer, steps to the "
        + "right.", formula: "log10 ‖g‖₂", example: run + "plot strip"
    ) { notebook, call throws(Diagnostic) in
      _ = try notebook.runToPlot(call.range)
      let title = call.text
      return PlotRequest(title) { notebook in
        notebook.run.map { PlotOutput(title: title, content: .strip(notebook.gradientRows($0))) }
      }
    },
    PlotEntry(
      "profiles | profiles(A, 2)",
      summary: "The gradient norms of this session's runs by depth, from the input to the output, "
        + "in one picture: a plain network beside one with residual connections. Some of the runs "
        + "are named as those of plot runs are.",
      formula: "the median of ‖g‖₂ over the steps", example: run + "plot profiles"
    ) { notebook, call throws(Diagnostic) in
      let numbers = try call.runNumbers(notebook)
      _ = try notebook.runToPlot(call.range)
      let title = call.text
      return PlotRequest(title) { notebook in
        let profiles = notebook.profilePlots(numbers)
        return profiles.isEmpty ? nil : PlotOutput(title: title, content: .profiles(profiles))
      }
    },
  ]
}

extension Notebook {
  /// The run that goes on or was the last.
  func runToPlot(_ range: SourceRange) throws(Diagnostic) -> Run {
    guard let run else {
      throw Diagnostic(
        "there is no run to plot", at: range, hint: "train L with sgd(lr=0.1) steps=100")
    }
    return run
  }

  /// Has the run record something from here on, and what lies behind by executing it once more.
  func record(_ kinds: LayerHistory.Kinds, _ range: SourceRange) throws(Diagnostic) {
    let run = try runToPlot(range)
    if kinds.contains(.activations), run.probe == nil {
      run.probe = try located(range) { () throws(EngineError) in
        try LayerProbe(of: run.loss, in: graph)
      }
    }
    let missing = kinds.subtracting(run.layers.kinds)
    guard !missing.isEmpty else { return }
    // The run is drawn while it waits: what is filled in is a copy until it is whole.
    var layers = run.layers
    let watch = InterruptWatch(self, "recording what is plotted")
    guard layers.fill(missing, from: run.machine, run.probe, while: { watch.goesOn() }) else {
      throw Diagnostic("interrupted", at: range)
    }
    layers.kinds.formUnion(missing)
    layers.prepare(run.machine)
    run.layers = layers
  }

  /// What is on the screen is recorded, and nothing else.
  func recordWhatIsShown() {
    guard let run else { return }
    var kinds: LayerHistory.Kinds = plots.reduce(into: []) { $0.formUnion($1.records) }
    if layout == "training" { kinds.formUnion([.ratios, .clipped]) }
    if !run.layers.clips { kinds.remove(.clipped) }
    guard kinds != run.layers.kinds else { return }
    if kinds.contains(.activations), run.probe == nil {
      run.probe = try? LayerProbe(of: run.loss, in: graph)
    }
    run.layers.kinds = kinds
    run.layers.prepare(run.machine)
  }

  func ratioPlot(_ run: Run) -> RatioPlot {
    let samples = run.layers.ratios
    return RatioPlot(
      rows: run.layers.layers.enumerated().map { index, path in
        let values = samples.records.map { $0[index] }
        return RatioPlot.Row(
          path: path, ratios: SeriesSnapshot(path, samples.steps, values),
          last: values.last ?? .nan)
      }, interval: samples.interval, weightStride: run.layers.weightStride)
  }

  /// The profiles of the session's runs, or of those with some numbers, the present one last.
  func profilePlots(_ numbers: Set<Int>? = nil) -> [ProfilePlot] {
    var runs = earlierRuns.map { ($0.identity, $0.profile) }
    if let run, run.telemetry.loss.count > 0 {
      runs.append((run.identity, GradientProfile(run.telemetry, run.program)))
    }
    runs.removeAll { $0.1.layers.isEmpty || numbers?.contains($0.0.number) == false }
    let names = RunIdentity.names(runs.map(\.0), by: [.network, .setting, .loss])
    return zip(runs, names).map { run, name in
      ProfilePlot(
        name: name,
        layers: run.1.layers.map {
          ProfilePlot.Layer(path: $0.path, last: $0.last, median: $0.median)
        })
    }
  }
}

extension SeriesSnapshot {
  /// Values of single steps.
  init(_ name: String, _ steps: [Int], _ values: [Float]) {
    self.init(
      name: name,
      buckets: zip(steps, values).map { step, value in
        let finite = value.isFinite ? value : .nan
        return Bucket(
          firstStep: step, lastStep: step, minimum: finite, maximum: finite, last: finite,
          nanCount: value.isNaN ? 1 : 0, infinityCount: value.isInfinite ? 1 : 0)
      })
  }
}
