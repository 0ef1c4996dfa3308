// set: what if a value, a weight, a gradient or the learning rate were another. In the middle of a
// step the machine notes what has read the changed value and executes it again on going on
// (Machine+Refresh.swift); here is only how the change is written and shown.

import Engine
import Language

enum WhatIf {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "set", .assignment, usage: "set X[i, j] = 3",
      summary: "Changes the learning rate, a weight, or inside a step a value or a gradient: one "
        + "element, a slice, or all (set w.grad = 0, set w.grad *= 0.5). What has read it is stale "
        + "and executed again on going on.",
      example: "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=2\nset lr = 0.01\n"
        + "backward\nset w.grad *= 0.5"
    ) { notebook, verb throws(Diagnostic) in try notebook.set(verb) }
  ]
}

extension Notebook {
  func set(_ verb: Verb) throws(Diagnostic) {
    guard case .assignment(let target, let expression) = verb.subject else { return }
    let value = try evaluate(expression)
    if case .name("lr") = target.kind { return try setRate(value, target, expression) }
    if case .name("history") = target.kind, environment["history"] == nil {
      return try setHistory(value, expression)
    }
    var base = target
    var parts: [Subscript] = []
    if case .subscripted(let inner, let places) = target.kind { (base, parts) = (inner, places) }
    if case .layer(let other) = value, case .layer(let layer) = try evaluate(base) {
      return try copy(other, to: layer, base, expression)
    }
    let node = try node(toSet: base, target.range)
    try change(node, parts, to: try tensor(value, expression.range, for: "set"), target.range)
    changesState = true
    let name = base.plainName ?? "value"
    let now = try self.value(of: node, target.range)
    show(.tensor(TensorOutput(name: name, shape: now.shape.extents, values: now.values)))
    showStale(name)
  }

  /// What is to be changed: a tensor, or what the run's program calls by that name. So `net.1`, a
  /// layer in the language, is what comes out of it in the step, as it is for explain and predict.
  private func node(toSet base: Expression, _ range: SourceRange) throws(Diagnostic) -> Node {
    let found: ValueSubject? = base.plainName.flatMap { run == nil ? nil : programSubject($0) }
    do throws(Diagnostic) {
      let chosen = try evaluate(base)
      if case .tensor(let node) = chosen { return node }
      if case .layer = chosen, case .node(let node)? = found?.source { return node }
    } catch {
      guard case .node(let node)? = found?.source else { throw error }
      return node
    }
    throw Diagnostic("only tensors and lr can be set", at: range, hint: "set w[0, 1] = 3")
  }

  private func setRate(
    _ value: Value, _ target: Expression, _ expression: Expression
  ) throws(Diagnostic) {
    guard let run, let slot = run.program.learningRate else {
      throw Diagnostic(
        "there is no run whose learning rate could be changed", at: target.range,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    let rate = try number(value, "lr", expression.range)
    guard rate >= 0, rate.isFinite else {
      throw Diagnostic(
        "lr must be a number of at least 0, not \(NumberText.short(rate))", at: expression.range)
    }
    run.machine.change(slot, [(place: 0, value: Float(rate))])
    changesState = true
    show(.text("lr = \(NumberText.short(rate)) from step \(run.machine.updates + 1)"))
    showStale("lr")
  }

  /// What has read the changed value already.
  private func showStale(_ name: String) {
    guard let stale = run?.machine.staleInstructions, !stale.isEmpty else { return }
    show(
      .text(
        "stale: \(Notebook.numbers(stale)), computed from \(name); going on runs "
          + (stale.count == 1 ? "it" : "them") + " again"))
  }

  /// `set student = teacher`: every parameter of one network takes the value that the other's has.
  private func copy(
    _ source: any Layer, to target: any Layer, _ name: Expression, _ expression: Expression
  ) throws(Diagnostic) {
    let (new, old) = (graph.parameterNodes(of: target), graph.parameterNodes(of: source))
    guard !new.isEmpty, new.map({ graph.shape($0) }) == old.map({ graph.shape($0) }) else {
      throw Diagnostic(
        "the networks differ: \(Summary.line(target, graph)) and \(Summary.line(source, graph))",
        at: expression.range,
        hint: "both must have been used, with parameters of the same shapes in the same order")
    }
    for (node, value) in zip(new, old) { try change(node, [], to: value, name.range) }
    changesState = true
    let count = "\(new.count) parameter\(new.count == 1 ? "" : "s")"
    show(.text("\(name.plainName ?? "network"): \(count) set"))
  }

  private func change(
    _ node: Node, _ parts: [Subscript], to value: Node, _ range: SourceRange
  ) throws(Diagnostic) {
    let shape = graph.shape(node)
    let slot = try settable(node, range)
    let (places, extents) = try places(parts, of: shape, range)
    let tensor = try self.value(of: value, range)
    guard
      let values = tensor.count == places.count
        ? tensor.values : Spread.values(tensor, to: extents)
    else {
      throw Diagnostic(
        "\(places.count) elements cannot be set to a value of shape \(tensor.shape)", at: range)
    }
    let elements = zip(places, values).map { (place: $0, value: $1) }
    if let slot {
      run?.machine.change(slot, elements)
    } else if let leaf = graph[node].operation as? ParameterLeaf {
      var all = leaf.parameter.value.values
      for element in elements { all[element.place] = element.value }
      leaf.parameter.value = Tensor(shape: shape, values: all)
    }
  }

  /// The run's slot that holds a value now; nil for a parameter outside of the run.
  ///
  /// - Throws: when there is nothing to change: computed outside of a run, or not computed yet.
  private func settable(_ node: Node, _ range: SourceRange) throws(Diagnostic) -> Int? {
    let isParameter = graph[node].operation is ParameterLeaf
    let name = graph.displayName(node)
    guard let run, let slot = run.program.slot(of: node) else {
      if isParameter { return nil }
      throw Diagnostic(
        "\(name) is computed and no part of a run: only parameters can be set",
        at: range)
    }
    if isParameter || (!run.machine.isAtBoundary && run.machine.isComputed(slot)) { return slot }
    if !run.machine.isAtBoundary { throw notComputed(node, slot, run, range) }
    throw Diagnostic(
      "\(name) has no value to set here", at: range,
      hint: "a value can be changed inside a step, once it is computed: step or forward first")
  }

  /// The elements that subscripts name, and their shape: places, slices and ranges, or a mask of the
  /// tensor's own shape.
  private func places(
    _ parts: [Subscript], of shape: Shape, _ range: SourceRange
  ) throws(Diagnostic) -> (places: [Int], shape: Shape) {
    if parts.count == 1, case .index(let expression) = parts[0],
      case .tensor(let mask) = try evaluate(expression), isMask(mask), graph.shape(mask) == shape
    {
      let flags = try value(of: mask, expression.range).values
      let places = flags.indices.filter { flags[$0] != 0 }
      return (places, [places.count])
    }
    let slice = Slice(try sliceParts(parts, rank: shape.rank))
    return try located(range) { () throws(EngineError) in
      let output = try slice.shape(of: [shape])
      return (slice.sources(shape, output: output, inputs: []), output)
    }
  }
}
