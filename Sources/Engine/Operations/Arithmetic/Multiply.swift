public import CKernels

/// a ⊙ b, element by element.
public struct Multiply: ElementwiseOperation {
  public let name = "mul"
  public let sign = "⊙"
  public var code: NablaBinary { NABLA_MULTIPLY }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a * b }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = inputs.map { Broadcasting.element(index, of: $0.shape, in: output.shape) }
    return Explanation([
      .init(.element(0, inputs[0], places[0]), .element(1, inputs[1], places[1]))
    ])
  }

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
