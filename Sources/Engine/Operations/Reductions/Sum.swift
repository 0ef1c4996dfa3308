public import CKernels

/// The sum over an axis or over all elements.
public struct Sum: Reduction {
  public let name = "sum"
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool
  public var code: NablaReduction { NABLA_SUM }

  /// Along one axis; nil reduces all elements.
  public init(axis: Int? = nil, keepsAxis: Bool = false) {
    self.axis = axis
    self.keepsAxis = keepsAxis
  }

  public func value(_ values: [Double]) -> Double { values.reduce(0, +) }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation(members(of: index, in: inputs[0]))
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ExpandLike(), [try restored(context), context.inputs[0]])]
  }
}

extension Sum {
  static let entry = Entry.reduction(
    "sum", summary: "The sum over an axis or over all elements.", formula: "Σ x"
  ) {
    Sum(axis: $0, keepsAxis: $1)
  }
}
