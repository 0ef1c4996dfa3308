// predict: the learner's answer, graded; a hint after the second miss, the way out after the third.

import Engine
import Language

enum Predict {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "predict", .assignment, needs: "a value and an answer", usage: "predict X[i, j] = -0.25",
      summary: "Grades an answer: exact is the value rounded to the digits typed (two or more), "
        + "close is within 5 % of it, and anything else is told how far it is off. X is an element, "
        + "a row or a whole tensor (predict x = [0.1, 0.2]), also one that the step has not come "
        + "to. After the second miss in a row there is a hint, after the third explain is offered. "
        + "A miss is no error: the cell goes on, its grade is recorded, and verify compares the "
        + "grade; expect is for what must hold.",
      example: "x = [[0.05, 0.1]]\nz = x @ [[0.2, 2], [0.4, 4]]\npredict z[0, 0] = 0.05\n"
        + "predict z = [[0.05, 0.6]]"
    ) { notebook, verb throws(Diagnostic) in
      guard case .assignment(let target, let value) = verb.subject else { return }
      try notebook.predict(target, value)
    }
  ]

  /// Elements that one answer may have.
  static let most = 10_000
}

extension Notebook {
  func predict(_ target: Expression, _ answer: Expression) throws(Diagnostic) {
    let text = currentSource[target.range]
    let digits = typedNumbers(answer)
    let given = try value(
      of: try tensor(try evaluate(answer), answer.range, for: "predict"), answer.range)
    let (base, parts) = target.subscripted
    let subject = try subject(base, for: "predict")
    let truth = try futureValue(subject, target.range)
    let places = try places(of: subject, truth.shape, parts, target.range)
    guard given.count == places.count else {
      throw Diagnostic(
        "\(text) has \(places.count) element\(places.count == 1 ? "" : "s"), "
          + "the answer has \(given.count)", at: answer.range,
        hint: places.count == 1
          ? "predict \(text) = 0.25" : "predict \(text) = [0.1, 0.2, …], one number an element")
    }
    guard places.count <= Predict.most else {
      throw Diagnostic(
        "an answer has at most \(Predict.most) elements, not \(places.count)", at: target.range)
    }
    let answers = places.enumerated().map { index, place in
      GradedAnswer(
        name: places.count == 1
          ? text : subject.name + ExplanationWriter.place(truth.shape, place),
        answer: given.values[index], value: truth.values[place],
        digits: digits.count == places.count ? digits[index] : nil)
    }
    let firstMiss = answers.firstIndex { $0.grade == .off }
    let misses = learner.answer(
      text, values: places.map { truth.values[$0] }, isMiss: firstMiss != nil)
    var hints: [String] = []
    if let firstMiss {
      let name =
        places.count == 1
        ? text : subject.name + ExplanationWriter.place(truth.shape, places[firstMiss])
      if misses >= 2 { hints = hint(subject, places[firstMiss], name) }
      if misses >= 3 { hints.append("  explain \(name) writes it out") }
    }
    show(.prediction(PredictionOutput(target: text, answers: answers, hints: hints)))
  }

  /// A value as it is, or as the walked step will make it: on going on, where a change by hand has
  /// left it stale.
  private func futureValue(
    _ subject: ValueSubject, _ range: SourceRange
  ) throws(Diagnostic) -> Tensor {
    let slot: Int?
    switch subject.source {
    case .node(let node): slot = run?.program.slot(of: node)
    case .slot(let place): slot = place
    }
    if let run, let slot, !run.machine.isAtBoundary, !run.machine.isComputed(slot),
      let producer = run.program.instructions.firstIndex(where: { $0.output == slot })
    {
      let position = (run.machine.step - 1) * run.machine.count + producer + 1
      return run.machine.recalling(at: position) { run.machine.held(slot) }
    }
    if let run, let slot, !run.machine.isAtBoundary, run.machine.isStale(slot) {
      return run.machine.recalling(at: run.machine.position + 1) { run.machine.held(slot) }
    }
    switch subject.source {
    case .node(let node): return try value(of: node, range)
    case .slot(let slot): return run?.machine.held(slot) ?? Tensor(.nan)
    }
  }

  /// The row-major places of what a target names.
  private func places(
    of subject: ValueSubject, _ shape: Shape, _ parts: [Subscript], _ range: SourceRange
  ) throws(Diagnostic) -> [Int] {
    if parts.isEmpty { return Array(0..<shape.count) }
    let isElement =
      parts.count == shape.rank
      && parts.allSatisfy { if case .index = $0 { true } else { false } }
    if isElement || shape.rank == 0 {
      return [try element(of: subject, shape, parts, range, for: "predict")]
    }
    let slice = Slice(try sliceParts(parts, rank: shape.rank))
    return try located(range) { () throws(EngineError) in
      slice.sources(shape, output: try slice.shape(of: [shape]), inputs: [])
    }
  }

  /// The numbers of an answer as they were typed; nil where one is computed.
  private func typedNumbers(_ answer: Expression) -> [String?] {
    var pending = [answer]
    var texts: [String?] = []
    // From the right, so that the stack gives them from the left.
    while let expression = pending.popLast() {
      switch expression.kind {
      case .list(let items), .tuple(let items): pending += items.reversed()
      case .number: texts.append(currentSource[expression.range])
      case .unary(.minus, let inner):
        if case .number = inner.kind {
          texts.append(currentSource[inner.range])
        } else {
          texts.append(nil)
        }
      default: texts.append(nil)
      }
      if texts.count > Predict.most { return [] }
    }
    return texts
  }

  /// The formula with what goes into it, without what comes out.
  private func hint(_ subject: ValueSubject, _ element: Int, _ name: String) -> [String] {
    switch subject.source {
    case .slot(let slot):
      guard let run else { return [] }
      let last = run.program.instructions.lastIndex {
        $0.phase == .update && $0.output == slot
      }
      return last.map { ["  hint: " + run.program.formula(of: $0)] } ?? []
    case .node(let node):
      let record = graph[node]
      let paths = graph.paths(of: node)
      if !paths.isEmpty {
        return [
          "  hint: add up what comes back from the \(paths.count) uses:"
        ] + paths.prefix(8).map { "    " + formula(of: $0.user) }
      }
      guard !record.inputs.isEmpty else { return [] }
      var lines = ["  hint: " + formula(of: node)]
      // A value that the step has not come to is worked out from what is there.
      guard let values = try? self.values(of: [node] + record.inputs, nil) else { return lines }
      let inputs = Array(values.dropFirst())
      let explanation = record.operation.terms(at: element, inputs: inputs, output: values[0])
      let writer = ExplanationWriter(
        operands: zip(record.inputs, inputs).map { (self.name(of: $0), $1.shape) },
        result: (self.name(of: node), values[0].shape))
      if record.isGradient,
        let rule = record.operation.chainRule(record.inputs.map(self.name)),
        let parts = Explaining.product(explanation, writer, rule)
      {
        lines.append(
          "    incoming gradient \(parts.incoming), local derivative \(parts.label) = \(parts.local)"
        )
        return lines
      }
      if explanation.terms.count <= ExplanationLines.inline {
        lines.append("    \(name) = \(writer.labels(explanation))")
      }
      if !writer.isPlain(explanation) {
        lines.append("    = \(writer.shortened(explanation)) = ?")
      }
      return lines
    }
  }
}
