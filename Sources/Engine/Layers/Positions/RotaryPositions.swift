// Positions as rotations: pairs of features are turned by an angle that grows with the position, so
// that a product of two depends on their distance alone (Su et al. 2021).

import CKernels

/// x ⊙ cos + rotated(x) ⊙ sin over the last two axes `[…, t, d]`; feature i is paired with i + d/2.
public enum RotaryPositions {
  /// - Throws: when there are no two axes or d is odd.
  public static func turned(
    _ x: Node, base: Double = 10_000, in graph: Graph
  ) throws(EngineError) -> Node {
    let shape = graph.shape(x)
    guard shape.rank >= 2, shape[-1] % 2 == 0 else {
      throw EngineError(
        "rotary_positions: needs […, t, d] with an even d, not shape \(shape)",
        hint: "features are turned in pairs")
    }
    let (length, width) = (shape[-2], shape[-1])
    let half = width / 2
    var cosines: [Float] = []
    var sines: [Float] = []
    for position in 0..<length {
      for feature in 0..<width {
        let angle = Double(position) * SinusoidalPositions.rate(feature % half, width, base)
        cosines.append(Float(nabla_cos_double(angle)))
        // The first half is turned with a minus.
        let sine = nabla_sin_double(angle)
        sines.append(Float(feature < half ? -sine : sine))
      }
    }
    let whole = Array(
      repeating: Slice.Part.range(start: nil, stop: nil, step: 1), count: shape.rank - 1)
    func part(_ start: Int, _ stop: Int) throws(EngineError) -> Node {
      try graph.add(Slice(whole + [.range(start: start, stop: stop, step: 1)]), [x])
    }
    let swapped = try graph.add(
      Concatenate(axis: -1), [try part(half, width), try part(0, half)])
    let kept = try graph.add(
      Multiply(), [x, graph.constant(Tensor(shape: [length, width], values: cosines))])
    let turned = try graph.add(
      Multiply(), [swapped, graph.constant(Tensor(shape: [length, width], values: sines))])
    return try graph.add(Add(), [kept, turned])
  }

  static let entry = Entry(
    Descriptor(
      "rotary_positions", .function, signature: "rotary_positions(x, base=10000)",
      summary: "Turns pairs of features by angles that grow with the position.",
      shapes: "[…, t, d] → the same, d even", formula: "x ⊙ cos(t θ) + rotated(x) ⊙ sin(t θ)",
      source: "Su et al. 2021", example: "rotary_positions([[1, 0], [1, 0]])"),
    .function { arguments, graph throws(EngineError) in
      try turned(try arguments.tensor("x", graph), base: try arguments.base(), in: graph)
    })
}
