public import CKernels

/// a − b ⌊a / b⌋: the remainder with the sign of b.
public struct Remainder: ElementwiseOperation {
  public let name = "remainder"
  public let sign = "%"
  public var code: NablaBinary { NABLA_REMAINDER }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double {
    guard b != 0, a.isFinite, !b.isNaN else { return .nan }
    let rest = a.truncatingRemainder(dividingBy: b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (a, b) = (context.inputs[0], context.inputs[1])
    let graph = context.graph
    var results: [Node?] = [nil, nil]
    if context.needed[0] { results[0] = try context.reduced(context.upstream, like: a) }
    if context.needed[1] {
      let times = try graph.add(Rounding(.floor), [try graph.over(a, b)])
      let slope = try graph.add(Negate(), [times])
      results[1] = try context.reduced(try graph.times(context.upstream, slope), like: b)
    }
    return results
  }
}
