/// a where a condition is not 0 and b elsewhere; operands condition, a, b, with broadcasting.
public struct Where: Operation {
  public let name = "where"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let choices = try Broadcasting.shape(inputs[1], inputs[2], for: name)
    return try Broadcasting.shape(inputs[0], choices, for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (condition, a, b) = (buffers.inputs[0], buffers.inputs[1], buffers.inputs[2])
    let shape = buffers.output.shape
    let out = buffers.output.pointer
    let count = shape.count
    let places = (
      Broadcasting.places(of: condition.shape, in: shape),
      Broadcasting.places(of: a.shape, in: shape), Broadcasting.places(of: b.shape, in: shape)
    )
    return Kernel {
      for i in 0..<count {
        out[i] =
          condition.pointer[places.0[i]] != 0
          ? a.pointer[places.1[i]] : b.pointer[places.2[i]]
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let places = inputs.map { Broadcasting.indices(of: $0.shape, in: shape) }
    return (0..<shape.count).map {
      inputs[0].values[places[0][$0]] != 0
        ? inputs[1].values[places[1][$0]] : inputs[2].values[places[2][$0]]
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (condition, g) = (context.inputs[0], context.upstream)
    let zero = graph.constant(0)
    var results: [Node?] = [nil, nil, nil]
    if context.needed[1] {
      results[1] = try context.reduced(
        try graph.add(Where(), [condition, g, zero]), like: context.inputs[1])
    }
    if context.needed[2] {
      results[2] = try context.reduced(
        try graph.add(Where(), [condition, zero, g]), like: context.inputs[2])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[1]) where \(inputs[0]) else \(inputs[2])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = inputs.map { Broadcasting.element(index, of: $0.shape, in: output.shape) }
    let condition = Explanation.Operand(0, inputs[0], places[0])
    let chosen = condition.value != 0 ? 1 : 2
    return .copy(
      chosen, inputs[chosen], places[chosen],
      because: .init("\u{E000} \(chosen == 1 ? "holds" : "does not hold")", [condition]))
  }
}

extension Where {
  static let entry = Entry(
    Descriptor(
      "where", .function, signature: "where(condition, a, b)",
      summary: "a where the condition is not 0, b elsewhere.", shapes: "broadcast",
      formula: "a if condition else b", source: "", example: "where([1, 0, 1], [1, 2, 3], 0)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Where(),
        [
          try arguments.tensor("condition", graph), try arguments.tensor("a", graph),
          try arguments.tensor("b", graph),
        ])
    })
}
