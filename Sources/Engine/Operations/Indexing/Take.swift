// Slices of one axis by a table of places, and back: what `x[:, index]` means.

/// `x[…, index, …]`: the places of one axis that a table names, in the table's order and shape.
///
/// `[a, n, b]` and a table `[i, j]` on axis 1 give `[a, i, j, b]`. Places are whole numbers kept as
/// floats; one that is out of range gives NaN, because it cannot be an error in the middle of a run.
public struct Take: Operation {
  public let name = "take"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int = 0) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = inputs[0]
    guard axis >= 0, axis < shape.rank else {
      throw EngineError(
        "take: axis \(axis) does not exist for shape \(shape)",
        hint: shape.rank == 0 ? "a scalar has no places" : "axes are 0 to \(shape.rank - 1)")
    }
    return Shape(
      Array(shape.extents[..<axis]) + inputs[1].extents + Array(shape.extents[(axis + 1)...]))
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    let walk = Walk(buffers.inputs[0].shape, axis, buffers.inputs[1].count)
    return Kernel {
      walk.run { outer, place in
        let target = out + (outer * walk.places + place) * walk.inner
        if let row = rowIndex(index[place], below: walk.extent) {
          target.update(from: x + (outer * walk.extent + row) * walk.inner, count: walk.inner)
        } else {
          target.update(repeating: .nan, count: walk.inner)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let walk = Walk(inputs[0].shape, axis, inputs[1].shape.count)
    var result: [Double] = []
    result.reserveCapacity(shape.count)
    walk.run { outer, place in
      if let row = rowIndex(Float(inputs[1].values[place]), below: walk.extent) {
        let start = (outer * walk.extent + row) * walk.inner
        result += inputs[0].values[start..<start + walk.inner]
      } else {
        result += Array(repeating: .nan, count: walk.inner)
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        TakeGradient(axis: axis), [context.upstream, context.inputs[1], context.inputs[0]]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0])[\(String(repeating: ":, ", count: axis))\(inputs[1])]"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let walk = Walk(inputs[0].shape, axis, inputs[1].shape.count)
    let (outer, place) = (index / walk.inner / walk.places, index / walk.inner % walk.places)
    let row = rowIndex(inputs[1].values[place], below: walk.extent)
    return .selected(
      0, inputs[0], row.map { (outer * walk.extent + $0) * walk.inner + index % walk.inner },
      by: (1, inputs[1], place), missing: .nan)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }

  /// The outer axes, the places and the contiguous rest.
  struct Walk {
    let outer: Int
    let extent: Int
    let inner: Int
    let places: Int

    init(_ shape: Shape, _ axis: Int, _ places: Int) {
      outer = shape.extents[..<axis].reduce(1, *)
      extent = shape[axis]
      inner = shape.extents[(axis + 1)...].reduce(1, *)
      self.places = places
    }

    func run(_ body: (_ outer: Int, _ place: Int) -> Void) {
      for outer in 0..<outer {
        for place in 0..<places { body(outer, place) }
      }
    }
  }
}

/// Adds what was taken to zeros, in the order of the table; operands g, index, x.
public struct TakeGradient: Operation {
  public let name = "take_backward"
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Along one axis.
  public init(axis: Int) { self.axis = axis }

  public func shape(of inputs: [Shape]) -> Shape { inputs[2] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    let walk = Take.Walk(buffers.output.shape, axis, buffers.inputs[1].count)
    return Kernel {
      out.update(repeating: 0, count: count)
      walk.run { outer, place in
        guard let row = rowIndex(index[place], below: walk.extent) else { return }
        let source = g + (outer * walk.places + place) * walk.inner
        let target = out + (outer * walk.extent + row) * walk.inner
        for element in 0..<walk.inner { target[element] += source[element] }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let walk = Take.Walk(shape, axis, inputs[1].shape.count)
    var result = Array(repeating: 0.0, count: shape.count)
    walk.run { outer, place in
      guard let row = rowIndex(Float(inputs[1].values[place]), below: walk.extent) else { return }
      for element in 0..<walk.inner {
        result[(outer * walk.extent + row) * walk.inner + element] +=
          inputs[0].values[(outer * walk.places + place) * walk.inner + element]
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(Take(axis: axis), [context.upstream, context.inputs[1]]), nil, nil]
  }

  public func formula(_ inputs: [String]) -> String { "Σ \(inputs[0]) at places \(inputs[1])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let walk = Take.Walk(output.shape, axis, inputs[1].shape.count)
    let (outer, row) = (index / walk.inner / walk.extent, index / walk.inner % walk.extent)
    return Explanation(
      (0..<walk.places).filter { rowIndex(inputs[1].values[$0], below: walk.extent) == row }
        .map {
          .element(0, inputs[0], (outer * walk.places + $0) * walk.inner + index % walk.inner)
        },
      reason: .init("one term for each time that place \(row) was taken"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

extension Graph {
  /// `x[…, index, …]` on one axis.
  ///
  /// - Throws: when the axis does not exist.
  public func take(_ x: Node, _ index: Node, axis: Int = 0) throws(EngineError) -> Node {
    try add(Take(axis: axis), [x, index])
  }
}
