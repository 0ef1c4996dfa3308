// Which layer owns which parameters, and under which path. A value type, so that a checkpoint of a
// graph is a copy.

/// The parameters of every layer and binding, in the order of creation.
struct ParameterRegistry {
  struct Entry {
    /// Keeps the layer alive, so that its identity stays its own.
    let layer: any Layer
    var path: String?
    var parameters: [(name: String, node: Node)] = []
  }

  var entries: [ObjectIdentifier: Entry] = [:]
  /// Every parameter and buffer, layers' and free ones.
  private(set) var all: [Parameter] = []
  /// What all of them take.
  private(set) var bytes = 0.0
  /// The layers' paths.
  private var paths: Set<String> = []
  /// For a path without a number, the number that may be free next.
  private var numbers: [String: Int] = [:]

  mutating func append(_ parameter: Parameter) {
    all.append(parameter)
    bytes += Limits.bytes(of: parameter.shape)
  }

  /// Names a layer that has no name yet.
  mutating func name(_ layer: any Layer, _ path: String) {
    entries[ObjectIdentifier(layer), default: .init(layer: layer)].path = path
    paths.insert(path)
  }

  /// The path, with a number when it is taken.
  mutating func freshPath(_ path: String) -> String {
    guard paths.contains(path) else { return path }
    var number = numbers[path] ?? 1
    while paths.contains(path + "_\(number)") { number += 1 }
    numbers[path] = number
    return path + "_\(number)"
  }
}

extension Graph {
  /// Every parameter and buffer made so far, in the order of creation.
  public var parameters: [Parameter] { registry.all }

  /// Names a layer and its children after the place where it lives; the first name stays.
  public func name(_ layer: any Layer, _ path: String) {
    var pending: [(any Layer, String)] = [(layer, path)]
    while let (next, place) = pending.popLast() {
      let id = ObjectIdentifier(next)
      if registry.entries[id]?.path == nil {
        registry.name(next, place)
      }
      let own = registry.entries[id]?.path ?? place
      for (name, child) in next.children {
        pending.append((child, name.isEmpty ? own : own + "." + name))
      }
    }
  }

  /// The path of a layer, if it has been named.
  public func path(of layer: any Layer) -> String? {
    registry.entries[ObjectIdentifier(layer)]?.path
  }

  /// The trainable parameters that a layer and its children own so far.
  public func parameters(of layer: any Layer) -> [Parameter] {
    owned(by: layer).filter(\.isTrainable)
  }

  /// The buffers that a layer and its children own so far: running statistics.
  public func buffers(of layer: any Layer) -> [Parameter] {
    owned(by: layer).filter { !$0.isTrainable }
  }

  /// The nodes of `parameters(of:)`.
  public func parameterNodes(of layer: any Layer) -> [Node] {
    let wanted = parameters(of: layer)
    var nodes: [ObjectIdentifier: Node] = [:]
    for index in records.indices {
      guard let leaf = records[index].operation as? ParameterLeaf else { continue }
      nodes[ObjectIdentifier(leaf.parameter)] = Node(index: index)
    }
    return wanted.compactMap { nodes[ObjectIdentifier($0)] }
  }

  private func owned(by layer: any Layer) -> [Parameter] {
    var found: [Parameter] = []
    var seen: Set<ObjectIdentifier> = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
      for (_, node) in registry.entries[ObjectIdentifier(next)]?.parameters ?? [] {
        guard let leaf = self[node].operation as? ParameterLeaf else { continue }
        if seen.insert(ObjectIdentifier(leaf.parameter)).inserted { found.append(leaf.parameter) }
      }
      pending.append(contentsOf: next.children.reversed().map(\.1))
    }
    return found
  }

  /// A parameter node of a layer, if the layer has been used already.
  public func parameterNode(of layer: any Layer, _ name: String) -> Node? {
    registry.entries[ObjectIdentifier(layer)]?.parameters.first { $0.name == name }?.node
  }

  /// The parameter of a layer, made at its first use.
  ///
  /// - Throws: when an earlier use gave it another shape, or it does not fit in memory.
  public func parameter(
    of layer: any Layer, _ name: String, _ shape: Shape, _ initializer: Initializer
  ) throws(EngineError) -> Node {
    try owned(by: layer, name, shape, initializer, isTrainable: true)
  }

  /// The buffer of a layer, made at its first use: a tensor that training keeps up to date with
  /// `carry` and that has no gradient.
  ///
  /// - Throws: as `parameter`.
  public func buffer(
    of layer: any Layer, _ name: String, _ shape: Shape, _ initializer: Initializer
  ) throws(EngineError) -> Node {
    try owned(by: layer, name, shape, initializer, isTrainable: false)
  }

  private func owned(
    by layer: any Layer, _ name: String, _ shape: Shape, _ initializer: Initializer,
    isTrainable: Bool
  ) throws(EngineError) -> Node {
    let id = ObjectIdentifier(layer)
    if let node = parameterNode(of: layer, name) {
      guard self.shape(node) == shape else {
        let owner = registry.entries[id]?.path ?? layer.name
        throw EngineError(
          "\(owner).\(name) has shape \(self.shape(node)), this use needs \(shape)",
          hint: "a layer keeps the sizes of its first use; bind a fresh layer for another input")
      }
      return node
    }
    if registry.entries[id]?.path == nil {
      self.name(
        layer, registry.freshPath(scope.isEmpty ? layer.name : scope + "." + layer.name))
    }
    let owner = registry.entries[id]?.path ?? layer.name
    let node = try free(owner + "." + name, shape, initializer, isTrainable: isTrainable)
    registry.entries[id]?.parameters.append((name, node))
    return node
  }

  /// Lists a parameter or state that was made elsewhere among those of a layer, once.
  public func adopt(_ node: Node, _ name: String, by layer: any Layer) {
    guard self[node].operation is ParameterLeaf else { return }
    let id = ObjectIdentifier(layer)
    guard registry.entries[id]?.parameters.contains(where: { $0.node == node }) != true else {
      return
    }
    registry.entries[id, default: .init(layer: layer)].parameters.append((name, node))
  }

  /// A parameter that belongs to a binding and no layer: `w = param([2, 1])`.
  public func freeParameter(
    _ path: String, _ shape: Shape, _ initializer: Initializer
  ) throws(EngineError) -> Node {
    try free(path, shape, initializer, isTrainable: true)
  }

  /// A state that a run carries from step to step: `memory = state([2, 8])`.
  public func freeState(
    _ path: String, _ shape: Shape, _ initializer: Initializer = .zeros
  ) throws(EngineError) -> Node {
    try free(path, shape, initializer, isTrainable: false)
  }

  private func free(
    _ path: String, _ shape: Shape, _ initializer: Initializer, isTrainable: Bool
  ) throws(EngineError) -> Node {
    let what = isTrainable ? "param" : "state"
    try Limits.check(shape, for: what)
    try Limits.check(bytes: registry.bytes + Limits.bytes(of: shape), for: what)
    try initializer.check(shape)
    let parameter = Parameter(
      path: path, shape: shape, initializer: initializer, seed: seed, isTrainable: isTrainable)
    registry.append(parameter)
    let node = try add(ParameterLeaf(parameter), [])
    name(node, path)
    return node
  }
}
