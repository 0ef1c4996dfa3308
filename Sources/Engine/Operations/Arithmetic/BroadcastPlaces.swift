// Where an operand that is stretched keeps the element for a place of the output: worked out when a
// kernel is bound, with no table for the common cases.

/// The element of an operand for each element of the output that it broadcasts to.
struct BroadcastPlaces {
  /// Nil when the operand has the output's elements, or a single one.
  private let table: [Int32]?
  private let stride: Int

  fileprivate init(table: [Int32]?, stride: Int) {
    self.table = table
    self.stride = stride
  }

  subscript(index: Int) -> Int { table.map { Int($0[index]) } ?? index * stride }
}

extension Broadcasting {
  static func places(of operand: Shape, in output: Shape) -> BroadcastPlaces {
    if operand.count == 1 { return BroadcastPlaces(table: nil, stride: 0) }
    if operand.count == output.count { return BroadcastPlaces(table: nil, stride: 1) }
    // Tensors are smaller than 2³¹ elements by the limit on memory of any machine that runs this;
    // a longer table would wrap, so it is cut off there.
    return BroadcastPlaces(
      table: indices(of: operand, in: output).map { Int32(truncatingIfNeeded: $0) }, stride: 1)
  }
}
