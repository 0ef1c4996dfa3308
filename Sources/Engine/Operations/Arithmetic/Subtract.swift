public import CKernels

/// a − b.
public struct Subtract: ElementwiseOperation {
  public let name = "sub"
  public let sign = "−"
  public var code: NablaBinary { NABLA_SUBTRACT }

  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a - b }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      context.needed[0] ? try context.reduced(context.upstream, like: context.inputs[0]) : nil,
      context.needed[1]
        ? try context.reduced(
          try context.graph.add(Negate(), [context.upstream]), like: context.inputs[1]) : nil,
    ]
  }
}
