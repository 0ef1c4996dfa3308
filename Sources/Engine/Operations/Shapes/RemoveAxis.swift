/// Without an axis of extent 1.
public struct RemoveAxis: Copying {
  public let name = "squeeze"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// The place that the axis has, or gets.
  public init(at axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let place = try inputs[0].place(of: axis, for: name)
    guard inputs[0][place] == 1 else {
      throw EngineError(
        "squeeze: axis \(axis) of shape \(inputs[0]) has \(inputs[0][place]) elements, not 1")
    }
    var extents = inputs[0].extents
    extents.remove(at: place)
    return Shape(extents)
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]])]
  }

  public var keepsElements: Bool { true }

  public func formula(_ inputs: [String]) -> String { "squeeze(\(inputs[0]), \(axis))" }
}

extension RemoveAxis {
  static let entry = Entry(
    Descriptor(
      "squeeze", .function, signature: "squeeze(x, axis=none)",
      summary: "Without an axis of extent 1; without all of them when none is named.",
      shapes: "[a, 1, b] → [a, b]", formula: "", source: "", example: "squeeze([[1, 2, 3]])"),
    .function { arguments, graph throws(EngineError) in
      var x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      var places: [Int] = []
      for axis in try arguments.axes("axis") ?? Array(0..<shape.rank) {
        let place = try shape.place(of: axis, for: "squeeze")
        // As in PyTorch, an axis that is longer stays.
        if shape[place] == 1, !places.contains(place) { places.append(place) }
      }
      for place in places.sorted(by: >) { x = try graph.add(RemoveAxis(at: place), [x]) }
      return x
    })
}

extension InsertAxis {
  static let entry = Entry(
    Descriptor(
      "unsqueeze", .function, signature: "unsqueeze(x, axis)",
      summary: "A new axis of extent 1.", shapes: "[a, b] → [a, 1, b] for axis=1", formula: "",
      source: "", example: "unsqueeze([1, 2, 3], 0)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        InsertAxis(at: try arguments.integer("axis")), [try arguments.tensor("x", graph)])
    })
}
