/// The index of the first largest (or smallest) element along an axis, or of all elements row by row;
/// it has no gradient.
public struct ArgMax: Operation {
  /// The axis, counted from the end when negative; nil for all elements.
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool
  /// Whether the largest is looked for, or the smallest.
  public let isMaximum: Bool

  /// The place of the largest or the smallest along an axis; of equal ones the first.
  public init(axis: Int? = -1, keepsAxis: Bool = false, maximum: Bool = true) {
    self.axis = axis
    self.keepsAxis = keepsAxis
    isMaximum = maximum
  }

  public var name: String { isMaximum ? "argmax" : "argmin" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard let axis else {
      guard input.count > 0 else { throw EngineError("\(name): shape \(input) is empty") }
      return keepsAxis ? Shape(input.extents.map { _ in 1 }) : .scalar
    }
    let place = try input.place(of: axis, for: name)
    guard input.extents[place] > 0 else {
      throw EngineError("\(name): axis \(axis) of shape \(input) is empty")
    }
    var extents = input.extents
    if keepsAxis { extents[place] = 1 } else { extents.remove(at: place) }
    return Shape(extents)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let isMaximum = isMaximum
    return Kernel {
      for outer in 0..<plan.outer {
        for inner in 0..<plan.inner {
          let base = outer * plan.length * plan.inner + inner
          var best = 0
          for position in 0..<plan.length {
            let value = x[base + position * plan.inner]
            let leader = x[base + best * plan.inner]
            let wins = isMaximum ? value > leader : value < leader
            if wins || (value.isNaN && !leader.isNaN) { best = position }
          }
          out[outer * plan.inner + inner] = Float(best)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    return (0..<plan.outer * plan.inner).map { index in
      let base = (index / plan.inner) * plan.length * plan.inner + index % plan.inner
      let row = (0..<plan.length).map {
        inputs[0].values[base + $0 * plan.inner] * (isMaximum ? 1 : -1)
      }
      let best =
        row.firstIndex { $0.isNaN }
        ?? row.indices.max { row[$0] < row[$1] || (row[$0] == row[$1] && $0 > $1) }
      return Double(best ?? 0)
    }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public func formula(_ inputs: [String]) -> String {
    axis.map { "\(name)(\(inputs[0]), axis=\($0))" } ?? "\(name)(\(inputs[0]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    // A place that somebody set by hand may be none.
    guard let chosen = rowIndex(output.values[index], below: plan.length) else {
      return .constant("no place", output.values[index])
    }
    let element =
      (index / plan.inner * plan.length + chosen) * plan.inner + index % plan.inner
    return .constant(
      "place \(chosen)", Float(chosen),
      because: .init(
        "\u{E000} is the \(isMaximum ? "largest" : "smallest") of \(plan.length)",
        [.init(0, inputs[0], element)]))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

extension ArgMax {
  static let entries = [true, false].map { isMaximum in
    let name = isMaximum ? "argmax" : "argmin"
    let size = isMaximum ? "largest" : "smallest"
    return Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, axis=none, keepdim=false)",
        summary: "The index of the first \(size) element along an axis; of all without one.",
        shapes: "[…, n] → […] for axis=-1", formula: "\(name) x", source: "",
        example: "\(name)([[1, 3, 2]], axis=-1)"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          ArgMax(
            axis: try arguments.optionalInteger("axis"),
            keepsAxis: try arguments.flag("keepdim"), maximum: isMaximum),
          [try arguments.tensor("x", graph)])
      })
  }

  /// `max` and `min`: one number, or with an axis values and indices; the gradient goes to the
  /// elements that were chosen.
  static let extremes = [true, false].map { isMaximum in
    let name = isMaximum ? "max" : "min"
    let size = isMaximum ? "largest" : "smallest"
    return Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, axis=none, keepdim=false)",
        summary: "The \(size) element; along an axis the \(size) ones and where they were.",
        shapes: "[…] → []; […, n] → […], […] for axis=-1", formula: "\(name) x", source: "",
        example: "values, indices = \(name)([[1, 3, 2]], axis=-1)"),
      .functions { arguments, graph throws(EngineError) in
        let x = try arguments.tensor("x", graph)
        guard let axis = try arguments.optionalInteger("axis") else {
          return [try graph.add(Extremum(maximum: isMaximum), [x])]
        }
        let shape = graph.shape(x)
        guard shape[try shape.place(of: axis, for: name)] > 0 else {
          throw EngineError("\(name): axis \(axis) of shape \(shape) is empty")
        }
        let places = try graph.add(
          ArgMax(axis: axis, keepsAxis: true, maximum: isMaximum), [x])
        let values = try graph.add(GatherAlong(axis: axis), [x, places])
        if try arguments.flag("keepdim") { return [values, places] }
        return [
          try graph.add(RemoveAxis(at: axis), [values]),
          try graph.add(RemoveAxis(at: axis), [places]),
        ]
      })
  }
}
