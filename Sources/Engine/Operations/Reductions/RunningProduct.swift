/// The products of the first elements along an axis, or of the last ones when reversed.
public struct RunningProduct: Operation {
  public let name = "cumprod"
  /// The axis, counted from the end when negative.
  public let axis: Int
  /// Whether it runs from the end to the start.
  public let isReversed: Bool

  /// Along one axis, from its start or from its end.
  public init(axis: Int, isReversed: Bool = false) {
    self.axis = axis
    self.isReversed = isReversed
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    _ = try inputs[0].place(of: axis, for: name)
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.output.shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let isReversed = isReversed
    return Kernel {
      plan.forEachRow(isReversed: isReversed) { row, before in
        for i in row..<row + plan.inner {
          out[i] = before.map { out[$0 + (i - row)] * x[i] } ?? x[i]
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(shape, axis: axis)
    var out = inputs[0].values
    plan.forEachRow(isReversed: isReversed) { row, before in
      guard let before else { return }
      for i in 0..<plan.inner { out[row + i] *= out[before + i] }
    }
    return out
  }

  /// yᵢ = yᵢ₋₁ xᵢ, so ∂L/∂yᵢ in all is hᵢ = gᵢ + xᵢ₊₁ hᵢ₊₁ and ∂L/∂xᵢ = hᵢ yᵢ₋₁: nothing is
  /// divided, zeros do no harm.
  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (x, y) = (context.inputs[0], context.node)
    let forward = isReversed ? -1 : 1
    let next = try graph.add(Pad.shifting(x, axis, -forward, 0, graph), [x])
    let total = try graph.add(
      LinearScan(axis: axis, isReversed: !isReversed), [next, context.upstream])
    let before = try graph.add(Pad.shifting(y, axis, forward, 1, graph), [y])
    return [try graph.times(total, before)]
  }

  public func formula(_ inputs: [String]) -> String {
    "cumprod(\(inputs[0]), axis=\(axis))\(isReversed ? " from the end" : "")"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let factors = ReductionPlan(output.shape, axis: axis).run(to: index, isReversed: isReversed).map
    {
      Explanation.Factor.element(0, inputs[0], $0)
    }
    return Explanation([.product(factors)])
  }
}

extension RunningProduct {
  static let entry = Entry(
    Descriptor(
      "cumprod", .function, signature: "cumprod(x, axis=-1)",
      summary: "The running products along an axis.", shapes: "[…] → […]",
      formula: "yᵢ = Π_{j ≤ i} xⱼ", example: "cumprod([1, 2, 3])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        RunningProduct(axis: try arguments.integer("axis")), [try arguments.tensor("x", graph)])
    })
}
