// step, next, finish, forward, backward, update, iterate, continue, goto, until: moving through the
// program; back is in WalkingBack.swift. Every move ends by showing the instruction that ran last; on
// its way it stops at breakpoints, which are in Stopping.swift.

import Engine
import Language

enum Walking {
  /// Verbs that move the machine.
  static let names: Set<String> = [
    "step", "next", "finish", "back", "forward", "backward", "update", "iterate", "goto", "until",
    "s", "n", "f",
  ]
  /// The same with `continue to NAME`.
  static let moving = names.union(["continue", "c"])
  /// Steps after which a search for a condition or a breakpoint gives up.
  static let patience = 1_000_000

  static let example =
    "w = param([2])\nL = mean((w - 3) ** 2)\ntrain L with sgd(lr=0.1) steps=0\n"

  static let verbs: [VerbEntry] =
    [
      VerbEntry(
        "step", .optionalExpression, usage: "step [N]",
        summary: "Executes one instruction, or N. Single key: s.", example: example + "step"
      ) { notebook, verb throws(Diagnostic) in
        let run = try notebook.walkedRun(verb)
        try notebook.move(.step(try notebook.count(verb.expression)), run, verb)
      },
      verb(
        "next", .next,
        "Executes to the end of the scope that stands next: a layer, a time step of an unrolled "
          + "recurrent layer, the heads of an attention layer, a parameter in the update. Single key: "
          + "n."),
      verb(
        "finish", .finish,
        "Executes out of the scope that holds this one: out of the time step's recurrent layer, out "
          + "of the block that holds a layer. Single key: f."),
      verb("forward", .end(of: .forward), "Executes to the end of the forward pass."),
      verb("backward", .end(of: .backward), "Executes to the end of the backward pass."),
      verb("update", .end(of: .update), "Executes to the end of the update."),
      verb("iterate", .iterate, "Executes to the end of the training step."),
      VerbEntry(
        "back",
        .phrase([
          .init("step", .optionalExpression), .init("next"), .init("finish"), .init("continue"),
          .init("forward"), .init("backward"), .init("update"), .init("iterate"),
          .init("until", .expression),
        ]), clauses: ["to"],
        usage: "back step [N] | next | finish | continue [to NAME] | forward | backward | update "
          + "| iterate | until EXPR",
        summary:
          "The same backwards, across training steps too, to the same bits. back continue goes "
          + "to the last place where a breakpoint stops, with a watch to the last write that changed "
          + "the value; without breakpoints to the edge of the training step. back until goes to "
          + "the last training step at whose end a condition held. Single keys: S N F C B.",
        example: example + "step 4\nback step 2\nback continue to L\ngoto 9\nback until L > 2"
      ) { notebook, verb throws(Diagnostic) in try notebook.back(verb) },
      VerbEntry(
        "continue", clauses: ["to"], usage: "continue [to NAME]",
        summary:
          "Executes to the next breakpoint, on through the run that one has stopped, or else to "
          + "the end of the training step. to NAME: to a layer (net.2), a time step (r.t3), heads "
          + "(net.0.heads), an instruction; net.2.grad is where the backward pass comes to it, "
          + "net.2.update the update. Single key: c.",
        example: example + "continue to L"
      ) { notebook, verb throws(Diagnostic) in try notebook.goOn(verb) },
      VerbEntry(
        "goto", .expression, needs: "a training step", usage: "goto STEP | nan",
        summary: "Goes to the end of a training step, earlier or later. On the way to a later one "
          + "breakpoints stop, to an earlier one it jumps. goto nan goes to the instruction that "
          + "made the first NaN or infinity and names its operands.",
        example: example + "goto 3\ngoto 1"
      ) { notebook, verb throws(Diagnostic) in try notebook.goTo(verb) },
      VerbEntry(
        "until", .expression, needs: "a condition", usage: "until EXPR",
        summary: "Executes training steps until a condition holds at the end of one.",
        example: example + "until L < 1"
      ) { notebook, verb throws(Diagnostic) in try notebook.until(verb) },
    ] + short

  /// The keys of the single-key mode as words, while nothing is bound to them.
  private static let short: [VerbEntry] = [
    VerbEntry(
      "s", .optionalExpression, usage: "s [N]", summary: "Short for step.", example: example + "s 3"
    ) { notebook, verb throws(Diagnostic) in
      let run = try notebook.walkedRun(verb)
      try notebook.move(.step(try notebook.count(verb.expression)), run, verb)
    },
    verb("n", .next, "Short for next."),
    verb("f", .finish, "Short for finish."),
    VerbEntry(
      "c", clauses: ["to"], usage: "c [to NAME]", summary: "Short for continue.",
      example: example + "c to L"
    ) { notebook, verb throws(Diagnostic) in try notebook.goOn(verb) },
  ]

  private static func verb(_ name: String, _ move: Move, _ summary: String) -> VerbEntry {
    VerbEntry(name, usage: name, summary: summary, example: example + name) {
      notebook, verb throws(Diagnostic) in
      try notebook.move(move, try notebook.walkedRun(verb), verb)
    }
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
    try checkStopping(verb)
    changesState = true
    return run
  }

