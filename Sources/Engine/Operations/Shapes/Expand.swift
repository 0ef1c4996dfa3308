/// Axes of extent 1 repeated to other extents, and new ones in front; −1 keeps an extent.
public struct Expand: Copying {
  public let name = "expand"
  /// The new extents; −1 keeps one.
  public let extents: [Int]

  /// Takes the new extents; −1 keeps one.
  public init(_ extents: [Int]) { self.extents = extents }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    let offset = extents.count - input.rank
    guard offset >= 0 else {
      throw EngineError("expand: shape \(input) has more axes than \(Shape(extents))")
    }
    var result = extents
    for axis in extents.indices {
      let own = axis < offset ? 1 : input.extents[axis - offset]
      if extents[axis] == -1, axis >= offset {
        result[axis] = own
      } else {
        guard extents[axis] >= 0, own == 1 || own == extents[axis] else {
          throw EngineError(
            "expand: shape \(input) does not stretch to \(Shape(extents))",
            hint: "an axis is 1 or stays as it is; -1 keeps its extent")
        }
      }
    }
    return Shape(result)
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Broadcasting.indices(of: input, in: output)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.reduced(context.upstream, like: context.inputs[0])]
  }

  public func formula(_ inputs: [String]) -> String { "expand(\(inputs[0]), \(Shape(extents)))" }
}

extension Expand {
  static let entries = [
    Entry(
      Descriptor(
        "expand", .function, signature: "expand(x, shape)",
        summary: "Axes of extent 1 repeated to a shape; -1 keeps an extent.",
        shapes: "[…] → shape", formula: "", source: "", example: "expand([[1], [2]], [2, 3])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          Expand(try arguments.integers("shape")), [try arguments.tensor("x", graph)])
      }),
    Entry(
      Descriptor(
        "expand_as", .function, signature: "expand_as(x, like)",
        summary: "Axes of extent 1 repeated to the shape of another tensor.",
        shapes: "[…], s → s", formula: "", source: "",
        example: "expand_as([1, 2], [[0, 0], [0, 0]])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          ExpandLike(),
          [try arguments.tensor("x", graph), try arguments.tensor("like", graph)])
      }),
  ]
}
