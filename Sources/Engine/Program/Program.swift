// The linear program: what a training step does, instruction by instruction. Training runs it,
// stepping walks it, explaining reads it; there is no second path.

/// The part of a training step that an instruction belongs to.
public enum Phase: String, Sendable, CaseIterable {
  /// The parts of a training step, in their order.
  case batch, forward, backward, update
}

/// One logical operation with its operands' slots.
public struct Instruction: Sendable {
  /// What is done.
  public let operation: any Operation
  /// The slots that are read.
  public let inputs: [Int]
  /// The slot that is written.
  public let output: Int
  /// The part of the training step.
  public let phase: Phase
  /// Unique within the program: `net.0.matmul`, `net.0.weight.grad`.
  public let path: String
  /// The layer or binding that it was traced in: `net.0`.
  public let scope: String
}

/// A place for one tensor of a program.
public struct Slot {
  /// Where a slot's value comes from.
  public enum Kind: Sendable {
    /// A value that never changes.
    case constant
    /// Trainable, or a state of the optimizer: what outlives a step.
    case parameter, state
    /// A number that may be changed while a run goes on: the learning rate.
    case setting
    /// Computed anew in every step.
    case temporary
  }

  /// What listings and formulas call it.
  public let name: String
  /// Where its value comes from.
  public let kind: Kind
  /// For the full batch.
  public let shape: Shape
  /// The node whose value it holds, if it came from the graph.
  public let node: Node?
  let storage: Storage
}

/// A compiled program: slots, instructions in order, and what a training loop must know of them.
public final class Program {
  /// All tensors of the program.
  public let slots: [Slot]
  /// All instructions, in the order of execution.
  public let instructions: [Instruction]
  /// The slot of the loss, if the program has one.
  public let loss: Int?
  /// The slot of the learning rate; nil when nothing is trained.
  public let learningRate: Int?
  /// The slot of the rate that a schedule makes of it, if there is one.
  public let scheduledRate: Int?
  /// The parameters that the update changes, with their gradients.
  public let trained: [(parameter: Int, gradient: Int)]
  let sources: [BatchSource]
  /// Whether the loss or a wanted node reads mini-batches.
  public var usesBatches: Bool { !sources.isEmpty }

  /// Training steps that see every row once; 1 without mini-batches.
  public var stepsPerEpoch: Int { sources.map(\.stepsPerEpoch).max() ?? 1 }

  private let slotOfNode: [Node: Int]
  /// For each temporary, the instruction that computes it.
  let producers: [Int: Int]
  /// Slots that outlive a step, in the order of their names.
  public let persistent: [Int]

  init(
    _ builder: ProgramBuilder, loss: Int?, learningRate: Int?,
    trained: [(parameter: Int, gradient: Int)]
  ) {
    slots = builder.slots
    instructions = builder.instructions
    self.loss = loss
    self.learningRate = learningRate
    scheduledRate = builder.slots.firstIndex {
      $0.name == "lr.scheduled" && $0.node == nil
    }
    self.trained = trained
    var seen: [BatchSource] = []
    for instruction in builder.instructions {
      if let rows = instruction.operation as? BatchRows,
        !seen.contains(where: { $0 === rows.source })
      {
        seen.append(rows.source)
      }
    }
    sources = seen
    slotOfNode = builder.slotOfNode
    producers = Program.producers(builder.slots, builder.instructions)
    persistent = builder.slots.indices.filter {
      switch builder.slots[$0].kind {
      case .parameter, .state, .setting: true
      case .constant, .temporary: false
      }
    }.sorted { builder.slots[$0].name < builder.slots[$1].name }
  }

  /// The same program with other instructions and further temporaries at the end of its slots.
  init(_ other: Program, slots: [Slot], instructions: [Instruction]) {
    self.slots = slots
    self.instructions = instructions
    (loss, learningRate, scheduledRate) = (other.loss, other.learningRate, other.scheduledRate)
    (trained, sources, persistent) = (other.trained, other.sources, other.persistent)
    slotOfNode = other.slotOfNode
    producers = Program.producers(slots, instructions)
  }

  private static func producers(_ slots: [Slot], _ instructions: [Instruction]) -> [Int: Int] {
    var producers: [Int: Int] = [:]
    for (index, instruction) in instructions.enumerated()
    where slots[instruction.output].kind == .temporary {
      producers[instruction.output] = index
    }
    return producers
  }

  /// The slot that holds a node's value.
  public func slot(of node: Node) -> Int? { slotOfNode[node] }

  /// A slot by its name.
  public func slot(named name: String) -> Int? { slots.firstIndex { $0.name == name } }

  /// The layer or binding an instruction belongs to.
  public func scope(of index: Int) -> String { instructions[index].scope }

  /// The formula of an instruction with the names of its slots: `h = x @ net.0.weightᵀ`.
  public func formula(of index: Int) -> String {
    let instruction = instructions[index]
    let names = instruction.inputs.map { slots[$0].name }
    let assign = slots[instruction.output].kind == .temporary ? "=" : "←"
    return
      "\(slots[instruction.output].name) \(assign) \(instruction.operation.formula(names))"
  }

  /// A state keeps its shape: the short last batch of an epoch may not carry fewer rows.
  private func checkCarry(_ instruction: Instruction, _ shapes: [Shape]) throws(EngineError) {
    let slot = slots[instruction.output]
    guard slot.kind == .state, slot.node != nil else { return }
    let shape = try instruction.operation.shape(of: instruction.inputs.map { shapes[$0] })
    guard shape == slot.shape else {
      throw EngineError(
        "\(slot.name) carries shape \(slot.shape), the short last batch of an epoch gives \(shape)",
        hint: "choose a batch size that divides the number of rows")
    }
  }

  /// Shapes of all slots in the step with 0-based index `step`.
  ///
  /// - Throws: when an operation does not fit the short last batch of an epoch.
  func shapes(rows: [Int]) throws(EngineError) -> [Shape] {
    var shapes = slots.map(\.shape)
    for instruction in instructions {
      guard slots[instruction.output].kind == .temporary else {
        try checkCarry(instruction, shapes)
        continue
      }
      if let batch = instruction.operation as? BatchRows,
        let place = sources.firstIndex(where: { $0 === batch.source })
      {
        shapes[instruction.output] = batch.shape(rows: rows[place])
      } else {
        shapes[instruction.output] = try instruction.operation.shape(
          of: instruction.inputs.map { shapes[$0] })
      }
    }
    return shapes
  }
}
