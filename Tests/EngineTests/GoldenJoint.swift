// PyTorch keeps the weights of queries, keys and values as one matrix; nabla has three. Here they
// are cut and their gradients put together again.

import Engine
import TestSupport
import Testing

/// Which parameters of a layer stand for which tensors of a reference case.
struct JointParameters {
  let run: GoldenGraph
  /// A file's name and the own parameters that are its rows.
  private(set) var names: [(file: String, own: [String])] = []

  init(_ run: GoldenGraph) { self.run = run }

  /// A parameter that both have.
  mutating func set(_ file: String, _ own: String) throws {
    try run.set(own, run.golden.tensor("param." + file))
    names.append((file, [own]))
  }

  /// An attention layer at `own`, a MultiheadAttention at `file` (with its dot, or empty).
  mutating func setAttention(_ file: String, _ own: String) throws {
    if run.golden.has("param.\(file)in_proj_weight") {
      try cut(file + "in_proj_weight", ["query", "key", "value"].map { "\(own).\($0).weight" })
    } else {
      for (short, name) in [("q", "query"), ("k", "key"), ("v", "value")] {
        try set("\(file)\(short)_proj_weight", "\(own).\(name).weight")
      }
    }
    if run.golden.has("param.\(file)in_proj_bias") {
      try cut(file + "in_proj_bias", ["query", "key", "value"].map { "\(own).\($0).bias" })
    }
    for name in ["weight", "bias"] where run.golden.has("param.\(file)out_proj.\(name)") {
      try set("\(file)out_proj.\(name)", "\(own).out.\(name)")
    }
  }

  private mutating func cut(_ file: String, _ own: [String]) throws {
    let joint = try run.golden.tensor("param." + file)
    let rows = joint.shape[0] / own.count
    let size = joint.count / own.count
    for (index, name) in own.enumerated() {
      try run.set(
        name,
        Tensor(
          shape: Shape([rows] + joint.shape.extents.dropFirst()),
          values: Array(joint.values[index * size..<(index + 1) * size])))
    }
    names.append((file, own))
  }

  /// Compares outputs, the gradients of inputs and all gradients of parameters.
  func expect(_ outputs: [Node], sourceLocation: SourceLocation = #_sourceLocation) throws {
    try run.expect(outputs, sourceLocation: sourceLocation)
    let given = run.golden.names("param.").map { String($0.dropFirst("param.".count)) }
    #expect(names.map(\.file).sorted() == given, sourceLocation: sourceLocation)
    var loss: Node?
    for (index, output) in outputs.enumerated() where run.golden.has("grad_output.\(index)") {
      let upstream = run.graph.constant(try run.golden.tensor("grad_output.\(index)"))
      let part = try run.add(Sum(), run.add(Multiply(), output, upstream))
      loss = try loss.map { try run.add(Add(), $0, part) } ?? part
    }
    let nodes = try names.map { try $0.own.map { try run.node($0) } }
    let gradients = try run.graph.gradients(of: try #require(loss), for: nodes.flatMap { $0 })
    var joints: [Node] = []
    for parts in nodes {
      let found = try parts.map { try #require(gradients[$0]) }
      joints.append(found.count == 1 ? found[0] : try run.graph.add(Concatenate(), found))
    }
    let program = run.graph.compile(joints)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    for (joint, name) in zip(joints, names) {
      try expectClose(
        machine.held(#require(program.slot(of: joint))), run.golden, "grad." + name.file,
        sourceLocation: sourceLocation)
    }
  }
}
