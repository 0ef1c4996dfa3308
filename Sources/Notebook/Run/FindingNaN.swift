// goto nan: one command from a loss that is NaN to the instruction that made the first one.

import Engine
import Language

extension Notebook {
  /// Goes to the instruction that made the first of the NaN and infinities that are there, or else
  /// the first one that the rest of the run makes.
  func goToNonFinite(_ run: Run, _ verb: Verb) throws(Diagnostic) {
    let machine = run.machine
    let isThere =
      machine.hasNonFinite
      || (machine.isAtBoundary && machine.position > 0 && !machine.stepIsFinite)
    var found = isThere ? nil : try searchAhead(run, verb)
    if found == nil { found = try searchBehind(run, verb) }
    guard let found else {
      let steps = max(machine.updates, run.target)
      throw Diagnostic(
        "no NaN and no infinity was made in \(steps) training step\(steps == 1 ? "" : "s")",
        at: verb.nameRange, hint: "break nan stops where one is made")
    }
    let instruction = run.program.instructions[found.instruction]
    show(
      .text(
        "step \(machine.step): the first \(found.value.isNaN ? "NaN" : "infinity") is made by "
          + "\(instruction.path) (\(instruction.phase.rawValue))"))
    showPlace(run)
    for line in operands(of: found, run) { show(.text(line)) }
  }

  /// The NaN or infinity that began it: one that outlives its step is made once, one that does not
  /// is made again by every step, of which the first is meant.
  private func searchBehind(_ run: Run, _ verb: Verb) throws(Diagnostic) -> NonFinite? {
    let machine = run.machine
    let (here, listener) = (machine.position, machine.onStep)
    machine.onStep = nil
    defer { machine.onStep = listener }
    func step(_ position: Int) -> Int { (position - 1) / machine.count }
    var first: Hit?
    var (high, length) = (here, 16)
    while high > 0, first.map({ step($0.position) == step(high) + 1 }) ?? true {
      let low = max(0, step(high) + 1 - length)
      guard
        let met = try meet(
          run, Stops(nan: [0]), from: low * machine.count, to: high, isWhole: false, while: goesOn)
      else {
        machine.move(to: here)
        throw Diagnostic("interrupted", at: verb.nameRange)
      }
      for hit in met.reversed()
      where first.map({ step($0.position) == step(hit.position) + 1 }) ?? true {
        first = hit
      }
      high = low * machine.count
      length = min(2 * length, 1 << 16)
    }
    machine.move(to: first?.position ?? here)
    return first?.nonFinite
  }

  /// The first NaN or infinity of the steps that were asked for; the machine stands there then.
  private func searchAhead(_ run: Run, _ verb: Verb) throws(Diagnostic) -> NonFinite? {
    let machine = run.machine
    let listener = machine.onStep
    machine.onStep = nil
    defer { machine.onStep = listener }
    let here = machine.position
    while machine.updates < run.target {
      let base = machine.updates * machine.count
      let end = base + machine.count
      let start = machine.position
      machine.move(to: end)
      if !machine.stepIsFinite {
        machine.move(to: start)
        if let made = machine.walkToNonFinite(until: end) { return made }
        machine.move(to: end)
      }
      if !goesOn() { throw Diagnostic("interrupted", at: verb.nameRange) }
    }
    machine.move(to: here)
    return nil
  }
}
