/// The same elements in another shape; one extent may be −1 and is worked out.
public struct Reshape: Copying {
  public let name = "reshape"
  /// The new extents; −1 is what is left.
  public let extents: [Int]

  /// Takes the new extents; one may be −1, for what is left.
  public init(_ extents: [Int]) { self.extents = extents }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let count = inputs[0].count
    let open = extents.filter { $0 == -1 }.count
    // −1 when the product cannot be represented: nothing has so many elements.
    let known = extents.filter { $0 != -1 }.reduce(1) { product, extent in
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      return overflow || product < 0 ? -1 : next
    }
    var result = extents
    if open == 1, known > 0, count % known == 0, let place = extents.firstIndex(of: -1) {
      result[place] = count / known
    } else if open > 0 || known != count || extents.contains(where: { $0 < 0 }) {
      throw EngineError(
        "reshape: shape \(inputs[0]) has \(count) elements and cannot become \(Shape(extents))",
        hint: open > 1
          ? "at most one extent can be -1" : "the product of the extents must be \(count)")
    }
    return Shape(result)
  }

  public var keepsElements: Bool { true }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String { "reshape(\(inputs[0]), \(Shape(extents)))" }
}

/// The first operand's elements in the second's shape.
public struct ReshapeLike: Copying {
  public let name = "reshape_like"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].count == inputs[1].count else {
      throw EngineError("reshape_like: \(inputs[0]) and \(inputs[1]) differ in size")
    }
    return inputs[1]
  }

  public var keepsElements: Bool { true }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) shaped like \(inputs[1])" }
}

/// A new axis of extent 1: what a reduction took away is put back.
public struct InsertAxis: Copying {
  public let name = "unsqueeze"
  /// In the output, counted from its end when negative.
  public let axis: Int

  /// The place that the axis has, or gets.
  public init(at axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let rank = inputs[0].rank + 1
    let place = axis < 0 ? axis + rank : axis
    guard place >= 0 && place < rank else {
      throw EngineError(
        "unsqueeze: axis \(axis) does not exist for shape \(inputs[0])",
        hint: "axes are \(-rank) to \(rank - 1)")
    }
    var extents = inputs[0].extents
    extents.insert(1, at: place)
    return Shape(extents)
  }

  public var keepsElements: Bool { true }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String { "unsqueeze(\(inputs[0]), \(axis))" }
}

extension Reshape {
  static let entry = Entry(
    Descriptor(
      "reshape", .function, signature: "reshape(x, shape)",
      summary: "The same elements in another shape; one extent may be -1.",
      shapes: "", formula: "", source: "", example: "reshape([1, 2, 3, 4], [2, -1])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Reshape(try arguments.integers("shape")), [try arguments.tensor("x", graph)])
    })
}
