/// Neighbouring axes as one; no extent is written down, so that any of them may be a batch.
public struct JoinAxes: Copying {
  public let name = "flatten"
  /// The first axis that is joined.
  public let first: Int
  /// The last axis that is joined.
  public let last: Int

  /// - Parameters:
  ///   - first: the first axis, counted from the end when negative.
  ///   - last: the last axis that is joined, itself included.
  public init(from first: Int, to last: Int) {
    self.first = first
    self.last = last
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    if input.rank == 0, [-1, 0].contains(first), [-1, 0].contains(last) { return [1] }
    let start = try input.place(of: first, for: name)
    let end = try input.place(of: last, for: name)
    guard start <= end else {
      throw EngineError("flatten: axis \(first) of shape \(input) does not stand before \(last)")
    }
    let joined = input.extents[start...end].reduce(1, *)
    return Shape(input.extents[..<start] + [joined] + input.extents[(end + 1)...])
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]])]
  }

  public var keepsElements: Bool { true }

  public func formula(_ inputs: [String]) -> String {
    "flatten(\(inputs[0]), \(first), \(last))"
  }
}

/// The last axis as groups of neighbours.
public struct Unflatten: Copying {
  public let name = "unflatten"
  /// How many neighbours form a group.
  public let extent: Int

  /// Takes the extent that is split off.
  public init(last extent: Int) { self.extent = extent }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard input.rank > 0, extent > 0, input[-1] % extent == 0 else {
      throw EngineError(
        "the last axis of shape \(input) cannot be cut into groups of \(extent)",
        hint: "its extent must be a multiple of \(extent)")
    }
    return Shape(input.extents.dropLast() + [input[-1] / extent, extent])
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ReshapeLike(), [context.upstream, context.inputs[0]])]
  }

  public var keepsElements: Bool { true }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) in groups of \(extent)" }
}
