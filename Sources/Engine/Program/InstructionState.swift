// What has become of each instruction of the step that is walked: computed, not yet, changed by
// hand, or computed from a value that was changed since. How the last ones are executed again is in
// Machine+Refresh.swift.

/// What has become of an instruction in the step that is walked.
public enum InstructionState: String, Hashable, Sendable, CaseIterable {
  /// Its result is the one that the program gives.
  case computed
  /// It has not run yet in this step.
  case pending
  /// Elements of its result were changed by hand.
  case overridden
  /// It has read, directly or not, what was changed by hand since: going on executes it again.
  case stale

  /// One letter for lists: `c`, `-`, `o`, `s`.
  public var letter: String {
    switch self {
    case .computed: "c"
    case .pending: "-"
    case .overridden: "o"
    case .stale: "s"
    }
  }
}

extension Machine {
  /// The first position of the step that is walked.
  var stepStart: Int { (step - 1) * count }

  /// What was changed by hand in the step that is walked, in the order of the changes.
  var stepChanges: ArraySlice<Journal.Change> { journal.changes(after: stepStart, upTo: position) }

  /// The instructions that are neither as computed nor still to come, in the walked step: those
  /// changed by hand and those that are stale.
  public var marks: [Int: InstructionState] {
    let changes = stepChanges
    guard !changes.isEmpty else { return [:] }
    var marks: [Int: InstructionState] = [:]
    for change in changes {
      if let writer = lastWriter(of: change.slot, before: change.position - stepStart) {
        marks[writer] = .overridden
      }
    }
    for index in staleInstructions { marks[index] = .stale }
    return marks
  }

  /// The state of every instruction in the walked step.
  public var states: [InstructionState] {
    let counter = counter
    let marks = marks
    return program.instructions.indices.map {
      marks[$0] ?? ($0 < counter ? .computed : .pending)
    }
  }

  /// Slots that hold elements changed by hand in the walked step, in the order of the changes.
  public var changedSlots: [Int] {
    var seen: Set<Int> = []
    return stepChanges.map(\.slot).filter { seen.insert($0).inserted }
  }

  /// Slots that were changed by hand at this very place, which nothing has read again yet.
  public var changedSlotsHere: [Int] { journal.changes(at: position).map(\.slot) }

  /// Whether a slot's value was computed from one that was changed by hand since.
  public func isStale(_ slot: Int) -> Bool {
    guard !journal.changes(at: position).isEmpty else { return false }
    return staleInstructions.contains { program.instructions[$0].output == slot }
  }

  /// The executed instructions of this step that depend on what was changed by hand at this place:
  /// those that have read the changed value, and those that have read their results. Ascending.
  ///
  /// At the end of a step nothing is stale: the step is over, changes act from the next one on.
  public var staleInstructions: [Int] { staleInstructions(at: position) }

  /// The stale instructions at a position of the walked step.
  ///
  /// Complexity: one pass over the instructions between the changed value and the position.
  func staleInstructions(at position: Int) -> [Int] {
    let changes = journal.changes(at: position)
    let start = stepStart
    let counter = position - start
    guard !changes.isEmpty, counter > 0, counter < count else { return [] }
    // A changed value counts from the instruction that made it; what ran before has read another.
    var madeBy: [Int: Int] = [:]
    for change in changes {
      madeBy[change.slot] = lastWriter(of: change.slot, before: counter) ?? -1
    }
    let fixed = fullyOverridden(upTo: position)
    var dirty: Set<Int> = []
    var stale: [Int] = []
    let first = (madeBy.values.min() ?? counter) + 1
    guard first < counter else { return [] }
    for index in first..<counter {
      let instruction = program.instructions[index]
      let output = instruction.output
      let isReached =
        // What was written after a stale instruction has to be written again.
        (program.slots[output].kind != .temporary && dirty.contains(output))
        || instruction.inputs.enumerated().contains { place, slot in
          guard dirty.contains(slot) || madeBy[slot].map({ $0 < index }) == true else {
            return false
          }
          return instruction.operation.reads(place)
        }
      guard isReached, !fixed.contains(output) else { continue }
      stale.append(index)
      dirty.insert(output)
    }
    return stale
  }

  /// Temporaries whose every element was changed by hand: nothing that they were computed from
  /// matters any more.
  private func fullyOverridden(upTo position: Int) -> Set<Int> {
    var places: [Int: Set<Int>] = [:]
    var full: Set<Int> = []
    for change in journal.changes(after: stepStart, upTo: position)
    where program.slots[change.slot].kind == .temporary && !full.contains(change.slot) {
      let count = shape(of: change.slot).count
      // One change alone, or few together; sets of millions of places are not worth their memory.
      guard count <= 1 << 20 || change.elements.count >= count else { continue }
      for element in change.elements where element.place >= 0 && element.place < count {
        places[change.slot, default: []].insert(element.place)
      }
      if places[change.slot]?.count == count { full.insert(change.slot) }
    }
    return full
  }

  /// The last instruction before `counter` that writes a slot; nil when none of this step does.
  func lastWriter(of slot: Int, before counter: Int) -> Int? {
    switch program.slots[slot].kind {
    case .constant: return nil
    case .temporary:
      guard let producer = program.producers[slot], producer < counter else { return nil }
      return producer
    case .parameter, .state, .setting:
      return program.instructions[..<min(counter, count)].lastIndex { $0.output == slot }
    }
  }
}
