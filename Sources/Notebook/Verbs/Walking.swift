// step, next, finish, back, forward, backward, update, iterate, continue, goto, until: moving
// through the program. Every verb ends by showing the instruction that ran last.

import Engine
import Language

enum Walking {
  /// Verbs that move the machine.
  static let names: Set<String> = [
    "step", "next", "finish", "back", "forward", "backward", "update", "iterate", "goto", "until",
  ]
  /// The same with `continue to NAME`.
  static let moving = names.union(["continue"])

  private static let example =
    "w = param([2])\nL = mean((w - 3) ** 2)\ntrain L with sgd(lr=0.1) steps=0\n"

  static let verbs: [VerbEntry] = [
    verb("step", .optionalExpression, "step [N]", "Executes one instruction, or N.") {
      machine, count in machine.walk(to: machine.position + count)
    },
    verb("next", .none, "next", "Executes to the end of this layer.") { machine, _ in
      machine.leave(machine.layer)
    },
    verb("finish", .none, "finish", "Executes out of the layer that holds this one.") {
      machine, _ in machine.leave(machine.outerLayer)
    },
    verb("forward", .none, "forward", "Executes to the end of the forward pass.") { machine, _ in
      machine.finish(.forward)
    },
    verb("backward", .none, "backward", "Executes to the end of the backward pass.") {
      machine, _ in machine.finish(.backward)
    },
    verb("update", .none, "update", "Executes to the end of the update.") { machine, _ in
      machine.finish(.update)
    },
    verb("iterate", .none, "iterate", "Executes to the end of the training step.") {
      machine, _ in machine.finish(.update)
    },
    VerbEntry(
      "back",
      .phrase([
        .init("step", .optionalExpression), .init("next"), .init("finish"), .init("continue"),
        .init("forward"), .init("backward"), .init("update"), .init("iterate"),
      ]), usage: "back step [N] | next | finish | continue | iterate",
      summary: "The same backwards, across training steps too.",
      example: example + "step 4\nback step 2"
    ) { notebook, verb throws(Diagnostic) in try notebook.back(verb) },
    VerbEntry(
      "continue", clauses: ["to"], usage: "continue [to NAME]",
      summary: "Executes to a breakpoint, to a named place, or to the end of the training step.",
      example: example + "continue to L"
    ) { notebook, verb throws(Diagnostic) in try notebook.goOn(verb) },
    VerbEntry(
      "goto", .expression, needs: "a training step", usage: "goto STEP",
      summary: "Goes to the end of a training step, earlier or later.",
      example: example + "goto 3\ngoto 1"
    ) { notebook, verb throws(Diagnostic) in try notebook.goTo(verb) },
    VerbEntry(
      "until", .expression, needs: "a condition", usage: "until EXPR",
      summary: "Executes training steps until a condition holds.",
      example: example + "until L < 1"
    ) { notebook, verb throws(Diagnostic) in try notebook.until(verb) },
    VerbEntry(
      "break", .phrase([.init("at", .expression)]), usage: "break at net.2",
      summary: "Stops walking at a place.", example: example + "break at L\ncontinue"
    ) { notebook, verb throws(Diagnostic) in try notebook.breakAt(verb) },
    VerbEntry(
      "delete", .optionalExpression, usage: "delete [N]",
      summary: "Removes a breakpoint, or all.", example: example + "break at L\ndelete 1"
    ) { notebook, verb throws(Diagnostic) in try notebook.deleteBreakpoint(verb) },
    VerbEntry(
      "breakpoints", usage: "breakpoints", summary: "Lists the breakpoints.",
      example: example + "break at L\nbreakpoints"
    ) { notebook, _ throws(Diagnostic) in
      if notebook.breakpoints.isEmpty { notebook.show(.text("no breakpoints")) }
      for breakpoint in notebook.breakpoints {
        notebook.show(.text("\(breakpoint.number): \(breakpoint.path)"))
      }
    },
  ]

