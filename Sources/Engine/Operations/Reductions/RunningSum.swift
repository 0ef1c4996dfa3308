/// The sums of the first elements along an axis, or of the last ones when reversed.
public struct RunningSum: Operation {
  public let name = "cumsum"
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
          out[i] = before.map { out[$0 + (i - row)] + x[i] } ?? x[i]
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(shape, axis: axis)
    var out = inputs[0].values
    plan.forEachRow(isReversed: isReversed) { row, before in
      guard let before else { return }
      for i in 0..<plan.inner { out[row + i] += out[before + i] }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        RunningSum(axis: axis, isReversed: !isReversed), [context.upstream])
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "cumsum(\(inputs[0]), axis=\(axis))\(isReversed ? " from the end" : "")"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation(
      ReductionPlan(output.shape, axis: axis).run(to: index, isReversed: isReversed).map {
        .element(0, inputs[0], $0)
      })
  }
}

extension ReductionPlan {
  /// The elements along the axis up to one of them, itself included, or from it on when reversed.
  func run(to index: Int, isReversed: Bool) -> [Int] {
    guard inner > 0, length > 0 else { return [] }
    let place = index / inner % length
    let distances = isReversed ? 0..<length - place : -place..<1
    return distances.map { index + $0 * inner }
  }

  /// Every row of `inner` elements along the axis, with the row before it, nil for the first.
  func forEachRow(isReversed: Bool, _ body: (_ row: Int, _ before: Int?) -> Void) {
    guard length > 0, inner > 0 else { return }
    for outer in 0..<outer {
      for step in 0..<length {
        let position = isReversed ? length - 1 - step : step
        let row = (outer * length + position) * inner
        body(row, step == 0 ? nil : isReversed ? row + inner : row - inner)
      }
    }
  }
}

extension RunningSum {
  static let entry = Entry(
    Descriptor(
      "cumsum", .function, signature: "cumsum(x, axis=-1)",
      summary: "The running sums along an axis.", shapes: "[…] → […]", formula: "yᵢ = Σ_{j ≤ i} xⱼ",
      example: "cumsum([1, 2, 3])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        RunningSum(axis: try arguments.integer("axis")), [try arguments.tensor("x", graph)])
    })
}
