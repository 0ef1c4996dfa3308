// The update phase of a training step: the learning rate, clipping, then what the optimizer does
// with every parameter.

extension Graph {
  /// Appends the update phase.
  func update(
    _ start: ProgramBuilder, loss: Node, pairs: [(Node, Node)], optimizer: any Optimizer,
    clip: Double?, carries: [Carry]
  ) -> Program {
    var builder = start
    let rate = builder.add("lr", .setting, .scalar)
    builder.slots[rate].storage.pointer[0] = Float(optimizer.learningRate)
    let count = builder.add("step", .state, .scalar)
    let first = builder.instructions.count
    var operands = pairs.map { (builder.slotOfNode[$0.0] ?? 0, builder.slotOfNode[$0.1] ?? 0) }
    let trained = operands
    if let clip {
      let norm = builder.add("grad_norm", .temporary, .scalar)
      builder.emit(
        GlobalNorm(), operands.map(\.1), into: norm, phase: .update, path: "grad_norm")
      for index in operands.indices {
        let gradient = operands[index].1
        let name = builder.slots[gradient].name + ".clipped"
        let clipped = builder.temporary(name, like: gradient)
        builder.emit(
          ClipByNorm(limit: clip), [gradient, norm], into: clipped, phase: .update, path: name)
        operands[index].1 = clipped
      }
    }
    for (parameter, gradient) in operands {
      var emitter = UpdateEmitter(
        parameter: parameter, gradient: gradient, learningRate: rate, count: count,
        builder: builder, path: builder.slots[parameter].name)
      optimizer.emit(&emitter)
      builder = emitter.builder
    }
    if builder.instructions[first...].contains(where: { $0.inputs.contains(count) }) {
      builder.instructions.insert(
        Instruction(
          operation: Count(), inputs: [count], output: count, phase: .update, path: "step",
          scope: "step"),
        at: first)
    }
    for carry in carries {
      guard let state = builder.slotOfNode[carry.state] else { continue }
      builder.emit(
        carry.operation, carry.inputs.map { builder.slotOfNode[$0] ?? 0 }, into: state,
        phase: .update, path: builder.slots[state].name)
    }
    return Program(
      builder, loss: builder.slotOfNode[loss], learningRate: rate,
      trained: trained.map { (parameter: $0.0, gradient: $0.1) })
  }
}
