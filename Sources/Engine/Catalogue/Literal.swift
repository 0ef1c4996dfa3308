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

  /// A list as a node: numbers are a constant, tensors of one shape are stacked along a new first
  /// axis.
  ///
  /// - Throws: as `tensor`, and for tensors of several shapes.
  public static func node(
    _ list: [ArgumentValue], for name: String, in graph: Graph
  ) throws(EngineError) -> Node {
    guard list.contains(where: holdsTensor) else {
      return graph.constant(try tensor(list, for: name))
    }
    var rows: [Node] = []
    for item in list {
      switch item {
      case .tensor(let node): rows.append(node)
      case .number(let number): rows.append(graph.constant(number))
      case .flag(let flag): rows.append(graph.constant(flag ? 1 : 0))
      case .list(let inner): rows.append(try node(inner, for: name, in: graph))
      default: throw EngineError("\(name): a list of tensors holds \(item.description)")
      }
    }
    let first = graph.shape(rows[0])
    for (index, row) in rows.enumerated() where graph.shape(row) != first {
      throw EngineError(
        "\(name): a list becomes a tensor when all its elements have one shape: element \(index) "
          + "has \(graph.shape(row)), element 0 \(first)",
        hint: "join tensors of several lengths with cat([a, b])")
    }
    for index in rows.indices { rows[index] = try graph.add(InsertAxis(at: 0), [rows[index]]) }
    return rows.count == 1 ? rows[0] : try graph.add(Concatenate(axis: 0), rows)
  }

  private static func holdsTensor(_ item: ArgumentValue) -> Bool {
    switch item {
    case .tensor: return true
    case .list(let inner): return inner.contains(where: holdsTensor)
    default: return false
    }
  }
}
