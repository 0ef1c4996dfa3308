// train, pause, stop, at, every, track: making a run and steering it.

import Engine
import Language

enum Training {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "train", .optionalExpression, clauses: ["with"],
      options: [
        "steps", "epochs", "schedule", "clip", "clip_value", "discard", "norm_type", "for",
      ], hasBlock: true, needs: "a loss", usage: "train L with adam(lr=1e-3) steps=500",
      summary:
        "Compiles a loss into a program and runs it; train 500 goes on. schedule=cosine(500) "
        + "changes lr from step to step; clip= and clip_value= bound the gradients by their norm and "
        + "each element, discard= leaves out steps with a larger norm (norm_type=2); for= trains a "
        + "part.",
      example: "w = param([2])\nL = mean((w - 3) ** 2)\ntrain L with sgd(lr=0.1) steps=20"
    ) { notebook, verb throws(Diagnostic) in try notebook.train(verb) },
    VerbEntry(
      "track", .expression, clauses: ["every"], usage: "track EXPR every 50",
      summary: "Records a value while training goes on; it is plotted with the loss.",
      example: "w = param([2])\ntrack mean(w) every 5\ntrain mean(w ** 2) with sgd(lr=0.1) steps=20"
    ) { notebook, verb throws(Diagnostic) in try notebook.track(verb) },
    VerbEntry(
      "pause", usage: "pause", summary: "Holds the run at the next step; continue goes on.",
      isRecorded: false
    ) { _, verb throws(Diagnostic) in
      throw Diagnostic("nothing is running", at: verb.nameRange, hint: "train goes on with a run")
    },
    VerbEntry(
      "stop", usage: "stop", summary: "Ends the run at the next step.",
      example: "w = param([2])\nL = mean((w - 3) ** 2)\n"
        + "train L with sgd(lr=0.1) steps=20 { at 10 { stop } }", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in
      guard notebook.isAdvancing, let run = notebook.run else {
        throw Diagnostic("nothing is running", at: verb.nameRange)
      }
      notebook.endRun(run)
    },
    VerbEntry(
      "at", .expression, clauses: ["before", "round"], hasBlock: true,
      needs: "a number of steps", usage: "at 137 { set lr = 0.01 }",
      summary: "Inside train: what is to be done when so many updates are complete; in a loop, "
        + "at 137 round 2 acts the second time.",
      example: "w = param([2])\nL = mean((w - 3) ** 2)\n"
        + "train L with sgd(lr=0.1) steps=20 { at 10 { set lr = 0.01 } }"
    ) { _, verb throws(Diagnostic) in throw outside(verb) },
    VerbEntry(
      "every", .expression, clauses: ["round"], hasBlock: true, needs: "a number of steps",
      usage: "every 100 { print L }",
      summary: "Inside train: what is to be done again and again.",
      example: "w = param([2])\nL = mean((w - 3) ** 2)\n"
        + "train L with sgd(lr=0.1) steps=20 { every 10 { print w } }"
    ) { _, verb throws(Diagnostic) in throw outside(verb) },
  ]

  private static func outside(_ verb: Verb) -> Diagnostic {
    Diagnostic(
      "'\(verb.name)' belongs inside train { … }", at: verb.nameRange,
      hint: "train L with adam(lr=0.05) steps=500 { \(verb.name) 100 { print L } }")
  }
}

extension Notebook {
  // MARK: train

