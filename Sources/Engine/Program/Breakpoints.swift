// What stops a run asks of the machine: where a value is written, whether a step left a NaN or an
// infinity behind, and which instruction made the first one. Breakpoints themselves, with their
// expressions, counts and commands, are the notebook's: without any nothing here is called.

/// A value that is no number, and the instruction that made it.
public struct NonFinite: Hashable, Sendable {
  /// The instruction's index in the program.
  public let instruction: Int
  /// Row-major place in its output, and what stands there: NaN before an infinity.
  public let element: Int
  /// What it was when it stopped.
  public let value: Float
}

extension Program {
  /// The instruction after which everything that some slots hold is of this step: the last one that
  /// writes one of them.
  ///
  /// - Returns: nil when nothing in the program writes any of them.
  public func lastWriter(of slots: Set<Int>) -> Int? {
    instructions.lastIndex { slots.contains($0.output) }
  }
}

extension Machine {
  /// Whether everything that outlives a step is finite. A state of the user's own may hold
  /// infinities: the smallest loss so far begins with one.
  public var outlivingIsFinite: Bool {
    program.persistent.allSatisfy { slot in
      let isOwn = program.slots[slot].kind == .state && program.slots[slot].node != nil
      return isOwn ? !held(slot, where: \.isNaN) : !held(slot) { !$0.isFinite }
    }
  }

  /// Whether the step that has just ended left no NaN and no infinity in the loss, in a parameter's
  /// gradient or in what outlives it.
  public var stepIsFinite: Bool {
    if let loss = program.loss, held(loss, where: { !$0.isFinite }) { return false }
    for trained in program.trained where held(trained.gradient, where: { !$0.isFinite }) {
      return false
    }
    return outlivingIsFinite
  }

  private func held(_ slot: Int, where isSuch: (Float) -> Bool) -> Bool {
    fetch(slot)
    let count = shape(of: slot).count
    let pointer = program.slots[slot].storage.pointer
    // Most hold nothing of the kind: the largest magnitude tells, and it is found at full speed.
    let bits = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt32.self)
    var largest: UInt32 = 0
    for place in 0..<count { largest = max(largest, bits[place] & 0x7FFF_FFFF) }
    guard largest >= Float.infinity.bitPattern else { return false }
    return UnsafeBufferPointer(start: pointer, count: count).contains(where: isSuch)
  }

  /// Walks to a position within the current training step and stops after the first instruction that
  /// makes a NaN or an infinity.
  ///
  /// Infinities that are put there on purpose, by a mask or a constant, and what they become on
  /// their way are passed; a NaN is not.
  ///
  /// - Precondition: `target` is not beyond the step that stands next.
  public func walkToNonFinite(until target: Int) -> NonFinite? {
    guard count > 0 else { return nil }
    var deliberate: Set<Int> = []
    let start = position % count
    for index in 0..<start { _ = nonFinite(index, &deliberate) }
    while position < target {
      stepForward()
      if let found = nonFinite((position - 1) % count, &deliberate) { return found }
    }
    return nil
  }

  /// Whether an instruction of this step that has run made a NaN or an infinity.
  public var stepHasNonFinite: Bool {
    guard !isAtBoundary else { return false }
    var deliberate: Set<Int> = []
    return (0..<counter).contains { nonFinite($0, &deliberate) != nil }
  }

  /// What an instruction has left in its output.
  private func nonFinite(_ index: Int, _ deliberate: inout Set<Int>) -> NonFinite? {
    let instruction = program.instructions[index]
    let slot = instruction.output
    guard held(slot, where: { !$0.isFinite }) else { return nil }
    let values = held(slot).values
    if let place = values.firstIndex(where: \.isNaN) {
      return NonFinite(instruction: index, element: place, value: values[place])
    }
    let isOwn = program.slots[slot].kind == .state && program.slots[slot].node != nil
    if isOwn || isDeliberate(instruction, deliberate) {
      deliberate.insert(slot)
      return nil
    }
    guard let place = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    return NonFinite(instruction: index, element: place, value: values[place])
  }

  private func isDeliberate(_ instruction: Instruction, _ deliberate: Set<Int>) -> Bool {
    if let fill = instruction.operation as? MaskedFill, !fill.value.isFinite { return true }
    if let fill = instruction.operation as? Fill, !fill.value.isFinite { return true }
    return instruction.inputs.contains { input in
      if deliberate.contains(input) { return true }
      switch program.slots[input].kind {
      case .constant: return held(input) { $0.isInfinite }
      case .state: return program.slots[input].node != nil && held(input) { $0.isInfinite }
      case .parameter, .setting, .temporary: return false
      }
    }
  }
}
