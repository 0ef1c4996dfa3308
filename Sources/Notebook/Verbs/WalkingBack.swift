// back: the moves backwards. What is gone back to is executed again from the nearest state that is
// kept; only `back continue` looks at breakpoints.

import Engine
import Language

extension Notebook {
  func back(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard case .phrase(let word, let expression) = verb.subject else { return }
    let clause = verb.clause("to")
    if let clause, word != "continue" {
      throw Diagnostic(
        "'back \(word)' goes to no place of its own", at: clause.range,
        hint: "back continue to \(currentSource[clause.range])")
    }
    guard run.machine.position > 0 else {
      throw Diagnostic("this is the beginning of the run", at: verb.nameRange)
    }
    switch word {
    case "next": try move(.backNext, run, verb)
    case "finish": try move(.backFinish, run, verb)
    case "forward": try move(.beginning(of: .forward), run, verb)
    case "backward": try move(.beginning(of: .backward), run, verb)
    case "update": try move(.beginning(of: .update), run, verb)
    case "iterate": try move(.backIterate, run, verb)
    case "continue":
      if let clause { try back(to: clause, run, verb) } else { try goBack(run, verb) }
    case "until":
      if let expression { try back(until: expression, run, verb) }
    default:
      var count = 1
      if let expression { count = try integer(expression, "a number of instructions") }
      guard count >= 0 else {
        throw Diagnostic("a number of instructions cannot be \(count)", at: expression?.range)
      }
      try move(.step(-min(count, run.machine.position)), run, verb)
    }
  }

  private func goBack(_ run: Run, _ verb: Verb) throws(Diagnostic) {
    guard breakpoints.contains(where: \.isEnabled) else { return try move(.backIterate, run, verb) }
    switch try travelBack(run, while: goesOn) {
    case .stopped: break
    case .interrupted: throw Diagnostic("interrupted", at: verb.nameRange)
    case .there:
      show(.text("no breakpoint stops before: this is the beginning of the run"))
      showPlace(run)
    }
  }

  /// To the last time that an instruction stood next.
  private func back(
    to name: Expression, _ run: Run, _ verb: Verb
  ) throws(Diagnostic) {
    guard let place = place(of: name, run) else { throw noPlace(name) }
    let machine = run.machine
    let target = (machine.position - 1) / machine.count * machine.count + place
    let last = target < machine.position ? target : target - machine.count
    guard last >= 0 else {
      throw Diagnostic("the run was not at '\(name.plainName ?? "")' before", at: name.range)
    }
    if try moveLong(run, to: last, verb) { showPlace(run) }
  }

  /// To the last training step before this place at whose end a condition held. Steps are executed
  /// again in stretches that double backwards, each once, but for those where the record says that
  /// it did not.
  private func back(
    until condition: Expression, _ run: Run, _ verb: Verb
  ) throws(Diagnostic) {
    let machine = run.machine
    let listener = machine.onStep
    machine.onStep = nil
    defer { machine.onStep = listener }
    let record = RecordedCondition(condition, run, self)
    // Every look traces the condition anew; what it has traced is let go of again.
    let trace = graph.checkpoint()
    var (high, length) = ((machine.position - 1) / machine.count, 16)
    var found: Int?
    while found == nil, high > 0 {
      var low = max(1, high + 1 - length)
      if let record {
        guard let candidates = record.lastCandidates(upTo: high) else { break }
        high = candidates.upperBound
        low = max(candidates.lowerBound, high + 1 - length)
      }
      for step in low...high {
        _ = try moveLong(run, to: step * machine.count, verb, isStopped: false)
        if graph.records.count > trace.limit { graph.rollBack(to: trace) }
        if try truth(condition) { found = step }
      }
      high = low - 1
      length = min(2 * length, 1 << 16)
    }
    guard let found else {
      throw Diagnostic(
        "the condition held at the end of no earlier training step", at: condition.range)
    }
    _ = try moveLong(run, to: found * machine.count, verb, isStopped: false)
    showPlace(run)
  }
}
