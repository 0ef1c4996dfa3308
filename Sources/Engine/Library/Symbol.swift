// For programs that import the engine: a node together with its graph, so that formulas read as
// formulas. Nothing in the engine itself uses it.

/// A traced tensor: a place in a graph that has a shape at once and a value when somebody asks.
///
/// Operators and methods add operations to the graph; they throw when shapes do not fit.
///
/// ```swift
/// let graph = Graph(seed: 42)
/// let x = graph.tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1])
/// let w = try graph.parameter("w", [2, 1])
/// let z = try x.matmul(w)
/// ```
public struct Symbol {
  /// The graph that it is traced in.
  public let graph: Graph
  /// Its place in the graph.
  public let node: Node

  /// A node of a graph.
  ///
  /// - Precondition: the node is of this graph.
  public init(_ node: Node, in graph: Graph) {
    self.graph = graph
    self.node = node
  }

  /// The shape, known before there is a value.
  public var shape: Shape { graph.shape(node) }

  /// What listings and formulas call it.
  public var name: String { graph.displayName(node) }

  /// Gives the tensor a name; the first one stays.
  @discardableResult
  public func named(_ name: String) -> Symbol {
    graph.name(node, name)
    return self
  }

  /// The value with the parameters as they are now; every call computes it anew.
  ///
  /// - Throws: when it would not fit in memory or a part does not fit the batch.
  public func value() throws(EngineError) -> Tensor {
    let program = graph.compile([node])
    try Limits.check(together: program.slots.map(\.shape), for: name)
    guard let slot = program.slot(of: node) else { return Tensor(.nan) }
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    return machine.held(slot)
  }

  /// ∂self/∂`other`, a tensor of `other`'s shape that can be differentiated again; zeros where
  /// self does not depend on it.
  ///
  /// - Throws: when self is not one number.
  public func gradient(of other: Symbol) throws(EngineError) -> Symbol {
    let gradients = try graph.gradients(of: node, for: [other.node])
    if let gradient = gradients[other.node] { return Symbol(gradient, in: graph) }
    return Symbol(try graph.add(Fill(0), [other.node]), in: graph)
  }
}

extension Graph {
  /// A tensor of given numbers, row-major.
  ///
  /// - Precondition: as many values as the shape has elements.
  public func tensor(_ shape: Shape, _ values: [Float]) -> Symbol {
    Symbol(constant(Tensor(shape: shape, values: values)), in: self)
  }

  /// A trainable tensor of its own.
  ///
  /// - Throws: when it would not fit in memory.
  public func parameter(
    _ path: String, _ shape: Shape, _ initializer: Initializer = .zeros
  ) throws(EngineError) -> Symbol {
    Symbol(try freeParameter(path, shape, initializer), in: self)
  }
}
