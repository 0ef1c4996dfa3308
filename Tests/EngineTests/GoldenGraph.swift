// Runs a reference case through a graph and a machine: what went in become parameters, so that
// every gradient is there, and the loss is Σₖ sum(outputₖ · grad_outputₖ), as in the files.

import Engine
import TestSupport
import Testing

/// A case that is being expressed with the engine's operations.
final class GoldenGraph {
  let golden: GoldenCase
  let graph = Graph(seed: 1)
  let inputs: [Node]

  init(_ golden: GoldenCase) throws {
    self.golden = golden
    var inputs: [Node] = []
    for (index, tensor) in try golden.inputs.enumerated() {
      inputs.append(try GoldenGraph.parameter(graph, "input\(index)", tensor))
    }
    self.inputs = inputs
  }

  static func parameter(_ graph: Graph, _ name: String, _ tensor: Tensor) throws -> Node {
    let node = try graph.freeParameter(name, tensor.shape, .zeros)
    graph.parameters.last?.value = tensor
    return node
  }

  /// Gives a layer's parameter, made at its first use, the value of the file.
  func set(_ path: String, _ tensor: Tensor) throws {
    let parameter = try #require(graph.parameters.first { $0.path == path }, "\(path)")
    try #require(parameter.shape == tensor.shape, "\(path)")
    parameter.value = tensor
  }

  /// The node of this name: a parameter, or a stage of a layer.
  func node(_ path: String) throws -> Node {
    try #require(graph.nodes(named: path).last, "\(path)")
  }

  func add(_ operation: any Operation, _ inputs: Node...) throws -> Node {
    try graph.add(operation, inputs)
  }

  func number(_ value: Double) -> Node { graph.constant(value) }

  /// The value of a setting that the file must have.
  func int(_ setting: String) throws -> Int { try #require(golden[setting]?.int, "\(setting)") }
  func flag(_ setting: String) -> Bool {
    guard case .bool(let flag)? = golden[setting] else {
      Issue.record("\(golden.path): no flag \(setting)")
      return false
    }
    return flag
  }

  func number(_ setting: String) throws -> Double {
    try #require(golden[setting]?.number, "\(setting)")
  }

  /// Compares outputs, and all gradients for which the file has a value.
  ///
  /// - Parameter parameters: nodes by the names of their gradients in the file.
  func expect(
    _ outputs: [Node?], parameters: [String: Node] = [:], rule: Tolerance? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var loss: Node?
    for (index, output) in outputs.enumerated() {
      guard let output, golden.has("grad_output.\(index)") else { continue }
      let upstream = graph.constant(try golden.tensor("grad_output.\(index)"))
      let part = try add(Sum(), try add(Multiply(), output, upstream))
      loss = try loss.map { try add(Add(), $0, part) } ?? part
    }
    if loss == nil { loss = outputs[0] }
    var targets = parameters
    for (index, input) in inputs.enumerated() { targets["grad_input.\(index)"] = input }
    let wanted = targets.filter { golden.has($0.key) }
    let gradients =
      wanted.isEmpty
      ? [:] : try graph.gradients(of: try #require(loss), for: wanted.map(\.value))
    let program = graph.compile(outputs.compactMap { $0 } + gradients.values)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    for (index, output) in outputs.enumerated() {
      guard let output else { continue }
      let slot = try #require(program.slot(of: output))
      try expectClose(
        machine.held(slot), golden, "output.\(index)", rule, sourceLocation: sourceLocation)
    }
    for (name, node) in wanted {
      let shape = graph.shape(node)
      let value = try gradients[node].map { machine.held(try #require(program.slot(of: $0))) }
      // What the result does not depend on has a gradient of zeros in the file.
      try expectClose(
        value ?? Tensor(shape: shape, repeating: 0), golden, name, rule,
        sourceLocation: sourceLocation)
    }
  }
}
