// What `explain` and `predict` are asked about: a value of the language, a value of the program by the
// name that `list` shows, and which of its elements.

import Engine
import Language

/// A value that somebody named.
struct ValueSubject {
  enum Source {
    case node(Node)
    /// A slot of the run's program that the update writes: a parameter, a moment, a step.
    case slot(Int)
  }

  /// As it is called in the program.
  let name: String
  let source: Source
  let shape: Shape
}

extension Notebook {
  /// What a name or an expression means; names of the program's values count where the language has
  /// none.
  func subject(_ base: Expression, for verb: String) throws(Diagnostic) -> ValueSubject {
    do throws(Diagnostic) {
      let value = try evaluate(base)
      if case .layer = value, let name = base.plainName, let found = programSubject(name) {
        return found
      }
      return subject(try tensor(value, base.range, for: verb), base)
    } catch {
      guard let name = base.plainName else { throw error }
      if let found = programSubject(name) { return found }
      let names = run?.program.slots.filter { $0.kind != .constant }.map(\.name) ?? []
      if name.contains("."), let near = didYouMean(name, among: names) {
        throw Diagnostic(
          "there is no value '\(name)'", at: base.range, hint: "did you mean '\(near)'?")
      }
      throw error
    }
  }

  private func subject(_ node: Node, _ base: Expression) -> ValueSubject {
    if let run, let slot = run.program.slot(of: node), run.isUpdated(slot) {
      return ValueSubject(
        name: run.program.slots[slot].name, source: .slot(slot), shape: graph.shape(node))
    }
    return ValueSubject(
      name: base.plainName ?? name(of: node), source: .node(node), shape: graph.shape(node))
  }

  /// A value by the name that the program gives it: `net.0.matmul`, `w.exp_avg`, `h.grad.1`.
  func programSubject(_ name: String) -> ValueSubject? {
    if let run {
      let program = run.program
      let slot =
        program.slot(named: name)
        ?? program.instructions.first { $0.path == name }.map(\.output)
      if let slot {
        let known = program.slots[slot]
        if let node = known.node, !run.isUpdated(slot) {
          return ValueSubject(name: known.name, source: .node(node), shape: known.shape)
        }
        return ValueSubject(name: known.name, source: .slot(slot), shape: known.shape)
      }
    }
    if let node = graph.node(displayed: name) {
      return ValueSubject(name: name, source: .node(node), shape: graph.shape(node))
    }
    // A gradient that is handed on as it is has one name only, that of the first who has it.
    let owner = String(name.dropLast(5))
    guard name.hasSuffix(".grad"), let run,
      let node = run.program.slot(named: owner).flatMap({ run.program.slots[$0].node })
        ?? graph.node(displayed: owner),
      let gradient = run.gradients[node]
    else { return nil }
    return ValueSubject(name: name, source: .node(gradient), shape: graph.shape(gradient))
  }

  /// A value inside a layer by the name that `list` and `explain` give it, such as `net.l0.t3.h`:
  /// nothing of the language is called so, but it can be read like anything else.
  func innerValue(_ base: Expression, _ member: String) -> Value? {
    guard let path = base.plainName, let subject = programSubject(path + "." + member),
      case .node(let node) = subject.source
    else { return nil }
    return .tensor(node)
  }

  /// The same of a layer that an expression gives, `blocks[i].weights`.
  func innerValue(of layer: any Layer, _ member: String) -> Value? {
    guard let path = graph.path(of: layer), let subject = programSubject(path + "." + member),
      case .node(let node) = subject.source
    else { return nil }
    return .tensor(node)
  }

  /// What the program, or else the graph, calls a node.
  func name(of node: Node) -> String {
    guard let run, let slot = run.program.slot(of: node) else { return graph.displayName(node) }
    return run.program.slots[slot].name
  }

  /// The row-major place of the one element that is asked for.
  ///
  /// - Parameter range: of the whole target, for what is missing.
  func element(
    of subject: ValueSubject, _ shape: Shape, _ parts: [Subscript], _ range: SourceRange,
    for verb: String
  ) throws(Diagnostic) -> Int {
    let example =
      subject.name
      + (shape.rank == 0
        ? ""
        : "["
          + shape.extents.map { _ in "0" }
          .joined(separator: ", ") + "]")
    guard shape.count > 0 else {
      throw Diagnostic("\(subject.name) has shape \(shape) and no element", at: range)
    }
    if parts.isEmpty, shape.count == 1 { return 0 }
    guard parts.count == shape.rank else {
      throw Diagnostic(
        shape.rank == 0
          ? "\(subject.name) is one number and has no index"
          : "\(verb) needs one element, \(subject.name) has shape \(shape)", at: range,
        hint: "\(verb) \(example)")
    }
    var element = 0
    for (axis, part) in parts.enumerated() {
      guard case .index(let expression) = part else {
        throw Diagnostic(
          "\(verb) needs one element and no slice", at: range, hint: "\(verb) \(example)")
      }
      let extent = shape.extents[axis]
      let index = try integer(expression, "an index")
      guard index >= -extent, index < extent else {
        throw Diagnostic(
          "index \(index) is outside axis \(axis) of shape \(shape)", at: expression.range,
          hint: "indices are \(-extent) to \(extent - 1)")
      }
      element = element * extent + (index < 0 ? index + extent : index)
    }
    return element
  }
}

extension Expression {
  /// `X[i, j]` taken apart.
  var subscripted: (base: Expression, parts: [Subscript]) {
    if case .subscripted(let base, let parts) = kind { return (base, parts) }
    return (self, [])
  }
}

extension Run {
  /// Whether the update phase writes a slot.
  func isUpdated(_ slot: Int) -> Bool {
    program.instructions.contains { $0.phase == .update && $0.output == slot }
  }
}
