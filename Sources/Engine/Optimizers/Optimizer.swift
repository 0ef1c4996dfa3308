// Optimizers emit the update phase: what becomes of a parameter, instruction by instruction.

/// How parameters follow their gradients.
public protocol Optimizer: Sendable {
  /// PyTorch's name in lower case: `adam`.
  var name: String { get }
  var learningRate: Double { get }
  /// As it is written: `adam(lr=0.001)`.
  var summary: String { get }
  /// Emits the update of one parameter.
  func emit(_ update: inout UpdateEmitter)
}

/// Collects the instructions that update one parameter.
public struct UpdateEmitter {
  /// An operand or result: a slot of the program.
  public typealias Slot = Int

  public let parameter: Slot
  public let gradient: Slot
  public let learningRate: Slot
  /// Updates done, counted from 1 in the first.
  public let count: Slot
  var builder: ProgramBuilder
  let path: String

  /// The parameter's shape.
  public var shape: Shape { builder.slots[parameter].shape }

  /// The optimizer's own tensor for this parameter, zeros at first.
  public mutating func state(_ name: String) -> Slot {
    builder.state(path + "." + name, like: parameter)
  }

  /// A value that lives within the step.
  public mutating func compute(
    _ name: String, _ operation: any Operation, _ inputs: [Slot]
  ) -> Slot {
    let slot = builder.temporary(path + "." + name, like: parameter)
    builder.emit(operation, inputs, into: slot, phase: .update, path: path + "." + name)
    return slot
  }

  /// Overwrites a state or the parameter.
  public mutating func assign(_ slot: Slot, _ operation: any Operation, _ inputs: [Slot]) {
    builder.emit(operation, inputs, into: slot, phase: .update, path: builder.slots[slot].name)
  }
}
