/// The lower (or upper) triangle of the last two axes; zeros elsewhere.
public struct Triangle: Operation {
  /// Whether what lies below the diagonal stays, or what lies above.
  public let isLower: Bool
  /// How far above the main diagonal; negative below.
  public let diagonal: Int

  /// The other elements become 0.
  public init(lower: Bool, diagonal: Int = 0) {
    isLower = lower
    self.diagonal = diagonal
  }

  public var name: String { isLower ? "tril" : "triu" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank >= 2 else {
      throw EngineError("\(name): a matrix is needed, not shape \(inputs[0])")
    }
    return inputs[0]
  }

  private func keeps(_ index: Int, _ shape: Shape) -> Bool {
    let column = index % shape[-1]
    let row = index / shape[-1] % shape[-2]
    let distance = column - row
    return isLower ? distance <= diagonal : distance >= diagonal
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let shape = buffers.output.shape
    let kept = (0..<shape.count).map { keeps($0, shape) }
    return Kernel { for index in kept.indices { out[index] = kept[index] ? x[index] : 0 } }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.enumerated().map { keeps($0, shape) ? $1 : 0 }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(Triangle(lower: isLower, diagonal: diagonal), [context.upstream])]
  }

  public func formula(_ inputs: [String]) -> String { "\(name)(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    keeps(index, output.shape)
      ? .copy(0, inputs[0], index)
      : .nothing("it lies \(isLower ? "above" : "below") the triangle")
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension Triangle {
  static let entries = [true, false].map { lower in
    let name = lower ? "tril" : "triu"
    return Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, diagonal=0)",
        summary: "The \(lower ? "lower" : "upper") triangle of a matrix, zeros elsewhere.",
        shapes: "[…, n, m] → […, n, m]", example: "\(name)([[1, 2], [3, 4]])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          Triangle(lower: lower, diagonal: try arguments.integer("diagonal")),
          [try arguments.tensor("x", graph)])
      })
  }
}
