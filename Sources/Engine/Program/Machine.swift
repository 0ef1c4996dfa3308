// The machine executes a program and can walk it both ways.
//
//   position    0 ─ 1 ─ 2 ─ … ─ n │ n+1 ─ … ─ 2n │ …       n instructions a training step
//   (step, pc)  (1,0) (1,1)  (1,n)   (2,1)
//
// A position counts the instructions executed since the run began; a multiple of n is the end of a
// training step. Back within a step the overwritten states come from an undo log; further back the
// nearest snapshot is loaded and executed forward from, which gives the same bits because nothing
// in a program depends on anything but its state and the step.

import CKernels

/// Executes a program one instruction or one training step at a time, forward and back.
public final class Machine {
  /// The instructions that it runs.
  public let program: Program
  /// Instructions executed since the run began.
  public private(set) var position = 0
  /// Called at the end of every training step, walked or run.
  public var onStep: ((Machine) -> Void)?

  private let stepIndex: UnsafeMutablePointer<Int>
  private var variants: [[Int]: StepVariant] = [:]
  private(set) var variant: StepVariant
  private let keepsHistory: Bool
  /// By slot, the temporaries that a step at full speed leaves in their own buffers.
  private var pinned: [Bool]
  /// By slot, the gradients of trained parameters.
  let gradients: [Bool]
  /// Whether the norms of the last step's gradients were asked for: the next ones will be.
  var asksSquares = false
  /// The plan that ran last, while its sums of squares are true.
  private(set) var lastPlan: Plan?
  /// Temporaries that were asked for after a step at full speed.
  private var wanted: Set<Int> = []
  /// Temporaries that are read after every step.
  private var kept: Set<Int> = []
  /// Whether the buffers of all temporaries hold the current step's values.
  private var isWalked = true
  private(set) var undo: [UndoEntry] = []
  private(set) var undoFloor = 0
  private(set) var journal = Journal()
  private var history: History
  /// What constants held before they were changed by hand: snapshots do not hold them.
  private var originals: [Int: [Float]] = [:]
  /// Counts moves and changes, so that restoring where nothing happened costs nothing.
  private var revision = 0
  /// Says which changes by hand led here: the same number, the same values at the same places.
  public private(set) var timeline = 0
  private var timelines = 0

  struct UndoEntry {
    let position: Int
    let slot: Int
    let values: [Float]
  }

  /// - Parameters:
  ///   - keepsHistory: false for a program that only looks and never walks back.
  ///   - historyBytes: the cap of the snapshots; the first state is kept in any case.
  /// - Throws: when an instruction does not fit the short last batch of an epoch.
  public init(
    _ program: Program, keepsHistory: Bool = true, historyBytes: Int = Machine.historyCap
  ) throws(EngineError) {
    self.program = program
    self.keepsHistory = keepsHistory
    stepIndex = .allocate(capacity: 1)
    stepIndex.initialize(to: 0)
    history = History(program, isKept: keepsHistory, cap: historyBytes)
    var pinned = Array(repeating: false, count: program.slots.count)
    for slot in program.trained.map(\.gradient) {
      pinned[slot] = program.slots[slot].kind == .temporary
    }
    gradients = pinned
    if let loss = program.loss { pinned[loss] = program.slots[loss].kind == .temporary }
    // Numbers that the update makes: a scheduled rate, a norm.
    for instruction in program.instructions where instruction.phase == .update {
      let slot = program.slots[instruction.output]
      if slot.kind == .temporary, slot.shape.count == 1 { pinned[instruction.output] = true }
    }
    self.pinned = pinned
    variant = StepVariant(program, rows: [], shapes: program.slots.map(\.shape), step: stepIndex)
    for rows in BatchSource.sizes(program.sources) {
      variants[rows] = StepVariant(
        program, rows: rows, shapes: try program.shapes(rows: rows), step: stepIndex)
    }
    variant = variants[program.sources.map { $0.rows(step: 0) }] ?? variant
    history.save(at: 0)
  }

  deinit { stepIndex.deallocate() }

  /// Instructions a training step.
  public var count: Int { program.instructions.count }

  /// Training steps that are complete.
  public var updates: Int { count == 0 ? 0 : position / count }

  /// The training step that is being walked, from 1; at its end still this one.
  public var step: Int { count == 0 ? 1 : max(position - 1, 0) / count + 1 }

  /// Instructions of the current step that have run.
  public var counter: Int { position - (step - 1) * count }

  /// Whether the machine stands between two training steps.
  public var isAtBoundary: Bool { count == 0 || position % count == 0 }

  // MARK: Moving

  /// Executes the next instruction.
  public func stepForward() {
    guard count > 0 else { return }
    if position % count == 0 { beginStep() }
    let index = position % count
    let output = program.instructions[index].output
    position += 1
    revision += 1
    lastPlan = nil
    refreshStale()
    if program.slots[output].kind != .temporary { remember(output) }
    variant.kernels[index].run()
    applyJournal()
    if position % count == 0 { endStep() }
  }