  func train(_ verb: Verb) throws(Diagnostic) {
    guard !isAdvancing else {
      throw Diagnostic(
        "a run goes on already", at: verb.nameRange, hint: "stop it first, or continue it")
    }
    try checkStopping(verb)
    guard let subject = verb.expression else {
      guard run != nil else {
        throw Diagnostic(
          "'train' needs a loss", at: verb.nameRange, hint: "train L with adam(lr=1e-3) steps=500")
      }
      return try goOn(for: nil, verb)
    }
    let value = try evaluate(subject)
    if case .number(let count) = value, verb.clause("with") == nil {
      guard let steps = Int(exactly: count), steps >= 0, steps < 1 << 40 else {
        throw Diagnostic(
          "the number of steps must be a whole number, not \(NumberText.short(count))",
          at: subject.range)
      }
      return try goOn(for: steps, verb)
    }
    guard case .tensor(let loss) = value else {
      throw Diagnostic(
        "a loss must be a tensor, not \(value.kind)", at: subject.range,
        hint: "train L with adam(lr=1e-3) steps=500")
    }
    let run = try makeRun(loss, subject, verb)
    replaceRun(run)
    changesState = true
    let steps = try steps(verb, run)
    let count = run.program.trained.reduce(0) { $0 + run.program.slots[$1.parameter].shape.count }
    show(
      .text(
        "\(run.name): \(count) parameter\(count == 1 ? "" : "s"), "
          + "\(run.program.instructions.count) instructions a step, \(run.optimizer.summary)"))
    bindBreakpoints(to: run)
    try advance(run, to: steps, verb)
  }

  private func makeRun(
    _ loss: Node, _ subject: Expression, _ verb: Verb
  ) throws(Diagnostic) -> Run {
    guard let with = verb.clause("with") else {
      throw Diagnostic(
        "'train' needs an optimizer", at: subject.range,
        hint: "train \(subject.plainName ?? "L") with adam(lr=1e-3) steps=500")
    }
    let optimizer = try optimizer(with)
    var only: Set<ObjectIdentifier>?
    if let part = verb.option("for") {
      only = Set(try parameters(part.value).map { ObjectIdentifier($0) })
    }
    let options = try updateOptions(verb)
    // The backward pass holds a gradient for every value of the forward pass.
    let needed = graph.dependencies(of: [loss])
    try checkMemory(needed + needed, subject.range)
    let compiled = try located(subject.range) { () throws(EngineError) in
      try graph.compileTraining(loss, optimizer: optimizer, parameters: only, options: options)
    }
    let machine = try located(subject.range) { () throws(EngineError) in
      try Machine(compiled.program, historyBytes: historyBytes)
    }
    let schedule = verb.option("schedule").map { option in
      currentSource[option.value.range].split { $0.isWhitespace }.joined(separator: " ")
    }
    let bounds = ["clip", "clip_value", "discard", "norm_type", "for"].compactMap { name in
      verb.option(name).map { "\(name)=\(currentSource[$0.value.range])" }
    }
    return Run(
      loss: loss, name: subject.plainName ?? "loss", program: compiled.program,
      gradients: compiled.gradients, machine: machine, optimizer: optimizer, schedule: schedule,
      bounds: bounds.joined(separator: " "))
  }

  /// What `schedule=`, `clip=` and the other bounds ask for.
  private func updateOptions(_ verb: Verb) throws(Diagnostic) -> UpdateOptions {
    var options = UpdateOptions(
      clip: try limit(verb, "clip"), clipValue: try limit(verb, "clip_value"),
      discard: try limit(verb, "discard"))
    if let option = verb.option("norm_type") {
      guard options.clip != nil || options.discard != nil else {
        throw Diagnostic(
          "norm_type says how clip and discard measure, and neither is there",
          at: option.value.range, hint: "clip=1.0 norm_type=1")
      }
      if case .string("inf") = option.value.kind {
        options.normType = .infinity
      } else {
        options.normType = try limit(verb, "norm_type") ?? 2
      }
    }
    if let option = verb.option("schedule") { options.schedule = try schedule(option.value) }
    return options
  }

  /// An option that must be more than 0.
  private func limit(_ verb: Verb, _ name: String) throws(Diagnostic) -> Double? {
    guard let option = verb.option(name) else { return nil }
    let limit = try number(option.value, name)
    guard limit > 0 else {
      throw Diagnostic(
        "\(name) must be more than 0, not \(NumberText.short(limit))", at: option.value.range)
    }
    return limit
  }

