// One time step of each recurrent network, as logical operations: what RNN, LSTM and GRU layers
// and their single-step cells have in common. Gates are stacked in PyTorch's order.

/// The formula of one time step.
public enum RecurrentCell: Hashable, Sendable {
  /// h = tanh(a), or relu(a) (Elman 1990).
  case rnn(nonlinearity: Nonlinearity)
  /// Gates i, f, g, o (Hochreiter & Schmidhuber 1997; forget gate of Gers et al. 2000).
  case lstm
  /// Gates r, z, n (Cho et al. 2014), the reset gate after the product, as in PyTorch.
  case gru

  /// What the plain cell applies to its sum.
  public enum Nonlinearity: String, Hashable, Sendable, CaseIterable {
    /// Hyperbolic tangent, or rectified.
    case tanh, relu
  }

  /// `rnn`, `lstm` or `gru`.
  public var name: String {
    switch self {
    case .rnn: "rnn"
    case .lstm: "lstm"
    case .gru: "gru"
    }
  }

  /// Blocks of `hidden` rows in the weights.
  var gates: Int {
    switch self {
    case .rnn: 1
    case .lstm: 4
    case .gru: 3
    }
  }

  /// What is carried from step to step: h, or h and c.
  public var states: [String] { self == .lstm ? ["h", "c"] : ["h"] }
}

/// The tensors of one direction of one layer, and the step that they make.
struct RecurrentStep {
  let cell: RecurrentCell
  let hidden: Int
  /// `[gates · hidden, in]`.
  let inputWeight: Node
  /// `[gates · hidden, hidden]`.
  let hiddenWeight: Node
  /// `[gates · hidden]`, or nil without biases.
  let inputBias: Node?
  let hiddenBias: Node?

  /// Makes the parameters of a layer at its first use.
  ///
  /// - Parameter suffix: `_l0_reverse` in layers, empty in cells.
  init(
    _ cell: RecurrentCell, hidden: Int, features: Int, bias: Bool, suffix: String,
    initializers: RecurrentInitializers, of layer: any Layer, in graph: Graph
  ) throws(EngineError) {
    self.cell = cell
    self.hidden = hidden
    let (rows, overflow) = hidden.multipliedReportingOverflow(by: cell.gates)
    guard !overflow else {
      throw EngineError("\(layer.name): \(hidden) hidden units are more than fit in memory")
    }
    let standard = Initializer("linear", .fanUniform(fan: hidden))
    inputWeight = try graph.parameter(
      of: layer, "weight_ih" + suffix, [rows, features], initializers.input ?? standard)
    hiddenWeight = try graph.parameter(
      of: layer, "weight_hh" + suffix, [rows, hidden], initializers.recurrent ?? standard)
    guard bias else {
      inputBias = nil
      hiddenBias = nil
      return
    }
    let first = initializers.input == nil ? standard : .zeros
    inputBias = try graph.parameter(of: layer, "bias_ih" + suffix, [rows], first)
    hiddenBias = try graph.parameter(of: layer, "bias_hh" + suffix, [rows], first)
  }

  /// W_ih x + b_ih for all time steps at once: `[…, in]` → `[…, gates · hidden]`. Where nothing
  /// stands between the two biases, b_hh is added here too.
  func inputs(_ x: Node, _ graph: Graph) throws(EngineError) -> Node {
    let product = try graph.add(MatMul(transposesRight: true), [x, inputWeight])
    guard let inputBias, let hiddenBias else { return named(product, "inputs", graph) }
    var bias = inputBias
    if cell != .gru {
      bias = named(try graph.add(Add(), [inputBias, hiddenBias]), "bias", graph)
    }
    return named(try graph.add(Add(), [product, bias]), "inputs", graph)
  }

  /// A state of zeros `[n, hidden]` for one step's inputs.
  func zeros(like inputs: Node, _ graph: Graph) throws(EngineError) -> Node {
    try graph.add(Fill(0), [try block(0, of: inputs, graph)])
  }

