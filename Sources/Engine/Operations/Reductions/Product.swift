public import CKernels

/// The product over an axis or over all elements; the product of nothing is 1.
public struct Product: Reduction {
  public let name = "prod"
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool
  public var code: NablaReduction { NABLA_PRODUCT }

  /// Along one axis; nil reduces all elements.
  public init(axis: Int? = nil, keepsAxis: Bool = false) {
    self.axis = axis
    self.keepsAxis = keepsAxis
  }

  public func value(_ values: [Double]) -> Double { values.reduce(1, *) }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation([.product(members(of: index, in: inputs[0]).map { $0.factors[0] })])
  }

  /// The product of all others: of those before times of those after, so that zeros do no harm.
  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let input = context.inputs[0]
    let rank = graph.shape(input).rank
    if rank == 0 { return [context.upstream] }
    let x = axis == nil && rank > 1 ? try graph.add(Reshape([-1]), [input]) : input
    let place = axis ?? 0
    let before = try graph.add(
      RunningProduct(axis: place), [try graph.add(Pad.shifting(x, place, 1, 1, graph), [x])])
    let after = try graph.add(
      RunningProduct(axis: place, isReversed: true),
      [try graph.add(Pad.shifting(x, place, -1, 1, graph), [x])])
    let others = try graph.times(before, after)
    var upstream = context.upstream
    if axis == nil {
      if keepsAxis { upstream = try graph.add(Reshape([]), [upstream]) }
    } else {
      upstream = try restored(context)
    }
    let slope = try graph.times(upstream, others)
    return [
      axis == nil && rank > 1 ? try graph.add(ReshapeLike(), [slope, input]) : slope
    ]
  }
}

extension Product {
  static let entry = Entry.reduction(
    "prod", summary: "The product over axes or over all elements.", formula: "Π x",
    example: "prod([[1, 2], [3, 4]], axis=0)"
  ) { Product(axis: $0, keepsAxis: $1) }
}
