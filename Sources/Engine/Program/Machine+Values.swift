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

  /// Σ x² of a slot; in double precision where single precision has no numbers for it.
  public func sumOfSquares(of slot: Int) -> Double { sumOfSquares(of: slot, summed: lastPlan) }

  /// ‖x‖ of groups of slots, read after every step: group i is slots[ends[i − 1] ..< ends[i]].
  func appendNorms(of slots: [Int], ends: [Int], to norms: inout [Float]) {
    let plan = lastPlan
    var place = 0
    for end in ends {
      var sum = 0.0
      while place < end {
        sum += sumOfSquares(of: slots[place], summed: plan)
        place += 1
      }
      norms.append(Float(sum.squareRoot()))
    }
  }

  @inline(__always)
  private func sumOfSquares(of slot: Int, summed plan: Plan?) -> Double {
    if gradients[slot] {
      asksSquares = true
      if let sum = plan?.sumOfSquares(of: slot), let sum = inRange(sum) { return sum }
    }
    return wholeSumOfSquares(of: slot)
  }

  /// The squares of what vanishes are 0 long before it is, those of what explodes infinite.
  @inline(__always)
  private func inRange(_ sum: Float) -> Double? {
    sum.isNaN || (sum > 1e-30 && sum.isFinite) ? Double(sum) : nil
  }

  private func wholeSumOfSquares(of slot: Int) -> Double {
    fetch(slot)
    let count = variant.shapes[slot].count
    let values = program.slots[slot].storage.pointer
    if let sum = inRange(nabla_sum_squares(count, values)) { return sum }
    var exact = 0.0
    for place in 0..<count { exact += Double(values[place]) * Double(values[place]) }
    return exact
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
