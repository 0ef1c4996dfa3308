// break, tbreak, watch, ignore, disable, enable, delete, breakpoints: what stops a run.

import Engine
import Language

enum Stopping {
  private static let kinds: VerbGrammar.Subject = .phrase([
    .init("at", .expression), .init("when", .expression), .init("nan"),
  ])
  private static let example = Walking.example

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "break", kinds, hasBlock: true, usage: "break at net.2 | when EXPR | nan",
      summary: "Stops what runs: continue, train, goto, until and every other move. at: before the "
        + "first instruction of a layer (net.2), a time step (r.t3), heads (net.0.heads), a "
        + "parameter's update (net.2.weight), or before one instruction; net.2.grad is where the "
        + "backward pass comes to a layer. when: a condition on values, parameters or gradients, "
        + "looked at once a training step, right after the last instruction that writes what it "
        + "reads. nan: at the instruction that made the first NaN or infinity; at full speed one "
        + "that reaches the loss, a gradient or a parameter. { … } are commands to run at every "
        + "stop; a continue at their end goes on. Breakpoints stay for the next run.",
      example: example + "break when norm(w.grad) < 2\ncontinue\nbreak at L { print w }\ncontinue"
    ) { notebook, verb throws(Diagnostic) in try notebook.breakAt(verb) },
    VerbEntry(
      "tbreak", kinds, hasBlock: true, usage: "tbreak at net.2 | when EXPR | nan",
      summary: "Stops once, like break, and is deleted then.",
      example: example + "tbreak at L\ncontinue\nbreakpoints"
    ) { notebook, verb throws(Diagnostic) in try notebook.breakAt(verb, isTemporary: true) },
    VerbEntry(
      "watch", .expression, hasBlock: true, needs: "a value", usage: "watch EXPR",
      summary: "Stops when a value changes and says what it was and is; looked at like break when. "
        + "back continue goes to the last write that changed it.",
      example: example + "watch w[0]\ncontinue\ncontinue\nback continue"
    ) { notebook, verb throws(Diagnostic) in try notebook.watch(verb) },
    VerbEntry(
      "ignore", .word, moreWords: 1, needs: "a breakpoint and a count", usage: "ignore N COUNT",
      summary: "Passes a breakpoint so many times.",
      example: example + "break at L\nignore 1 5\ncontinue"
    ) { notebook, verb throws(Diagnostic) in try notebook.ignore(verb) },
    VerbEntry(
      "disable", .optionalExpression, usage: "disable [N]",
      summary: "Keeps a breakpoint, or all, from stopping.",
      example: example + "break at L\ndisable 1\ncontinue"
    ) { notebook, verb throws(Diagnostic) in try notebook.enable(verb, false) },
    VerbEntry(
      "enable", .optionalExpression, usage: "enable [N]",
      summary: "Lets a breakpoint, or all, stop again.",
      example: example + "break at L\ndisable\nenable 1\ncontinue"
    ) { notebook, verb throws(Diagnostic) in try notebook.enable(verb, true) },
    VerbEntry(
      "delete", .optionalExpression, usage: "delete [N]",
      summary: "Removes a breakpoint, or all.", example: example + "break at L\ndelete 1"
    ) { notebook, verb throws(Diagnostic) in try notebook.deleteBreakpoint(verb) },
    VerbEntry(
      "breakpoints", usage: "breakpoints",
      summary: "Lists the breakpoints with how often they were met.",
      example: example + "break at L\nwatch w\nbreakpoints"
    ) { notebook, _ throws(Diagnostic) in notebook.listBreakpoints() },
  ]
}

extension Notebook {
  func breakAt(_ verb: Verb, isTemporary: Bool = false) throws(Diagnostic) {
    guard case .phrase(let word, let expression) = verb.subject else { return }
    var breakpoint: Breakpoint
    switch word {
    case "at":
      guard let run else {
        throw Diagnostic(
          "there is no program to break into", at: verb.nameRange,
          hint: "train L with sgd(lr=0.1) steps=0 makes one")
      }
      guard let expression else { return }
      guard place(of: expression, run) != nil, let name = placeName(expression) else {
        throw noPlace(expression)
      }
      breakpoint = newBreakpoint(.at(name))
    case "nan": breakpoint = newBreakpoint(.nan)
    default:
      breakpoint = newBreakpoint(.when)
      breakpoint.expression = expression
    }
    breakpoint.isTemporary = isTemporary
    try add(breakpoint, verb)
    if word == "nan", let run, run.machine.position > 0,
      run.machine.hasNonFinite || (run.machine.isAtBoundary && !run.machine.stepIsFinite)
    {
      show(.text("there is one already: goto nan goes to the instruction that made it"))
    }
  }

  func watch(_ verb: Verb) throws(Diagnostic) {
    var breakpoint = newBreakpoint(.watch)
    breakpoint.expression = verb.expression
    try add(breakpoint, verb)
  }

  private func newBreakpoint(_ kind: Breakpoint.Kind) -> Breakpoint {
    Breakpoint(
      number: (breakpoints.map(\.number).max() ?? 0) + 1, kind: kind, source: currentSource)
  }

  private func add(_ breakpoint: Breakpoint, _ verb: Verb) throws(Diagnostic) {
    var breakpoint = breakpoint
    try checkCommands(verb)
    breakpoint.commands = verb.block ?? []
    if case .verb(let last)? = breakpoint.commands.last?.kind,
      ["continue", "c"].contains(last.name)
    {
      breakpoint.commands.removeLast()
      breakpoint.goesOn = true
    }
    // What cannot be evaluated is an error now, not when the run comes to it.
    if let run {
      if let gauge = try gauge(breakpoint, run), breakpoint.kind == .watch,
        gauge.isAlwaysThere
      {
        gauge.remember(
          try values(of: breakpoint, gauge, run), at: run.machine.position, run.machine)
      }
    } else if let expression = breakpoint.expression {
      try checkWithoutRun(expression, isCondition: breakpoint.kind == .when)
    }
    breakpoints.append(breakpoint)
    show(.text("\(breakpoint.title): \(breakpoint.text)\(breakpoint.isTemporary ? ", once" : "")"))
  }

