// What a machine's slots hold, where it stands.

import CKernels

extension Machine {
  /// A slot's shape in the current step.
  public func shape(of slot: Int) -> Shape { variant.shapes[slot] }

  /// Whether a slot holds a value of the current step.
  public func isComputed(_ slot: Int) -> Bool {
    guard program.slots[slot].kind == .temporary else { return true }
    guard position > 0, let producer = program.producers[slot] else { return false }
    return producer < counter
  }

  /// A slot's value, or nil when it is not computed yet in this step.
  public func value(of slot: Int) -> Tensor? {
    isComputed(slot) ? held(slot) : nil
  }

  /// What a slot held before the last instruction overwrote it, while the step is walked.
  public func overwritten(_ slot: Int) -> Tensor? {
    guard let entry = undo.last(where: { $0.position == position && $0.slot == slot }) else {
      return nil
    }
    return Tensor(shape: program.slots[slot].shape, values: entry.values)
  }

  /// The first element of a slot without a copy: a loss, a learning rate.
  public func number(of slot: Int) -> Float {
    fetch(slot)
    return program.slots[slot].storage.pointer[0]
  }

  /// Σ x² of a slot.
  public func sumOfSquares(of slot: Int) -> Float {
    if gradients[slot] {
      asksSquares = true
      if let sum = lastPlan?.sumOfSquares(of: slot) { return sum }
    }
    fetch(slot)
    return nabla_sum_squares(variant.shapes[slot].count, program.slots[slot].storage.pointer)
  }

  /// What a slot holds, computed in this step or not.
  public func held(_ slot: Int) -> Tensor {
    fetch(slot)
    let shape = variant.shapes[slot]
    let buffer = UnsafeBufferPointer(
      start: program.slots[slot].storage.pointer, count: shape.count)
    return Tensor(shape: shape, values: Array(buffer))
  }
}
