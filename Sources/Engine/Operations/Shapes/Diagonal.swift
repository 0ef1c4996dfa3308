/// A diagonal of the last two axes; positive numbers lie above the main one.
public struct Diagonal: Copying {
  public let name = "diagonal"
  /// How far above the main diagonal; negative below.
  public let offset: Int

  /// How far above the main diagonal; negative below.
  public init(offset: Int = 0) { self.offset = offset }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard input.rank >= 2 else {
      throw EngineError("diagonal: a matrix is needed, not shape \(input)")
    }
    return Shape(input.extents.dropLast(2) + [Diagonal.length(input, offset)])
  }

  static func length(_ shape: Shape, _ offset: Int) -> Int {
    let (rows, columns) = (shape[-2], shape[-1])
    if offset >= columns || offset <= -rows { return 0 }
    return offset >= 0 ? min(rows, columns - offset) : min(rows + offset, columns)
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let (rows, columns) = (input[-2], input[-1])
    let length = output[-1]
    let start = offset >= 0 ? offset : -offset * columns
    return (0..<output.count).map { index in
      index / length * rows * columns + start + index % length * (columns + 1)
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(CopyingGradient(of: self), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String { "diagonal(\(inputs[0]), \(offset))" }
}

/// A square matrix with the last axis on a diagonal and zeros elsewhere.
public struct DiagonalMatrix: Copying {
  public let name = "diag"
  /// How far above the main diagonal; negative below.
  public let offset: Int

  /// How far above the main diagonal; negative below.
  public init(offset: Int = 0) { self.offset = offset }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard input.rank >= 1 else {
      throw EngineError("diag: a scalar has no elements to put on a diagonal")
    }
    guard offset.magnitude < 1 << 31 else {
      throw EngineError("diag: diagonal \(offset) is too far from the main one")
    }
    let side = input[-1] + abs(offset)
    return Shape(input.extents.dropLast() + [side, side])
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let side = output[-1]
    let length = input[-1]
    return (0..<output.count).map { index in
      let (row, column) = (index / side % side, index % side)
      guard column - row == offset else { return -1 }
      return index / (side * side) * length + min(row, column)
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(Diagonal(offset: offset), [context.upstream])]
  }

  public func formula(_ inputs: [String]) -> String { "diag(\(inputs[0]), \(offset))" }
}

extension Diagonal {
  static let entries = [
    Entry(
      Descriptor(
        "diag", .function, signature: "diag(x, diagonal=0)",
        summary: "A matrix with a vector on its diagonal; of a matrix, its diagonal.",
        shapes: "[n] → [n, n]; [n, m] → [min(n, m)]", formula: "", source: "",
        example: "diag([1, 2, 3])"),
      .function { arguments, graph throws(EngineError) in
        let x = try arguments.tensor("x", graph)
        let offset = try arguments.integer("diagonal")
        switch graph.shape(x).rank {
        case 1: return try graph.add(DiagonalMatrix(offset: offset), [x])
        case 2: return try graph.add(Diagonal(offset: offset), [x])
        default:
          throw EngineError("diag: a vector or a matrix is needed, not shape \(graph.shape(x))")
        }
      }),
    Entry(
      Descriptor(
        "diagonal", .function, signature: "diagonal(x, offset=0)",
        summary: "The diagonal of the last two axes.", shapes: "[…, n, m] → […, min(n, m)]",
        formula: "xᵢᵢ", source: "", example: "diagonal([[1, 2], [3, 4]])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          Diagonal(offset: try arguments.integer("offset")), [try arguments.tensor("x", graph)])
      }),
  ]
}
