/// The index of the first largest element along an axis; it has no gradient.
public struct ArgMax: Operation {
  public let name = "argmax"
  public let axis: Int

  public init(axis: Int = -1) { self.axis = axis }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let place = try inputs[0].place(of: axis, for: name)
    guard inputs[0].extents[place] > 0 else {
      throw EngineError("argmax: axis \(axis) of shape \(inputs[0]) is empty")
    }
    var extents = inputs[0].extents
    extents.remove(at: place)
    return Shape(extents)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    return Kernel {
      for outer in 0..<plan.outer {
        for inner in 0..<plan.inner {
          let base = outer * plan.length * plan.inner + inner
          var best = 0
          for position in 0..<plan.length {
            let value = x[base + position * plan.inner]
            let leader = x[base + best * plan.inner]
            if value > leader || (value.isNaN && !leader.isNaN) { best = position }
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
      let row = (0..<plan.length).map { inputs[0].values[base + $0 * plan.inner] }
      let best =
        row.firstIndex { $0.isNaN }
        ?? row.indices.max { row[$0] < row[$1] || (row[$0] == row[$1] && $0 > $1) }
      return Double(best ?? 0)
    }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }
  public func formula(_ inputs: [String]) -> String { "argmax(\(inputs[0]), axis=\(axis))" }
  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

extension ArgMax {
  static let entry = Entry(
    Descriptor(
      "argmax", .function, signature: "argmax(x, axis=-1)",
      summary: "The index of the first largest element along an axis.",
      shapes: "[…, n] → […]", formula: "argmax x", source: "", example: "argmax([[1, 3, 2]])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        ArgMax(axis: try arguments.integer("axis")), [try arguments.tensor("x", graph)])
    })
}
