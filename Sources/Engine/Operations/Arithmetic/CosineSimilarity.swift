// The cosine of the angle between vectors, as a formula of other operations.

/// `cosine_similarity(a, b)`: near 1 for vectors of one direction, 0 for a right angle, −1 for
/// opposite ones, whatever their lengths.
public enum CosineSimilarity {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "cosine_similarity", .function, signature: "cosine_similarity(a, b, axis=-1, eps=1e-8)",
    summary: "The cosine of the angle between vectors along an axis: 1 for one direction.",
    shapes: "[…, d], […, d] → […]", formula: "a · b / (max(‖a‖, ε) max(‖b‖, ε))",
    source: "G. Salton, A. Wong & C. S. Yang (1975)",
    example: "cosine_similarity([[1, 0], [1, 1]], [1, 0])")

  /// - Parameters:
  ///   - a: vectors along `axis`, `[…, d]`; the shapes of both are broadcast.
  ///   - epsilon: the least length that is divided by, so that a vector of zeros gives 0.
  public static func make(
    _ a: Node, _ b: Node, axis: Int = -1, epsilon: Double = 1e-8, in graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    let (left, right) = (graph.shape(a), graph.shape(b))
    // Axes of two shapes correspond from their ends.
    let rank = max(left.rank, right.rank)
    let given = axis
    let axis = axis < 0 ? axis : axis - rank
    guard axis >= -left.rank, axis >= -right.rank, axis < 0, left[axis] == right[axis],
      let product = try? f.times(a, b)
    else {
      throw EngineError(
        "cosine_similarity: shapes \(left) and \(right) have no vectors of one length along axis "
          + "\(given)")
    }
    // A length is the root of what is at least ε², so that its slope is finite at 0.
    func size(_ x: Node) throws(EngineError) -> Node {
      let squares = try f(Sum(axis: axis), try f(Square(), x))
      return try f(SquareRoot(), try f(Maximum(), squares, f.number(epsilon * epsilon)))
    }
    let sum = try f(Sum(axis: axis), product)
    return try f(Divide(), try f(Divide(), sum, try size(a)), try size(b))
  }

  static let entry = Entry(
    descriptor,
    .function { arguments, graph throws(EngineError) in
      let (a, b) = (try arguments.tensor("a", graph), try arguments.tensor("b", graph))
      let epsilon = try arguments.number("eps")
      guard epsilon > 1e-18, epsilon.isFinite else {
        throw EngineError(
          "cosine_similarity: 'eps' must be more than 1e-18, not \(shown(epsilon))")
      }
      return try make(a, b, axis: try arguments.integer("axis"), epsilon: epsilon, in: graph)
    })
}
