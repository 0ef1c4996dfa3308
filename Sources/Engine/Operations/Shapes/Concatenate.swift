/// Tensors one after the other along an axis.
public struct Concatenate: Operation {
  public let name = "cat"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int = 0) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard let first = inputs.first else { throw EngineError("cat: no tensors to join") }
    let place = try first.place(of: axis, for: name)
    var extents = first.extents
    for next in inputs.dropFirst() {
      var expected = first.extents
      guard next.rank == first.rank else {
        throw EngineError("cat: shapes \(first) and \(next) differ in the number of axes")
      }
      expected[place] = next.extents[place]
      guard next.extents == expected else {
        throw EngineError(
          "cat: shapes \(first) and \(next) differ outside axis \(axis)",
          hint: "all axes but the joined one must be equal")
      }
      extents[place] += next.extents[place]
    }
    return Shape(extents)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let output = buffers.output
    let outer = ReductionPlan(output.shape, axis: axis).outer
    let stride = outer == 0 ? 0 : output.count / outer
    var offset = 0
    var pieces: [(source: UnsafeMutablePointer<Float>, offset: Int, width: Int)] = []
    for input in buffers.inputs {
      let width = outer == 0 ? 0 : input.count / outer
      pieces.append((input.pointer, offset, width))
      offset += width
    }
    return Kernel {
      for row in 0..<outer {
        for piece in pieces {
          (output.pointer + row * stride + piece.offset).update(
            from: piece.source + row * piece.width, count: piece.width)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let outer = ReductionPlan(shape, axis: axis).outer
    return (0..<outer).flatMap { row in
      inputs.flatMap { input in
        let width = input.values.count / outer
        return input.values[row * width..<(row + 1) * width]
      }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    var results: [Node?] = []
    for (position, isNeeded) in context.needed.enumerated() {
      results.append(
        isNeeded
          ? try context.graph.add(
            ConcatenateGradient(axis: axis, position: position),
            [context.upstream] + context.inputs) : nil)
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    "cat([\(inputs.joined(separator: ", "))], axis=\(axis))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = ReductionPlan(output.shape, axis: axis)
    let (outer, place) = (index / plan.inner / plan.length, index / plan.inner % plan.length)
    var start = 0
    for (position, input) in inputs.enumerated() {
      let extent = ReductionPlan(input.shape, axis: axis).length
      if place < start + extent {
        return .copy(
          position, input, (outer * extent + place - start) * plan.inner + index % plan.inner)
      }
      start += extent
    }
    return .nothing("it belongs to no operand")
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// The part of the upstream gradient that belongs to one of the joined tensors.
///
/// Operands: g, then all that were joined. Where the part begins follows from their shapes, so that
/// the short last batch of an epoch is cut in the right places.
public struct ConcatenateGradient: Copying {
  public let name = "cat_backward"
  /// The axis, counted from the end when negative.
  public let axis: Int
  /// Which of the joined tensors.
  public let position: Int

  public func shape(of inputs: [Shape]) -> Shape { inputs[position + 1] }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let place = axis < 0 ? axis + input.rank : axis
    let start = inputs[1..<position + 1].reduce(0) { $0 + $1.extents[place] }
    let strides = input.strides
    return strided(output, strides, offset: start * strides[place])
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    var joined: [Node] = []
    for (place, input) in context.inputs.dropFirst().enumerated() {
      joined.append(
        place == position ? context.upstream : try graph.add(Fill(0), [input]))
    }
    return [try graph.add(Concatenate(axis: axis), joined)]
      + Array(repeating: nil, count: joined.count)
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) at \(inputs[position + 1])" }
}

extension Concatenate {
  static let entry = Entry(
    Descriptor(
      "cat", .function, signature: "cat(tensors, axis=0)",
      summary: "Tensors one after the other along an axis.",
      shapes: "", formula: "", source: "", example: "cat([[1, 2] * 1, [3] * 1])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Concatenate(axis: try arguments.integer("axis")),
        try arguments.tensors("tensors", graph))
    })
}
