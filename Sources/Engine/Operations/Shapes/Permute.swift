/// The axes in another order.
public struct Permute: Copying {
  public let name = "permute"
  /// Which axis of the operand stands at each place.
  public let order: [Int]

  /// Takes which axis of the operand stands at each place.
  public init(_ order: [Int]) { self.order = order }

  /// The last two axes exchanged; for vectors and scalars the identity, as NumPy's `.T`.
  public static func transposing(rank: Int) -> Permute {
    var order = Array(0..<rank)
    if rank >= 2 { order.swapAt(rank - 1, rank - 2) }
    return Permute(order)
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let rank = inputs[0].rank
    guard order.map({ $0 < 0 ? $0 + rank : $0 }).sorted() == Array(0..<rank) else {
      throw EngineError(
        "permute: \(Shape(order)) is not an order of the \(rank) axes of shape \(inputs[0])",
        hint: "name every axis from 0 to \(max(rank - 1, 0)) once")
    }
    return Shape(order.map { inputs[0][$0] })
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let strides = input.strides
    let permuted = order.map { strides[$0 < 0 ? $0 + input.rank : $0] }
    return strided(output, permuted, offset: 0)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let rank = order.count
    var inverse = Array(repeating: 0, count: rank)
    for (place, axis) in order.enumerated() { inverse[axis < 0 ? axis + rank : axis] = place }
    return [try context.graph.add(Permute(inverse), [context.upstream])]
  }

  public func formula(_ inputs: [String]) -> String {
    let rank = order.count
    if rank >= 2, order == Permute.transposing(rank: rank).order { return "\(inputs[0])ᵀ" }
    return "permute(\(inputs[0]), \(Shape(order)))"
  }
}

/// Source elements of a strided walk over `shape`.
func strided(_ shape: Shape, _ strides: [Int], offset: Int) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(shape.count)
  var place = Array(repeating: 0, count: shape.rank)
  var index = offset
  for _ in 0..<shape.count {
    result.append(index)
    var axis = shape.rank - 1
    while axis >= 0 {
      place[axis] += 1
      index += strides[axis]
      if place[axis] < shape.extents[axis] { break }
      index -= strides[axis] * shape.extents[axis]
      place[axis] = 0
      axis -= 1
    }
  }
  return result
}

extension Permute {
  static let entry = Entry(
    Descriptor(
      "permute", .function, signature: "permute(x, order)",
      summary: "The axes in another order; x.T exchanges the last two.",
      shapes: "", formula: "", source: "", example: "permute([[1, 2], [3, 4]], [1, 0])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Permute(try arguments.integers("order")), [try arguments.tensor("x", graph)])
    })
}
