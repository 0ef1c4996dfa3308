// One element of a value or of a gradient: its terms, the paths that a gradient arrives on, and where
// the operands come from.

import Engine
import Language

extension Notebook {
  func explanation(
    _ subject: ValueSubject, _ node: Node, _ element: Int, _ range: SourceRange
  ) throws(Diagnostic) -> ExplanationOutput {
    let record = graph[node]
    let paths = graph.paths(of: node)
    var needed = [node] + record.inputs
    for path in paths { needed += [path.gradient] + graph[path.gradient].inputs }
    var values: [Node: Tensor] = [:]
    needed = needed.filter { values.updateValue(Tensor(0), forKey: $0) == nil }
    for (node, value) in zip(needed, try self.values(of: needed, range)) { values[node] = value }
    func held(_ node: Node) -> Tensor { values[node] ?? Tensor(.nan) }

    let output = held(node)
    let place = ExplanationWriter.place(output.shape, element)
    let value = output.values[element]
    let text = NumberText.short(value)
    var result = ExplanationOutput(target: subject.name + place, value: value)
    var body = ExplanationLines()
    body.lines.append("\(result.target) = \(text)")
    body.lines += remarks(node)
    if let run, run.gradients[run.loss] == node, record.operation is Fill {
      body.lines.append("  the derivative of \(run.name) by itself")
      result.lines = body.lines
      return result
    }
    if record.inputs.isEmpty, let origin = origin(of: node, element) {
      body.lines.append("  \(origin)")
      result.lines = body.lines
      return result
    }
    if !paths.isEmpty {
      add(paths, of: node, element, held, to: &result, &body)
      result.lines = body.lines
      return result
    }
    let inputs = record.inputs.map(held)
    let explanation = record.operation.terms(at: element, inputs: inputs, output: output)
    let writer = ExplanationWriter(
      operands: zip(record.inputs, inputs).map { (name(of: $0), $1.shape) },
      result: (name(of: node), output.shape))
    let formula = formula(of: node)
    result.formula = formula
    body.lines.append("  \(formula)")
    if let difference = difference(node, element, explanation, value) {
      body.lines.append("  \(difference)")
    }
    let names = record.inputs.map(name)
    let rule = record.isGradient ? record.operation.chainRule(names) : nil
    body.add(explanation, writer, value: text, formula: formula)
    if let rule, let parts = Explaining.product(explanation, writer, rule) {
      body.lines.append(
        "  (incoming gradient \(parts.incoming) · local derivative \(parts.local))")
    }
    result.terms = ExplanationOutput.terms(explanation, writer)
    result.divisor = explanation.divisor?.value
    addSources(explanation, record.inputs, writer, to: &result, &body)
    result.lines = body.lines
    return result
  }

  /// What is said of a value before its formula.
  private func remarks(_ node: Node) -> [String] {
    guard let run, run.machine.isAtBoundary, run.machine.updates > 0,
      graph.dependencies(of: [node]).contains(where: { graph[$0].operation is ParameterLeaf }),
      !(graph[node].operation is ParameterLeaf)
    else { return [] }
    return ["  (with the parameters as update \(run.machine.updates) left them)"]
  }

  /// What is said of a value that is not what its operands make it now.
  private func difference(
    _ node: Node, _ element: Int, _ explanation: Explanation, _ value: Float
  ) -> String? {
    let found = explanation.value
    let agrees = explanation.agrees(with: value)
    let now = agrees ? "the same" : NumberText.short(found)
    if let run, !run.machine.isAtBoundary, let slot = run.program.slot(of: node) {
      if run.machine.isChanged(slot, at: element) {
        return "changed by hand; its operands give \(now):"
      }
      if run.machine.isStale(slot) {
        let cause = "stale: what it is computed from was changed by hand; going on "
        // What its operands will be is not known before they are executed again.
        let isSettled = run.program.instructions.first { $0.output == slot }?.inputs
          .allSatisfy { !run.machine.isStale($0) }
        return cause + (isSettled == true ? "makes it \(now):" : "computes it again")
      }
    }
    return agrees ? nil : "its operands have changed since; they give \(now):"
  }

