public import CKernels

/// a − b.
public struct Subtract: ElementwiseOperation {
  public let name = "sub"
  public let sign = "−"
  public var code: NablaBinary { NABLA_SUBTRACT }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a - b }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = inputs.map { Broadcasting.element(index, of: $0.shape, in: output.shape) }
    return Explanation([
      .element(0, inputs[0], places[0]), .init(.element(1, inputs[1], places[1]).negated),
    ])
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      context.needed[0] ? try context.reduced(context.upstream, like: context.inputs[0]) : nil,
      context.needed[1]
        ? try context.reduced(
          try context.graph.add(Negate(), [context.upstream]), like: context.inputs[1]) : nil,
    ]
  }
}
