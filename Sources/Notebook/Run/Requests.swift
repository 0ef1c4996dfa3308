// What a person asks for while a run goes on. It takes effect at a step boundary and is kept with
// the number of updates done, so that the cell can say it as a program would.

import Engine
import Language

extension Notebook {
  /// The round that goes on, if a run does.
  private var round: Training.Round? {
    get { trainings.last }
    set { if let newValue, !trainings.isEmpty { trainings[trainings.count - 1] = newValue } }
  }

  /// Serves what waits; while paused, until the run goes on or ends.
  func serve(_ run: Run, _ verb: Verb) throws(Diagnostic) {
    var isPaused = false
    // Everything typed during one pause belongs to the boundary at which it began.
    let boundary = run.machine.updates
    defer { activity = .training }
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
      case .look(let gaze):
        look(gaze)
        control.publish(snapshot())
      case .interrupt:
        guard round?.isInCell == true else {
          throw Diagnostic("interrupted", at: verb.nameRange)
        }
        stop(run)
      case .command(let line): isPaused = live(line, run, at: boundary, isPaused: isPaused)
      }
      if round?.stoppedAt != nil { isPaused = false }
    }
  }

  /// Ends the run after this step, by request.
  private func stop(_ run: Run) {
    endRun(run)
    round?.stoppedAt = run.machine.updates
  }

  /// Ends the run after this step.
  func endRun(_ run: Run) {
    while !run.machine.isAtBoundary { run.machine.stepForward() }
    run.target = run.machine.updates
  }

  /// Carries out one line that was typed while the run goes on.
  ///
  /// - Returns: whether the run is paused now.
  private func live(_ line: String, _ run: Run, at boundary: Int, isPaused: Bool) -> Bool {
    let checkpoint = Checkpoint(self)
    let changedBefore = changesState
    let shown = outputs.count
    // What is typed speaks of the session's names, wherever the run was started.
    locals = []
    nesting += 1
    defer {
      locals = checkpoint.locals
      nesting = checkpoint.nesting
    }
    do throws(Diagnostic) {
      let statements = try parse(line)
      guard let first = statements.first else { return isPaused }
      if statements.count == 1, case .verb(let verb) = first.kind {
        switch verb.name {
        case "pause": return true
        case "continue" where verb.subject == .none && verb.clauses.isEmpty: return false
        case "stop":
          try checkRecordable(verb.nameRange)
          stop(run)
          return false
        default: break
        }
        if Walking.moving.contains(verb.name), !isPaused {
          throw Diagnostic(
            "the run goes on: \(verb.name) needs it paused", at: verb.nameRange, hint: "pause")
        }
        if !catalogue.isRecorded(verb.name) {
          try catalogue.verbs[verb.name]?.run(self, verb)
          makeVolatile(from: shown)
          return isPaused
        }
      }
      try checkRecordable(first.range)
      try execute(statements, in: SourceText(line))
      round?.commands.append((boundary, line))
    } catch {
      checkpoint.restore(self)
      changesState = changedBefore
      makeVolatile(from: shown)
      for text in error.rendered(in: line) { show(.volatile(text)) }
    }
    return isPaused
  }

  /// What is not part of the script is shown, but as what is never compared.
  private func makeVolatile(from first: Int) {
    for index in outputs.indices.dropFirst(first) { outputs[index] = outputs[index].asVolatile }
  }

  /// A cell that calls a function of an earlier one has no place to write commands into.
  private func checkRecordable(_ range: SourceRange) throws(Diagnostic) {
    guard round?.isInCell == true else {
      throw Diagnostic(
        "the function that trains is of an earlier cell: what is done meanwhile cannot be recorded",
        at: range, hint: "^C interrupts the cell; write train into the cell itself")
    }
  }
}

extension Output {
  /// The same as text that is shown and never compared.
  var asVolatile: Output {
    switch self {
    case .text(let text): .volatile(text)
    case .literal(let text): .volatileLiteral(text)
    case .volatile, .volatileLiteral, .measured: self
    case .tensor, .window, .table, .plot, .finding, .instruction, .listing, .explanation,
      .prediction:
      .volatile(recordedLines.map(\.text).joined(separator: "\n"))
    }
  }
}
