// The training loop: from step boundary to step boundary, with what is to be done at some of them.
//
//   boundary:  track → at / every blocks → requests of the person → next steps
//
// Whatever a person asks for while a run goes on takes effect at a boundary and is written into the
// cell's block as `at N { … }`, so that the script says the same.

import Engine
import Language

/// The entries of a train block.
private struct Block {
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
}

extension Notebook {
  /// Runs training steps up to `target`, with the block's entries and the person's requests.
  func advance(_ run: Run, to target: Int, _ verb: Verb) throws(Diagnostic) {
    run.target = target
    var block = try block(verb, run)
    let source = currentSource
    activity = .training
    defer { activity = .executing }
    let start = run.machine.updates
    runStart = start
    for tracker in trackers where !run.tracked.contains(where: { $0.name == tracker.name }) {
      run.tracked.append(Series(tracker.name))
    }
    if start == 0 { try recordTracked(run, force: true) }
    try act(&block, run, source, isStart: true)
    var acted = start
    if let control, control.isPending { try serve(run, verb) }
    while true {
      let updates = run.machine.updates
      if run.machine.isAtBoundary, updates != acted {
        acted = updates
        try recordTracked(run, force: updates == run.target)
        try act(&block, run, source, isStart: false)
        continue
      }
      guard updates < run.target else { break }
      let nextTracked = trackers.map { (updates / $0.every + 1) * $0.every }.min()
      let stop = [run.target, block.next(after: updates), nextTracked].compactMap { $0 }.min()
      let control = control
      run.machine.train(until: stop ?? run.target) { !(control?.isPending ?? false) }
      changed()
      if let control, control.isPending { try serve(run, verb) }
    }
    summarise(run, from: start)
  }

