/// A learnt vector for each of `count` indices; weight `[count, width]`, N(0, 1) as in PyTorch.
public final class Embedding: Layer {
  public let name = "embedding"
  public let count: Int
  public let width: Int
  public let initializer: Initializer

  public init(_ count: Int, _ width: Int, initializer: Initializer? = nil) {
    self.count = count
    self.width = width
    self.initializer = initializer ?? Initializer("normal", .normal(mean: 0, deviation: 1))
  }

  public var units: Int? { width }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    if let wrong = graph.knownValues(of: input).first(where: { rowIndex($0, below: count) == nil })
    {
      throw EngineError(
        "embedding: index \(shown(Double(wrong))) is not one of 0…\(count - 1)",
        hint: "embedding(count, width) needs as many rows as there are tokens")
    }
    let weight = try graph.parameter(of: self, "weight", [count, width], initializer)
    return try graph.add(Gather(), [weight, input])
  }
}

extension Embedding {
  static let entry = Entry(
    Descriptor(
      "embedding", .layer, signature: "embedding(count, width, init=none)",
      summary: "A learnt vector for each index.",
      shapes: "[…] → […, width]", formula: "y = W[index]",
      source: "Bengio et al. 2003", example: "embedding(5, 3)([0, 4])"),
    .layer { arguments throws(EngineError) in
      Embedding(
        try arguments.positive("count"), try arguments.positive("width"),
        initializer: try arguments.initializer("init"))
    })
}
