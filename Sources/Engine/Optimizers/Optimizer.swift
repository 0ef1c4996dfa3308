// Optimizers emit the update phase: what becomes of a parameter, instruction by instruction.

/// How parameters follow their gradients.
public protocol Optimizer: Sendable {
  /// PyTorch's name in lower case: `adam`.
  var name: String { get }
  /// The learning rate before any schedule.
  var learningRate: Double { get }
  /// As it is written: `adam(lr=0.001)`.
  var summary: String { get }
  /// Emits the update of one parameter.
  func emit(_ update: inout UpdateEmitter)
}

extension Optimizer {
  public var summary: String { "\(name)(lr=\(shown(learningRate)))" }
}

/// Collects the instructions that update one parameter.
public struct UpdateEmitter {
  /// An operand or result: a slot of the program.
  public typealias Slot = Int

  /// The parameter, as it is before the step.
  public internal(set) var parameter: Slot
  /// The gradient, clipped if that was asked for.
  public internal(set) var gradient: Slot
  /// The learning rate of the step.
  public let learningRate: Slot
  /// Updates done, counted from 1 in the first.
  public let count: Slot
  /// The momentum that a schedule says, in the place of the optimizer's own.
  public let momentum: Slot?
  /// Where it is 0, nothing that lasts is changed in this step.
  let gate: Slot?
  var builder: ProgramBuilder

  private var path: String { builder.slots[parameter].name }

  /// The parameter's shape.
  public var shape: Shape { builder.slots[parameter].shape }

  /// The optimizer's own tensor for this parameter.
  public mutating func state(_ name: String, initial: Double = 0) -> Slot {
    let slot = builder.state(path + "." + name, like: parameter)
    fill(slot, initial)
    return slot
  }

  /// The optimizer's own number for this parameter.
  public mutating func number(_ name: String, initial: Double = 0) -> Slot {
    let slot = builder.add(path + "." + name, .state, .scalar)
    fill(slot, initial)
    return slot
  }

  private func fill(_ slot: Slot, _ value: Double) {
    let storage = builder.slots[slot].storage
    if value != 0 { storage.pointer.update(repeating: Float(value), count: storage.count) }
  }

  /// A value that lives within the step.
  public mutating func compute(
    _ name: String, _ operation: any Operation, _ inputs: [Slot]
  ) -> Slot {
    let slot = builder.temporary(path + "." + name, like: parameter)
    builder.emit(
      operation, inputs, into: slot, phase: .update, path: path + "." + name, scope: path)
    return slot
  }

  /// Overwrites a state or the parameter.
  public mutating func assign(_ slot: Slot, _ operation: any Operation, _ inputs: [Slot]) {
    builder.emit(
      operation, inputs, gate: gate, into: slot, phase: .update, path: builder.slots[slot].name,
      scope: path)
  }

  /// β m + (1 − β) g and its correction for starting at zero, with the schedule's β if it says one.
  public mutating func firstMoment(_ m: Slot, _ gradient: Slot, beta: Double) {
    if let momentum {
      assign(m, CycledMoment(), [m, gradient, momentum])
    } else {
      assign(m, FirstMoment(decay: beta), [m, gradient])
    }
  }

  /// m̂ = m / (1 − βᵗ).
  public mutating func correctedMoment(_ m: Slot, beta: Double) -> Slot {
    guard let momentum else {
      return compute("m_hat", BiasCorrection(decay: beta), [m, count])
    }
    return compute("m_hat", CycledCorrection(), [m, count, momentum])
  }

  /// μ b + (1 − d) g in a buffer of its own, with the schedule's μ if it says one.
  public mutating func momentumBuffer(
    _ gradient: Slot, momentum own: Double, dampening: Double = 0
  ) -> Slot {
    let buffer = state("momentum_buffer")
    if let momentum {
      assign(buffer, CycledMomentum(dampening: dampening), [buffer, gradient, count, momentum])
    } else {
      assign(
        buffer, MomentumBuffer(momentum: own, dampening: dampening), [buffer, gradient, count])
    }
    return buffer
  }

  /// The gradient to follow: turned when the loss is to grow, with the decay added to it; a
  /// decoupled decay shrinks the parameter instead.
  public mutating func gradient(
    maximize: Bool, decay: Double, on scope: DecayScope, decoupled: Bool = false
  ) -> Slot {
    var gradient = self.gradient
    if maximize { gradient = compute("ascent", Negate(), [gradient]) }
    guard decay != 0, scope.includes(shape) else { return gradient }
    if decoupled {
      assign(parameter, DecoupledDecay(rate: decay), [parameter, learningRate])
      return gradient
    }
    return compute("decayed", Decay(rate: decay), [gradient, parameter])
  }
}

extension ProgramBuilder {
  /// Emits an instruction that only acts where the gate, if there is one, is not 0.
  mutating func emit(
    _ operation: any Operation, _ inputs: [Int], gate: Int?, into output: Int, phase: Phase,
    path: String, scope: String? = nil
  ) {
    if let gate {
      emit(
        Guarded(operation: operation), inputs + [gate], into: output, phase: phase, path: path,
        scope: scope)
    } else {
      emit(operation, inputs, into: output, phase: phase, path: path, scope: scope)
    }
  }
}
