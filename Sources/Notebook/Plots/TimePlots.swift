// plot bptt(net): the gradient of the loss by the state of a recurrent layer at every time step, on its
// way back through time.

import Engine
import Language

enum TimePlots {
  static let entry = PlotEntry(
    "bptt(net)",
    summary: "How much gradient comes to the state of every recurrent layer at every time step, "
      + "and where back-propagation through time was cut. Inside a training step it fills from "
      + "the right as the backward pass goes.",
    formula: "‖∂L/∂hₜ‖₂", source: "Werbos 1990",
    example: "net = rnn(3)\ny, h = net([[[1], [0], [1]]])\nL = mean(y[:, -1] ** 2)\n"
      + "train L with sgd(lr=0.1) steps=2\nplot bptt(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    guard case .layer(let layer) = try notebook.evaluate(expression) else {
      throw Diagnostic("bptt needs a network", at: expression.range, hint: "plot bptt(net)")
    }
    let run = try notebook.runToPlot(call.range)
    guard let path = notebook.graph.path(of: layer),
      !notebook.streams(of: run, in: path).isEmpty
    else {
      throw Diagnostic(
        "there is no recurrent layer of \(notebook.currentSource[expression.range]) in the run of "
          + run.name, at: expression.range, hint: "rnn(8), lstm(8) or gru(8) in the loss")
    }
    let title = call.text
    let latest = Latest()
    return PlotRequest(title) { notebook in
      if latest.revision != notebook.currentRevision {
        if let plot = notebook.timePlot(path) { latest.plot = plot }
        latest.revision = notebook.currentRevision
      }
      return latest.plot.map { PlotOutput(title: title, content: .times($0)) }
    }
  }

  private final class Latest {
    var plot: TimePlot?
    var revision: Int?
  }
}

extension Notebook {
  /// The recurrent layers of a run's loss inside a path.
  func streams(of run: Run, in path: String) -> [RecurrentTimes.Stream] {
    RecurrentTimes(graph.dependencies(of: [run.loss]), in: graph).streams.filter {
      $0.path == path || $0.path.hasPrefix(path + ".")
    }
  }

  /// The norms of ∂L/∂hₜ; nil without a run or when they cannot be computed.
  func timePlot(_ path: String) -> TimePlot? {
    guard let run else { return nil }
    let streams = streams(of: run, in: path)
    guard !streams.isEmpty else { return nil }
    var wanted: [Node] = []
    for stream in streams {
      for case .some(let state) in stream.states {
        if let gradient = run.gradients[state], isThere(gradient, run) { wanted.append(gradient) }
      }
    }
    guard let values = try? self.values(of: wanted, nil) else { return nil }
    let norms = Dictionary(
      zip(wanted, values.map { Self.norm($0.values) }), uniquingKeysWith: { first, _ in first })
    return TimePlot(
      loss: run.name,
      rows: streams.map { stream in
        TimePlot.Row(
          path: stream.path,
          places: stream.states.map { state in
            guard let state, let gradient = run.gradients[state] else { return .unreached }
            return norms[gradient].map { .norm($0) } ?? .pending
          }, cuts: stream.cuts.sorted())
      })
  }

  /// Whether a gradient can be read: between training steps all can, inside one what is computed.
  private func isThere(_ gradient: Node, _ run: Run) -> Bool {
    guard !run.machine.isAtBoundary else { return true }
    guard let slot = run.program.slot(of: gradient) else { return false }
    return run.machine.isComputed(slot)
  }

  private static func norm(_ values: [Float]) -> Float {
    Float(values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot())
  }
}