  private static func verb(
    _ name: String, _ subject: VerbGrammar.Subject, _ usage: String, _ summary: String,
    _ move: @escaping @Sendable (Machine, Int) -> Void
  ) -> VerbEntry {
    VerbEntry(name, subject, usage: usage, summary: summary, example: example + name) {
      notebook, verb throws(Diagnostic) in
      let run = try notebook.walkedRun(verb)
      var count = 1
      if let expression = verb.expression {
        count = try notebook.integer(expression, "a number of instructions")
        guard count >= 0, count < 1 << 40 else {
          throw Diagnostic(
            "a number of instructions cannot be \(count)", at: expression.range,
            hint: count < 0 ? "back step \(-max(count, -Int.max)) goes backwards" : nil)
        }
      }
      if name == "step", count > run.machine.count {
        try notebook.moveLong(run, to: run.machine.position + count, verb)
      } else {
        move(run.machine, count)
      }
      notebook.showPlace(run)
    }
  }
}

extension Machine {
  /// The index of the instruction that stands next, of this training step or the one after.
  fileprivate var next: Int { position % max(count, 1) }

  /// Goes to a position; the last instruction is walked, so that what it overwrote is still known.
  fileprivate func walk(to position: Int, while progress: () -> Bool = { true }) {
    guard position > self.position else { return move(to: position, while: progress) }
    move(to: position - 1, while: progress)
    if self.position == position - 1 { stepForward() }
  }

  /// The scope of the instruction that stands next.
  fileprivate var layer: String { program.scope(of: position % max(count, 1)) }

  /// The scope around that scope, or the scope itself at the top.
  fileprivate var outerLayer: String {
    layer.lastIndex(of: ".").map { String(layer[..<$0]) } ?? layer
  }

  /// Executes while the next instruction belongs to a scope, at least once.
  fileprivate func leave(_ scope: String) {
    guard count > 0 else { return }
    let phase = program.instructions[position % count].phase
    repeat {
      stepForward()
    } while !isAtBoundary && program.instructions[position % count].phase == phase
      && isInside(position % count, scope)
  }

  /// The same backwards.
  fileprivate func leaveBackwards(_ scope: String) {
    guard count > 0, position > 0 else { return }
    let phase = program.instructions[(position - 1) % count].phase
    repeat {
      stepBack()
    } while !isAtBoundary && program.instructions[(position - 1) % count].phase == phase
      && isInside((position - 1) % count, scope)
  }

  fileprivate func isInside(_ index: Int, _ scope: String) -> Bool {
    let own = program.scope(of: index)
    return own == scope || own.hasPrefix(scope + ".")
  }

  /// Executes to the end of a phase: of this step, or of the next one when it is over already.
  fileprivate func finish(_ phase: Phase) {
    guard count > 0 else { return }
    let order = Phase.allCases
    func rank(_ index: Int) -> Int { order.firstIndex(of: program.instructions[index].phase) ?? 0 }
    let wanted = order.firstIndex(of: phase) ?? 0
    repeat { stepForward() } while !isAtBoundary && rank(position % count) > wanted
    while !isAtBoundary && rank(position % count) <= wanted { stepForward() }
  }

  /// Undoes a phase: to its beginning.
  fileprivate func undo(_ phase: Phase) {
    guard count > 0, position > 0 else { return }
    let order = Phase.allCases
    func rank(_ index: Int) -> Int { order.firstIndex(of: program.instructions[index].phase) ?? 0 }
    let wanted = order.firstIndex(of: phase) ?? 0
    repeat {
      stepBack()
    } while position > 0 && !isAtBoundary && rank((position - 1) % count) > wanted
    while position > 0 && !isAtBoundary && rank((position - 1) % count) >= wanted { stepBack() }
  }
}

