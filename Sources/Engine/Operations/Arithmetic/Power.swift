public import CKernels

/// a to the power of b.
public struct Power: ElementwiseOperation {
  public let name = "pow"
  public let sign = "**"
  public var code: NablaBinary { NABLA_POWER }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { pow(a, b) }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (a, b) = (context.inputs[0], context.inputs[1])
    let graph = context.graph
    var results: [Node?] = [nil, nil]
    if context.needed[0] {
      let lower = try graph.add(Power(), [a, try graph.add(Subtract(), [b, graph.constant(1)])])
      var slope = try graph.add(Multiply(), [b, lower])
      // x⁰ is 1 even at 0, where b · 0⁻¹ would be NaN.
      if mayHold(b, graph, { $0 == 0 }) {
        slope = try graph.add(
          MaskedFill(0), [slope, try graph.add(Comparison(.equal), [b, graph.constant(0)])])
      }
      results[0] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, slope]), like: a)
    }
    if context.needed[1] {
      var slope = try graph.add(
        Multiply(), [context.node, try graph.add(Logarithm(), [a])])
      // 0ᵇ stays 0 for every b > 0, where 0 · log 0 would be NaN.
      if mayHold(a, graph, { $0 == 0 }) {
        let zero = graph.constant(0)
        let flat = try graph.add(
          Multiply(),
          [
            try graph.add(Comparison(.equal), [a, zero]),
            try graph.add(Comparison(.greaterOrEqual), [b, zero]),
          ])
        slope = try graph.add(MaskedFill(0), [slope, flat])
      }
      results[1] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, slope]), like: b)
    }
    return results
  }

  /// Whether a value is, or can become, one of these: constants are looked at.
  private func mayHold(_ node: Node, _ graph: Graph, _ condition: (Float) -> Bool) -> Bool {
    guard let constant = graph[node].operation as? Constant else { return true }
    return constant.value.values.contains(where: condition)
  }
}

extension Power {
  static let entry = Entry.elementwise(
    Power(), summary: "a to the power of b; also written a ** b.", formula: "aᵇ")
}
