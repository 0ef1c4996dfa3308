// The rules of Adagrad, Adadelta and RMSprop: a gradient divided by the root of past squares.

/// s + g²: all squares so far. Operands s, g.
public struct SquareSum: ElementwiseUpdate {
  public let name = "square_sum"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ s: Number, _ g: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { s + g * g }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) + \(inputs[1])²" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation([.element(0, inputs[0], index), .init(.square(1, inputs[1], index))])
  }
}

/// −lr / (1 + (t − 1) η) · g / (√s + ε): the step of Adagrad (Duchi, Hazan & Singer 2011).
/// Operands g, s, lr, t.
public struct AdagradStep: ElementwiseUpdate {
  public let name = "adagrad_step"
  public let tensors = 2
  /// η: the learning rate falls with the number of updates.
  public let rateDecay: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// Takes how fast the rate falls and what keeps the divisor from zero.
  public init(rateDecay: Double, epsilon: Double) {
    self.rateDecay = rateDecay
    self.epsilon = epsilon
  }

  public func factors(_ lr: Double, _ t: Double) -> (Double, Double) {
    (-lr / (1 + (t - 1) * rateDecay), 0)
  }

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ s: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { factor * (g / (s.squareRoot() + Number(epsilon))) }

  public func formula(_ inputs: [String]) -> String {
    let (g, s, lr, t) = (inputs[0], inputs[1], inputs[2], inputs[3])
    let rate = rateDecay == 0 ? lr : "\(lr) / (1 + (\(t) − 1) · \(shown(rateDecay)))"
    return "−\(rate) · \(g) / (√\(s) + \(epsilon))"
  }
}

/// √(u + ε) / √(v + ε) · g: a step without a learning rate (Zeiler 2012). Operands g, v, u.
public struct AdadeltaStep: ElementwiseUpdate {
  public let name = "adadelta_step"
  public let tensors = 3
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// Takes what keeps the divisor from zero.
  public init(epsilon: Double) { self.epsilon = epsilon }

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ v: Number, _ u: Number, _ factor: Number, _ other: Number
  ) -> Number {
    (u + Number(epsilon)).squareRoot() / (v + Number(epsilon)).squareRoot() * g
  }

  public func formula(_ inputs: [String]) -> String {
    "√(\(inputs[2]) + \(epsilon)) / √(\(inputs[1]) + \(epsilon)) · \(inputs[0])"
  }
}

/// g / (√v + ε): a gradient over its root mean square (Tieleman & Hinton 2012). Operands g, v; with
/// a third one, the mean m of the gradients, over the deviation √(v − m²).
public struct RootScaled: ElementwiseUpdate {
  public let name = "root_scaled"
  public var tensors: Int { isCentered ? 3 : 2 }
  /// Whether the variance is used instead of the mean square.
  public let isCentered: Bool
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// With the mean square, or with the variance.
  public init(centered: Bool = false, epsilon: Double) {
    isCentered = centered
    self.epsilon = epsilon
  }

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ v: Number, _ m: Number, _ factor: Number, _ other: Number
  ) -> Number {
    let variance = isCentered ? v - m * m : v
    // Rounding may leave a variance just below 0, whose root would be NaN.
    let root = variance < 0 ? 0 : variance.squareRoot()
    return g / (root + Number(epsilon))
  }

  public func formula(_ inputs: [String]) -> String {
    let variance = isCentered ? "(\(inputs[1]) − \(inputs[2])²)" : inputs[1]
    return "\(inputs[0]) / (√\(variance) + \(epsilon))"
  }
}
