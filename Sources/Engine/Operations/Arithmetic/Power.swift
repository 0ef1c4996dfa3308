public import CKernels
/// a to the power of b.
public struct Power: ElementwiseOperation {
  public let name = "pow"
  public let sign = "**"
  public var code: NablaBinary { NABLA_POWER }

  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { pow(a, b) }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (a, b) = (context.inputs[0], context.inputs[1])
    let graph = context.graph
    var results: [Node?] = [nil, nil]
    if context.needed[0] {
      let lower = try graph.add(Power(), [a, try graph.add(Subtract(), [b, graph.constant(1)])])
      let slope = try graph.add(Multiply(), [b, lower])
      results[0] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, slope]), like: a)
    }
    if context.needed[1] {
      let slope = try graph.add(
        Multiply(), [context.node, try graph.add(Logarithm(), [a])])
      results[1] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, slope]), like: b)
    }
    return results
  }
}

extension Power {
  static let entry = Entry.elementwise(
    Power(), summary: "a to the power of b; also written a ** b.", formula: "aᵇ")
}
