// The graph that tracing builds: nodes in the order in which they were made, so that an operand's
// index is always smaller than its user's. Nothing here recurses.

/// A handle of a node in a graph.
public struct Node: Hashable, Sendable {
  /// Its place among the graph's records.
  public let index: Int
}

/// Traced operations, the parameters of layers, and where each stands.
///
/// A graph only grows; `checkpoint` and `rollBack` let a failed cell leave no trace.
public final class Graph {
  /// What is known of a node.
  public struct Record {
    /// What computes it.
    public let operation: any Operation
    /// What it reads, all of them older.
    public let inputs: [Node]
    /// The shape, known when it is traced.
    public let shape: Shape
    /// The layer or binding it was made in: `net.0`.
    public let scope: String
    /// A part of the layer that has no path of its own: `heads`, what attention does a head.
    public let section: String?
    /// What a person calls it, if anything.
    public var name: String?
    /// True for nodes emitted by differentiation.
    public let isGradient: Bool
  }

  /// All nodes, in the order of tracing.
  public private(set) var records: [Record] = []
  /// The session's seed: initial values depend on it and on each parameter's path.
  public var seed: UInt64
  /// Where files are looked for that are not in the working directory: the session's own folder.
  public var folder: String?
  /// Training or evaluation, for the layers that differ.
  public var isTraining = true
  var registry = ParameterRegistry()
  /// What training does with states and buffers at the end of a step.
  var carries: [Carry] = []
  /// The contributions of gradients that are sums, by the node of the sum.
  var fanOuts: [Node: [Contribution]] = [:]
  /// Every application of a layer, an inner one before the one around it.
  public internal(set) var applications: [LayerApplication] = []
  /// How many random draws each place has.
  var drawCounts: [String: Int] = [:]
  private var scopes: [String] = []
  private var section: String?
  /// The nodes in the order in which they were named, so that a state need not hold all names.
  private var namings: [Int] = []
  private var isDifferentiating = false

  /// An empty graph.
  public init(seed: UInt64) { self.seed = seed }

  // MARK: Nodes

  /// Adds an operation; its shape is inferred here.
  ///
  /// - Throws: when the operands' shapes do not fit, naming operation, scope and shapes.
  public func add(_ operation: any Operation, _ inputs: [Node]) throws(EngineError) -> Node {
    let shape = try operation.shape(of: inputs.map { records[$0.index].shape })
    try Limits.check(shape, for: operation.name)
    records.append(
      Record(
        operation: operation, inputs: inputs, shape: shape, scope: scopes.last ?? "",
        section: section, name: nil, isGradient: isDifferentiating))
    return Node(index: records.count - 1)
  }

  /// Adds a tensor that never changes.
  public func constant(_ tensor: Tensor) -> Node {
    records.append(
      Record(
        operation: Constant(tensor), inputs: [], shape: tensor.shape, scope: scopes.last ?? "",
        section: section, name: nil, isGradient: isDifferentiating))
    return Node(index: records.count - 1)
  }

  /// Adds a number that never changes, in single precision.
  public func constant(_ number: Double) -> Node { constant(Tensor(Float(number))) }

  /// What is known of a node.
  ///
  /// - Precondition: the node is of this graph.
  public subscript(node: Node) -> Record { records[node.index] }

  /// The shape of a node.
  ///
  /// - Precondition: the node is of this graph.
  public func shape(_ node: Node) -> Shape { records[node.index].shape }

  /// Gives a node the name that a person bound it to; the first name stays.
  public func name(_ node: Node, _ name: String) {
    guard records[node.index].name == nil else { return }
    records[node.index].name = name
    namings.append(node.index)
  }

  /// Every node traced at a place or after it, at most so many, in the order of tracing.
  public func nodes(from start: Int, limit: Int = .max) -> [Node] {
    records.indices.dropFirst(max(0, start)).prefix(max(0, limit)).map { Node(index: $0) }
  }

  /// A node by its place among the records.
  ///
  /// - Precondition: there is such a record.
  public func node(at index: Int) -> Node {
    precondition(records.indices.contains(index))
    return Node(index: index)
  }

  /// The nodes that were given a name, in the order of tracing.
  public func nodes(named name: String) -> [Node] {
    records.indices.filter { records[$0].name == name }.map { Node(index: $0) }
  }

  /// The node that listings call by a name; of several the last.
  public func node(displayed name: String) -> Node? {
    records.indices.last { displayName(Node(index: $0)) == name }.map { Node(index: $0) }
  }

  /// What the layer at a path was given last; nil when it has not been applied.
  public func input(of path: String) -> Node? {
    func isInside(_ scope: String) -> Bool { scope == path || scope.hasPrefix(path + ".") }
    var found: Node?
    for record in records where !record.isGradient && isInside(record.scope) {
      let outer = record.inputs.first { input in
        let source = records[input.index]
        return !isInside(source.scope) && !(source.operation is ParameterLeaf)
          && (source.name != nil || !(source.operation is Constant))
      }
      // The first operation of an application is the one that reads from outside.
      if let outer { found = outer }
    }
    return found
  }

