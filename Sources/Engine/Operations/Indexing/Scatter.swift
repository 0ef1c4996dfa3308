// Elements put, or added, along one axis by index: the transpose of gather.

/// x with the elements of a source added at the places of an index, in ascending order; operands x,
/// index and source. What is out of range is left out.
public struct ScatterAdd: Operation {
  public let name = "scatter_add"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try AxisIndex.check(inputs[1], in: inputs[0], axis: axis, for: name)
    guard inputs[2] == inputs[1] else {
      throw EngineError("scatter_add: index \(inputs[1]) and source \(inputs[2]) differ in shape")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1]
    let source = buffers.inputs[2].pointer
    let places = AxisIndex(index.shape, in: buffers.output.shape, axis: axis)
    let out = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      out.update(from: x, count: count)
      for i in 0..<index.count {
        if let target = places.element(index.pointer[i], i) { out[target] += source[i] }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let places = AxisIndex(inputs[1].shape, in: shape, axis: axis)
    var out = inputs[0].values
    for (place, index) in inputs[1].values.enumerated() {
      if let target = places.element(Float(index), place) { out[target] += inputs[2].values[place] }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let index = context.inputs[1]
    return [
      context.upstream, nil,
      context.needed[2]
        ? try context.graph.add(
          GatherAlong(axis: axis, isGradient: true), [context.upstream, index]) : nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) + \(inputs[2]) at \(inputs[1]), axis=\(axis)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = AxisIndex(inputs[1].shape, in: output.shape, axis: axis)
    return Explanation(
      [.element(0, inputs[0], index)]
        + inputs[1].values.indices.filter { places.element(inputs[1].values[$0], $0) == index }
        .map { .element(2, inputs[2], $0) })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[2].count }
}

/// x with the elements of a source put at the places of an index; of several that meet, the last
/// stays. Operands x, index and source. What is out of range is left out.
public struct Scatter: Operation {
  public let name = "scatter"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try AxisIndex.check(inputs[1], in: inputs[0], axis: axis, for: name)
    guard inputs[2] == inputs[1] else {
      throw EngineError("scatter: index \(inputs[1]) and source \(inputs[2]) differ in shape")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1]
    let source = buffers.inputs[2].pointer
    let places = AxisIndex(index.shape, in: buffers.output.shape, axis: axis)
    let out = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      out.update(from: x, count: count)
      for i in 0..<index.count {
        if let target = places.element(index.pointer[i], i) { out[target] = source[i] }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let places = AxisIndex(inputs[1].shape, in: shape, axis: axis)
    var out = inputs[0].values
    for (place, index) in inputs[1].values.enumerated() {
      if let target = places.element(Float(index), place) { out[target] = inputs[2].values[place] }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (index, u) = (context.inputs[1], context.upstream)
    var results: [Node?] = [nil, nil, nil]
    if context.needed[0] {
      let zeros = try graph.add(Fill(0), [index])
      results[0] = try graph.add(Scatter(axis: axis), [u, index, zeros])
    }
    if context.needed[2] {
      results[2] = try graph.add(ScatterGradient(axis: axis), [u, index])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) with \(inputs[2]) at \(inputs[1]), axis=\(axis)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = AxisIndex(inputs[1].shape, in: output.shape, axis: axis)
    let last = inputs[1].values.indices.last {
      places.element(inputs[1].values[$0], $0) == index
    }
    guard let last else {
      return .copy(0, inputs[0], index, because: .init("nothing is put here"))
    }
    return .copy(
      2, inputs[2], last, because: .init("\u{E000} puts it here", [.init(1, inputs[1], last)]))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// For each element of an index that was the last to be put at its place the upstream gradient from
/// there, 0 for the others; operands g and index.
public struct ScatterGradient: Operation {
  public let name = "scatter_backward"
  /// The axis, counted from the end when negative.
  public let axis: Int

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0]
    let index = buffers.inputs[1].pointer
    let places = AxisIndex(buffers.inputs[1].shape, in: g.shape, axis: axis)
    let out = buffers.output.pointer
    let count = buffers.output.count
    let isTaken = Storage(count: g.count)
    return Kernel {
      isTaken.pointer.update(repeating: 0, count: g.count)
      for i in (0..<count).reversed() {
        out[i] = 0
        guard let target = places.element(index[i], i), isTaken.pointer[target] == 0 else {
          continue
        }
        isTaken.pointer[target] = 1
        out[i] = g.pointer[target]
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let places = AxisIndex(shape, in: inputs[0].shape, axis: axis)
    var taken: Set<Int> = []
    var out = Array(repeating: 0.0, count: shape.count)
    for (place, index) in inputs[1].values.enumerated().reversed() {
      if let target = places.element(Float(index), place), taken.insert(target).inserted {
        out[place] = inputs[0].values[target]
      }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let zeros = try graph.add(Fill(0), [context.inputs[0]])
    return [
      try graph.add(Scatter(axis: axis), [zeros, context.inputs[1], context.upstream]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) where \(inputs[1]) was put last, axis=\(axis)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = AxisIndex(output.shape, in: inputs[0].shape, axis: axis)
    guard let target = places.element(inputs[1].values[index], index) else {
      return .nothing("\u{E000} is out of range", [.init(1, inputs[1], index)])
    }
    let last = inputs[1].values.indices.last {
      places.element(inputs[1].values[$0], $0) == target
    }
    guard last == index else { return .nothing("another was put over it") }
    return .copy(0, inputs[0], target)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension Scatter {
  static let entries = [
    Entry(
      Descriptor(
        "scatter_add", .function, signature: "scatter_add(x, axis, index, src)",
        summary: "x with the elements of src added at the places of index.",
        shapes: "[n, m], [k, m], [k, m] → [n, m] for axis=0",
        formula: "x[indexᵢⱼ, j] += srcᵢⱼ for axis=0", source: "",
        example: "scatter_add([0, 0, 0], 0, [0, 2, 2], [1, 2, 3])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          ScatterAdd(axis: try arguments.integer("axis")),
          [
            try arguments.tensor("x", graph), try arguments.tensor("index", graph),
            try arguments.tensor("src", graph),
          ])
      }),
    Entry(
      Descriptor(
        "scatter", .function, signature: "scatter(x, axis, index, src)",
        summary: "x with the elements of src put at the places of index; of several the last.",
        shapes: "[n, m], [k, m], [k, m] → [n, m] for axis=0",
        formula: "x[indexᵢⱼ, j] = srcᵢⱼ for axis=0", source: "",
        example: "scatter([0, 0, 0], 0, [0, 2, 2], [1, 2, 3])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          Scatter(axis: try arguments.integer("axis")),
          [
            try arguments.tensor("x", graph), try arguments.tensor("index", graph),
            try arguments.tensor("src", graph),
          ])
      }),
  ]
}
