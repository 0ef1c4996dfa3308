// What an instruction read before it ran: an update overwrites its operands, so that the values are
// taken from the undo log of a step that was walked, or the step is walked again.

extension Machine {
  /// Runs `body` at the end of an earlier instruction, with the undo log of its whole step, and comes
  /// back to the same bits. Nobody is told of the moves.
  ///
  /// - Parameter target: a position after the first instruction of the run.
  public func recalling<Result>(at target: Int, _ body: () -> Result) -> Result {
    let here = position
    let listener = onStep
    let values = program.persistent.map { held($0) }
    onStep = nil
    defer {
      if position != here { move(to: here) }
      for (slot, tensor) in zip(program.persistent, values) where held(slot) != tensor {
        restore(slot, tensor.values)
      }
      onStep = listener
    }
    // Walked, not run at full speed, so that the log is there.
    move(to: max(target - 1, 0))
    if position < target { stepForward() }
    return body()
  }

  /// What a slot held before an instruction of the walked step ran.
  ///
  /// - Parameter index: an instruction that has run in this step.
  public func value(of slot: Int, before index: Int) -> Tensor {
    value(of: slot, at: (step - 1) * count + index)
  }

  /// What a slot held after an instruction of the walked step ran.
  public func value(of slot: Int, after index: Int) -> Tensor {
    value(of: slot, at: (step - 1) * count + index + 1)
  }

  private func value(of slot: Int, at position: Int) -> Tensor {
    // Entries are what was overwritten on the way to their position.
    guard let entry = undo.first(where: { $0.slot == slot && $0.position > position }) else {
      return held(slot)
    }
    return Tensor(shape: program.slots[slot].shape, values: entry.values)
  }
}

extension Machine {
  /// Whether one element of a slot was changed by hand in the walked step.
  public func isChanged(_ slot: Int, at place: Int) -> Bool {
    stepChanges.contains { change in
      change.slot == slot && change.elements.contains { $0.place == place }
    }
  }
}
