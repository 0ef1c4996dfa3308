// Momentum that a schedule changes from step to step: the rules that keep a constant one, with it as
// an operand.

/// μ b + (1 − d) g, but g itself in the first step. Operands b, g, t, μ.
public struct CycledMomentum: ElementwiseUpdate {
  public let name = "momentum"
  public let tensors = 2
  /// How much of a new gradient is left out.
  public let dampening: Double

  /// Takes how much of a new gradient is left out.
  public init(dampening: Double = 0) { self.dampening = dampening }

  public func factors(_ t: Double, _ momentum: Double) -> (Double, Double) {
    t <= 1 ? (0, 1) : (momentum, 1 - dampening)
  }

  public func value<Number: BinaryFloatingPoint>(
    _ b: Number, _ g: Number, _ c: Number, _ momentum: Number, _ share: Number
  ) -> Number { momentum == 0 ? share * g : momentum * b + share * g }

  public func formula(_ inputs: [String]) -> String {
    let share = dampening == 0 ? "" : "\(shown(1 - dampening)) · "
    return "\(inputs[3]) · \(inputs[0]) + \(share)\(inputs[1])"
  }
}

/// g + μ b. Operands g, b, μ.
public struct CycledNesterov: ElementwiseUpdate {
  public let name = "nesterov"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ b: Number, _ c: Number, _ momentum: Number, _ other: Number
  ) -> Number { g + momentum * b }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) + \(inputs[2]) · \(inputs[1])"
  }
}

/// β m + (1 − β) g. Operands m, g, β.
public struct CycledMoment: ElementwiseUpdate {
  public let name = "first_moment"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func factors(_ beta: Double, _ other: Double) -> (Double, Double) { (beta, 1 - beta) }

  public func value<Number: BinaryFloatingPoint>(
    _ m: Number, _ g: Number, _ c: Number, _ beta: Number, _ share: Number
  ) -> Number { beta * m + share * g }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[2]) · \(inputs[0]) + (1 − \(inputs[2])) · \(inputs[1])"
  }
}

/// m / (1 − βᵗ) with this step's β, as PyTorch has it. Operands m, t, β.
public struct CycledCorrection: ElementwiseUpdate {
  public let name = "bias_correction"
  public let tensors = 1

  /// It has no settings.
  public init() {}

  public func factors(_ t: Double, _ beta: Double) -> (Double, Double) {
    (1 - wholePower(beta, t), 0)
  }

  public func value<Number: BinaryFloatingPoint>(
    _ m: Number, _ b: Number, _ c: Number, _ divisor: Number, _ other: Number
  ) -> Number { m / divisor }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) / (1 − \(inputs[2])^\(inputs[1]))"
  }
}
