// plot bptt(net): the gradient of the loss by the state of a recurrent layer at every time step, on its
// way back through time.

import Engine
import Language

enum TimePlots {
  static let entry = PlotEntry(
    "bptt(net)",
    summary: "How much gradient comes to the state of every recurrent layer (and to the cells of "
      + "an LSTM, the row c) at every time step, and where back-propagation through time was cut. Inside a training step it fills from "
      + "the right as the backward pass goes. For a network that is written out: a list of its "
      + "states, one a time step, or a list of such lists, one a layer.",
    formula: "‖∂L/∂hₜ‖₂", source: "Werbos 1990",
    example: "net = rnn(3)\ny, h = net([[[1], [0], [1]]])\nL = mean(y[:, -1] ** 2)\n"
      + "train L with sgd(lr=0.1) steps=2\nplot bptt(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    let streams = try streams(expression, call, notebook)
    let title = call.text
    let latest = Latest()
    return PlotRequest(title) { notebook in
      if latest.revision != notebook.currentRevision {
        if let plot = notebook.timePlot(streams(notebook)) { latest.plot = plot }
        latest.revision = notebook.currentRevision
      }
      return latest.plot.map { PlotOutput(title: title, content: .times($0)) }
    }
  }

  /// The states that are meant: a network's, or those that are listed.
  private static func streams(
    _ expression: Expression, _ call: PlotCall, _ notebook: Notebook
  ) throws(Diagnostic) -> (Notebook) -> [RecurrentTimes.Stream] {
    let value = try notebook.evaluate(expression)
    if case .list(let items) = value {
      let listed = try listed(items, expression, notebook)
      let run = try notebook.runToPlot(call.range)
      guard
        listed.contains(where: { row in
          row.states.contains { $0.flatMap { run.gradients[$0] } != nil }
        })
      else {
        throw Diagnostic(
          "\(run.name) does not depend on \(notebook.currentSource[expression.range])",
          at: expression.range, hint: "train a loss that is made with these states")
      }
      return { _ in listed }
    }
    guard case .layer(let layer) = value else {
      throw Diagnostic(
        "bptt needs a network, or a list of its states", at: expression.range,
        hint: "plot bptt(net)")
    }
    let run = try notebook.runToPlot(call.range)
    guard let path = notebook.graph.path(of: layer),
      !notebook.streams(of: run, in: path).isEmpty
    else {
      throw Diagnostic(
        "there is no recurrent layer of \(notebook.currentSource[expression.range]) in the run of "
          + run.name, at: expression.range, hint: "rnn(8), lstm(8) or gru(8) in the loss")
    }
    return { notebook in notebook.run.map { notebook.streams(of: $0, in: path) } ?? [] }
  }

  /// A row for a list of tensors; a row an element for a list of such lists.
  private static func listed(
    _ items: [Value], _ expression: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> [RecurrentTimes.Stream] {
    let name = notebook.currentSource[expression.range]
    var rows: [(String, [Value])] = []
    for (index, item) in items.enumerated() {
      guard case .list(let row) = item else { break }
      var own = "\(name)[\(index)]"
      if case .list(let elements) = expression.kind, elements.count == items.count {
        own = notebook.currentSource[elements[index].range]
      }
      rows.append((own, row))
    }
    guard rows.isEmpty || rows.count == items.count, rows.count <= mostRows else {
      throw Diagnostic(
        "bptt needs the states of one layer, or a list of them for each of at most \(mostRows) "
          + "layers", at: expression.range, hint: "plot bptt([lower, upper])")
    }
    if rows.isEmpty { rows = [(name, items)] }
    var streams: [RecurrentTimes.Stream] = []
    for (own, row) in rows {
      var states: [Node] = []
      for item in row.prefix(mostTimes + 1) {
        guard case .tensor(let node) = item else {
          throw Diagnostic(
            "\(own) holds \(item.kind) where bptt needs the state of a time step",
            at: expression.range, hint: "states = append(states, h) in the loop over time")
        }
        states.append(node)
      }
      guard (1...mostTimes).contains(states.count) else {
        throw Diagnostic(
          states.isEmpty
            ? "\(own) is empty: there is no state to show"
            : "\(own) has more than \(mostTimes) time steps", at: expression.range)
      }
      streams.append(RecurrentTimes.Stream(path: own, states: states, in: notebook.graph))
    }
    return streams
  }

  private static let mostRows = 64
  private static let mostTimes = 4096

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
  func timePlot(_ streams: [RecurrentTimes.Stream]) -> TimePlot? {
    guard let run, !streams.isEmpty else { return nil }
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
