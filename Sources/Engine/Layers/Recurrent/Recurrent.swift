// Recurrent layers over whole sequences: unrolled in time, so that every gate of every step is a
// tensor of its own. Scopes: `net.1.l0.t3`, `net.1.l0_reverse.t3`.

/// RNN, LSTM or GRU over a sequence, stacked and bidirectional as in PyTorch.
///
/// Input `[n, t, in]` (or `[t, n, in]`, or `[t, in]` without a batch); output the last layer's
/// states at all times, `[n, t, directions · hidden]`, then the last states
/// `[layers · directions, n, hidden]`. All inputs are multiplied by W_ih in one product outside of
/// the loop over time.
public final class Recurrent: Layer {
  /// What a layer is made with; PyTorch's defaults, but for the batch axis.
  public struct Options: Hashable, Sendable {
    /// How many layers lie on top of each other.
    public var layers = 1
    /// How likely a unit between two layers is left out in training.
    public var dropout = 0.0
    /// Whether a second direction reads from the end.
    public var isBidirectional = false
    /// Whether a bias is added.
    public var hasBias = true
    /// Whether the batch is the first axis of inputs and outputs.
    public var batchFirst = true
    /// Whether a training step starts with the states that the step before ended with.
    public var isStateful = false
    /// The gradient flows back through at most so many steps: every so many the states are cut off.
    public var truncate: Int?
    /// The laws of the initial weights.
    public var initializers = RecurrentInitializers()

    /// One layer in one direction.
    public init() {}
  }

  /// What is computed at each time step.
  public let cell: RecurrentCell
  /// The width of the state.
  public let hidden: Int
  /// What it was made with.
  public let options: Options

  /// A cell over the time steps; the number of inputs is that of the first use.
  public init(_ cell: RecurrentCell, _ hidden: Int, options: Options = Options()) {
    self.cell = cell
    self.hidden = hidden
    self.options = options
  }

  public var name: String { cell.name }
  /// 1, or 2 when bidirectional.
  public var directions: Int { options.isBidirectional ? 2 : 1 }
  public var units: Int? { hidden * directions }
  public var callSignature: String? { "\(name)(x, state=none, lengths=none)" }

