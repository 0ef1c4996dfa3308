// Schedules emit the instructions that make the learning rate of a step from the base rate.

/// How the learning rate changes while a network is trained.
///
/// The base rate stays in the setting `lr`, which can be changed at any time; the rate that the
/// optimizer uses is `lr.scheduled`, made anew in every step.
public protocol Schedule: Sendable {
  /// `cosine`.
  var name: String { get }
  /// As it is written: `cosine(T_max=100, eta_min=0)`.
  var summary: String { get }
  /// Emits what makes the rate of this step and returns its slot.
  func emitRate(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot
  /// Emits what makes the momentum of this step, if the schedule says one: μ of sgd and rmsprop, β₁
  /// of adam, adamw, adamax and radam.
  func emitMomentum(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot?
  /// Emits what the schedule keeps of this step, after the parameters are updated.
  func emitEnd(_ emitter: inout ScheduleEmitter)
}

extension Schedule {
  public func emitMomentum(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot? { nil }
  public func emitEnd(_ emitter: inout ScheduleEmitter) {}
}

/// What a schedule counts.
public enum ScheduleUnit: String, Sendable, CaseIterable {
  /// Whether it advances by training steps or by epochs.
  case step, epoch
}

/// Collects the instructions of a schedule.
public struct ScheduleEmitter {
  /// An operand or result: a slot of the program.
  public typealias Slot = Int

  /// The base rate.
  public let learningRate: Slot
  /// Training steps, counted from 1 in the first.
  public let step: Slot
  /// The loss, for schedules that look at it.
  public let loss: Slot
  /// Training steps in an epoch.
  public let stepsPerEpoch: Int
  var builder: ProgramBuilder

  /// The rate that the optimizer is to use.
  public mutating func rate(_ operation: any Operation, _ inputs: [Slot]) -> Slot {
    number("lr.scheduled", operation, inputs)
  }

  /// A number of this step.
  public mutating func number(
    _ name: String, _ operation: any Operation, _ inputs: [Slot]
  ) -> Slot {
    let slot = builder.add(name, .temporary, .scalar)
    builder.emit(
      operation, inputs, into: slot, phase: .update, path: builder.slots[slot].name)
    return slot
  }

  /// Numbers that the schedule carries from step to step.
  public mutating func state(_ name: String, _ values: [Float]) -> Slot {
    let slot = builder.add("lr." + name, .state, [values.count])
    builder.slots[slot].storage.assign(values)
    return slot
  }

  /// Overwrites a state.
  public mutating func assign(_ slot: Slot, _ operation: any Operation, _ inputs: [Slot]) {
    builder.emit(
      operation, inputs, into: slot, phase: .update, path: builder.slots[slot].name)
  }

  /// The state that was made under this name.
  func state(named name: String) -> Slot? {
    builder.slots.lastIndex { $0.kind == .state && $0.name.hasPrefix("lr." + name) }
  }
}
