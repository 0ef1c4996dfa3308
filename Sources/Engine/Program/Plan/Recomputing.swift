// Large values that the forward pass makes by an addition or a product of values that are kept in
// any case, and that the backward pass reads again: a whole step makes them twice, which is cheaper
// than to keep them so long.

import CKernels

/// An instruction of the forward pass done again when an operand of the backward pass is there,
/// which is the last of its operands.
struct Recomputation: Operation {
  let base: any Operation

  var name: String { base.name }

  func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try base.shape(of: Array(inputs.dropLast()))
  }

  func kernel(_ buffers: KernelBuffers) -> Kernel {
    base.kernel(
      KernelBuffers(
        inputs: Array(buffers.inputs.dropLast()), output: buffers.output, step: buffers.step))
  }

  func tile(inputs: [Shape], output: Shape) -> TileForm? {
    base.tile(inputs: Array(inputs.dropLast()), output: output)
  }

  func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    base.reference(Array(inputs.dropLast()), shape: shape)
  }

  func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    throw EngineError("\(name): what is computed again has no gradient of its own")
  }

  func formula(_ inputs: [String]) -> String { base.formula(Array(inputs.dropLast())) }

  func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    base.terms(at: index, inputs: Array(inputs.dropLast()), output: output)
  }

  func cost(inputs: [Shape], output: Shape) -> Int {
    base.cost(inputs: Array(inputs.dropLast()), output: output)
  }
}

/// Rewrites a program for a plan.
struct Recomputing {
  /// Elements that are worth it.
  static let grain = 1 << 18
  /// So many values of that size are worth any trouble at all.
  private static let few = 8
  /// How many instructions a value has to lie idle.
  private static let pause = 48
  /// How much longer than an addition an element may take.
  private static let weight = 3

  private struct Use {
    /// Before which instruction, or as which.
    var position: Int
    /// Among those that are computed again; nil for an instruction of the program.
    var copy: Int?
  }

  private let program: Program
  private let shapes: [Shape]
  private let pinned: [Bool]
  private let least: Int
  private var uses: [[Use]]
  private var lastUse: [Int]
  private var firstWrite: [Int]
  private var slots: [Slot]
  private var newShapes: [Shape] = []
  private var copies: [(position: Int, instruction: Instruction)] = []
  /// By instruction, operands that are read elsewhere now.
  private var inputs: [Int: [Int]] = [:]

  /// - Parameter least: elements of a value that is worth it.
  /// - Returns: the program with what it computes again, shapes and pins of its slots; nil when
  ///   there is little to gain.
  static func rewritten(
    _ program: Program, shapes: [Shape], pinned: [Bool], least: Int = grain
  ) -> (program: Program, shapes: [Shape], pinned: [Bool])? {
    let isWorthIt = program.instructions.contains {
      $0.phase == .forward && shapes[$0.output].count >= least
    }
    guard isWorthIt else { return nil }
    var work = Recomputing(program, shapes, pinned, least)
    work.find()
    let gain = work.newShapes.reduce(0) { $0 + $1.count }
    guard !work.copies.isEmpty, gain >= few * least else { return nil }
    return work.result()
  }

  private init(_ program: Program, _ shapes: [Shape], _ pinned: [Bool], _ least: Int) {
    (self.program, self.shapes, self.pinned, self.least) = (program, shapes, pinned, least)
    slots = program.slots
    uses = Array(repeating: [], count: slots.count)
    lastUse = Array(repeating: -1, count: slots.count)
    firstWrite = Array(repeating: .max, count: slots.count)
    for (index, instruction) in program.instructions.enumerated().reversed() {
      let output = instruction.output
      let isKept = slots[output].kind != .temporary || pinned[output]
      if slots[output].kind != .temporary { firstWrite[output] = index }
      guard isKept || lastUse[output] >= 0 else { continue }
      let isView = instruction.operation.keepsElements
      for (_, slot) in instruction.needed {
        uses[slot].append(Use(position: index, copy: nil))
        lastUse[slot] = max(lastUse[slot], isView ? max(index, lastUse[output]) : index)
      }
    }
  }

