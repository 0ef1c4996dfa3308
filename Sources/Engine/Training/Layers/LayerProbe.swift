// What the layers of a loss give out, computed for looking: with the parameters of now and the batch
// of the last step. A training step at full speed does not keep these values.

/// The outputs of layers, looked at together.
public final class LayerProbe {
  /// What a value can be too often to let anything through.
  public enum Idleness: Hashable, Sendable {
    /// A rectifier's unit that is 0 for all rows.
    case dead
    /// A tanh beyond ±0.97, a sigmoid under 0.03 or over 0.97.
    case saturated
  }

  /// What is looked at of one layer.
  public struct Layer: Hashable, Sendable {
    /// `net.1`
    public let path: String
    /// How it can fall idle; nil when it cannot.
    public let idleness: Idleness?
    /// What it gives.
    public let node: Node
    let slot: Int
    /// The axis of its units.
    let axis: Int
    let isTanh: Bool
  }

  /// The layers in the order of the network.
  public let layers: [Layer]
  private let machine: Machine

  /// The layers that a node is made of, in the order of the forward pass.
  ///
  /// - Throws: when the values do not fit in memory together.
  public init(of loss: Node, in graph: Graph) throws(EngineError) {
    let needed = graph.dependencies(of: [loss])
    // What a layer gives out has the layer's name.
    let paths = Set(graph.registry.entries.values.compactMap(\.path))
    var found: [(path: String, node: Node)] = []
    var seen: Set<String> = []
    for node in needed.reversed() {
      let record = graph[node]
      guard !record.isGradient, !(record.operation is ParameterLeaf),
        !(record.operation is Constant), let name = record.name, paths.contains(name),
        seen.insert(name).inserted
      else { continue }
      found.append((name, node))
    }
    found.reverse()
    found = Array(found.prefix(DistributionHistory.mostTensors))
    let nodes = found.map(\.node)
    try Limits.check(
      together: graph.dependencies(of: nodes).lazy.map { graph.shape($0) },
      for: found.last?.path ?? "")
    let program = graph.compile(nodes)
    let machine = try Machine(program, keepsHistory: false)
    let structure = ProgramStructure(program)
    self.machine = machine
    layers = found.compactMap { path, node in
      guard let slot = program.slot(of: node) else { return nil }
      let operation = structure.origin(of: slot)?.operation
      let rank = program.slots[slot].shape.rank
      return Layer(
        path: path,
        idleness: operation is ReLU
          ? .dead : operation is HyperbolicTangent || operation is Sigmoid ? .saturated : nil,
        node: node, slot: slot, axis: structure.unitAxis(of: slot, rank: rank),
        isTanh: operation is HyperbolicTangent)
    }
  }

  /// Computes every layer's output for the batch of a 0-based training step.
  public func look(atStep step: Int) { machine.look(atStep: max(step, 0)) }

  /// What a layer gave out at the last look.
  public func tensor(_ index: Int) -> Tensor { machine.held(layers[index].slot) }

  func values(_ index: Int) -> UnsafeBufferPointer<Float> {
    let slot = layers[index].slot
    return UnsafeBufferPointer(
      start: machine.program.slots[slot].storage.pointer, count: machine.shape(of: slot).count)
  }

  /// The share of dead units or saturated values at the last look.
  public func idleShare(_ index: Int) -> Double? { idleShare(index, of: values(index)) }

  func idleShare(_ index: Int, of values: UnsafeBufferPointer<Float>) -> Double? {
    let layer = layers[index]
    guard let idleness = layer.idleness, !values.isEmpty else { return nil }
    switch idleness {
    case .dead:
      // The short last batch of an epoch differs in its rows alone, and rows come first.
      let shape = machine.shape(of: layer.slot)
      guard shape.rank >= 1 else { return values[0] > 0 ? 0 : 1 }
      let axis = min(layer.axis, shape.rank - 1)
      let units = max(shape[axis], 1)
      let inner = max(shape.extents[(axis + 1)...].reduce(1, *), 1)
      var isAlive = Array(repeating: false, count: units)
      for place in values.indices where !(values[place] <= 0) {
        isAlive[place / inner % units] = true
      }
      return Double(isAlive.count { !$0 }) / Double(units)
    case .saturated:
      let limit: Float = 0.97
      let count =
        layer.isTanh
        ? values.count { abs($0) > limit } : values.count { $0 < 1 - limit || $0 > limit }
      return Double(count) / Double(values.count)
    }
  }
}