  private func block(_ verb: Verb, _ run: Run) throws(Diagnostic) -> Block {
    var block = Block()
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
        Block.Entry(
          at: entry.name == "at" ? count : nil, every: entry.name == "every" ? count : nil,
          before: before, body: entry.block ?? []))
    }
    return block
  }

  /// Carries out the entries of this boundary, in the order in which they are written.
  private func act(
    _ block: inout Block, _ run: Run, _ source: SourceText, isStart: Bool
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

  private func recordTracked(_ run: Run, force: Bool) throws(Diagnostic) {
    let updates = run.machine.updates
    let due = trackers.filter { updates % $0.every == 0 || force }
    guard !due.isEmpty else { return }
    let values = try self.values(of: due.map(\.node), nil)
    for (tracker, value) in zip(due, values) {
      guard let place = run.tracked.firstIndex(where: { $0.name == tracker.name }) else { continue }
      if let last = run.tracked[place].buckets.last?.lastStep, last >= updates {
        run.tracked[place].truncate(after: updates - 1)
      }
      run.tracked[place].append(step: updates, value.values[0])
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

  // MARK: Requests of the person

  /// Serves what waits; while paused, until the run goes on or ends.
  private func serve(_ run: Run, _ verb: Verb) throws(Diagnostic) {
    var isPaused = false
    // Everything typed during one pause belongs to the boundary at which it began.
    let boundary = run.machine.updates
    while let control {
      let request: LiveRequest
      if isPaused {
        activity = .paused
        control.publish(snapshot())
        request = control.wait()
      } else if let next = control.next() {
        request = next
      } else {
        break
      }
      switch request {
      case .publish: control.publish(snapshot())
      case .interrupt: stop(run)
      case .command(let line): isPaused = live(line, run, at: boundary, isPaused: isPaused)
      }
      if stoppedAt != nil { isPaused = false }
    }
    activity = .training
  }

  private func stop(_ run: Run) {
    while !run.machine.isAtBoundary { run.machine.stepForward() }
    run.target = run.machine.updates
    stoppedAt = run.machine.updates
  }

  /// Carries out one line that was typed while the run goes on.
  ///
  /// - Returns: whether the run is paused now.
  private func live(_ line: String, _ run: Run, at boundary: Int, isPaused: Bool) -> Bool {
    let checkpoint = LiveCheckpoint(self)
    do throws(Diagnostic) {
      let statements = try parse(line)
      guard let first = statements.first else { return isPaused }
      if statements.count == 1, case .verb(let verb) = first.kind {
        switch (verb.name, verb.subject) {
        case ("pause", _): return true
        case ("continue", .none),
          ("continue", .expression) where verb.clauses.isEmpty:
          return false
        case ("stop", _):
          stop(run)
          return false
        case ("train", _):
          throw Diagnostic(
            "a run goes on already", at: verb.nameRange, hint: "stop it first, or continue it")
        default: break
        }
        if Walking.names.contains(verb.name), !isPaused {
          throw Diagnostic(
            "the run goes on: \(verb.name) needs it paused", at: verb.nameRange, hint: "pause")
        }
        if !catalogue.isRecorded(verb.name) {
          let before = outputs.count
          try catalogue.verbs[verb.name]?.run(self, verb)
          // Not part of the script: shown, but as what is never compared.
          for index in before..<outputs.count { outputs[index] = outputs[index].asVolatile }
          return isPaused
        }
      }
      try execute(statements, in: SourceText(line))
      liveCommands.append((boundary, line))
    } catch {
      checkpoint.restore(self)
      for text in error.rendered(in: line) { show(.volatile(text)) }
    }
    return isPaused
  }

  /// The names and settings that a failed live command must not change.
  private struct LiveCheckpoint {
    let environment: [String: Value]
    let trackers: [Tracker]
    let plots: [PlotRequest]

    init(_ notebook: Notebook) {
      environment = notebook.environment
      trackers = notebook.trackers
      plots = notebook.plots
    }

    func restore(_ notebook: Notebook) {
      notebook.environment = environment
      notebook.locals = []
      notebook.trackers = trackers
      notebook.plots = plots
    }
  }

  // MARK: Writing down what was done live

  /// The cell's source with the live commands as `at N { … }` and the steps that were really done.
  func rewrittenSource(_ source: String, _ statements: [Statement]) -> String? {
    guard !liveCommands.isEmpty || stoppedAt != nil, let last = statements.last,
      case .verb(let verb) = last.kind, verb.name == "train"
    else { return nil }
    let text = SourceText(source)
    var header = verb
    let block = header.block ?? []
    header.block = nil
    if let stoppedAt { header = stopped(header, at: stoppedAt) }
    var entries: [(step: Int, text: String)] = block.map { statement in
      if case .verb(let entry) = statement.kind, entry.name == "at",
        let expression = entry.expression, case .number(let step) = expression.kind,
        let place = Int(exactly: step)
      {
        return (place, text[statement.range])
      }
      return (-1, text[statement.range])
    }
    for command in liveCommands {
      if let index = entries.firstIndex(where: { $0.step > command.step }) {
        entries.insert((command.step, "at \(command.step) { \(command.source) }"), at: index)
      } else {
        entries.append((command.step, "at \(command.step) { \(command.source) }"))
      }
    }
    let before = statements.dropLast().map { text[$0.range] + "\n" }.joined()
    let line = formatted(header, verbs: catalogue.grammars)
    guard !entries.isEmpty else { return before + line }
    return before + line + " {\n" + entries.map { "  \($0.text)\n" }.joined() + "}"
  }

  private func stopped(_ verb: Verb, at updates: Int) -> Verb {
    var verb = verb
    let nowhere = SourceRange(0, 0)
    let count = Expression(.number(Double(updates)), nowhere)
    if verb.clause("with") == nil {
      // `train 500`: the steps of this cell alone.
      verb.subject = .expression(
        Expression(.number(Double(max(0, updates - runStart))), nowhere))
    } else {
      verb.options.removeAll { $0.name == "steps" || $0.name == "epochs" }
      verb.options.insert(Argument(name: "steps", value: count), at: 0)
    }
    return verb
  }
}

extension Output {
  /// The same as text that is shown and never compared.
  var asVolatile: Output {
    switch self {
    case .text(let text): .volatile(text)
    case .volatile: self
    case .tensor, .table, .plot, .instruction:
      .volatile(recordedLines.map(\.text).joined(separator: "\n"))
    }
  }
}
