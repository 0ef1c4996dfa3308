/// x + a learnt vector for each position: weight `[max_length, d]`, N(0, 1) as PyTorch's Embedding.
///
/// Input `[…, t, d]` with t of at most `max_length`; the first t rows are added.
public final class PositionEmbedding: Layer {
  public let name = "position_embedding"
  /// The most positions that there are vectors for.
  public let maxLength: Int
  /// The law of the initial weight.
  public let initializer: Initializer

  /// A learnt vector for each of so many positions.
  public init(_ maxLength: Int, initializer: Initializer? = nil) {
    self.maxLength = maxLength
    self.initializer = initializer ?? Initializer("normal", .normal(mean: 0, deviation: 1))
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 2 else {
      throw EngineError(
        "position_embedding: needs […, t, d], not shape \(shape)",
        hint: "an embedding turns token indices into vectors")
    }
    guard shape[-2] <= maxLength else {
      throw EngineError(
        "position_embedding: a sequence of \(shape[-2]) tokens is longer than the \(maxLength) "
          + "positions",
        hint: "position_embedding(\(shape[-2])) has a vector for each")
    }
    let weight = try graph.parameter(of: self, "weight", [maxLength, shape[-1]], initializer)
    let rows =
      shape[-2] == maxLength
      ? weight
      : try graph.add(Slice([.range(start: 0, stop: shape[-2], step: 1)]), [weight])
    return try graph.add(Add(), [input, rows])
  }

  static let entry = Entry(
    Descriptor(
      "position_embedding", .layer, signature: "position_embedding(max_length, init=none)",
      summary: "Adds a learnt vector for each position.",
      shapes: "[…, t, d] → the same, t ≤ max_length", formula: "x + W[0 … t − 1]",
      source: "Gehring et al. 2017", example: "position_embedding(4)([[1, 2], [3, 4]])"),
    .layer { arguments throws(EngineError) in
      PositionEmbedding(
        try arguments.positive("max_length"), initializer: try arguments.initializer("init"))
    })
}
