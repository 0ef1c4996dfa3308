// Values of nodes at the moment somebody looks. Between training steps everything is computed with
// the current parameters; inside a step the values are those that the program has computed.

import Engine
import Language

extension Notebook {
  /// A node's current value.
  ///
  /// - Throws: inside a step, when the program has not come to it yet.
  func value(of node: Node, _ range: SourceRange?) throws(Diagnostic) -> Tensor {
    try values(of: [node], range)[0]
  }

  func values(of nodes: [Node], _ range: SourceRange?) throws(Diagnostic) -> [Tensor] {
    var held: [Node: Int] = [:]
    let needed = graph.dependencies(of: nodes)
    try checkMemory(needed, range)
    if let run, !run.machine.isAtBoundary {
      var missing: (Node, Int)?
      for node in needed {
        guard let slot = run.program.slot(of: node) else { continue }
        // Data that was changed by hand is what this step computes with.
        if run.program.slots[slot].kind == .constant, run.machine.isChangedByHand(slot) {
          held[node] = slot
        }
        guard run.program.slots[slot].kind == .temporary else { continue }
        if run.machine.isComputed(slot) {
          held[node] = slot
        } else if nodes.contains(node) || graph[node].isGradient {
          // The last one is the nearest to what was asked for.
          missing = (node, slot)
        }
      }
      if let (node, slot) = missing { throw notComputed(node, slot, run, range) }
    }
    let program = graph.compile(nodes, held: run.map { ($0.program, held) })
    do throws(EngineError) {
      let machine = try Machine(program, keepsHistory: false)
      machine.look(atStep: run.map { $0.machine.step - 1 } ?? 0)
      return nodes.map { node in
        program.slot(of: node).map { machine.held($0) } ?? Tensor(.nan)
      }
    } catch {
      throw Diagnostic(error.message, at: range, hint: error.hint)
    }
  }

  /// What is not computed yet is no number: neither 0 nor what the last step left.
  func notComputed(
    _ node: Node, _ slot: Int, _ run: Run, _ range: SourceRange?
  ) -> Diagnostic {
    let name = graph.displayName(node)
    guard let index = run.program.instructions.firstIndex(where: { $0.output == slot }) else {
      return Diagnostic("\(name) is not computed in step \(run.machine.step)", at: range)
    }
    let phase = run.program.instructions[index].phase
    let verb = phase == .batch ? "step" : phase.rawValue
    return Diagnostic(
      "\(name) is not computed yet in step \(run.machine.step): it is instruction \(index + 1) of "
        + "\(run.machine.count), in the \(phase.longName)",
      at: range,
      hint: "'\(verb)' gets there, or continue to \(run.program.instructions[index].path)")
  }

  /// A program holds all its values at once, so they are counted before any is allocated.
  func checkMemory(_ nodes: [Node], _ range: SourceRange?) throws(Diagnostic) {
    do throws(EngineError) {
      try Limits.check(
        together: nodes.lazy.map { [graph] in graph.shape($0) },
        for: nodes.last.map(graph.displayName) ?? "")
    } catch {
      throw Diagnostic(error.message, at: range, hint: error.hint)
    }
  }

  /// `X.grad`: ∂L/∂X of the current run's loss.
  func gradientNode(_ base: Expression, _ range: SourceRange) throws(Diagnostic) -> Node {
    let value = try evaluate(base)
    let name = base.plainName ?? "this"
    guard case .tensor(let node) = value else {
      // In the program a layer's name is that of its output: `net.2.grad`.
      if case .layer = value, run != nil, let path = base.plainName,
        let subject = programSubject(path + ".grad"), case .node(let gradient) = subject.source
      {
        return gradient
      }
      throw Diagnostic("\(value.kind) has no gradient, only a tensor has", at: range)
    }
    guard let run else {
      throw Diagnostic(
        "\(name).grad needs a run, and nothing has been trained yet", at: range,
        hint: "train L with sgd(lr=0.1) steps=0, or use grad(L, \(name))")
    }
    guard let gradient = run.gradients[node] else {
      throw Diagnostic(
        "\(name) is not on the way from a trained parameter to \(run.name)", at: range,
        hint: "grad(\(run.name), \(name)) gives any derivative")
    }
    return gradient
  }

  /// A loop or a long search asks whether it was interrupted.
  func checkInterrupt(_ range: SourceRange?) throws(Diagnostic) {
    guard let control, control.isPending else { return }
    while let request = control.next() {
      switch request {
      case .interrupt: throw Diagnostic("interrupted", at: range)
      case .publish: control.publish(snapshot())
      case .look(let gaze): look(gaze)
      case .command(let line):
        show(.volatile("'\(line)' was not executed: the cell is still busy"))
      }
    }
  }
}

extension Phase {
  /// `backward pass`
  var longName: String {
    switch self {
    case .batch: "batch"
    case .forward: "forward pass"
    case .backward: "backward pass"
    case .update: "update"
    }
  }
}
