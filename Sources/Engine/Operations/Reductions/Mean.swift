public import CKernels

/// The mean over an axis or over all elements; the mean of nothing is NaN.
public struct Mean: Reduction {
  public let name = "mean"
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool
  public var code: NablaReduction { NABLA_MEAN }

  /// Along one axis; nil reduces all elements.
  public init(axis: Int? = nil, keepsAxis: Bool = false) {
    self.axis = axis
    self.keepsAxis = keepsAxis
  }

  public func value(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let terms = members(of: index, in: inputs[0])
    return Explanation(terms, divisor: .number(Double(terms.count)))
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ShareLike(), [try restored(context), context.inputs[0]])]
  }
}

extension Mean {
  static let entry = Entry.reduction(
    "mean", summary: "The mean over an axis or over all elements.", formula: "Σ x / n"
  ) {
    Mean(axis: $0, keepsAxis: $1)
  }
}