  /// One time step.
  ///
  /// - Parameters:
  ///   - inputs: this step's `inputs`, `[n, gates · hidden]`.
  ///   - states: h `[n, hidden]`, and c for an LSTM.
  ///   - recurs: whether this is one of many steps with the same weights.
  /// - Returns: the new states.
  func callAsFunction(
    _ inputs: Node, _ states: [Node], recurs: Bool, _ graph: Graph
  ) throws(EngineError) -> [Node] {
    var recurrent = try graph.add(
      MatMul(transposesRight: true, recurs: recurs), [states[0], hiddenWeight])
    if cell == .gru, let hiddenBias {
      recurrent = try graph.add(Add(), [recurrent, hiddenBias])
    }
    recurrent = named(recurrent, "recurrent", graph)
    switch cell {
    case .rnn(let nonlinearity):
      let sum = named(try graph.add(Add(), [inputs, recurrent]), "a", graph)
      let operation: any Operation = nonlinearity == .tanh ? HyperbolicTangent() : ReLU()
      return [named(try graph.add(operation, [sum]), "h", graph)]
    case .lstm: return try lstm(inputs, recurrent, states[1], graph)
    case .gru: return try gru(inputs, recurrent, states[0], graph)
    }
  }

  private func lstm(
    _ inputs: Node, _ recurrent: Node, _ before: Node, _ graph: Graph
  ) throws(EngineError) -> [Node] {
    let gates = named(try graph.add(Add(), [inputs, recurrent]), "gates", graph)
    let i = try gate(Sigmoid(), 0, of: gates, "i", graph)
    let f = try gate(Sigmoid(), 1, of: gates, "f", graph)
    let g = try gate(HyperbolicTangent(), 2, of: gates, "g", graph)
    let o = try gate(Sigmoid(), 3, of: gates, "o", graph)
    let kept = named(try graph.add(Multiply(), [f, before]), "kept", graph)
    let written = named(try graph.add(Multiply(), [i, g]), "written", graph)
    let c = named(try graph.add(Add(), [kept, written]), "c", graph)
    let squashed = named(try graph.add(HyperbolicTangent(), [c]), "tanh_c", graph)
    return [named(try graph.add(Multiply(), [o, squashed]), "h", graph), c]
  }

  private func gru(
    _ inputs: Node, _ recurrent: Node, _ before: Node, _ graph: Graph
  ) throws(EngineError) -> [Node] {
    func sum(_ index: Int, _ name: String) throws(EngineError) -> Node {
      named(
        try graph.add(
          Add(), [try block(index, of: inputs, graph), try block(index, of: recurrent, graph)]),
        name, graph)
    }
    let r = named(try graph.add(Sigmoid(), [try sum(0, "a_r")]), "r", graph)
    let z = named(try graph.add(Sigmoid(), [try sum(1, "a_z")]), "z", graph)
    let reset = named(
      try graph.add(Multiply(), [r, try block(2, of: recurrent, graph)]), "reset", graph)
    let a = named(
      try graph.add(Add(), [try block(2, of: inputs, graph), reset]), "a_n", graph)
    let n = named(try graph.add(HyperbolicTangent(), [a]), "n", graph)
    // (1 − z) ⊙ n + z ⊙ h with one product less.
    let kept = named(
      try graph.add(Multiply(), [z, try graph.add(Subtract(), [before, n])]), "kept", graph)
    return [named(try graph.add(Add(), [n, kept]), "h", graph)]
  }

  private func gate(
    _ function: any Operation, _ index: Int, of gates: Node, _ name: String, _ graph: Graph
  ) throws(EngineError) -> Node {
    let sum = named(try block(index, of: gates, graph), "a_" + name, graph)
    return named(try graph.add(function, [sum]), name, graph)
  }

  /// The columns of one gate.
  private func block(_ index: Int, of gates: Node, _ graph: Graph) throws(EngineError) -> Node {
    guard cell.gates > 1 else { return gates }
    return try graph.add(
      Slice([
        .range(start: nil, stop: nil, step: 1),
        .range(start: index * hidden, stop: (index + 1) * hidden, step: 1),
      ]), [gates])
  }

  private func named(_ node: Node, _ name: String, _ graph: Graph) -> Node {
    graph.name(node, graph.scope + "." + name)
    return node
  }
}

/// Initial values other than PyTorch's U(±1/√hidden); biases then start at 0.
public struct RecurrentInitializers: Hashable, Sendable {
  /// Of the weights of the input; nil for PyTorch's, U(±1/√hidden).
  public var input: Initializer?
  /// Of the weights of the state; nil for PyTorch's.
  public var recurrent: Initializer?

  /// - Parameters:
  ///   - all: for both weights.
  ///   - recurrent: for the recurrent weight alone.
  public init(_ all: Initializer? = nil, recurrent: Initializer? = nil) {
    input = all
    self.recurrent = recurrent ?? all
  }
}
