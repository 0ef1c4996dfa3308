// The update phase of a training step: the learning rate, clipping, then what the optimizer does
// with every parameter.
//
//   step        t ← t + 1                       when something needs it
//   lr.scheduled                                with a schedule; `lr` stays the base rate
//   momentum.scheduled                          with a schedule that cycles it
//   grad_norm, keep, updates                    with clipping or discarding
//   X.grad.clipped, X.grad.bounded …            for every parameter X
//   X.…, X                                      the optimizer's instructions
//   lr.plateau                                  a schedule that looks back at the loss
//   carried states

extension Graph {
  /// Appends the update phase.
  func update(
    _ start: ProgramBuilder, loss: Node, pairs: [(Node, Node)], optimizer: any Optimizer,
    options: UpdateOptions, carries: [Carry]
  ) -> Program {
    var builder = start
    let base = builder.add("lr", .setting, .scalar)
    builder.slots[base].storage.pointer[0] = Float(optimizer.learningRate)
    let step = builder.add("step", .state, .scalar)
    let first = builder.instructions.count
    let lossSlot = builder.slotOfNode[loss]
    var scheduling = ScheduleEmitter(
      learningRate: base, step: step, loss: lossSlot ?? base,
      stepsPerEpoch: Graph.stepsPerEpoch(builder), builder: builder)
    let rate = options.schedule?.emitRate(&scheduling) ?? base
    let momentum = options.schedule?.emitMomentum(&scheduling)
    builder = scheduling.builder
    let trained = pairs.map { (builder.slotOfNode[$0.0] ?? 0, builder.slotOfNode[$0.1] ?? 0) }
    var count = step
    let (norm, gate) = Graph.limit(&builder, trained.map(\.1), options, &count)
    let operands = Graph.clip(&builder, trained, options, norm)
    var emitter = UpdateEmitter(
      parameter: 0, gradient: 0, learningRate: rate, count: count, momentum: momentum,
      gate: gate, builder: builder)
    builder = ProgramBuilder()
    for (parameter, gradient) in operands {
      emitter.parameter = parameter
      emitter.gradient = gradient
      optimizer.emit(&emitter)
    }
    builder = emitter.builder
    scheduling.builder = builder
    options.schedule?.emitEnd(&scheduling)
    builder = scheduling.builder
    if builder.instructions[first...].contains(where: { $0.inputs.contains(step) }) {
      builder.instructions.insert(
        Instruction(
          operation: Count(), inputs: [step], output: step, phase: .update, path: "step",
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
      builder, loss: lossSlot, learningRate: base,
      trained: trained.map { (parameter: $0.0, gradient: $0.1) })
  }

  /// Training steps that see every row once.
  private static func stepsPerEpoch(_ builder: ProgramBuilder) -> Int {
    builder.instructions.compactMap { ($0.operation as? BatchRows)?.source.stepsPerEpoch }.max()
      ?? 1
  }

  /// The global norm where something needs it, and the gate that discards an update.
  ///
  /// - Parameter count: becomes the number of updates that were not discarded.
  private static func limit(
    _ builder: inout ProgramBuilder, _ gradients: [Int], _ options: UpdateOptions,
    _ count: inout Int
  ) -> (norm: Int?, gate: Int?) {
    guard options.clip != nil || options.discard != nil else { return (nil, nil) }
    let norm = builder.add("grad_norm", .temporary, .scalar)
    builder.emit(
      GlobalNorm(order: options.normType), gradients, into: norm, phase: .update,
      path: "grad_norm")
    guard let limit = options.discard else { return (norm, nil) }
    let gate = builder.add("keep", .temporary, .scalar)
    builder.emit(AtMost(limit: limit), [norm], into: gate, phase: .update, path: "keep")
    count = builder.add("updates", .state, .scalar)
    builder.emit(Count(), [count], gate: gate, into: count, phase: .update, path: "updates")
    return (norm, gate)
  }

  private static func clip(
    _ builder: inout ProgramBuilder, _ pairs: [(Int, Int)], _ options: UpdateOptions, _ norm: Int?
  ) -> [(Int, Int)] {
    var pairs = pairs
    func replace(_ suffix: String, _ operation: any Operation, _ others: [Int]) {
      for index in pairs.indices {
        let gradient = pairs[index].1
        let name = builder.slots[gradient].name + suffix
        let result = builder.temporary(name, like: gradient)
        builder.emit(
          operation, [gradient] + others, into: result, phase: .update, path: name,
          scope: builder.slots[pairs[index].0].name)
        pairs[index].1 = result
      }
    }
    if let limit = options.clip, let norm {
      replace(".clipped", ClipByNorm(limit: limit), [norm])
    }
    if let limit = options.clipValue { replace(".bounded", ClipByValue(limit: limit), []) }
    return pairs
  }
}
