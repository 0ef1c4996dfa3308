// The training loop: from step boundary to step boundary, with what is to be done at some of them.
//
//   boundary:  track → at / every blocks → requests of the person → next steps
//
// The requests are in Requests.swift, how they are written down in Recording.swift.

import Engine
import Language

/// The entries of a train block.
struct TrainBlock {
  struct Entry {
    /// Nil for `every`.
    var at: Int?
    var every: Int?
    /// The instruction before which the entry acts, inside step at + 1.
    var before: String?
    var body: [Statement]
    var isDone = false
  }

  var entries: [Entry] = []

  /// The next boundary at which an entry acts.
  func next(after updates: Int) -> Int? {
    entries.compactMap { entry -> Int? in
      if let every = entry.every { return (updates / every + 1) * every }
      if let at = entry.at, !entry.isDone, at > updates { return at }
      return nil
    }.min()
  }

  /// The run goes on from a step: what lies ahead is still to be done.
  mutating func rewind(to updates: Int) {
    for index in entries.indices {
      if let at = entries[index].at {
        entries[index].isDone = at < updates || entries[index].isDone && at == updates
      }
    }
  }
}

/// A train statement that a breakpoint has stopped: what `continue` goes on with.
struct Suspended {
  let verb: Verb
  let source: SourceText
  let target: Int
  let block: TrainBlock
}

extension Notebook {
  /// Goes on with a train statement that a breakpoint has stopped.
  func goOn(_ suspended: Suspended, _ run: Run) throws(Diagnostic) {
    let around = currentSource
    currentSource = suspended.source
    defer { currentSource = around }
    try advance(run, to: suspended.target, suspended.verb, resumed: suspended.block)
  }

  /// Runs training steps up to `target`, with the block's entries and the person's requests.
  ///
  /// - Parameter resumed: the block of a run that a breakpoint has stopped.
  func advance(
    _ run: Run, to target: Int, _ verb: Verb, resumed: TrainBlock? = nil
  ) throws(Diagnostic) {
    let start = run.machine.updates
    let place = Training.Place(
      source: ObjectIdentifier(currentSource), offset: verb.nameRange.lower)
    let round = Training.Round(
      place: place, number: trainings.count { $0.place == place } + 1, start: start,
      isInCell: currentSource === cellSource)
    trainings.append(round)
    run.target = target
    run.trail.begin(run.machine)
    run.attention.plan(steps: target - start)
    run.suspended = nil
    var block = if let resumed { resumed } else { try self.block(verb, run, round.number) }
    let source = currentSource
    activity = .training
    isAdvancing = true
    defer {
      run.trail.end(run.machine)
      activity = .executing
      isAdvancing = false
    }
    addTrackers(run)
    if let clock { run.times.begin(step: start, at: clock()) }
    // At a boundary where a breakpoint stopped nothing was done yet.
    var acted = resumed != nil && run.machine.isAtBoundary ? -1 : start
    if resumed == nil {
      if start == 0 { try recordTracked(run) { _ in true } }
      recordAttention(run, always: true)
      try act(&block, run, source, isStart: true)
    } else {
      block.rewind(to: start)
    }
    while true {
      let updates = run.machine.updates
      if let clock { run.times.note(step: updates, at: clock()) }
      if run.machine.isAtBoundary, updates != acted {
        acted = updates
        try recordTracked(run) { updates % $0.every == 0 }
        recordAttention(run)
        try act(&block, run, source, isStart: false)
        continue
      }
      // What is typed when nothing of the run is left is a cell of its own.
      if let control, control.isPending, updates < run.target {
        try serve(run, verb)
        if let clock { run.times.rest(until: clock()) }
        if run.machine.updates != updates { continue }
      }
      guard updates < run.target else { break }
      let nextTracked = trackers.map { (updates / $0.every + 1) * $0.every }.min()
      let nextMaps = attentionLayers.isEmpty ? nil : run.attention.next(after: updates)
      let stop = [run.target, block.next(after: updates), nextTracked, nextMaps]
        .compactMap { $0 }.min()
      let control = control
      let next = stop ?? run.target
      run.layers.prepare(run.machine)
      if breakpoints.isEmpty {
        run.machine.keep([])
        run.machine.train(until: next) { !(control?.isPending ?? false) }
      } else {
        let arrival = try travel(run, to: next * run.machine.count, isTraining: true) {
          !(control?.isPending ?? false)
        }
        if arrival == .stopped {
          run.suspended = Suspended(verb: verb, source: source, target: run.target, block: block)
          return changed()
        }
      }
      changed()
    }
    // Every series ends with the last step, whether it was due or not.
    let last = run.machine.updates
    try recordTracked(run) { tracker in
      run.tracked.first { $0.name == tracker.name }?.lastStep != last
    }
    recordAttention(run, always: true)
    summarise(run, from: start)
  }

