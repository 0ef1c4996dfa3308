// Values that are known while tracing: what is made of constants alone.

extension Graph {
  /// The value of a node that depends on nothing but constants; nil when parameters, states, batches
  /// or draws have a part in it, or when it takes more than a thousand operations.
  ///
  /// A size or an index may be such a node: `x[argmax([1, 3, 2])]`, `normal(0, 1 / sqrt(8))`.
  public func constantValue(of node: Node) -> Tensor? {
    if let constant = self[node].operation as? Constant { return constant.value }
    var pending = [node.index]
    var seen: Set<Int> = []
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      guard seen.count <= 1000 else { return nil }
      let record = records[index]
      if record.operation is Constant { continue }
      // A leaf that is no constant changes: a parameter, a batch, a draw.
      guard !record.inputs.isEmpty, !(record.operation is any RandomOperation) else { return nil }
      pending.append(contentsOf: record.inputs.map(\.index))
    }
    guard (try? Limits.check(together: seen.map { records[$0].shape }, for: "")) != nil else {
      return nil
    }
    let program = compile([node])
    guard let machine = try? Machine(program, keepsHistory: false),
      let slot = program.slot(of: node)
    else { return nil }
    machine.look(atStep: 0)
    return machine.held(slot)
  }
}
