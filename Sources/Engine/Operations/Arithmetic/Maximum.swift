public import CKernels

/// The larger of two; at ties the gradient is shared equally.
public struct Maximum: ElementwiseOperation {
  public let name = "maximum"
  public let sign = ","
  public var code: NablaBinary { NABLA_MAXIMUM }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    try Maximum.share(context, wins: .greater)
  }

  public func formula(_ inputs: [String]) -> String { "\(name)(\(inputs[0]), \(inputs[1]))" }

  /// The gradient to the winner; half to each at a tie.
  static func share(
    _ context: GradientContext, wins: Comparison.Relation
  ) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (a, b) = (context.inputs[0], context.inputs[1])
    let half = graph.constant(0.5)
    let tie = try graph.add(
      Multiply(), [half, try graph.add(Comparison(.equal), [a, b])])
    var results: [Node?] = [nil, nil]
    for (index, pair) in [[a, b], [b, a]].enumerated() where context.needed[index] {
      let win = try graph.add(Comparison(wins), pair)
      let share = try graph.add(Add(), [win, tie])
      results[index] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, share]), like: context.inputs[index])
    }
    return results
  }
}

extension Maximum {
  static let entry = Entry.elementwise(
    Maximum(), summary: "The larger of two, element by element.", formula: "max(a, b)")
}
