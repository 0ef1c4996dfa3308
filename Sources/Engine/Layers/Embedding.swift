/// A learnt vector for each of `count` indices; weight `[count, width]`, N(0, 1) as in PyTorch.
public final class Embedding: Layer {
  public let name = "embedding"
  /// The rows of the table.
  public let count: Int
  /// The length of a vector.
  public let width: Int
  /// The law of the initial weight.
  public let initializer: Initializer
  /// The row of the padding token: it starts as zeros and is not trained (a tied output layer still
  /// trains it).
  public let padding: Int?

  /// - Precondition: `padding` is one of the rows.
  public init(
    _ count: Int, _ width: Int, padding: Int? = nil, initializer: Initializer? = nil
  ) {
    precondition(padding.map { $0 >= 0 && $0 < count } ?? true)
    self.count = count
    self.width = width
    self.padding = padding
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
    let isNew = graph.parameterNode(of: self, "weight") == nil
    let weight = try graph.parameter(of: self, "weight", [count, width], initializer)
    if isNew, let padding, let leaf = graph[weight].operation as? ParameterLeaf {
      var values = leaf.parameter.value.values
      for column in 0..<width { values[padding * width + column] = 0 }
      leaf.parameter.value = Tensor(shape: [count, width], values: values)
    }
    return try graph.add(Gather(padding: padding), [weight, input])
  }
}

extension Embedding {
  static let entry = Entry(
    Descriptor(
      "embedding", .layer, signature: "embedding(count, width, padding_idx=none, init=none)",
      summary: "A learnt vector for each index; that of padding_idx stays zeros.",
      shapes: "[…] → […, width]", formula: "y = W[index]",
      source: "Bengio et al. 2003", example: "embedding(5, 3)([0, 4])"),
    .layer { arguments throws(EngineError) in
      let count = try arguments.positive("count")
      var padding = try arguments.optionalInteger("padding_idx")
      if let given = padding {
        guard given >= -count, given < count else {
          throw EngineError(
            "embedding: 'padding_idx' \(given) is not one of 0…\(count - 1)",
            hint: "negative ones count from the end")
        }
        padding = given < 0 ? given + count : given
      }
      return Embedding(
        count, try arguments.positive("width"), padding: padding,
        initializer: try arguments.initializer("init"))
    })
}