extension Notebook {
  /// The run that is walked.
  func walkedRun(_ verb: Verb) throws(Diagnostic) -> Run {
    guard let run else {
      throw Diagnostic(
        "there is no program to walk", at: verb.nameRange,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    changesState = true
    return run
  }

  /// Shows the instruction that ran last.
  func showPlace(_ run: Run) {
    if let detail = detail(run) { show(.instruction(detail)) }
  }

  func back(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard case .phrase(let word, let expression) = verb.subject else { return }
    let machine = run.machine
    guard machine.position > 0 else {
      throw Diagnostic("this is the beginning of the run", at: verb.nameRange)
    }
    switch word {
    case "next": machine.leaveBackwards(machine.previousLayer)
    case "finish":
      let layer = machine.previousLayer
      machine.leaveBackwards(layer.lastIndex(of: ".").map { String(layer[..<$0]) } ?? layer)
    case "continue":
      // As forward: to a breakpoint, which every step has, or to the edge of the training step.
      let places = Set(breakpoints.compactMap { run.program.instruction(at: $0.path) })
      repeat {
        machine.stepBack()
      } while machine.position > 0
        && (places.isEmpty ? !machine.isAtBoundary : !places.contains(machine.next))
    case "forward": machine.undo(.forward)
    case "backward": machine.undo(.backward)
    case "update": machine.undo(.update)
    case "iterate":
      let start = (machine.position - 1) / max(machine.count, 1) * machine.count
      try moveLong(run, to: start, verb)
    default:
      var count = 1
      if let expression { count = try integer(expression, "a number of instructions") }
      guard count >= 0 else {
        throw Diagnostic("a number of instructions cannot be \(count)", at: expression?.range)
      }
      try moveLong(run, to: max(0, machine.position - min(count, machine.position)), verb)
    }
    showPlace(run)
  }

  /// Moves that may take long can be interrupted.
  func moveLong(_ run: Run, to position: Int, _ verb: Verb) throws(Diagnostic) {
    var isInterrupted = false
    run.machine.walk(to: position) { [unowned self] in
      guard let control = self.control, control.isPending else { return true }
      while let request = control.next() {
        switch request {
        case .interrupt: isInterrupted = true
        case .publish: control.publish(self.snapshot())
        case .command(let line): self.show(.volatile("'\(line)' was not executed: still moving"))
        }
      }
      return !isInterrupted
    }
    if isInterrupted { throw Diagnostic("interrupted", at: verb.nameRange) }
  }

  func goOn(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    let machine = run.machine
    if let clause = verb.clause("to") {
      guard let place = place(of: clause, run) else { throw noPlace(clause) }
      let start = machine.position / machine.count * machine.count
      let target = start + place
      try moveLong(run, to: target > machine.position ? target : target + machine.count, verb)
    } else {
      let places = Set(breakpoints.compactMap { run.program.instruction(at: $0.path) })
      repeat {
        machine.stepForward()
      } while places.isEmpty ? !machine.isAtBoundary : !places.contains(machine.next)
    }
    showPlace(run)
  }

  func goTo(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard let expression = verb.expression else { return }
    let step = try integer(expression, "a training step")
    guard step >= 0, step < 1 << 40 else {
      throw Diagnostic("there is no training step \(step)", at: expression.range)
    }
    try moveLong(run, to: step * run.machine.count, verb)
    showPlace(run)
  }

  func until(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard let expression = verb.expression else { return }
    for _ in 0..<1_000_000 {
      try moveLong(run, to: (run.machine.updates + 1) * run.machine.count, verb)
      if try truth(expression) {
        showPlace(run)
        return
      }
    }
    throw Diagnostic(
      "the condition did not hold within 1,000,000 training steps", at: expression.range)
  }

  func breakAt(_ verb: Verb) throws(Diagnostic) {
    guard let run else {
      throw Diagnostic(
        "there is no program to break into", at: verb.nameRange,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    guard case .phrase(_, let expression?) = verb.subject else { return }
    guard place(of: expression, run) != nil, let path = expression.plainName else {
      throw noPlace(expression)
    }
    let number = (breakpoints.map(\.number).max() ?? 0) + 1
    breakpoints.append(Breakpoint(number: number, path: path))
    show(.text("breakpoint \(number) at \(path)"))
  }

  func deleteBreakpoint(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else {
      breakpoints = []
      return
    }
    let number = try integer(expression, "a breakpoint")
    guard breakpoints.contains(where: { $0.number == number }) else {
      throw Diagnostic(
        "there is no breakpoint \(number)", at: expression.range, hint: "breakpoints lists them")
    }
    breakpoints.removeAll { $0.number == number }
  }

  private func place(of expression: Expression, _ run: Run) -> Int? {
    expression.plainName.flatMap { run.program.instruction(at: $0) }
  }

  private func noPlace(_ expression: Expression) -> Diagnostic {
    let name = expression.plainName ?? currentSource[expression.range]
    let paths = run?.program.instructions.map(\.path) ?? []
    return Diagnostic(
      "there is no instruction '\(name)' in the program", at: expression.range,
      hint: didYouMean(name, among: paths).map { "did you mean '\($0)'?" }
        ?? "list shows the instructions")
  }
}

extension Machine {
  /// The scope of the instruction that ran last.
  fileprivate var previousLayer: String { program.scope(of: max(counter - 1, 0)) }
}
