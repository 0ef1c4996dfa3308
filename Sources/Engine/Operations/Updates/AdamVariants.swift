// What Adam's relatives do otherwise: Adamax, NAdam, RAdam, Lion.

/// max(β u, |g| + ε): the largest gradient, fading. Operands u, g.
public struct FadingMaximum: ElementwiseUpdate {
  public let name = "fading_maximum"
  public let tensors = 2
  /// How much of the old mean stays.
  public let decay: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// Takes the decay and what keeps the divisor from zero.
  public init(decay: Double, epsilon: Double) {
    self.decay = decay
    self.epsilon = epsilon
  }

  public func value<Number: BinaryFloatingPoint>(
    _ u: Number, _ g: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number {
    let (old, new) = (Number(decay) * u, Swift.abs(g) + Number(epsilon))
    return new > old || new.isNaN ? new : old
  }

  public func formula(_ inputs: [String]) -> String {
    "max(\(shown(decay)) · \(inputs[0]), |\(inputs[1])| + \(epsilon))"
  }
}

/// −lr · m̂ / u. Operands m̂, u, lr.
public struct AdamaxStep: ElementwiseUpdate {
  public let name = "adamax_step"
  public let tensors = 2

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ m: Number, _ u: Number, _ c: Number, _ lr: Number, _ other: Number
  ) -> Number { -lr * (m / u) }

  public func formula(_ inputs: [String]) -> String {
    "−\(inputs[2]) · \(inputs[0]) / \(inputs[1])"
  }
}

/// The momentum of NAdam's update t: β (1 − ½ · 0.96^(t ψ)) (Dozat 2016).
struct NesterovMomentum: Hashable, Sendable {
  let beta: Double
  let decay: Double

  func at(_ t: Double) -> Double { beta * (1 - 0.5 * Numbers.power(0.96, t * decay)) }
}

/// Π · μₜ: the product of all momenta so far. Operands Π, t.
public struct MomentumProduct: ElementwiseUpdate {
  public let name = "momentum_product"
  public let tensors = 1
  let momentum: NesterovMomentum

  /// Takes β and its own decay by step.
  public init(beta: Double, decay: Double) {
    momentum = NesterovMomentum(beta: beta, decay: decay)
  }

  public func factors(_ t: Double, _ other: Double) -> (Double, Double) { (momentum.at(t), 0) }

  public func value<Number: BinaryFloatingPoint>(
    _ product: Number, _ b: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { product * factor }

  public func formula(_ inputs: [String]) -> String {
    let (beta, decay) = (shown(momentum.beta), shown(momentum.decay))
    return "\(inputs[0]) · \(beta) (1 − ½ · 0.96^(\(inputs[1]) · \(decay)))"
  }
}

/// μₜ₊₁ m / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π): the first moment seen from a step ahead.
/// Operands m, g, Π, t.
public struct NesterovMoment: ElementwiseUpdate {
  public let name = "nesterov_moment"
  public let tensors = 2
  let momentum: NesterovMomentum

  /// Takes β and its own decay by step.
  public init(beta: Double, decay: Double) {
    momentum = NesterovMomentum(beta: beta, decay: decay)
  }

  public func factors(_ product: Double, _ t: Double) -> (Double, Double) {
    let (now, next) = (momentum.at(t), momentum.at(t + 1))
    return (next / (1 - product * next), (1 - now) / (1 - product))
  }

  public func value<Number: BinaryFloatingPoint>(
    _ m: Number, _ g: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { factor * m + other * g }

  public func formula(_ inputs: [String]) -> String {
    let (m, g, product) = (inputs[0], inputs[1], inputs[2])
    return "μ′ \(m) / (1 − \(product) μ′) + (1 − μ) \(g) / (1 − \(product))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let m = Explanation.Operand(0, inputs[0], index)
    let g = Explanation.Operand(1, inputs[1], index)
    let (product, t) = (Explanation.Operand(2, inputs[2], 0), Explanation.Operand(3, inputs[3], 0))
    let (now, next) = (momentum.at(Double(t.value)), momentum.at(Double(t.value) + 1))
    let (first, second) = factors(Double(product.value), Double(t.value))
    let (beta, decay) = (shown(momentum.beta), shown(momentum.decay))
    func given(_ name: String, _ step: String, _ value: Double) -> Explanation.Given {
      let text = "\(beta) (1 − ½ · 0.96^(\(step) · \(decay)))"
      return Explanation.Given(
        name: name,
        explanation: Explanation([.init(.init(text, [t], value: Float(value)))]))
    }
    return Explanation(
      [
        .init(
          .init(
            "\(brief(next)) · \u{E000} / (1 − \u{E001} · \(brief(next)))", [m, product],
            value: Float(first * Double(m.value)))),
        .init(
          .init(
            "\(brief(1 - now)) · \u{E000} / (1 − \u{E001})", [g, product],
            value: Float(second * Double(g.value)))),
      ], given: [given("μ", "\u{E000}", now), given("μ′", "(\u{E000} + 1)", next)])
  }
}

/// −lr r m̂ √(1 − βᵗ) / (√v + ε), or −lr m̂ while the variance is not known well enough: the step of
/// RAdam (Liu et al. 2020). Operands m̂, v, lr, t.
public struct RectifiedStep: ElementwiseUpdate {
  public let name = "rectified_step"
  public let tensors = 2
  /// β, the decay of the mean of squares.
  public let beta: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// Takes β and what keeps the divisor from zero.
  public init(beta: Double, epsilon: Double) {
    self.beta = beta
    self.epsilon = epsilon
  }