  /// Shows the instruction that ran last.
  func showPlace(_ run: Run) {
    if let detail = detail(run) { show(.instruction(detail)) }
  }

  /// How many instructions a person asks for.
  fileprivate func count(_ expression: Expression?) throws(Diagnostic) -> Int {
    guard let expression else { return 1 }
    let count = try integer(expression, "a number of instructions")
    guard count >= 0, count < 1 << 40 else {
      throw Diagnostic(
        "a number of instructions cannot be \(count)", at: expression.range,
        hint: count < 0 ? "back step \(-max(count, -Int.max)) goes backwards" : nil)
    }
    return count
  }

  /// Makes a move and shows where it ends.
  func move(_ move: Move, _ run: Run, _ verb: Verb) throws(Diagnostic) {
    let target = run.program.target(of: move, from: run.machine.position)
    if try moveLong(run, to: target, verb) { showPlace(run) }
  }

  /// Goes somewhere; moves that may take long can be interrupted.
  ///
  /// - Parameter isStopped: whether breakpoints stop it.
  /// - Returns: false when a breakpoint stopped it and the place was shown.
  func moveLong(
    _ run: Run, to position: Int, _ verb: Verb, isStopped: Bool = true
  ) throws(Diagnostic) -> Bool {
    movingTo = position / max(1, run.machine.count)
    defer { movingTo = nil }
    if isStopped, position > run.machine.position, !breakpoints.isEmpty {
      switch try travel(run, to: position, while: goesOn) {
      case .there: return true
      case .stopped: return false
      case .interrupted: throw Diagnostic("interrupted", at: verb.nameRange)
      }
    }
    var isInterrupted = false
    run.machine.walk(to: position) { [unowned self] in
      isInterrupted = isInterrupted || !self.goesOn()
      return !isInterrupted
    }
    if isInterrupted { throw Diagnostic("interrupted", at: verb.nameRange) }
    return true
  }

  /// Serves who waits during a long move; false when it was interrupted.
  func goesOn() -> Bool {
    guard let control, control.isPending else { return true }
    var isInterrupted = false
    while let request = control.next() {
      switch request {
      case .interrupt: isInterrupted = true
      case .publish: control.publish(snapshot())
      case .look(let gaze):
        look(gaze)
        control.publish(snapshot())
      case .command(let line): show(.volatile("'\(line)' was not executed: still moving"))
      }
    }
    return !isInterrupted
  }

  func goOn(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    let machine = run.machine
    if let clause = verb.clause("to") {
      guard let place = place(of: clause, run) else { throw noPlace(clause) }
      let start = machine.position / machine.count * machine.count
      let target = start + place
      if try moveLong(run, to: target > machine.position ? target : target + machine.count, verb) {
        showPlace(run)
      }
      return
    }
    if let suspended = run.suspended, suspended.target > machine.updates {
      return try goOn(suspended, run)
    }
    guard breakpoints.contains(where: \.isEnabled) else { return try move(.iterate, run, verb) }
    // A run that was asked for ends; beyond it somebody has to be stopped by something.
    let target = machine.updates < run.target ? run.target : machine.updates + Walking.patience
    guard try moveLong(run, to: target * machine.count, verb) else { return }
    if target == run.target {
      showPlace(run)
    } else {
      throw Diagnostic(
        "no breakpoint stopped within 1,000,000 training steps", at: verb.nameRange,
        hint: "breakpoints lists them")
    }
  }

  func goTo(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard let expression = verb.expression else { return }
    if case .name("nan") = expression.kind, environment["nan"] == nil {
      return try goToNonFinite(run, verb)
    }
    let step = try integer(expression, "a training step")
    guard step >= 0, step < 1 << 40 else {
      throw Diagnostic("there is no training step \(step)", at: expression.range)
    }
    try move(.goto(step), run, verb)
  }

  func until(_ verb: Verb) throws(Diagnostic) {
    let run = try walkedRun(verb)
    guard let expression = verb.expression else { return }
    // Every look traces the expression anew; what it has traced is let go of again.
    let trace = graph.checkpoint()
    for _ in 0..<Walking.patience {
      let target = (run.machine.updates + 1) * run.machine.count
      guard try moveLong(run, to: target, verb) else { return }
      if graph.records.count > trace.limit { graph.rollBack(to: trace) }
      if try truth(expression) { return showPlace(run) }
    }
    throw Diagnostic(
      "the condition did not hold within 1,000,000 training steps", at: expression.range)
  }

  /// The place that an expression names.
  func place(of expression: Expression, _ run: Run) -> Int? {
    placeName(expression).flatMap { run.program.instruction(at: $0) }
  }

  /// A layer's or an instruction's name, or the number that `list` shows.
  func placeName(_ expression: Expression) -> String? {
    if case .number = expression.kind { return currentSource[expression.range] }
    return expression.plainName
  }

  func noPlace(_ expression: Expression) -> Diagnostic {
    let name = expression.plainName ?? currentSource[expression.range]
    return Diagnostic(
      "there is no instruction '\(name)' in the program", at: expression.range,
      hint: didYouMean(name, among: run?.program.placeNames ?? []).map { "did you mean '\($0)'?" }
        ?? "list shows the instructions")
  }
}
