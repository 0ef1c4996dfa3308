/// One time step of an RNN, LSTM or GRU, for loops written by hand: decoders, samplers.
///
/// `h = cell(x, h)`, `h, c = cell(x, (h, c))`; x is `[n, in]` or `[in]`, states `[n, hidden]` or
/// `[hidden]`, zeros when they are not given.
public final class RecurrentCellLayer: Layer {
  /// What is computed at each time step.
  public let cell: RecurrentCell
  /// The width of the state.
  public let hidden: Int
  /// Whether a bias is added.
  public let hasBias: Bool
  /// The laws of the initial weights.
  public let initializers: RecurrentInitializers

  /// One time step of a cell.
  public init(
    _ cell: RecurrentCell, _ hidden: Int, bias: Bool = true,
    initializers: RecurrentInitializers = RecurrentInitializers()
  ) {
    self.cell = cell
    self.hidden = hidden
    hasBias = bias
    self.initializers = initializers
  }

  public var name: String { cell.name + "_cell" }
  public var units: Int? { hidden }
  public var callSignature: String? { "\(name)(x, state=none)" }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try step(input, states: nil, in: graph)[0]
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    try step(
      try arguments.tensor("x", graph), states: try arguments.states("state", cell, graph),
      in: graph)
  }

  /// The new states: h, and c for an LSTM.
  ///
  /// - Throws: when the shapes do not fit.
  public func step(
    _ input: Node, states: [Node]?, in graph: Graph
  ) throws(EngineError) -> [Node] {
    let shape = graph.shape(input)
    guard shape.rank == 1 || shape.rank == 2 else {
      throw EngineError(
        "\(name): needs [in] or [n, in], not shape \(shape)",
        hint: "\(cell.name)(…) runs over whole sequences")
    }
    let isBatch = shape.rank == 2
    let needed = Shape(shape.extents.dropLast() + [hidden])
    for (state, name) in zip(states ?? [], cell.states) where graph.shape(state) != needed {
      throw EngineError(
        "\(self.name): state \(name) has shape \(graph.shape(state)), needs \(needed)",
        hint: isBatch ? "[n, hidden]" : "[hidden]")
    }
    let step = try RecurrentStep(
      cell, hidden: hidden, features: shape[-1], bias: hasBias, suffix: "",
      initializers: initializers, of: self, in: graph)
    let row = isBatch ? input : try graph.add(InsertAxis(at: 0), [input])
    let inputs = try step.inputs(row, graph)
    var before: [Node] = []
    for state in states ?? [] {
      before.append(isBatch ? state : try graph.add(InsertAxis(at: 0), [state]))
    }
    if before.isEmpty {
      let zeros = try step.zeros(like: inputs, graph)
      before = cell.states.map { _ in zeros }
    }
    let after = try step(inputs, before, recurs: true, graph)
    guard !isBatch else { return after }
    var results: [Node] = []
    for state in after { results.append(try graph.add(Slice([.index(0)]), [state])) }
    return results
  }
}
