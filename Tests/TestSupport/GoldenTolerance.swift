// How close a result must be to a reference value, and the expectation that says where it is not.

public import Engine
public import Testing

/// How far apart a result in single precision and its reference in double precision may be.
public enum Tolerance: Hashable, Sendable {
  /// max |Δ| ≤ (4 · error + 2e-6) · max |expected| + 1e-7, where `error` is the reference
  /// implementation's own in single precision.
  case tensor(error: Double)
  /// |Δ| ≤ 1e-6 + 3e-6 · |expected|: operations of one operand.
  case elementwise
  /// |Δ| ≤ bound · |expected| + 1e-7: plain formulas (1e-6), free trajectories (1e-4).
  case relative(Double)
  /// Integers.
  case exact

  /// The largest |Δ| allowed for a value in a tensor of this magnitude.
  func bound(_ expected: Double, largest: Double) -> Double {
    switch self {
    case .tensor(let error): (4 * error + 2e-6) * largest + 1e-7
    case .elementwise: 1e-6 + 3e-6 * abs(expected)
    case .relative(let bound): bound * abs(expected) + 1e-7
    case .exact: 0
    }
  }
}

/// Expects equally many values, all within the tolerance; infinities are equal, NaN is NaN.
///
/// Says which element is worst, not all of them.
public func expectClose(
  _ actual: [Float], _ expected: [Double], _ rule: Tolerance, _ label: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if let problem = difference(actual, expected, rule) {
    Issue.record("\(label): \(problem)", sourceLocation: sourceLocation)
  }
}

/// Expects a tensor of a case: its shape, and its values by the rule for its kind.
///
/// `name` is that in the file: `output.0`, `grad_input.1`, `grad.weight`, `output.weight`. Without
/// a rule: integers are equal, `activation` goes element by element, and the rest by the error
/// the file states for outputs or gradients.
public func expectClose(
  _ actual: Tensor, _ golden: GoldenCase, _ name: String, _ rule: Tolerance? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let shape = try golden.shape(name)
  guard actual.shape.extents == shape else {
    Issue.record(
      "\(golden.path) \(name): shape \(actual.shape) instead of \(Shape(shape))",
      sourceLocation: sourceLocation)
    return
  }
  expectClose(
    actual.values, try golden.expected(name), try rule ?? golden.tolerance(name),
    "\(golden.path) \(name)", sourceLocation: sourceLocation)
}

extension GoldenCase {
  /// The rule for a tensor of this case.
  public func tolerance(_ name: String) throws -> Tolerance {
    if try isInteger(name) { return .exact }
    if path.hasPrefix("activation/") { return .elementwise }
    let formulas = ["initializer/", "schedule/", "clipping/"]
    if formulas.contains(where: path.hasPrefix) { return .relative(1e-6) }
    return .tensor(error: name.hasPrefix("grad") ? gradientError : outputError)
  }
}

/// What is wrong, or nil.
func difference(_ actual: [Float], _ expected: [Double], _ rule: Tolerance) -> String? {
  guard actual.count == expected.count else {
    return "\(actual.count) values instead of \(expected.count)"
  }
  let largest = expected.lazy.filter(\.isFinite).map(abs).max() ?? 0
  var worst: (index: Int, excess: Double)?
  for (index, pair) in zip(actual, expected).enumerated() {
    let value = Double(pair.0)
    let excess: Double
    if !value.isFinite || !pair.1.isFinite {
      let same = value == pair.1 || value.isNaN && pair.1.isNaN
      excess = same ? 0 : .infinity
    } else {
      excess = abs(value - pair.1) - rule.bound(pair.1, largest: largest)
    }
    if excess > 0 && excess > worst?.excess ?? 0 { worst = (index, excess) }
  }
  return worst.map { worst in
    "element \(worst.index) is \(actual[worst.index]) instead of \(expected[worst.index]), "
      + "\(worst.excess) beyond the tolerance"
  }
}