  /// What a value without operands is; nil when its formula says it.
  private func origin(of node: Node, _ element: Int) -> String? {
    switch graph[node].operation {
    case let rows as BatchRows:
      let step = run.map { $0.machine.step - 1 } ?? 0
      return rows.row(of: element, step: step).map {
        "row \($0) of \(rows.source.name), in the batch of step \(step + 1)"
      } ?? rows.formula([])
    case is Constant: return "a constant: nothing computes it"
    case let leaf as ParameterLeaf:
      return (leaf.parameter.isTrainable ? "a parameter " : "a state ")
        + beginning(leaf.parameter, element)
    case let operation: return operation.formula([])
    }
  }

  /// Where a parameter's element comes from that no update has changed.
  func beginning(_ parameter: Parameter, _ element: Int) -> String {
    let drawn = parameter.initialValues
    let name = parameter.initializer.name
    guard drawn.indices.contains(element), drawn[element] == parameter.value.values[element] else {
      return "that was set since it was made (\(name))"
    }
    return "with its initial value (\(name))"
  }

  // MARK: Paths

  /// The contributions of every use of a value to its gradient.
  private func add(
    _ paths: [GradientPath], of gradient: Node, _ element: Int, _ held: (Node) -> Tensor,
    to result: inout ExplanationOutput, _ body: inout ExplanationLines
  ) {
    let shares = paths.map { path in
      graph.share(
        of: path, at: element, inputs: graph[path.gradient].inputs.map(held),
        output: held(path.gradient))
    }
    let total = shares.reduce(0.0) { $0 + Double(abs($1)) }
    let sum = Explanation(shares.map { .init([], value: $0) })
    if let difference = difference(gradient, element, sum, result.value ?? .nan) {
      body.lines.append("  \(difference)")
    }
    let used = paths[0]
    let node = graph[used.user].inputs[used.operand]
    let name = name(of: node)
    result.formula = "∂L/∂\(name) = the sum over the \(paths.count) uses of \(name)"
    body.lines.append("  ∂L/∂\(name) is the sum of what comes back from its \(paths.count) uses:")
    var rows = paths.enumerated().map { place, path in
      let share = total > 0 ? Double(abs(shares[place])) / total : 0
      return [
        formula(of: path.user), kind(of: path, node, among: paths),
        NumberText.short(shares[place]), Self.percent(share),
      ]
    }
    let kinds = rows.map { $0[1] }
    result.terms = zip(rows, shares).map { row, share in
      .init(text: row[0] + (row[1].isEmpty ? "" : " (\(row[1]))"), value: share)
    }
    // Time steps are read in their order as long as a screen holds them.
    if rows.count > 40 {
      let order = shares.indices.sorted { abs(shares[$0]) > abs(shares[$1]) }
      let rest = order.dropFirst(20).reduce(0.0) { $0 + Double(shares[$1]) }
      rows =
        order.prefix(20).map { rows[$0] }
        + [["\(rows.count - 20) smaller ones together", "", NumberText.short(rest), ""]]
    }
    rows.append(["sum", "", NumberText.short(result.value ?? .nan), ""])
    let others = (1..<4).map { column in rows.map { VisibleText.width($0[column]) }.max() ?? 0 }
    let room = max(ExplanationLines.width - others.reduce(10, +), 20)
    for row in rows.indices where VisibleText.width(rows[row][0]) > room {
      rows[row][0] = String(rows[row][0].prefix(room - 1)) + "…"
    }
    body.addColumns(rows, indent: "    ")
    // A branch that uses the value more than once brings what all of its uses bring.
    if kinds.contains("skip"), kinds.count(where: { $0 == "branch" }) > 1 {
      let all = ["skip", "branch"].map { kind in
        let sum = zip(kinds, shares).reduce(0.0) { $0 + ($1.0 == kind ? Double($1.1) : 0) }
        return "\(kind) \(NumberText.short(sum))"
      }
      body.lines.append("  (\(all.joined(separator: ", ")) in all)")
    }
    if total > 0 { body.lines.append("  (per cent of the magnitudes, added without their signs)") }
    addSources(of: paths, element, held, to: &result, &body)
  }