  private mutating func find() {
    for index in program.instructions.indices.reversed() {
      guard let late = lateUses(index), let first = late.map(\.position).min(),
        isAtHand(program.instructions[index], until: first),
        let signal = signal(for: late, at: first, of: program.instructions[index].output)
      else { continue }
      let instruction = program.instructions[index]
      let slot = slots.count
      let old = slots[instruction.output]
      slots.append(
        Slot(
          name: old.name, kind: .temporary, shape: old.shape, node: nil,
          storage: Storage(count: old.shape.count)))
      newShapes.append(shapes[instruction.output])
      for use in late { redirect(use, from: instruction.output, to: slot) }
      let copy = copies.count
      copies.append(
        (
          first,
          Instruction(
            operation: Recomputation(base: instruction.operation),
            inputs: instruction.inputs + [signal], output: slot, phase: .backward,
            path: instruction.path, scope: instruction.scope)
        ))
      for input in Set(instruction.inputs) {
        uses[input].append(Use(position: first, copy: copy))
        lastUse[input] = max(lastUse[input], first)
      }
    }
  }

  /// Who reads an instruction's value in the backward pass, if that is worth doing it again for.
  private func lateUses(_ index: Int) -> [Use]? {
    guard isCheap(index) else { return nil }
    var late: [Use] = []
    var lastEarly = -1
    for use in uses[program.instructions[index].output] {
      let phase = program.instructions[use.position].phase
      if isView(use) { return nil }
      if use.copy == nil, phase == .forward {
        lastEarly = max(lastEarly, use.position)
      } else if phase == .backward {
        late.append(use)
      } else {
        return nil
      }
    }
    guard lastEarly >= 0, let first = late.map(\.position).min(),
      first - lastEarly >= Recomputing.pause
    else { return nil }
    return late
  }

  /// Whether an instruction's operands are there until then without being kept for it, or can be
  /// computed again themselves.
  private func isAtHand(_ instruction: Instruction, until position: Int, depth: Int = 2) -> Bool {
    let count = shapes[instruction.output].count
    return instruction.inputs.allSatisfy { slot in
      if slots[slot].kind != .temporary { return firstWrite[slot] > position }
      if lastUse[slot] >= position || 16 * shapes[slot].count <= count { return true }
      guard depth > 0, let maker = program.producers[slot], isCheap(maker),
        uses[slot].allSatisfy({ !isView($0) })
      else { return false }
      return isAtHand(program.instructions[maker], until: position, depth: depth - 1)
    }
  }

  /// A sum, a product and the like, large and made in the forward pass.
  private func isCheap(_ index: Int) -> Bool {
    let instruction = program.instructions[index]
    let output = instruction.output
    guard instruction.phase == .forward, slots[output].kind == .temporary, !pinned[output],
      shapes[output].count >= least,
      let form = instruction.operation.tile(
        inputs: instruction.inputs.map { shapes[$0] }, output: shapes[output])
    else { return false }
    return (form.kind == NABLA_TILE_ZIP || form.kind == NABLA_TILE_MAP)
      && form.weight <= Recomputing.weight
  }

  private func isView(_ use: Use) -> Bool {
    guard use.copy == nil else { return false }
    let operation = program.instructions[use.position].operation
    return operation.keepsElements || operation is Slice || operation is Permute
  }

  /// What the first late reader waits for: an operand that the backward pass computes.
  private func signal(for late: [Use], at first: Int, of output: Int) -> Int? {
    for use in late where use.position == first {
      let operands =
        use.copy.map { copies[$0].instruction.inputs } ?? program.instructions[first].inputs
      let signal = operands.first { slot in
        slot != output && slot < program.slots.count && slots[slot].kind == .temporary
          && program.producers[slot].map { program.instructions[$0].phase == .backward } ?? false
      }
      if let signal { return signal }
    }
    return nil
  }

  private mutating func redirect(_ use: Use, from old: Int, to new: Int) {
    guard let copy = use.copy else {
      let now = inputs[use.position] ?? program.instructions[use.position].inputs
      inputs[use.position] = now.map { $0 == old ? new : $0 }
      return
    }
    let before = copies[copy].instruction
    copies[copy].instruction = before.reading(before.inputs.map { $0 == old ? new : $0 })
  }

  private func result() -> (program: Program, shapes: [Shape], pinned: [Bool]) {
    // What is read by another copy at the same place was found after it.
    var before: [Int: [Instruction]] = [:]
    for copy in copies.reversed() { before[copy.position, default: []].append(copy.instruction) }
    var instructions: [Instruction] = []
    for (index, instruction) in program.instructions.enumerated() {
      instructions += before[index] ?? []
      instructions.append(inputs[index].map(instruction.reading) ?? instruction)
    }
    return (
      Program(program, slots: slots, instructions: instructions),
      shapes + newShapes, pinned + newShapes.map { _ in false }
    )
  }
}

extension Instruction {
  /// The same with other operands.
  fileprivate func reading(_ inputs: [Int]) -> Instruction {
    Instruction(
      operation: operation, inputs: inputs, output: output, phase: phase, path: path, scope: scope)
  }
}