  /// Undoes the last instruction, across step boundaries too.
  ///
  /// - Returns: false at the beginning of the run.
  @discardableResult
  public func stepBack() -> Bool {
    guard position > 0 else { return false }
    move(to: position - 1)
    return true
  }

  /// Goes to any position, forward or back, with the bits that straight execution has there.
  ///
  /// - Parameter progress: called after each re-executed step; false stops there.
  public func move(to target: Int, while progress: () -> Bool = { true }) {
    guard count > 0 else { return }
    let target = max(target, 0)
    if target >= position {
      while position < target {
        if position % count == 0, target - position >= count {
          runStep()
          if !progress() { return }
        } else {
          stepForward()
        }
      }
      return
    }
    let base = target == 0 ? 0 : (target - 1) / count * count
    if target > undoFloor, (position - 1) / count * count == base {
      rewind(to: target)
      return
    }
    reexecute(to: target, while: progress)
  }

  /// Goes to a place before or after from the nearest snapshot, without a word to the listener.
  private func reexecute(to target: Int, while progress: () -> Bool = { true }) {
    let base = target == 0 ? 0 : (target - 1) / count * count
    revision += 1
    lastPlan = nil
    position = history.load(before: base)
    for (slot, values) in originals { restore(slot, values) }
    for change in journal.changes(upTo: position) where originals[change.slot] != nil {
      write(change)
    }
    select(step: position / count)
    undo.removeAll()
    undoFloor = position
    let listener = onStep
    onStep = nil
    defer { onStep = listener }
    while position < base {
      runStep()
      if !progress() { return }
    }
    while position < target { stepForward() }
  }

  /// Runs whole training steps at full speed; first finishes a step that is being walked.
  ///
  /// - Parameter goesOn: asked after every step; false stops there.
  public func train(until updates: Int, while goesOn: () -> Bool = { true }) {
    guard count > 0 else { return }
    while !isAtBoundary { stepForward() }
    while self.updates < updates {
      runStep()
      if !goesOn() { return }
    }
  }

  private func runStep() {
    guard count > 0 else { return }
    if journal.hasChanges(after: position, before: position + count) {
      for _ in 0..<count { stepForward() }
      return
    }
    select(step: position / count)
    history.stepBegins(at: position, updates: position / count)
    lastPlan = nil
    if keepsHistory {
      let plan = variant.plan(pinned: pinned, squared: asksSquares ? gradients : nil)
      asksSquares = false
      plan.run()
      lastPlan = journal.changes(at: position + count).isEmpty ? plan : nil
      isWalked = false
    } else {
      for kernel in variant.kernels { kernel.run() }
    }
    position += count
    revision += 1
    undo.removeAll(keepingCapacity: true)
    undoFloor = position
    applyJournal()
    endStep()
  }

  private func beginStep() {
    select(step: position / count)
    history.stepBegins(at: position, updates: position / count)
    undo.removeAll(keepingCapacity: true)
    undoFloor = position
    isWalked = true
  }

  private func endStep() { onStep?(self) }

  private func rewind(to target: Int) {
    while let last = undo.last, last.position > target {
      restore(last.slot, last.values)
      undo.removeLast()
    }
    position = target
    revision += 1
    lastPlan = nil
  }

  // MARK: What is kept

  /// The snapshots' cap when nothing is said: 64 MiB.
  public static let historyCap = History.defaultCap

  /// Bytes that the snapshots of earlier steps take.
  public var historyBytes: Int { history.bytes }

  /// Bytes that they may take; the first state is kept in any case. What is above a new cap goes at
  /// once; steps without a snapshot near by take longer to go to.
  public var historyCap: Int {
    get { history.cap }
    set { if newValue != history.cap { history.setCap(newValue, updates: updates) } }
  }

  /// Has steps at full speed leave these temporaries where they can be read, because somebody reads
  /// them after every step; what was kept for an earlier call is no longer.
  public func keep(_ slots: Set<Int>) {
    let slots = slots.filter { program.slots[$0].kind == .temporary }
    guard slots != kept else { return }
    // What the last step computed is brought to its place first.
    for slot in slots.sorted() { fetch(slot) }
    for slot in kept { pinned[slot] = wanted.contains(slot) || isPinnedAlways(slot) }
    kept = slots
    for slot in slots { pinned[slot] = true }
    for variant in variants.values { variant.forgetPlan() }
  }

  private func isPinnedAlways(_ slot: Int) -> Bool {
    gradients[slot] || slot == program.loss
      || program.instructions.contains {
        $0.output == slot && $0.phase == .update && program.slots[slot].shape.count == 1
      }
  }

  // MARK: Values

  /// Brings a temporary of a step that ran at full speed into its buffer: the step is executed
  /// again, instruction by instruction.
  func fetch(_ slot: Int) {
    guard !isWalked, !pinned[slot], program.slots[slot].kind == .temporary, position > 0,
      isAtBoundary
    else { return }
    // Whoever asks again after other steps will go on asking.
    if !wanted.insert(slot).inserted {
      pinned[slot] = true
      for variant in variants.values { variant.forgetPlan() }
    }
    let values = program.persistent.map { program.slots[$0].storage.array }
    let before = revision
    reexecute(to: position)
    undo.removeAll()
    undoFloor = position
    for (slot, values) in zip(program.persistent, values) { restore(slot, values) }
    revision = before
  }

