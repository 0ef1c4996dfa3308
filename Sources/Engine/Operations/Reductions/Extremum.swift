public import CKernels

/// The largest (or smallest) element over an axis or over all; equal ones share the gradient.
public struct Extremum: Reduction {
  /// Whether the largest is looked for, or the smallest.
  public let isMaximum: Bool
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool

  /// The largest or the smallest along an axis; nil reduces all elements.
  public init(maximum: Bool, axis: Int? = nil, keepsAxis: Bool = false) {
    isMaximum = maximum
    self.axis = axis
    self.keepsAxis = keepsAxis
  }

  public var name: String { isMaximum ? "amax" : "amin" }
  public var code: NablaReduction { isMaximum ? NABLA_MAX : NABLA_MIN }

  public func value(_ values: [Double]) -> Double {
    var best = isMaximum ? -Double.infinity : .infinity
    for value in values {
      if value.isNaN { return .nan }
      best = isMaximum ? max(best, value) : min(best, value)
    }
    return best
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let terms = members(of: index, in: inputs[0])
    let size = isMaximum ? "largest" : "smallest"
    guard let chosen = terms.first(where: { $0.value == output.values[index] || $0.value.isNaN })
    else { return .constant(isMaximum ? "−∞" : "∞", output.values[index]) }
    let ties = terms.count { $0.value == chosen.value }
    return Explanation(
      [chosen],
      reason: .init(
        "the \(size) of \(terms.count)"
          + (ties > 1 ? "; \(ties) are equal and share the gradient" : "")))
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let x = context.inputs[0]
    let upstream = try restored(context)
    let kept = try graph.add(Extremum(maximum: isMaximum, axis: axis, keepsAxis: true), [x])
    let ties = try graph.add(Comparison(.equal), [x, kept])
    let count = try graph.add(Sum(axis: axis, keepsAxis: true), [ties])
    let share = try graph.add(Divide(), [ties, count])
    return [try graph.add(Multiply(), [upstream, share])]
  }
}

extension Extremum {
  static let entries = [
    Entry.reduction(
      "amax", summary: "The largest element over an axis or over all.", formula: "max x"
    ) { Extremum(maximum: true, axis: $0, keepsAxis: $1) },
    Entry.reduction(
      "amin", summary: "The smallest element over an axis or over all.", formula: "min x"
    ) { Extremum(maximum: false, axis: $0, keepsAxis: $1) },
  ]
}
