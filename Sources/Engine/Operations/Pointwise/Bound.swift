public import CKernels

/// Numbers beyond a bound become the bound; the derivative at the bound is 0, as that of relu is.
public struct Bound: PointwiseOperation {
  /// Whether the bound is a lower one.
  public let isLower: Bool
  /// The bound.
  public let parameter: Float

  /// What is smaller becomes the bound.
  public init(lower: Float) {
    isLower = true
    parameter = lower
  }

  /// What is larger becomes the bound.
  public init(upper: Float) {
    isLower = false
    parameter = upper
  }

  public var name: String { isLower ? "clamp_min" : "clamp_max" }
  public var code: NablaUnary { isLower ? NABLA_CLAMP_MIN : NABLA_CLAMP_MAX }

  public func value(_ x: Double) -> Double {
    let bound = Double(parameter)
    return isLower ? (x < bound ? bound : x) : x > bound ? bound : x
  }

  public func derivative(x: Double, y: Double) -> Double {
    let bound = Double(parameter)
    return (isLower ? x <= bound : x >= bound) ? 0 : 1
  }

  public func derivativeFormula(x: String, y: String) -> String {
    "1 if \(x) \(isLower ? ">" : "<") \(shown(Double(parameter))) else 0"
  }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }

  public func formula(_ inputs: [String]) -> String {
    "\(isLower ? "max" : "min")(\(inputs[0]), \(shown(Double(parameter))))"
  }
}

extension Bound {
  /// Both bounds, the lower one first.
  static func between(
    _ x: Node, _ low: Double?, _ high: Double?, in graph: Graph
  ) throws(EngineError) -> Node {
    var y = x
    if let low { y = try graph.add(Bound(lower: Float(low)), [y]) }
    if let high { y = try graph.add(Bound(upper: Float(high)), [y]) }
    return y
  }

  static let entries = ["clamp", "clip"].map { name in
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, min=none, max=none)",
        summary: "Numbers below min become min, above max become max.", shapes: "[…] → […]",
        formula: "min(max(x, low), high)", example: "\(name)([-2, 0.5, 3], min=-1, max=1)"),
      .function { arguments, graph throws(EngineError) in
        let low = try arguments.optionalNumber("min")
        let high = try arguments.optionalNumber("max")
        guard low != nil || high != nil else {
          throw EngineError(
            "\(name) needs 'min' or 'max'", hint: "for example \(name)(x, min=0)")
        }
        return try between(
          try arguments.tensor("x", graph), low, high, in: graph)
      })
  }
}