  // MARK: Changes

  /// Whether a constant holds something else than the graph's.
  public func isChangedByHand(_ slot: Int) -> Bool { originals[slot] != nil }

  /// Changes elements of a value here and now; what lies ahead is forgotten.
  ///
  /// - Parameter elements: row-major places with their new values.
  public func change(_ slot: Int, _ elements: [(place: Int, value: Float)]) {
    fetch(slot)
    journal.truncate(after: position)
    history.truncate(after: position)
    let change = Journal.Change(position: position, slot: slot, elements: elements)
    journal.append(change, count: program.slots[slot].storage.count)
    revision += 1
    timelines += 1
    timeline = timelines
    lastPlan = nil
    apply(change)
    if isAtBoundary { history.replace(at: position) }
  }

  private func applyJournal() {
    for change in journal.changes(at: position) { apply(change) }
  }

  private func apply(_ change: Journal.Change) {
    // Once a place, so that a loop of changes does not grow the log.
    let isRemembered = undo.reversed().prefix { $0.position == position }.contains {
      $0.slot == change.slot
    }
    if !isRemembered { remember(change.slot) }
    if program.slots[change.slot].kind == .constant, originals[change.slot] == nil {
      originals[change.slot] = program.slots[change.slot].storage.array
    }
    write(change)
  }

  func write(_ change: Journal.Change) {
    let storage = program.slots[change.slot].storage
    for (place, value) in change.elements where storage.holds(place) {
      storage.pointer[place] = value
    }
  }

  /// Keeps what a slot holds for the way back.
  func remember(_ slot: Int) {
    undo.append(
      UndoEntry(
        position: position, slot: slot,
        values: Array(
          UnsafeBufferPointer(
            start: program.slots[slot].storage.pointer, count: program.slots[slot].storage.count))))
  }

  func restore(_ slot: Int, _ values: [Float]) {
    program.slots[slot].storage.assign(values)
  }

  // MARK: Whole states, for undoing a failed cell

  /// Everything that outlives a step, with the place, what was changed live and the snapshots.
  public struct State {
    /// The persistent slots' values, in the program's order.
    public let values: [[Float]]
    let position: Int
    let journal: Journal
    let history: History.Mark
    let revision: Int
    let timeline: Int
    /// Whether what the last instructions overwrote was known.
    let isUndoable: Bool

    /// Bytes of the journal and of the snapshots that an earlier state does not hold.
    public func extraBytes(beside earlier: State?) -> Int {
      history.bytes(beside: earlier?.history) + journal.bytes
    }
  }

  /// - Parameter earlier: a state of this machine whose values are shared where they are the same.
  public func state(sharing earlier: State? = nil) -> State {
    var values: [[Float]] = []
    values.reserveCapacity(program.persistent.count)
    for (place, slot) in program.persistent.enumerated() {
      let storage = program.slots[slot].storage
      if let old = earlier?.values[place], storage.holdsBits(of: old) {
        values.append(old)
      } else {
        values.append(storage.array)
      }
    }
    return State(
      values: values, position: position, journal: journal,
      history: history.mark(at: position), revision: revision, timeline: timeline,
      isUndoable: !undo.isEmpty)
  }

  /// Returns to a state that was taken before, wherever the machine went and whatever was changed
  /// since.
  public func restore(_ state: State) {
    if revision != state.revision {
      journal = state.journal
      timeline = state.timeline
      history.restore(state.history)
      if count > 0 { reexecute(to: state.position) }
      if !state.isUndoable {
        undo.removeAll()
        undoFloor = position
      }
    }
    for (slot, values) in zip(program.persistent, state.values) { restore(slot, values) }
  }

  /// Runs `body`, which may move and change what it likes, and comes back: the same place, the same
  /// bits, and no word to the listener.
  public func undisturbed<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = state()
    let (undo, undoFloor) = (undo, undoFloor)
    let listener = onStep
    onStep = nil
    // Kernels and buffers may be used past the machine: the state is loaded in any case.
    revision += 1
    defer {
      restore(before)
      // What the instructions of this step overwrote is as it was.
      (self.undo, self.undoFloor) = (undo, undoFloor)
      onStep = listener
    }
    return try body()
  }

  /// The place from which a position is come to without executing anything, at or before it.
  func snapshot(before position: Int) -> Int { history.place(before: position) }

  // MARK: Binding

  /// Binds the kernels to the batches of the step that begins here, for those who run them past the
  /// machine.
  func selectStep() { select(step: position / max(count, 1)) }

  private func select(step: Int) {
    stepIndex.pointee = step
    guard variants.count > 1 else { return }
    for (place, source) in program.sources.enumerated()
    where source.rows(step: step) != variant.rows[place] {
      if let next = variants[program.sources.map({ $0.rows(step: step) })] { variant = next }
      return
    }
  }

  /// Runs a program that only looks, once, with the batches of a 0-based training step.
  public func look(atStep step: Int) {
    select(step: step)
    for kernel in variant.kernels { kernel.run() }
    isWalked = true
  }
}
