// Sequences of different lengths in one batch: a finished one keeps its state.

/// For every time step, which rows of a batch still run.
struct RecurrentMasks {
  /// `[n, 1]`.
  private let lengths: Node

  /// - Throws: when there is not one length a row, or one is longer than the sequence.
  init(
    _ lengths: Node, steps: Int, rows: Int?, _ name: String, _ graph: Graph
  ) throws(EngineError) {
    let shape = graph.shape(lengths)
    guard shape == Shape(rows.map { [$0] } ?? []) else {
      throw EngineError(
        "\(name): lengths of shape \(shape) do not fit "
          + (rows.map { "\($0) sequences" } ?? "one sequence"),
        hint: rows == nil ? "give one number" : "give one number a sequence")
    }
    for length in graph.knownValues(of: lengths)
    where length != length.rounded() || length < 0 || length > Float(steps) {
      throw EngineError(
        "\(name): \(shown(Double(length))) is no length of a sequence of \(steps) steps",
        hint: "lengths are whole numbers from 0 to \(steps)")
    }
    self.lengths = try graph.add(Reshape([-1, 1]), [lengths])
  }

  /// The step's output, zeros where a sequence is over, and the states, unchanged there.
  func kept(
    _ next: [Node], before: [Node], _ time: Int, _ graph: Graph
  ) throws(EngineError) -> (output: Node, states: [Node]) {
    let now = graph.constant(Double(time))
    let runs = try graph.add(Comparison(.greater), [lengths, now])
    let isOver = try graph.add(Comparison(.lessOrEqual), [lengths, now])
    graph.name(runs, graph.scope + ".runs")
    graph.name(isOver, graph.scope + ".is_over")
    var states: [Node] = []
    var output = next[0]
    for (index, state) in next.enumerated() {
      let fresh = try graph.add(MaskedFill(0), [state, isOver])
      let old = try graph.add(MaskedFill(0), [before[index], runs])
      if index == 0 { output = fresh }
      states.append(try graph.add(Add(), [fresh, old]))
    }
    return (output, states)
  }
}
