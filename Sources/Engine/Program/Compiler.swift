// From graph to program: what is needed, in the order in which it was traced; then the gradients.
// The update phase is in UpdatePhase.swift.

extension Graph {
  /// Compiles a program that computes `nodes` and nothing else.
  ///
  /// - Parameter held: nodes whose values are taken as they are from another program's slots.
  public func compile(_ nodes: [Node], held: (program: Program, slots: [Node: Int])? = nil)
    -> Program
  {
    var builder = ProgramBuilder()
    place(needed(nodes, stopping: Set(held?.slots.keys.map { $0 } ?? [])), held, &builder) { _ in
      .forward
    }
    return Program(builder, loss: nil, learningRate: nil, trained: [])
  }

  /// Compiles one training step: forward pass, backward pass, update.
  ///
  /// - Parameters:
  ///   - parameters: the ones to train; all that the loss depends on when nil.
  ///   - clip: the global norm that gradients are scaled down to; more is said by `options`.
  ///   - options: how gradients are bounded and how the learning rate changes.
  /// - Returns: the program and ∂L/∂node for every node on a trained parameter's path.
  /// - Throws: when the loss is no scalar or depends on no parameter.
  public func compileTraining(
    _ loss: Node, optimizer: any Optimizer, parameters: Set<ObjectIdentifier>? = nil,
    clip: Double? = nil, options: UpdateOptions = UpdateOptions()
  ) throws(EngineError) -> (program: Program, gradients: [Node: Node]) {
    let forward = needed([loss], stopping: [])
    let leaves = forward.filter { index in
      guard let leaf = records[index].operation as? ParameterLeaf, leaf.parameter.isTrainable
      else { return false }
      return parameters?.contains(ObjectIdentifier(leaf.parameter)) ?? true
    }.map { Node(index: $0) }
    guard shape(loss).count == 1 else {
      throw EngineError(
        "the loss must be one number, \(displayName(loss)) has shape \(shape(loss))",
        hint: "take its mean() or sum()")
    }
    guard !leaves.isEmpty else {
      throw EngineError(
        "\(displayName(loss)) depends on no parameter, there is nothing to train",
        hint: "make trainable tensors with param([…]) or layers such as dense(8)")
    }
    let gradients = try gradients(of: loss, for: leaves)
    let pairs = leaves.compactMap { leaf in gradients[leaf].map { (leaf, $0) } }
    let (carries, wanted) = carries(
      with: [loss] + gradients.values.sorted { $0.index < $1.index })
    let all = needed(wanted, stopping: [])
    // What a carry needs beyond the loss belongs to the forward pass unless it is made of gradients.
    var isForward = Set(forward)
    for index in all where !records[index].isGradient {
      if records[index].inputs.allSatisfy({ isForward.contains($0.index) }) {
        isForward.insert(index)
      }
    }
    var builder = ProgramBuilder()
    place(
      all.filter { isForward.contains($0) } + all.filter { !isForward.contains($0) }, nil, &builder
    ) {
      isForward.contains($0) ? .forward : .backward
    }
    var options = options
    if let clip { options.clip = clip }
    return (
      update(
        builder, loss: loss, pairs: pairs, optimizer: optimizer, options: options,
        carries: carries),
      gradients
    )
  }

  /// Every node that `nodes` are made of, themselves included.
  public func dependencies(of nodes: [Node]) -> [Node] {
    needed(nodes, stopping: []).map { Node(index: $0) }
  }

  /// Every node that `nodes` are made of, in the order of tracing.
  func needed(_ nodes: [Node], stopping: Set<Node>) -> [Int] {
    var marked = Set<Int>()
    var pending = nodes.map(\.index)
    while let index = pending.popLast() {
      guard marked.insert(index).inserted, !stopping.contains(Node(index: index)) else { continue }
      pending.append(contentsOf: records[index].inputs.map(\.index))
    }
    return marked.sorted()
  }

  private func place(
    _ indices: [Int], _ held: (program: Program, slots: [Node: Int])?,
    _ builder: inout ProgramBuilder, phase: (Int) -> Phase
  ) {
    // Batches first: they belong to no pass.
    let batches = indices.filter { records[$0].operation is BatchRows }
    let rest = indices.filter { !(records[$0].operation is BatchRows) }
    for index in batches + rest {
      let node = Node(index: index)
      let record = records[index]
      let name = displayName(node)
      if let held, let slot = held.slots[node] {
        let other = held.program.slots[slot]
        _ = builder.add(name, .constant, other.shape, node: node, storage: other.storage)
      } else if let constant = record.operation as? Constant {
        let slot = builder.add(
          name, .constant, record.shape, node: node, isUnique: record.name != nil)
        builder.slots[slot].storage.assign(constant.value.values)
      } else if let leaf = record.operation as? ParameterLeaf {
        _ = builder.add(
          leaf.parameter.path, leaf.parameter.isTrainable ? .parameter : .state, record.shape,
          node: node, storage: leaf.parameter.storage)
      } else {
        let slot = builder.add(name, .temporary, record.shape, node: node)
        builder.emit(
          record.operation, record.inputs.map { builder.slotOfNode[$0] ?? 0 }, into: slot,
          phase: record.operation is BatchRows ? .batch : phase(index),
          path: builder.slots[slot].name,
          scope: record.scope.isEmpty
            ? nil : record.scope + (record.section.map { "." + $0 } ?? ""))
      }
    }
  }
}