  private func checkWithoutRun(
    _ expression: Expression, isCondition: Bool
  ) throws(Diagnostic) {
    let value = try evaluate(expression)
    if isCondition, case .tensor(let node) = value {
      let shape: Shape = graph.shape(node)
      guard shape.count == 1 else {
        throw Diagnostic(
          "a condition needs one value, this tensor has shape \(shape)", at: expression.range,
          hint: "reduce it with amax(…), amin(…) or mean(…)")
      }
    }
  }

  /// Commands look and change; they do not move, but for a `continue` at their end.
  private func checkCommands(_ verb: Verb) throws(Diagnostic) {
    guard let block = verb.block else { return }
    var pending = block
    if case .verb(let last)? = pending.last?.kind, ["continue", "c"].contains(last.name),
      last.clauses.isEmpty
    {
      pending.removeLast()
    }
    while let statement = pending.popLast() {
      switch statement.kind {
      case .verb(let inner):
        if Walking.moving.contains(inner.name) || inner.name == "train" {
          throw Diagnostic(
            "the commands of a breakpoint cannot move: '\(inner.name)'", at: inner.nameRange,
            hint: "a continue at their end goes on")
        }
      case .loop(_, _, let body), .whileLoop(_, let body), .definition(_, _, let body):
        pending += body
      case .conditional(_, let then, let otherwise): pending += then + otherwise
      case .binding, .carry, .expression: break
      }
    }
  }

  /// A function that a breakpoint's commands call does not move either.
  func checkStopping(_ verb: Verb) throws(Diagnostic) {
    guard isStopping else { return }
    throw Diagnostic(
      "the commands of a breakpoint cannot move: '\(verb.name)'", at: verb.nameRange,
      hint: "a continue at their end goes on")
  }

  func ignore(_ verb: Verb) throws(Diagnostic) {
    guard case .word(let word, let range) = verb.subject else { return }
    guard let number = Int(word), let index = breakpoints.firstIndex(where: { $0.number == number })
    else { throw noBreakpoint(word, range) }
    guard let more = verb.options.first, case .string(let text) = more.value.kind else {
      throw Diagnostic(
        "'ignore' needs how often breakpoint \(number) is to be passed", at: range,
        hint: "ignore \(number) 5")
    }
    guard let count = Int(text), count >= 0, count < 1 << 40 else {
      throw Diagnostic(
        "a breakpoint cannot be passed '\(text)' times", at: more.value.range,
        hint: "ignore \(number) 5")
    }
    breakpoints[index].ignored = count
    show(.text("\(breakpoints[index].title) is passed \(count) time\(count == 1 ? "" : "s")"))
  }

  func enable(_ verb: Verb, _ isEnabled: Bool) throws(Diagnostic) {
    guard let expression = verb.expression else {
      for index in breakpoints.indices { breakpoints[index].isEnabled = isEnabled }
      return
    }
    breakpoints[try index(expression)].isEnabled = isEnabled
  }

  func deleteBreakpoint(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else {
      breakpoints = []
      return
    }
    breakpoints.remove(at: try index(expression))
  }

  private func index(_ expression: Expression) throws(Diagnostic) -> Int {
    let number = try integer(expression, "a breakpoint")
    guard let index = breakpoints.firstIndex(where: { $0.number == number }) else {
      throw noBreakpoint(String(number), expression.range)
    }
    return index
  }

  private func noBreakpoint(_ word: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic("there is no breakpoint \(word)", at: range, hint: "breakpoints lists them")
  }

  func listBreakpoints() {
    guard !breakpoints.isEmpty else { return show(.text("no breakpoints")) }
    show(
      .table(
        TableOutput(
          header: ["N", "stops", "hits", "enabled", "then"],
          rows: breakpoints.map { breakpoint in
            var then: [String] = []
            if breakpoint.ignored > 0 { then.append("passed \(breakpoint.ignored) times first") }
            if !breakpoint.commands.isEmpty {
              let range = breakpoint.commands.dropFirst().reduce(breakpoint.commands[0].range) {
                $0.union($1.range)
              }
              then.append("{ " + breakpoint.source[range].replacing("\n", with: "; ") + " }")
            }
            if breakpoint.goesOn { then.append("goes on") }
            if breakpoint.isTemporary { then.append("deleted") }
            return [
              String(breakpoint.number),
              (breakpoint.kind == .watch ? "" : "break ") + breakpoint.text,
              String(breakpoint.hits), breakpoint.isEnabled ? "yes" : "no",
              then.joined(separator: ", "),
            ]
          })))
  }

  /// A new run: what means nothing in its program is kept, but does not stop it.
  func bindBreakpoints(to run: Run) {
    for index in breakpoints.indices where breakpoints[index].isEnabled {
      let breakpoint = breakpoints[index]
      var reason: String?
      if case .at(let name) = breakpoint.kind {
        if place(breakpoint, run) == nil { reason = "there is no '\(name)' in this program" }
      } else {
        do throws(Diagnostic) { _ = try gauge(breakpoint, run) } catch { reason = error.message }
      }
      guard let reason else { continue }
      breakpoints[index].isEnabled = false
      show(.text("\(breakpoint.title) (\(breakpoint.text)) is disabled: \(reason)"))
    }
  }
}
