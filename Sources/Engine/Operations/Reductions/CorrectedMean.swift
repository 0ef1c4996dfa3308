import CKernels

/// Σ x / (n − correction) over an axis or over all: the last step of a variance.
public struct CorrectedMean: Operation {
  public let name = "corrected_mean"
  /// The axis, counted from the end when negative; nil for all elements.
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool
  /// What is taken from n in the divisor.
  public let correction: Int

  /// Divides by n − `correction`; nil reduces all elements.
  public init(axis: Int? = nil, keepsAxis: Bool = false, correction: Int = 1) {
    self.axis = axis
    self.keepsAxis = keepsAxis
    self.correction = correction
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try inputs[0].reduced(axis, keepsAxis: keepsAxis, for: name)
  }

  /// n − correction, never below 0: too few numbers have no variance (NaN or ∞).
  static func divisor(_ count: Int, _ correction: Int) -> Int {
    let (rest, overflow) = count.subtractingReportingOverflow(correction)
    return overflow ? .max : max(rest, 0)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    let divisor = Float(CorrectedMean.divisor(plan.length, correction))
    return Kernel {
      nabla_reduce(NABLA_SUM, plan.outer, plan.length, plan.inner, x, out)
      for index in 0..<count { out[index] /= divisor }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let length = ReductionPlan(inputs[0].shape, axis: axis).length
    let divisor = Double(CorrectedMean.divisor(length, correction))
    return Sum(axis: axis, keepsAxis: keepsAxis).reference(inputs, shape: shape).map {
      $0 / divisor
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let upstream = try Sum(axis: axis, keepsAxis: keepsAxis).restored(context)
    return [
      try context.graph.add(ShareLike(correction: correction), [upstream, context.inputs[0]])
    ]
  }

  public func formula(_ inputs: [String]) -> String { "Σ \(inputs[0]) / (n − \(correction))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let terms = Sum(axis: axis).members(of: index, in: inputs[0])
    return Explanation(
      terms, divisor: .number(Double(CorrectedMean.divisor(terms.count, correction))))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}