  private func block(
    _ verb: Verb, _ run: Run, _ number: Int
  ) throws(Diagnostic) -> TrainBlock {
    var block = TrainBlock()
    for statement in verb.block ?? [] {
      guard case .verb(let entry) = statement.kind, entry.name == "at" || entry.name == "every",
        let subject = entry.expression
      else {
        throw Diagnostic(
          "inside train only 'at' and 'every' can stand", at: statement.range,
          hint: "at 100 { … } or every 100 { … }")
      }
      let count = try integer(subject, "a number of steps")
      guard count >= (entry.name == "at" ? 0 : 1) else {
        throw Diagnostic("'\(entry.name) \(count)' never comes", at: subject.range)
      }
      if let clause = entry.clause("round") {
        let round = try integer(clause, "a round")
        guard round >= 1 else { throw Diagnostic("'round \(round)' never comes", at: clause.range) }
        if round != number { continue }
      }
      var before: String?
      if let clause = entry.clause("before") {
        guard let path = clause.plainName, run.program.instruction(at: path) != nil else {
          throw Diagnostic(
            "there is no instruction '\(currentSource[clause.range])' in the program",
            at: clause.range, hint: "list shows the instructions")
        }
        before = path
      }
      block.entries.append(
        TrainBlock.Entry(
          at: entry.name == "at" ? count : nil, every: entry.name == "every" ? count : nil,
          before: before, body: entry.block ?? []))
    }
    return block
  }

  /// Carries out the entries of this boundary, in the order in which they are written.
  private func act(
    _ block: inout TrainBlock, _ run: Run, _ source: SourceText, isStart: Bool
  ) throws(Diagnostic) {
    let updates = run.machine.updates
    for index in block.entries.indices {
      let entry = block.entries[index]
      let isDue =
        entry.at.map { $0 == updates && !entry.isDone }
        ?? entry.every.map { !isStart && updates > 0 && updates % $0 == 0 } ?? false
      guard isDue else { continue }
      block.entries[index].isDone = entry.at != nil
      if let path = entry.before, let place = run.program.instruction(at: path) {
        run.machine.move(to: updates * run.machine.count + place)
      }
      nesting += 1
      defer { nesting -= 1 }
      try execute(entry.body, in: source)
    }
  }

  private func recordTracked(
    _ run: Run, where isDue: (Tracker) -> Bool
  ) throws(Diagnostic) {
    let updates = run.machine.updates
    addTrackers(run)
    let due = trackers.filter(isDue)
    guard !due.isEmpty else { return }
    let values = try self.values(of: due.map(\.node), nil)
    for (tracker, value) in zip(due, values) {
      guard let place = run.tracked.firstIndex(where: { $0.name == tracker.name }) else { continue }
      if let last = run.tracked[place].lastStep, last >= updates {
        run.tracked[place].truncate(after: updates - 1)
      }
      run.tracked[place].append(step: updates, value.values[0])
    }
  }

  /// Series for what `track` has asked for since, perhaps while the run goes on.
  private func addTrackers(_ run: Run) {
    for tracker in trackers where !run.tracked.contains(where: { $0.name == tracker.name }) {
      run.tracked.append(Series(tracker.name))
    }
  }

  private func summarise(_ run: Run, from start: Int) {
    let updates = run.machine.updates
    guard updates > start, let last = run.telemetry.loss.latest else { return }
    let first = run.telemetry.loss.earliest ?? last
    show(
      .text(
        "step \(updates): \(run.name) \(NumberText.short(first)) → \(NumberText.short(last))"))
    for series in run.tracked {
      if let value = series.latest { show(.text("\(series.name) = \(NumberText.short(value))")) }
    }
  }
}
