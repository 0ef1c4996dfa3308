public import CKernels

/// a + b.
public struct Add: ElementwiseOperation {
  public let name = "add"
  public let sign = "+"
  public var code: NablaBinary { NABLA_ADD }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a + b }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    linear([(1, 0), (1, 1)], at: index, inputs: inputs, output: output)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      context.needed[0] ? try context.reduced(context.upstream, like: context.inputs[0]) : nil,
      context.needed[1] ? try context.reduced(context.upstream, like: context.inputs[1]) : nil,
    ]
  }
}
