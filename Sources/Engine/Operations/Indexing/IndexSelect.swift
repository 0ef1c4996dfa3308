/// Places of an axis by index; operands x and a vector of indices. What is out of range is NaN, or 0
/// in the backward pass of an addition.
public struct IndexSelect: Operation {
  /// The axis, counted from the end when negative.
  public let axis: Int
  /// Whether it was emitted by differentiation: for its name only.
  public let isGradient: Bool

  /// Along one axis; the gradient's own use says so for its name.
  public init(axis: Int, isGradient: Bool = false) {
    self.axis = axis
    self.isGradient = isGradient
  }

  public var name: String { isGradient ? "index_add_backward" : "index_select" }
  private var missing: Float { isGradient ? 0 : .nan }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let place = try inputs[0].place(of: axis, for: name)
    guard inputs[1].rank == 1 else {
      throw EngineError("index_select: the index must be a vector, not of shape \(inputs[1])")
    }
    var shape = inputs[0]
    shape[place] = inputs[1].count
    return shape
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let count = buffers.inputs[1].count
    let out = buffers.output.pointer
    let missing = missing
    return Kernel {
      for outer in 0..<plan.outer {
        for place in 0..<count {
          let target = out + (outer * count + place) * plan.inner
          if let row = rowIndex(index[place], below: plan.length) {
            target.update(from: x + (outer * plan.length + row) * plan.inner, count: plan.inner)
          } else {
            target.update(repeating: missing, count: plan.inner)
          }
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    let rows = inputs[1].values.map { rowIndex(Float($0), below: plan.length) }
    return (0..<plan.outer).flatMap { outer in
      rows.flatMap { row -> [Double] in
        guard let row else { return Array(repeating: Double(missing), count: plan.inner) }
        let start = (outer * plan.length + row) * plan.inner
        return Array(inputs[0].values[start..<start + plan.inner])
      }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let zeros = try graph.add(Fill(0), [context.inputs[0]])
    return [
      try graph.add(IndexAdd(axis: axis), [zeros, context.inputs[1], context.upstream]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0])[\(inputs[1])] along axis \(axis)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    let count = inputs[1].count
    let (outer, place) = (index / plan.inner / count, index / plan.inner % count)
    let row = rowIndex(inputs[1].values[place], below: plan.length)
    return .selected(
      0, inputs[0], row.map { (outer * plan.length + $0) * plan.inner + index % plan.inner },
      by: (1, inputs[1], place), missing: missing)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// x with the places of a source added at those of an index, in ascending order; operands x, index and
/// source. What is out of range is left out.
public struct IndexAdd: Operation {
  public let name = "index_add"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let expected = try IndexSelect(axis: axis).shape(of: inputs)
    guard inputs[2] == expected else {
      throw EngineError(
        "index_add: source \(inputs[2]) does not fit \(inputs[0])",
        hint: "with \(inputs[1].count) indices it must be \(expected)")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.output.shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let places = buffers.inputs[1].count
    let source = buffers.inputs[2].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      out.update(from: x, count: count)
      for outer in 0..<plan.outer {
        for place in 0..<places {
          guard let row = rowIndex(index[place], below: plan.length) else { continue }
          let target = out + (outer * plan.length + row) * plan.inner
          let part = source + (outer * places + place) * plan.inner
          for i in 0..<plan.inner { target[i] += part[i] }
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(shape, axis: axis)
    let places = inputs[1].values.count
    var out = inputs[0].values
    for outer in 0..<plan.outer {
      for place in 0..<places {
        guard let row = rowIndex(Float(inputs[1].values[place]), below: plan.length) else {
          continue
        }
        for i in 0..<plan.inner {
          out[(outer * plan.length + row) * plan.inner + i] +=
            inputs[2].values[(outer * places + place) * plan.inner + i]
        }
      }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let index = context.inputs[1]
    guard context.needed[2] else { return [context.upstream, nil, nil] }
    return [
      context.upstream, nil,
      try graph.add(IndexSelect(axis: axis, isGradient: true), [context.upstream, index]),
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) + \(inputs[2]) at \(inputs[1]) of axis \(axis)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = ReductionPlan(output.shape, axis: axis)
    let (outer, row) = (index / plan.inner / plan.length, index / plan.inner % plan.length)
    let count = inputs[1].count
    return Explanation(
      [.element(0, inputs[0], index)]
        + (0..<count).filter { rowIndex(inputs[1].values[$0], below: plan.length) == row }
        .map { .element(2, inputs[2], (outer * count + $0) * plan.inner + index % plan.inner) })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[2].count }
}

extension IndexSelect {
  static let entries = [
    Entry(
      Descriptor(
        "index_select", .function, signature: "index_select(x, axis, index)",
        summary: "Places of an axis by index.", shapes: "[n, …], [k] → [k, …] for axis=0",
        formula: "x[index]", source: "", example: "index_select([[1, 2], [3, 4]], 0, [1, 1, 0])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          IndexSelect(axis: try arguments.integer("axis")),
          [try arguments.tensor("x", graph), try arguments.tensor("index", graph)])
      }),
    Entry(
      Descriptor(
        "index_add", .function, signature: "index_add(x, axis, index, src)",
        summary: "x with the places of src added at those of an index.",
        shapes: "[n, …], [k], [k, …] → [n, …] for axis=0", formula: "x[indexᵢ] += srcᵢ",
        source: "", example: "index_add([0, 0, 0], 0, [0, 2, 2], [1, 2, 3])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          IndexAdd(axis: try arguments.integer("axis")),
          [
            try arguments.tensor("x", graph), try arguments.tensor("index", graph),
            try arguments.tensor("src", graph),
          ])
      }),
  ]
}
