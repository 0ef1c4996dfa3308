// Analytic against numeric gradients, both in double precision with the plain reference
// definitions: no fast kernel takes part.

/// Evaluates nodes in double precision.
public struct ReferenceEvaluator {
  private let graph: Graph
  /// Values that replace a leaf's own.
  public var overrides: [Node: [Double]] = [:]

  /// Evaluates a graph with its parameters as they are now.
  public init(_ graph: Graph) { self.graph = graph }

  /// The values in double precision, row-major, in the order that was asked.
  public func values(of nodes: [Node]) -> [[Double]] {
    var known: [Node: ReferenceTensor] = [:]
    for node in graph.dependencies(of: nodes) {
      let record = graph[node]
      let values: [Double]
      if let given = overrides[node] {
        values = given
      } else if let constant = record.operation as? Constant {
        values = constant.value.values.map(Double.init)
      } else if let leaf = record.operation as? ParameterLeaf {
        values = leaf.parameter.value.values.map(Double.init)
      } else if let rows = record.operation as? BatchRows {
        values = rows.firstBatch().map(Double.init)
      } else {
        values = record.operation.reference(
          record.inputs.map { known[$0] ?? ReferenceTensor(shape: [0], values: []) },
          shape: record.shape)
      }
      known[node] = ReferenceTensor(shape: record.shape, values: values)
    }
    return nodes.map { known[$0]?.values ?? [] }
  }
}

/// Compares the gradients of a loss with central differences. Both take what stands behind a
/// `stop_gradient` as given.
public struct GradientCheck {
  /// The worst element of one parameter.
  public struct Line: Hashable, Sendable {
    /// The parameter's path.
    public let parameter: String
    /// How many elements were checked: all, or the first ones of a large parameter.
    public let elements: Int
    /// The largest |analytic − numeric| / max(1, |analytic|, |numeric|).
    public let error: Double
  }

  private let graph: Graph
  private let loss: Node
  private let gradients: [Node: Node]

  /// Compares the gradients of a loss with differences.
  public init(graph: Graph, loss: Node, gradients: [Node: Node]) {
    self.graph = graph
    self.loss = loss
    self.gradients = gradients
  }

  /// The worst element of each parameter.
  public func worst(step: Double = 1e-5, limit: Int = 64) throws(EngineError) -> [Line] {
    var lines: [Line] = []
    let leaves = gradients.keys.filter { graph[$0].operation is ParameterLeaf }.sorted {
      graph.displayName($0) < graph.displayName($1)
    }
    var evaluator = ReferenceEvaluator(graph)
    // What gradients do not go through is held for the differences too: a truncated state, a
    // straight-through estimate.
    let stops = graph.dependencies(of: [loss]).filter { graph[$0].operation is StopGradient }
    let held = Dictionary(
      uniqueKeysWithValues: zip(stops, stops.isEmpty ? [] : evaluator.values(of: stops)))
    for leaf in leaves {
      guard let gradient = gradients[leaf] else { continue }
      evaluator.overrides = held
      let both = evaluator.values(of: [leaf, gradient])
      let (start, analytic) = (both[0], both[1])
      var worst = 0.0
      let count = min(limit, start.count)
      for index in 0..<count {
        var values = start
        values[index] = start[index] + step
        evaluator.overrides[leaf] = values
        let above = evaluator.values(of: [loss])[0][0]
        values[index] = start[index] - step
        evaluator.overrides[leaf] = values
        let below = evaluator.values(of: [loss])[0][0]
        let numeric = (above - below) / (2 * step)
        let scale = max(1, Swift.abs(analytic[index]), Swift.abs(numeric))
        let error = Swift.abs(analytic[index] - numeric) / scale
        worst = error.isNaN ? .nan : max(worst, error)
      }
      lines.append(Line(parameter: graph.displayName(leaf), elements: count, error: worst))
    }
    return lines
  }
}