  /// r of update t; nil while the length of the average is at most 5.
  func rectification(_ t: Double) -> Double? {
    let limit = 2 / (1 - beta) - 1
    let power = wholePower(beta, t)
    let length = limit - 2 * t * power / (1 - power)
    guard length > 5 else { return nil }
    return
      ((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)).squareRoot()
  }

  public func factors(_ lr: Double, _ t: Double) -> (Double, Double) {
    guard let r = rectification(t) else { return (-lr, 0) }
    // The average was made with β in single precision.
    return (-lr * r * (1 - wholePower(Double(Float(beta)), t)).squareRoot(), 1)
  }

  public func value<Number: BinaryFloatingPoint>(
    _ m: Number, _ v: Number, _ c: Number, _ factor: Number, _ isRectified: Number
  ) -> Number {
    isRectified == 0 ? factor * m : factor * (m / (v.squareRoot() + Number(epsilon)))
  }

  public func formula(_ inputs: [String]) -> String {
    let (m, v, lr, t) = (inputs[0], inputs[1], inputs[2], inputs[3])
    return "−\(lr) · r(\(t)) · \(m) · √(1 − \(shown(beta))^\(t)) / (√\(v) + \(epsilon))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (m, v) = (
      Explanation.Operand(0, inputs[0], index), Explanation.Operand(1, inputs[1], index)
    )
    let (lr, t) = (Explanation.Operand(2, inputs[2], 0), Explanation.Operand(3, inputs[3], 0))
    let (factor, isRectified) = factors(Double(lr.value), Double(t.value))
    let result = Float(
      value(Double(m.value), Double(v.value), 0, factor, isRectified))
    let (limit, power) = (2 / (1 - beta) - 1, wholePower(beta, Double(t.value)))
    let length = limit - 2 * Double(t.value) * power / (1 - power)
    let average = Explanation.Given(
      name: "ρ",
      explanation: Explanation([
        .init(
          .init(
            "\(brief(limit)) − 2 · \u{E000} · \(shown(beta))^\u{E000} / (1 − \(shown(beta))^\u{E000})",
            [t], value: Float(length)))
      ]))
    guard let r = rectification(Double(t.value)) else {
      return Explanation(
        [.init(.init("−\u{E000} · \u{E001}", [lr, m], value: result))],
        reason: .init("no division by √v before ρ is above 5"), given: [average])
    }
    let length4 = "(\(brief(length)) − 4)(\(brief(length)) − 2) · \(brief(limit))"
    let limit4 = "(\(brief(limit)) − 4)(\(brief(limit)) − 2) · \(brief(length))"
    return Explanation(
      [
        .init(
          .init(
            "−\u{E000} · \(brief(r)) · \u{E001} · √(1 − \(shown(beta))^\u{E002})"
              + " / (√\u{E003} + \(epsilon))",
            [lr, m, t, v], value: result))
      ],
      given: [
        average,
        .init(
          name: "r",
          explanation: Explanation([
            .init(.init("√(\(length4) / (\(limit4)))", value: Float(r)))
          ])),
      ])
  }
}

/// −lr · sign(c). Operands c, lr.
public struct SignStep: ElementwiseUpdate {
  public let name = "sign_step"
  public let tensors = 1

  /// It has no settings.
  public init() {}

  public func value<Number: BinaryFloatingPoint>(
    _ a: Number, _ b: Number, _ c: Number, _ lr: Number, _ other: Number
  ) -> Number { a > 0 ? -lr : a < 0 ? lr : a * 0 }

  public func formula(_ inputs: [String]) -> String { "−\(inputs[1]) · sign(\(inputs[0]))" }
}
