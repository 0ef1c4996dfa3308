/// Nested lists of numbers as tensors.
public enum Literal {
  /// - Throws: for rows of different lengths, or anything that is no number.
  public static func tensor(_ list: [ArgumentValue], for name: String) throws(EngineError) -> Tensor
  {
    // Level by level, so that depth costs no stack.
    var extents = [list.count]
    var level = list
    while case .list(let first)? = level.first {
      extents.append(first.count)
      var next: [ArgumentValue] = []
      for (index, item) in level.enumerated() {
        guard case .list(let row) = item else {
          throw EngineError("\(name): row \(index) is \(item.description) where a list is expected")
        }
        guard row.count == first.count else {
          throw EngineError(
            "\(name): row \(index) has \(row.count) elements where row 0 has \(first.count)",
            hint: "all rows of a tensor have one length")
        }
        next.append(contentsOf: row)
      }
      level = next
    }
    var values: [Float] = []
    values.reserveCapacity(level.count)
    for item in level {
      switch item {
      case .number(let number): values.append(Float(number))
      case .flag(let flag): values.append(flag ? 1 : 0)
      case let other:
        throw EngineError(
          "\(name): a list of numbers holds \(other.description)",
          hint: "join tensors with cat([a, b])")
      }
    }
    return Tensor(shape: Shape(extents), values: values)
  }
}
