// Scores by distance turned into scores by place: how Transformer-XL and XLNet add relative
// positions without a product for every pair.

/// `y[…, i, j] = x[…, i, j + t − 1 − i]` for `t` rows; zeros past the end.
///
/// Row i of x holds the scores of query i for all distances; each row is shifted until column j is
/// key j (Dai et al. 2019).
public struct RelativeShift: Copying {
  public let name = "relative_shift"
  /// Columns of the output; as many as the input has when nil.
  public let keys: Int?

  /// Takes the columns of the output; nil for as many as the input has.
  public init(keys: Int? = nil) { self.keys = keys }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank >= 2 else {
      throw EngineError(
        "relative_shift: needs […, queries, distances], not shape \(inputs[0])")
    }
    guard keys.map({ $0 >= 0 }) ?? true else {
      throw EngineError("relative_shift: 'keys' must be at least 0, not \(keys ?? 0)")
    }
    return Shape(inputs[0].extents.dropLast() + [keys ?? inputs[0][-1]])
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let (rows, columns, width) = (output[-2], output[-1], input[-1])
    guard output.count > 0 else { return [] }
    return (0..<output.count).map { index in
      let row = index / columns
      let place = index % columns + rows - 1 - row % rows
      return place < width ? row * width + place : -1
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        RelativeShiftGradient(shift: self), [context.upstream, context.inputs[0]])
    ]
  }

  public func formula(_ inputs: [String]) -> String { "relative_shift(\(inputs[0]))" }
}

/// Every element back where it came from; operands g and x.
public struct RelativeShiftGradient: Copying {
  public let name = "relative_shift_backward"
  /// The shift that it undoes.
  public let shift: RelativeShift

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    var result = Array(repeating: -1, count: output.count)
    for (place, source) in shift.sources(output, output: input, inputs: []).enumerated()
    where source >= 0 {
      result[source] = place
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let keys = context.graph.shape(context.inputs[0])[-1]
    return [try context.graph.add(RelativeShift(keys: keys), [context.upstream]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) shifted back" }
}

extension RelativeShift {
  static let entry = Entry(
    Descriptor(
      "relative_shift", .function, signature: "relative_shift(x, keys=none)",
      summary: "Scores by distance become scores by place: each row is shifted by its number.",
      shapes: "[…, t, r] → […, t, keys]", formula: "y[i, j] = x[i, j + t − 1 − i]",
      source: "Dai et al. 2019", example: "relative_shift([[1, 2, 3], [4, 5, 6]], keys=2)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        RelativeShift(keys: try arguments.optionalInteger("keys")),
        [try arguments.tensor("x", graph)])
    })
}
