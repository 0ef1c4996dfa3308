public import CKernels

/// a / b.
public struct Divide: ElementwiseOperation {
  public let name = "div"
  public let sign = "/"
  public var code: NablaBinary { NABLA_DIVIDE }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a / b }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = inputs.map { Broadcasting.element(index, of: $0.shape, in: output.shape) }
    return Explanation(
      [.element(0, inputs[0], places[0])], divisor: .element(1, inputs[1], places[1]))
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (a, b) = (context.inputs[0], context.inputs[1])
    let graph = context.graph
    var results: [Node?] = [nil, nil]
    if context.needed[0] {
      results[0] = try context.reduced(
        try graph.add(Divide(), [context.upstream, b]), like: a)
    }
    if context.needed[1] {
      let slope = try graph.add(Negate(), [try graph.add(Divide(), [context.node, b])])
      results[1] = try context.reduced(
        try graph.add(Multiply(), [context.upstream, slope]), like: b)
    }
    return results
  }
}