  private func schedule(_ expression: Expression) throws(Diagnostic) -> any Schedule {
    switch try evaluate(expression) {
    case .schedule(let schedule): return schedule
    case .entry(let entry):
      if case .schedule(let make) = entry.maker {
        return try located(expression.range) { () throws(EngineError) in
          try make(try Arguments(entry.descriptor, positional: [], keywords: [], graph: graph))
        }
      }
      throw notASchedule(Value.entry(entry), expression)
    case let other: throw notASchedule(other, expression)
    }
  }

  private func notASchedule(_ value: Value, _ expression: Expression) -> Diagnostic {
    Diagnostic(
      "'schedule' needs a schedule, not \(value.kind)", at: expression.range,
      hint: "for example schedule=cosine(T_max=500) or schedule=step_lr(100)")
  }

  private func optimizer(_ expression: Expression) throws(Diagnostic) -> any Optimizer {
    switch try evaluate(expression) {
    case .optimizer(let optimizer): return optimizer
    case .entry(let entry):
      if case .optimizer(let make) = entry.maker {
        return try located(expression.range) { () throws(EngineError) in
          try make(try Arguments(entry.descriptor, positional: [], keywords: [], graph: graph))
        }
      }
      throw notAnOptimizer(Value.entry(entry), expression)
    case let other: throw notAnOptimizer(other, expression)
    }
  }

  private func notAnOptimizer(_ value: Value, _ expression: Expression) -> Diagnostic {
    Diagnostic(
      "'with' needs an optimizer, not \(value.kind)", at: expression.range,
      hint: "for example with sgd(lr=0.1) or with adam(lr=1e-3)")
  }

  /// The parameters that `for=` names: of a layer, or one tensor.
  private func parameters(_ expression: Expression) throws(Diagnostic) -> [Parameter] {
    switch try evaluate(expression) {
    case .layer(let layer): return graph.parameters(of: layer)
    case .tensor(let node):
      if let leaf = graph[node].operation as? ParameterLeaf { return [leaf.parameter] }
      throw Diagnostic("for= needs a parameter or a layer", at: expression.range)
    case let other:
      throw Diagnostic(
        "for= needs a parameter or a layer, not \(other.kind)", at: expression.range)
    }
  }

  /// How many updates `steps=` or `epochs=` asks for.
  private func steps(_ verb: Verb, _ run: Run) throws(Diagnostic) -> Int {
    if let option = verb.option("steps") {
      let steps = try integer(option.value, "steps")
      guard steps >= 0 else {
        throw Diagnostic("steps cannot be negative: \(steps)", at: option.value.range)
      }
      return steps
    }
    if let option = verb.option("epochs") {
      let epochs = try integer(option.value, "epochs")
      guard epochs >= 0, epochs < 1 << 30 else {
        throw Diagnostic(
          "epochs must be from 0 to a billion, not \(epochs)", at: option.value.range)
      }
      return epochs * run.stepsPerEpoch
    }
    throw Diagnostic(
      "'train' needs steps or epochs", at: verb.nameRange,
      hint: "train \(run.name) with \(run.optimizer.summary) steps=500")
  }

  private func goOn(for steps: Int?, _ verb: Verb) throws(Diagnostic) {
    guard let run else {
      throw Diagnostic(
        "there is no run to go on with", at: verb.nameRange,
        hint: "train L with adam(lr=1e-3) steps=500")
    }
    changesState = true
    var more = steps ?? 0
    if steps == nil { more = try self.steps(verb, run) }
    try advance(run, to: run.machine.updates + more, verb)
  }

  // MARK: track

  func track(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    let node = try tensor(try evaluate(expression), expression.range, for: "track")
    guard graph.shape(node).count == 1 else {
      throw Diagnostic(
        "'track' needs one number, this has shape \(graph.shape(node))", at: expression.range,
        hint: "take its mean() or norm()")
    }
    var every = 1
    if let clause = verb.clause("every") {
      every = try integer(clause, "every")
      guard every > 0 else {
        throw Diagnostic("every must be at least 1, not \(every)", at: clause.range)
      }
    }
    let name = currentSource[expression.range]
    trackers.removeAll { $0.name == name }
    trackers.append(Tracker(name: name, node: node, every: every))
  }
}
