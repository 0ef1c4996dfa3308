// The rules of Rprop (Riedmiller & Braun 1993): each weight has a step size of its own, which
// follows the sign of the gradient and never its size.

/// The step size: times η⁺ while the gradient keeps its sign, times η⁻ when it turned, within
/// bounds. Operands step size, g, the gradient before.
public struct ResilientSize: ElementwiseUpdate {
  public let name = "resilient_size"
  public let tensors = 3
  /// η⁻, for a step whose gradient changed its sign.
  public let shrink: Double
  /// η⁺, for a step whose gradient kept its sign.
  public let grow: Double
  /// The smallest step.
  public let least: Double
  /// The largest step.
  public let most: Double

  /// Takes both factors and the bounds of a step.
  public init(shrink: Double, grow: Double, least: Double, most: Double) {
    self.shrink = shrink
    self.grow = grow
    self.least = least
    self.most = most
  }

  public func value<Number: BinaryFloatingPoint>(
    _ size: Number, _ g: Number, _ before: Number, _ factor: Number, _ other: Number
  ) -> Number {
    let product = g * before
    let next = product > 0 ? size * Number(grow) : product < 0 ? size * Number(shrink) : size
    return next < Number(least) ? Number(least) : next > Number(most) ? Number(most) : next
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) · (\(shown(grow)) if \(inputs[1]) · \(inputs[2]) > 0, \(shown(shrink)) if < 0)"
  }
}

/// g, but 0 where it turned its sign: that weight rests for a step. Operands g, the gradient before.
public struct ResilientGradient: ElementwiseUpdate {
  public let name = "resilient_gradient"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ before: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { g * before < 0 ? 0 : g }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) if \(inputs[0]) · \(inputs[1]) ≥ 0 else 0"
  }
}

/// −sign(g) · size. Operands g, step size.
public struct ResilientStep: ElementwiseUpdate {
  public let name = "resilient_step"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ size: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { g > 0 ? -size : g < 0 ? size : g * 0 }

  public func formula(_ inputs: [String]) -> String { "−sign(\(inputs[0])) · \(inputs[1])" }
}
