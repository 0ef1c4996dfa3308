/// sᵢ = aᵢ sᵢ₋₁ + bᵢ along an axis, or from its end when reversed; operands a and b. (Blelloch 1990:
/// a linear recurrence.)
public struct LinearScan: Operation {
  public let name = "scan"
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
    guard inputs[0] == inputs[1] else {
      throw EngineError("scan: shapes \(inputs[0]) and \(inputs[1]) differ")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.output.shape, axis: axis)
    let a = buffers.inputs[0].pointer
    let b = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    let isReversed = isReversed
    return Kernel {
      plan.forEachRow(isReversed: isReversed) { row, before in
        for i in row..<row + plan.inner {
          out[i] = before.map { b[i].addingProduct(a[i], out[$0 + (i - row)]) } ?? b[i]
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(shape, axis: axis)
    var out = inputs[1].values
    plan.forEachRow(isReversed: isReversed) { row, before in
      guard let before else { return }
      for i in 0..<plan.inner { out[row + i] += inputs[0].values[row + i] * out[before + i] }
    }
    return out
  }

  /// The adjoint is the scan the other way: tᵢ = uᵢ + aᵢ₊₁ tᵢ₊₁; ∂bᵢ = tᵢ and ∂aᵢ = tᵢ sᵢ₋₁.
  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let a = context.inputs[0]
    let forward = isReversed ? -1 : 1
    let next = try graph.add(Pad.shifting(a, axis, -forward, 0, graph), [a])
    let total = try graph.add(
      LinearScan(axis: axis, isReversed: !isReversed), [next, context.upstream])
    guard context.needed[0] else { return [nil, total] }
    let before = try graph.add(
      Pad.shifting(context.node, axis, forward, 0, graph), [context.node])
    return [try graph.times(total, before), total]
  }

  public func formula(_ inputs: [String]) -> String {
    "sᵢ = \(inputs[0])ᵢ s\(isReversed ? "ᵢ₊₁" : "ᵢ₋₁") + \(inputs[1])ᵢ"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let run = ReductionPlan(output.shape, axis: axis).run(to: index, isReversed: isReversed)
    var terms: [Explanation.Term] = []
    if run.count > 1, let before = isReversed ? run.dropFirst().first : run.dropLast().last {
      let operand = Explanation.Operand(
        source: .output, element: before, value: output.values[before])
      terms.append(
        .init(
          .element(0, inputs[0], index), .init("\u{E000}", [operand], value: operand.value)))
    }
    return Explanation(terms + [.element(1, inputs[1], index)])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 2 * output.count }
}
