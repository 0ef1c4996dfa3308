// States and buffers: tensors that a training step reads and, at its end, overwrites for the next.
// Looking at values never runs these instructions; only training does.

/// What becomes of a state at the end of every training step that uses it.
struct Carry {
  /// The leaf that is overwritten.
  let state: Node
  let operation: any Operation
  /// Operands; the state itself may be among them.
  let inputs: [Node]
  /// What a step must compute for this to happen; the state itself when nil.
  let trigger: Node?
}

extension Graph {
  /// Whether a node is a state or a buffer, so that `carry` can overwrite it.
  public func isState(_ node: Node) -> Bool {
    (self[node].operation as? ParameterLeaf).map { !$0.parameter.isTrainable } ?? false
  }

  /// From now on, training steps that use `state` end with `state ← value`.
  ///
  /// Within a step the state is what the step before left; a second call takes the first one's
  /// place. No gradient flows from one step into another.
  ///
  /// - Throws: when `state` is none or the shapes differ.
  public func carry(_ state: Node, _ value: Node) throws(EngineError) {
    try checkState(state)
    guard shape(state) == shape(value) else {
      throw EngineError(
        "\(displayName(state)) carries shape \(shape(state)), the new value has \(shape(value))",
        hint: "make the state with the shape of what it is to carry")
    }
    carries.removeAll { $0.state == state && $0.trigger == nil }
    carries.append(Carry(state: state, operation: Assign(), inputs: [value], trigger: nil))
  }

  /// Training steps that compute `trigger` end with `state ← operation(inputs)`; the state may be
  /// one of the inputs, as in a running average. Steps with several uses run them one after the
  /// other.
  ///
  /// - Throws: when `state` is none or the operation gives another shape.
  public func carry(
    _ state: Node, _ operation: any Operation, _ inputs: [Node], whenComputing trigger: Node
  ) throws(EngineError) {
    try checkState(state)
    let result = try operation.shape(of: inputs.map { shape($0) })
    guard shape(state) == result else {
      throw EngineError(
        "\(displayName(state)) carries shape \(shape(state)), the new value has \(result)")
    }
    carries.append(Carry(state: state, operation: operation, inputs: inputs, trigger: trigger))
  }

  private func checkState(_ node: Node) throws(EngineError) {
    guard isState(node) else {
      throw EngineError(
        "\(displayName(node)) is no state, a step cannot carry it to the next",
        hint: "make one with state([…]) first")
    }
  }

  /// The carries of a step that computes `nodes`, and every node that the step then needs.
  func carries(with nodes: [Node]) -> (carries: [Carry], nodes: [Node]) {
    guard !carries.isEmpty else { return ([], nodes) }
    var wanted = nodes
    var taken = Array(repeating: false, count: carries.count)
    while true {
      let computed = Set(needed(wanted, stopping: []))
      let due = carries.indices.filter { index in
        !taken[index] && computed.contains((carries[index].trigger ?? carries[index].state).index)
      }
      if due.isEmpty { break }
      for index in due {
        taken[index] = true
        wanted += carries[index].inputs + [carries[index].state]
      }
    }
    return (carries.indices.filter { taken[$0] }.map { carries[$0] }, wanted)
  }
}
