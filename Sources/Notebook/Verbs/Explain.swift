// explain: one element of a value, a gradient or an update, written out in this run's numbers.

import Engine
import Language

enum Explain {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "explain", .expression, needs: "a value", usage: "explain X[i, j]",
      summary: "Writes one number out: the formula, the terms that add up to it with this run's "
        + "numbers, and where its operands come from. X is anything that has a value: a name, "
        + "X.grad, a parameter (then its last update), or a name that list shows, such as "
        + "net.0.matmul or net.0.weight.exp_avg. A gradient that arrives on several paths shows "
        + "what each of them brings.",
      example: "x = [[0.05, 0.1]]\nnet = dense(2) | sigmoid\nL = mean(net(x) ** 2)\n"
        + "train L with sgd(lr=0.5) steps=0\nexplain net.0.matmul[0, 1]\nexplain net.0.weight.grad[0, 1]"
        + "\niterate\nexplain net.0.weight[0, 1]"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      notebook.show(.explanation(try notebook.explanation(expression)))
    }
  ]
}

extension Notebook {
  /// The explanation of `X[i, j]`.
  func explanation(_ expression: Expression) throws(Diagnostic) -> ExplanationOutput {
    let (base, parts) = expression.subscripted
    let subject = try subject(base, for: "explain")
    switch subject.source {
    case .slot(let slot):
      guard let run else { break }
      let shape = run.machine.shape(of: slot)
      let element = try element(of: subject, shape, parts, expression.range, for: "explain")
      return updateExplanation(run, slot, element)
    case .node(let node):
      if let pending = try pendingExplanation(subject, node, parts, expression) { return pending }
      let value = try value(of: node, expression.range)
      let element = try element(of: subject, value.shape, parts, expression.range, for: "explain")
      return try explanation(subject, node, element, expression.range)
    }
    return ExplanationOutput(target: subject.name, value: nil)
  }

  /// What can be said of a value that the step has not come to: everything but the numbers.
  private func pendingExplanation(
    _ subject: ValueSubject, _ node: Node, _ parts: [Subscript], _ expression: Expression
  ) throws(Diagnostic) -> ExplanationOutput? {
    guard let run, !run.machine.isAtBoundary, let slot = run.program.slot(of: node),
      !run.machine.isComputed(slot)
    else { return nil }
    let shape = run.machine.shape(of: slot)
    let element = try element(of: subject, shape, parts, expression.range, for: "explain")
    let target = subject.name + ExplanationWriter.place(shape, element)
    let formula = formula(of: node)
    var body = ExplanationLines()
    body.lines = ["\(target) is not computed yet in step \(run.machine.step)", "  \(formula)"]
    add(arrived: graph.paths(of: node), element, run, &body)
    body.lines.append("  go on to it: continue to \(subject.name)")
    return ExplanationOutput(target: target, value: nil, formula: formula, lines: body.lines)
  }

  /// What some of a gradient's paths have brought already.
  private func add(
    arrived paths: [GradientPath], _ element: Int, _ run: Run, _ body: inout ExplanationLines
  ) {
    func held(_ node: Node) -> Tensor? {
      run.program.slot(of: node).flatMap { slot in
        run.program.slots[slot].kind == .temporary && !run.machine.isComputed(slot)
          ? nil : run.machine.held(slot)
      }
    }
    let shares = paths.map { path -> Float? in
      let inputs = graph[path.gradient].inputs.compactMap(held)
      guard let output = held(path.gradient), output.values.indices.contains(element),
        inputs.count == graph[path.gradient].inputs.count
      else { return nil }
      return graph.share(of: path, at: element, inputs: inputs, output: output)
    }
    let count = shares.count { $0 != nil }
    guard count > 0 else { return }
    let verb = count == 1 ? "is" : "are"
    body.lines.append("  \(count) of its \(paths.count) contributions \(verb) there:")
    let rows = zip(paths, shares).map { path, share in
      let use = formula(of: path.user)
      return [
        VisibleText.width(use) > 56 ? String(use.prefix(55)) + "…" : use,
        share.map { NumberText.short($0) } ?? "not yet",
      ]
    }
    body.addColumns(Array(rows.prefix(20)), indent: "    ")
    if rows.count > 20 { body.lines.append("    and \(rows.count - 20) more") }
  }

  /// `h = tanh(z)`, with the program's names.
  func formula(of node: Node) -> String {
    let record = graph[node]
    return name(of: node) + " = " + record.operation.formula(record.inputs.map(name))
  }
}
