/// Tensors of one shape side by side along a new axis; PyTorch's stack.
public struct Stack: Operation {
  public let name = "stack"
  /// In the output, counted from its end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int = 0) { self.axis = axis }

  private func place(_ input: Shape) -> Int { axis < 0 ? axis + input.rank + 1 : axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard let first = inputs.first else { throw EngineError("stack: no tensors to join") }
    if let other = inputs.first(where: { $0 != first }) {
      throw EngineError(
        "stack: shapes \(first) and \(other) differ",
        hint: "all must have one shape; cat joins along an axis that exists")
    }
    let place = place(first)
    guard place >= 0, place <= first.rank else {
      throw EngineError(
        "stack: axis \(axis) does not exist for shape \(first)",
        hint: "axes are \(-first.rank - 1) to \(first.rank)")
    }
    var extents = first.extents
    extents.insert(inputs.count, at: place)
    return Shape(extents)
  }

  /// Rows of `inner` elements that each operand gives in turn.
  private func inner(_ input: Shape) -> Int { input.extents[place(input)...].reduce(1, *) }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let sources = buffers.inputs.map(\.pointer)
    let inner = inner(buffers.inputs[0].shape)
    let outer = inner == 0 ? 0 : buffers.inputs[0].count / inner
    let stride = inner * sources.count
    return Kernel {
      for (index, source) in sources.enumerated() {
        for row in 0..<outer {
          (out + row * stride + index * inner).update(from: source + row * inner, count: inner)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let inner = inner(inputs[0].shape)
    let outer = inner == 0 ? 0 : inputs[0].values.count / inner
    return (0..<outer).flatMap { row in
      inputs.flatMap { $0.values[row * inner..<(row + 1) * inner] }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let place = place(context.graph.shape(context.inputs[0]))
    let whole = Array(repeating: Slice.Part.range(start: nil, stop: nil, step: 1), count: place)
    var results: [Node?] = []
    for (index, isNeeded) in context.needed.enumerated() {
      results.append(
        isNeeded
          ? try context.graph.add(Slice(whole + [.index(index)]), [context.upstream]) : nil)
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    // A long sequence is told by its ends.
    let names =
      inputs.count > 6 ? inputs.prefix(2) + ["…"] + inputs.suffix(1) : inputs[...]
    return "stack([\(names.joined(separator: ", "))], axis=\(axis))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let inner = inner(inputs[0].shape)
    let position = index / inner % inputs.count
    return .copy(
      position, inputs[position], index / inner / inputs.count * inner + index % inner)
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension Stack {
  static let entry = Entry(
    Descriptor(
      "stack", .function, signature: "stack(tensors, axis=0)",
      summary: "Tensors of one shape side by side along a new axis.",
      shapes: "k times […] → [k, …]", source: "NumPy and PyTorch",
      example: "stack([[1, 2] * 1, [3, 4] * 1])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Stack(axis: try arguments.integer("axis")), try arguments.tensors("tensors", graph))
    })
}
