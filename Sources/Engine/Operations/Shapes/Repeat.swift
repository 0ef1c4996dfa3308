/// The whole tensor again and again along its axes.
public struct Repetition: Copying {
  public let name = "repeat"
  /// How often along each axis; more of them than axes make new axes in front.
  public let times: [Int]

  /// Takes how often it is repeated along each axis.
  public init(_ times: [Int]) { self.times = times }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard times.count >= input.rank else {
      throw EngineError(
        "repeat: \(times.count) numbers for shape \(input)", hint: "one number for each axis")
    }
    let padded = padded(input)
    var extents: [Int] = []
    for (extent, count) in zip(padded, times) {
      guard count >= 0 else {
        throw EngineError("repeat: an axis cannot be repeated \(count) times")
      }
      let (product, overflow) = extent.multipliedReportingOverflow(by: count)
      extents.append(overflow ? .max : product)
    }
    return Shape(extents)
  }

  private func padded(_ input: Shape) -> [Int] {
    Array(repeating: 1, count: times.count - input.rank) + input.extents
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let extents = padded(input)
    let strides = Shape(extents).strides
    return places(output) { place in
      var index = 0
      for axis in place.indices { index += place[axis] % max(extents[axis], 1) * strides[axis] }
      return index
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(CopyingGradient(of: self), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String { "repeat(\(inputs[0]), \(Shape(times)))" }
}

/// A number for every place of a shape, row by row.
func places(_ shape: Shape, _ body: ([Int]) -> Int) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(shape.count)
  var place = Array(repeating: 0, count: shape.rank)
  for _ in 0..<shape.count {
    result.append(body(place))
    var axis = shape.rank - 1
    while axis >= 0 {
      place[axis] += 1
      if place[axis] < shape.extents[axis] { break }
      place[axis] = 0
      axis -= 1
    }
  }
  return result
}

extension Repetition {
  static let entries = ["repeat", "tile"].map { name in
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, times)",
        summary: "The whole tensor again and again along its axes.",
        shapes: "[a, b] → [a t₀, b t₁]", formula: "", source: "",
        example: "\(name)([[1, 2]], [2, 3])"),
      .function { arguments, graph throws(EngineError) in
        let x = try arguments.tensor("x", graph)
        var times = try arguments.integers("times")
        if name == "tile", times.count < graph.shape(x).rank {
          times = Array(repeating: 1, count: graph.shape(x).rank - times.count) + times
        }
        return try graph.add(Repetition(times), [x])
      })
  }
}
