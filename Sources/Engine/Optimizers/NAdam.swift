/// NAdam: Adam with a momentum that looks a step ahead (Dozat 2016).
public struct NAdam: Optimizer {
  public let name = "nadam"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// β₁, the decay of the mean of gradients.
  public var beta1: Double
  /// β₂, the decay of the mean of squares.
  public var beta2: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public var epsilon: Double
  /// ψ: how fast the momentum rises to β₁.
  public var momentumDecay: Double
  /// The decay shrinks the weights and does not pass through the moments.
  public var decoupled: Bool
  /// λ, the pull of a parameter towards zero.
  public var weightDecay: Double
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// PyTorch's defaults.
  public init(
    lr: Double = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    momentumDecay: Double = 4e-3, decoupled: Bool = false, weightDecay: Double = 0,
    decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.momentumDecay = momentumDecay
    self.decoupled = decoupled
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(
      maximize: maximize, decay: weightDecay, on: decayOn, decoupled: decoupled)
    let product = update.number("mu_product", initial: 1)
    let m = update.state("exp_avg")
    let v = update.state("exp_avg_sq")
    update.assign(
      product, MomentumProduct(beta: beta1, decay: momentumDecay), [product, update.count])
    update.assign(m, FirstMoment(decay: beta1), [m, gradient])
    update.assign(v, SecondMoment(decay: beta2), [v, gradient])
    let mHat = update.compute(
      "m_hat", NesterovMoment(beta: beta1, decay: momentumDecay),
      [m, gradient, product, update.count])
    let vHat = update.compute("v_hat", BiasCorrection(decay: beta2), [v, update.count])
    let delta = update.compute(
      "delta", AdamStep(epsilon: epsilon), [mHat, vHat, update.learningRate])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension NAdam {
  static let entry = Entry.optimizer(
    "nadam",
    "lr=0.002, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=0.004, decoupled_weight_decay=false, beta1=none, beta2=none",
    summary: "Adam with a momentum that looks a step ahead.",
    formula: "m̂ = μₜ₊₁ m / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π),  w ← w − lr · m̂ / (√v̂ + ε)",
    source: "Dozat 2016"
  ) { arguments throws(EngineError) in
    let (beta1, beta2) = try arguments.betas()
    return NAdam(
      lr: try arguments.nonNegative("lr"), beta1: beta1, beta2: beta2,
      epsilon: try arguments.number("eps", in: 0...1),
      momentumDecay: try arguments.nonNegative("momentum_decay"),
      decoupled: try arguments.flag("decoupled_weight_decay"),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
