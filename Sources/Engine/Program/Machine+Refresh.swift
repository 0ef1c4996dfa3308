// Going on after a change by hand: what had read the changed value is executed again, in the order
// of the program, before the next instruction.
//
// The step is then what it would be if every changed value had had its new elements from when it was
// computed (a parameter or a number of the data: from the beginning of the step, or from the
// instruction that wrote it last). Elements changed by hand stay as they were set. What an
// instruction updates in place — a parameter, a moment — is first put back to what it was at the
// beginning of the step, so that no update is made twice. All this depends on the journal and the
// place alone, so every way past gives the same bits.

extension Machine {
  /// Executes the stale instructions of the place that was just left; the machine's position is
  /// already the next one, to which the way back belongs.
  func refreshStale() {
    let place = position - 1
    guard !journal.changes(at: place).isEmpty else { return }
    let start = (place / count) * count
    let counter = place - start
    let stale = staleInstructions(at: place)
    guard !stale.isEmpty else { return }
    let changes = journal.changes(after: start, upTo: place)
    // By the instruction after which they count; −1 is the beginning of the step.
    var byWriter: [Int: [Journal.Change]] = [:]
    for change in changes {
      let writer = lastWriter(of: change.slot, before: change.position - start) ?? -1
      byWriter[writer, default: []].append(change)
    }
    var again = stale
    var remembered: Set<Int> = []
    if touchesWritten(stale, before: counter) {
      let writers = (0..<counter).filter { isPersistent(program.instructions[$0].output) }
      again = Set(stale).union(writers).sorted()
      remembered = Set(writers.map { program.instructions[$0].output })
      rollBack(remembered)
      for change in byWriter[-1] ?? [] where isPersistent(change.slot) { write(change) }
    }
    for index in again {
      let output = program.instructions[index].output
      if remembered.insert(output).inserted { remember(output) }
      variant.kernels[index].run()
      for change in byWriter[index] ?? [] { write(change) }
    }
  }

  private func isPersistent(_ slot: Int) -> Bool {
    switch program.slots[slot].kind {
    case .parameter, .state, .setting: true
    case .constant, .temporary: false
    }
  }

  /// Whether a stale instruction writes what outlives the step, or has read it before it was
  /// written: then all of that is put back first.
  private func touchesWritten(_ stale: [Int], before counter: Int) -> Bool {
    var lastWritten: [Int: Int] = [:]
    for index in 0..<counter where isPersistent(program.instructions[index].output) {
      lastWritten[program.instructions[index].output] = index
    }
    guard !lastWritten.isEmpty else { return false }
    return stale.contains { index in
      let instruction = program.instructions[index]
      return isPersistent(instruction.output)
        || instruction.inputs.contains { (lastWritten[$0] ?? -1) > index }
    }
  }

  /// Puts slots back to what they held at the beginning of the step.
  private func rollBack(_ slots: Set<Int>) {
    var first: [Int: [Float]] = [:]
    for entry in undo where slots.contains(entry.slot) && first[entry.slot] == nil {
      first[entry.slot] = entry.values
    }
    for (slot, values) in first {
      remember(slot)
      restore(slot, values)
    }
  }
}
