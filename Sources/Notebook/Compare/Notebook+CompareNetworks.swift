// Two networks, or two tensors, side by side.

import Engine
import Language

extension Notebook {
  func compareTensors(
    _ first: Node, _ second: Node, _ name: String, _ verb: Verb
  ) throws(Diagnostic) {
    let (a, b) = (graph.shape(first), graph.shape(second))
    guard a == b else {
      throw Diagnostic(
        "the shapes differ: \(a) and \(b)", at: verb.nameRange,
        hint: "tensors are compared element by element")
    }
    let values = try self.values(of: [first, second], verb.nameRange)
    show(
      ComparisonTable(
        [NamedTensor(name, .value, values[0])], [NamedTensor(name, .value, values[1])]), .all)
  }

  func compareNetworks(
    _ first: any Layer, _ second: any Layer, _ verb: Verb
  ) throws(Diagnostic) {
    let a = graph.parameters(of: first)
    let b = graph.parameters(of: second)
    guard !a.isEmpty, !b.isEmpty else {
      throw Diagnostic(
        "a network has parameters when it has been used once", at: verb.nameRange,
        hint: "apply both to their input first: net(x)")
    }
    let names = (relative(a, to: first), relative(b, to: second))
    // Networks that are built alike may be named differently: then the order counts.
    let isAlike =
      Set(names.0).isDisjoint(with: names.1) && a.map(\.shape) == b.map(\.shape)
    show(.text("a: \(Summary.line(first, graph)); b: \(Summary.line(second, graph))"))
    show(
      ComparisonTable(
        zip(names.0, a).map { NamedTensor($0, .parameter, $1.value) },
        zip(isAlike ? names.0 : names.1, b).map { NamedTensor($0, .parameter, $1.value) }),
      .parameters)
    guard let (results, others) = outputs(first, second) else { return }
    showParting(Parting.first(results, others))
  }

  /// Names without the network's own: `0.weight`.
  private func relative(_ parameters: [Parameter], to layer: any Layer) -> [String] {
    parameters.map { within($0.path, graph.path(of: layer)) }
  }

  private func within(_ path: String, _ prefix: String?) -> String {
    guard let prefix, !prefix.isEmpty, path.hasPrefix(prefix + ".") else { return path }
    return String(path.dropFirst(prefix.count + 1))
  }

  /// Both networks on what the first one was given last, instruction by instruction; nil when the
  /// second one cannot take it.
  private func outputs(
    _ first: any Layer, _ second: any Layer
  ) -> ([WalkedStep.Result], [WalkedStep.Result])? {
    guard let path = graph.path(of: first), let input = graph.input(of: path) else { return nil }
    let checkpoint = graph.checkpoint()
    defer { graph.rollBack(to: checkpoint) }
    func results(_ layer: any Layer) -> [WalkedStep.Result]? {
      let prefix = graph.path(of: layer)
      guard let output = try? layer.traced(input, in: graph),
        (try? checkMemory(graph.dependencies(of: [output]), nil)) != nil
      else { return nil }
      let program = graph.compile([output])
      guard let machine = try? Machine(program, keepsHistory: false) else { return nil }
      machine.look(atStep: run.map { $0.machine.step - 1 } ?? 0)
      return program.instructions.indices.map { index in
        let instruction = program.instructions[index]
        var formula = program.formula(of: index)
        if let prefix { formula = formula.replacing(prefix + ".", with: "") }
        return WalkedStep.Result(
          path: within(instruction.path, prefix), formula: formula, phase: instruction.phase,
          tensor: machine.held(instruction.output))
      }
    }
    guard let a = results(first), let b = results(second) else { return nil }
    return (a, b)
  }
}
