// What the forward pass of a program is made of: where data comes in, which activations lie between
// layers, whose values feed whom.

struct ProgramStructure {
  let program: Program
  /// For each instruction the layer or binding it works for.
  let layers: [String]
  /// By slot: whether a further layer lies between it and the loss.
  let isHidden: [Bool]
  /// By slot: whether it is made of data alone, without a parameter.
  let isData: [Bool]
  /// By slot: the forward instructions that read it.
  let consumers: [[Int]]
  /// Trained parameters by slot.
  let trained: Set<Int>

  init(_ program: Program) {
    self.program = program
    layers = program.layers
    let slots = program.slots
    trained = Set(program.trained.map(\.parameter))
    var data = slots.map { $0.kind == .constant }
    var hidden = Array(repeating: false, count: slots.count)
    var consumers = Array(repeating: [Int](), count: slots.count)
    for (index, instruction) in program.instructions.enumerated() {
      guard instruction.phase == .forward || instruction.phase == .batch else { continue }
      data[instruction.output] = instruction.inputs.allSatisfy { data[$0] }
      for slot in Set(instruction.inputs) { consumers[slot].append(index) }
    }
    var isWeight = slots.map { $0.kind == .parameter }
    for instruction in program.instructions where instruction.phase == .forward {
      if let first = instruction.inputs.first, isWeight[first],
        instruction.operation.keepsElements || instruction.operation is Permute
      {
        isWeight[instruction.output] = true
      }
    }
    for instruction in program.instructions.reversed() where instruction.phase == .forward {
      // A bias or a scale makes no further layer.
      let isLayer =
        instruction.operation is MatMul || instruction.operation is Convolution
        || instruction.operation is TransposedConvolution
      let usesWeight = isLayer && instruction.inputs.contains { isWeight[$0] }
      guard usesWeight || hidden[instruction.output] else { continue }
      for slot in instruction.inputs { hidden[slot] = true }
    }
    isHidden = hidden
    isData = data
    self.consumers = consumers
  }

  /// The instruction behind a value, past those that only arrange its elements anew.
  func origin(of slot: Int) -> Instruction? {
    var slot = slot
    while let index = program.producers[slot] {
      let instruction = program.instructions[index]
      guard arranges(instruction.operation), let first = instruction.inputs.first else {
        return instruction
      }
      slot = first
    }
    return nil
  }

  private func arranges(_ operation: any Operation) -> Bool {
    operation.keepsElements || operation is Permute || operation is Slice
  }

  /// The axis of a value along which its units lie: channels after a convolution, else the last.
  func unitAxis(of slot: Int, rank: Int) -> Int {
    guard rank >= 3 else { return max(rank - 1, 0) }
    var slot = slot
    // Through the bias, the normalisation and the activation back to the layer's product.
    for _ in 0..<16 {
      guard let index = program.producers[slot] else { break }
      let instruction = program.instructions[index]
      if instruction.operation is Convolution || instruction.operation is TransposedConvolution {
        return 1
      }
      if instruction.operation is MatMul { break }
      guard
        let next = instruction.inputs.first(where: { program.slots[$0].kind == .temporary })
      else { break }
      slot = next
    }
    return rank - 1
  }

  /// The axis of a weight along which its units lie; nil when it is no weight of units.
  func unitAxis(ofWeight slot: Int) -> (axis: Int, output: Int)? {
    for index in consumers[slot] {
      let instruction = program.instructions[index]
      let rank = program.slots[slot].shape.rank
      if let product = instruction.operation as? MatMul, rank == 2 {
        if instruction.inputs[1] == slot {
          return (product.transposesRight ? 0 : 1, instruction.output)
        }
        return (product.transposesLeft ? 1 : 0, instruction.output)
      }
      if instruction.operation is Convolution { return (0, instruction.output) }
    }
    return nil
  }
}