  // MARK: Scopes

  /// The innermost scope's path.
  public var scope: String { scopes.last ?? "" }

  /// Runs `body` with `path` as the scope of the nodes it adds.
  public func scoped<Result>(
    _ path: String, _ body: () throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    scopes.append(path)
    let around = section
    section = nil
    defer {
      scopes.removeLast()
      section = around
    }
    return try body()
  }

  /// Runs `body` as a part of the scope that walking takes for a scope of its own. Names, parameters
  /// and draws know nothing of it.
  func section<Result>(
    _ name: String?, _ body: () throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    let around = section
    section = name
    defer { section = around }
    return try body()
  }

  /// Runs `body` where a node was traced.
  func scoped<Result>(
    like node: Record, _ body: () throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    try scoped(node.scope) { () throws(EngineError) in try section(node.section, body) }
  }

  /// Opens a scope for callers whose errors are not the engine's; close it with `closeScope`.
  public func openScope(_ path: String) { scopes.append(path) }
  /// Closes the scope that was opened last.
  public func closeScope() { scopes.removeLast() }

  func differentiating<Result>(
    _ body: () throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    let before = isDifferentiating
    isDifferentiating = true
    defer { isDifferentiating = before }
    return try body()
  }

  // MARK: Rolling back

  /// A state that `rollBack` returns to.
  public struct Checkpoint {
    let count: Int
    /// Records at which going back to it is worth while.
    public var limit: Int { count + 4096 }
    /// Names given so far.
    let namings: Int
    /// Applications of layers so far.
    let applications: Int
    let registry: ParameterRegistry
    let carries: [Carry]
    let drawCounts: [String: Int]
    let seed: UInt64
    let scopes: [String]
    let isTraining: Bool
  }

  /// The state as it is now.
  public func checkpoint() -> Checkpoint {
    Checkpoint(
      count: records.count, namings: namings.count, applications: applications.count,
      registry: registry, carries: carries,
      drawCounts: drawCounts, seed: seed, scopes: scopes, isTraining: isTraining)
  }

  /// Takes back everything that was added since.
  ///
  /// - Precondition: the checkpoint is of this graph and not older than one that was gone back to.
  public func rollBack(to checkpoint: Checkpoint) {
    if records.count > checkpoint.count {
      fanOuts = fanOuts.filter { $0.key.index < checkpoint.count }
    }
    records.removeLast(records.count - checkpoint.count)
    for index in namings[checkpoint.namings...] where index < records.count {
      records[index].name = nil
    }
    namings.removeLast(namings.count - checkpoint.namings)
    applications.removeLast(applications.count - checkpoint.applications)
    load(checkpoint)
  }

  /// What rolling back took away; `rejoin` brings it back.
  public struct Tail {
    let records: [Record]
    /// Older nodes that were named since.
    let names: [(index: Int, name: String)]
    let namings: [Int]
    let applications: [LayerApplication]
    let fanOuts: [Node: [Contribution]]
    let start: Checkpoint
    let end: Checkpoint
  }

  /// Rolls back and hands out what goes, for whoever may want it again.
  public func cut(to checkpoint: Checkpoint) -> Tail {
    let namings = Array(self.namings[checkpoint.namings...])
    let tail = Tail(
      records: Array(records[checkpoint.count...]),
      names: namings.compactMap { index in
        index < checkpoint.count ? records[index].name.map { (index, $0) } : nil
      },
      namings: namings,
      applications: Array(applications[checkpoint.applications...]),
      fanOuts: fanOuts.filter { $0.key.index >= checkpoint.count },
      start: checkpoint, end: self.checkpoint())
    rollBack(to: checkpoint)
    return tail
  }

  /// Undoes a cut; what was traced since goes.
  ///
  /// - Precondition: the graph goes on from where the cut left it.
  public func rejoin(_ tail: Tail) {
    rollBack(to: tail.start)
    records += tail.records
    for (index, name) in tail.names { records[index].name = name }
    namings += tail.namings
    applications += tail.applications
    fanOuts.merge(tail.fanOuts) { _, new in new }
    load(tail.end)
  }

  /// Whether no random number was drawn since.
  public func hasSameDraws(as checkpoint: Checkpoint) -> Bool {
    drawCounts == checkpoint.drawCounts
  }

  private func load(_ checkpoint: Checkpoint) {
    registry = checkpoint.registry
    carries = checkpoint.carries
    drawCounts = checkpoint.drawCounts
    seed = checkpoint.seed
    scopes = checkpoint.scopes
    isTraining = checkpoint.isTraining
  }
}
