public import CKernels

/// a ⊙ b, element by element.
public struct Multiply: ElementwiseOperation {
  public let name = "mul"
  public let sign = "⊙"
  public var code: NablaBinary { NABLA_MULTIPLY }

  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a * b }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (a, b) = (context.inputs[0], context.inputs[1])
    return [
      context.needed[0]
        ? try context.reduced(try context.graph.add(Multiply(), [context.upstream, b]), like: a)
        : nil,
      context.needed[1]
        ? try context.reduced(try context.graph.add(Multiply(), [context.upstream, a]), like: b)
        : nil,
    ]
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    let incoming = ChainRule.incoming(inputs)
    return ChainRule(incoming: incoming, derivative: inputs[1 - incoming])
  }
}
