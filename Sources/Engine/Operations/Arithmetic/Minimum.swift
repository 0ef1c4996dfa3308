public import CKernels

/// The smaller of two; at ties the gradient is shared equally.
public struct Minimum: ElementwiseOperation {
  public let name = "minimum"
  public let sign = ","
  public var code: NablaBinary { NABLA_MINIMUM }

  /// It has no settings.
  public init() {}

  public func value(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : min(a, b) }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    try Maximum.share(context, wins: .less)
  }

  public func formula(_ inputs: [String]) -> String { "\(name)(\(inputs[0]), \(inputs[1]))" }
}

extension Minimum {
  static let entry = Entry.elementwise(
    Minimum(), summary: "The smaller of two, element by element.", formula: "min(a, b)")
}