  /// Time steps of all layers and directions: what one call may unroll.
  static let mostSteps = 20_000

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try run(input, states: nil, lengths: nil, in: graph)[0]
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    try run(
      try arguments.tensor("x", graph), states: try arguments.states("state", cell, graph),
      lengths: try arguments.optionalTensor("lengths", graph), in: graph)
  }

  /// Output, last h, and last c for an LSTM.
  ///
  /// - Parameters:
  ///   - states: first h (and c), `[layers · directions, n, hidden]`; zeros when nil.
  ///   - lengths: how many steps of each sequence count, `[n]`. A finished sequence keeps its state
  ///     and gives zeros.
  /// - Throws: when shapes do not fit or the sequence is too long to be unrolled.
  public func run(
    _ input: Node, states: [Node]?, lengths: Node?, in graph: Graph
  ) throws(EngineError) -> [Node] {
    let shape = graph.shape(input)
    guard shape.rank == 2 || shape.rank == 3 else {
      throw EngineError(
        "\(name): needs [t, in] or [n, t, in], not shape \(shape)",
        hint: "an embedding turns token indices into vectors")
    }
    let isBatch = shape.rank == 3
    let time = isBatch && options.batchFirst ? 1 : 0
    let steps = shape[time]
    guard steps > 0 else { throw EngineError("\(name): the sequence is empty") }
    let streams = options.layers * directions
    guard steps <= Recurrent.mostSteps / streams else {
      throw EngineError(
        "\(name): \(steps) time steps of \(streams) layers and directions cannot be unrolled, at "
          + "most \(Recurrent.mostSteps) together",
        hint: "cut the sequence into windows and carry the state from one to the next")
    }
    let rows = isBatch ? shape[1 - time] : nil
    let carried = states == nil ? try carriedStates(streams, rows: rows, graph) : nil
    // [t, n, in]
    var sequence = input
    if !isBatch {
      sequence = try graph.add(InsertAxis(at: 1), [input])
    } else if time == 1 {
      sequence = try graph.add(Permute([1, 0, 2]), [input])
    }
    let first = try firstStates(
      states ?? carried, streams, rows: rows, sequence: sequence, graph)
    let masks = try lengths.map { (node) throws(EngineError) in
      try RecurrentMasks(node, steps: steps, rows: rows, name, graph)
    }
    var last: [[Node]] = []
    for layer in 0..<options.layers {
      let isLast = layer == options.layers - 1
      var halves: [Node] = []
      for direction in 0..<directions {
        let stream = layer * directions + direction
        let (outputs, states) = try unroll(
          sequence, layer, isReverse: direction == 1, first.map { $0[stream] }, masks, graph)
        last.append(states)
        halves.append(try graph.add(Stack(axis: isLast ? time : 0), outputs))
      }
      sequence =
        halves.count == 1 ? halves[0] : try graph.add(Concatenate(axis: -1), halves)
      guard !isLast else { continue }
      graph.name(sequence, graph.scope + ".l\(layer)")
      sequence = try graph.dropped(sequence, options.dropout, "l\(layer).dropout")
    }
    var results = [sequence]
    for (index, name) in cell.states.enumerated() {
      let stacked = try graph.add(Stack(axis: 0), last.map { $0[index] })
      if isBatch { graph.name(stacked, graph.scope + "." + name + "_n") }
      results.append(stacked)
    }
    if !isBatch { results = try withoutBatch(results, graph) }
    if let carried, let first {
      for (state, value) in zip(carried, results.dropFirst()) {
        // Each use of the layer carries on with its own last states.
        try graph.carry(state, Assign(), [value], whenComputing: first[0][0])
      }
    }
    return results
  }

  /// The states that the training step before left, in training mode alone.
  private func carriedStates(
    _ streams: Int, rows: Int?, _ graph: Graph
  ) throws(EngineError) -> [Node]? {
    guard options.isStateful, graph.isTraining else { return nil }
    let shape = Shape([streams] + (rows.map { [$0] } ?? []) + [hidden])
    var states: [Node] = []
    for name in cell.states {
      states.append(try graph.buffer(of: self, "state_" + name, shape, .zeros))
    }
    return states
  }

  /// One direction of one layer: outputs in the order of time, last states.
  private func unroll(
    _ sequence: Node, _ layer: Int, isReverse: Bool, _ first: [Node]?, _ masks: RecurrentMasks?,
    _ graph: Graph
  ) throws(EngineError) -> (outputs: [Node], last: [Node]) {
    let suffix = "_l\(layer)" + (isReverse ? "_reverse" : "")
    let shape = graph.shape(sequence)
    let step = try RecurrentStep(
      cell, hidden: hidden, features: shape[-1], bias: options.hasBias, suffix: suffix,
      initializers: options.initializers, of: self, in: graph)
    let path = graph.scope + "." + suffix.dropFirst()
    return try graph.scoped(path) { () throws(EngineError) in
      let inputs = try step.inputs(sequence, graph)
      var states = first ?? []
      var outputs: [Node] = []
      let times = Array(0..<shape[0])
      for (index, time) in (isReverse ? times.reversed() : times).enumerated() {
        let result = try graph.scoped("\(path).t\(time)") { () throws(EngineError) in
          let own = try graph.add(Slice([.index(time)]), [inputs])
          graph.name(own, graph.scope + ".inputs")
          if states.isEmpty {
            let zeros = try step.zeros(like: own, graph)
            graph.name(zeros, graph.scope + ".zeros")
            states = cell.states.map { _ in zeros }
          } else if let truncate = options.truncate, index > 0, index % truncate == 0 {
            states = try cut(states, graph)
          }
          let next = try step(own, states, recurs: true, graph)
          guard let masks else { return (output: next[0], states: next) }
          return try masks.kept(next, before: states, time, graph)
        }
        outputs.append(result.output)
        states = result.states
      }
      return (isReverse ? outputs.reversed() : outputs, states)
    }
  }

  /// The same states, through which no gradient goes.
  private func cut(_ states: [Node], _ graph: Graph) throws(EngineError) -> [Node] {
    var result: [Node] = []
    for (state, name) in zip(states, cell.states) {
      let cut = try graph.add(StopGradient(), [state])
      graph.name(cut, graph.scope + "." + name + "_before")
      result.append(cut)
    }
    return result
  }

  /// The first states of every layer and direction, cut out of what was given.
  private func firstStates(
    _ states: [Node]?, _ streams: Int, rows: Int?, sequence: Node, _ graph: Graph
  ) throws(EngineError) -> [[Node]]? {
    guard let states else { return nil }
    let needed = Shape([streams] + (rows.map { [$0] } ?? []) + [hidden])
    var whole: [Node] = []
    for (state, name) in zip(states, cell.states) {
      guard graph.shape(state) == needed else {
        throw EngineError(
          "\(self.name): the first \(name) has shape \(graph.shape(state)), needs \(needed)",
          hint: rows == nil ? "[layers · directions, hidden]" : "[layers · directions, n, hidden]")
      }
      whole.append(rows == nil ? try graph.add(InsertAxis(at: 1), [state]) : state)
    }
    var result: [[Node]] = []
    for stream in 0..<streams {
      var parts: [Node] = []
      for state in whole {
        parts.append(
          try graph.add(FirstState(stream: stream, layer: name), [state, sequence]))
      }
      result.append(parts)
    }
    return result
  }

  /// `[t, 1, d]` → `[t, d]`.
  private func withoutBatch(
    _ results: [Node], _ graph: Graph
  ) throws(EngineError) -> [Node] {
    var cut: [Node] = []
    for result in results {
      cut.append(
        try graph.add(Slice([.range(start: nil, stop: nil, step: 1), .index(0)]), [result]))
    }
    for (node, name) in zip(cut.dropFirst(), cell.states) {
      graph.name(node, graph.scope + "." + name + "_n")
    }
    return cut
  }
}

extension Arguments {
  /// First states: a tensor, or a pair (h, c) for an LSTM.
  func states(
    _ parameter: String, _ cell: RecurrentCell, _ graph: Graph
  ) throws(EngineError) -> [Node]? {
    if case .none = value(parameter) { return nil }
    guard cell.states.count > 1 else { return [try tensor(parameter, graph)] }
    guard case .list(let items) = value(parameter), items.count == cell.states.count else {
      throw EngineError(
        "\(name): '\(parameter)' must be two tensors (h, c), not \(value(parameter).description)",
        hint: "y, h, c = net(x, state=(h, c))")
    }
    return try tensors(parameter, graph)
  }
}