  /// Whole per cent, below one two digits.
  private static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "" }
    return share >= 0.01 || share == 0
      ? "\(Int((share * 100).rounded())) %" : NumberText.short(share * 100, digits: 2) + " %"
  }

  /// `skip`, `branch`, or which operand when a value meets itself.
  private func kind(of path: GradientPath, _ node: Node, among paths: [GradientPath]) -> String {
    if graph.isSkip(path, of: node) { return "skip" }
    if graph.isBranch(path, of: node, among: paths) { return "branch" }
    let isTwice = graph[path.user].inputs.filter { $0 == node }.count > 1
    guard isTwice else { return "" }
    let words = ["left", "right"]
    return graph[path.user].inputs.count == 2 && words.indices.contains(path.operand)
      ? words[path.operand] : "operand \(path.operand + 1)"
  }

  private func addSources(
    of paths: [GradientPath], _ element: Int, _ held: (Node) -> Tensor,
    to result: inout ExplanationOutput, _ body: inout ExplanationLines
  ) {
    var seen: Set<Node> = []
    for path in paths where seen.insert(path.gradient).inserted {
      if path.part == nil {
        result.sources.append(
          .init(
            name: name(of: path.gradient)
              + ExplanationWriter.place(held(path.gradient).shape, element),
            origin: formula(of: path.gradient)))
      } else {
        let inputs = graph[path.gradient].inputs
        for (place, input) in inputs.prefix(2).enumerated() where graph[input].isGradient {
          let terms = graph[path.gradient].operation.terms(
            at: element, inputs: inputs.map(held), output: held(path.gradient)
          ).terms
          let operand = terms.lazy.flatMap(\.factors).flatMap(\.phrase.operands).first {
            $0.source == .input(place)
          }
          guard let operand else { continue }
          result.sources.append(
            .init(
              name: name(of: input)
                + ExplanationWriter.place(held(input).shape, operand.element),
              origin: formula(of: input)))
        }
      }
    }
    body.add(result.sources)
  }

  // MARK: Sources

  /// The operands that can be explained next, each by the element that weighs most.
  private func addSources(
    _ explanation: Explanation, _ nodes: [Node], _ writer: ExplanationWriter,
    to result: inout ExplanationOutput, _ body: inout ExplanationLines
  ) {
    var seen: Set<Node> = []
    let phrases =
      explanation.factorsByWeight.map(\.phrase) + (explanation.reason.map { [$0] } ?? [])
    for operand in phrases.flatMap(\.used) {
      guard case .input(let input) = operand.source, nodes.indices.contains(input),
        seen.insert(nodes[input]).inserted
      else { continue }
      let node = nodes[input]
      guard !(graph[node].operation is Constant) || graph[node].name != nil else { continue }
      result.sources.append(.init(name: writer.label(operand), origin: origin(ofOperand: node)))
    }
    body.add(result.sources)
  }

  private func origin(ofOperand node: Node) -> String {
    switch graph[node].operation {
    case is Constant: "given"
    case let leaf as ParameterLeaf: leaf.parameter.isTrainable ? "a parameter" : "a state"
    default: formula(of: node)
    }
  }
}

extension Explanation {
  /// All factors, those of the largest terms first, then those of what the terms name.
  var factorsByWeight: [Factor] {
    terms.sortedBySize.flatMap(\.factors)
      + (divisor.map { [$0] } ?? []) + given.flatMap(\.explanation.factorsByWeight)
  }
}

extension Explanation.Phrase {
  /// The operands that stand in the text.
  var used: [Explanation.Operand] {
    let marks = Set(text.unicodeScalars.map { Int($0.value) - 0xE000 })
    return operands.indices.filter(marks.contains).map { operands[$0] }
  }
}

extension ExplanationLines {
  /// Where to walk down from here.
  mutating func add(_ sources: [ExplanationOutput.Source]) {
    guard !sources.isEmpty else { return }
    var rows = sources.prefix(6).enumerated().map { place, source in
      [place == 0 ? "next" : "", "explain " + source.name, source.origin, ""]
    }
    if sources.count > 6 { rows.append(["", "and \(sources.count - 6) more", "", ""]) }
    // An origin is a help to choose, not worth a line of its own.
    let start = 2 + 4 + 2 + (rows.map { VisibleText.width($0[1]) }.max() ?? 0) + 2
    let room = max(Self.width - start, 0)
    for row in rows.indices where VisibleText.width(rows[row][2]) > room {
      rows[row][2] = room < 12 ? "" : String(rows[row][2].prefix(room - 1)) + "…"
    }
    addColumns(rows, indent: "  ")
  }
}
