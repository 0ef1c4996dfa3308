/// RAdam: Adam that does not divide before it knows the variance (Liu et al. 2020).
public struct RAdam: Optimizer {
  public let name = "radam"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// β₁, the decay of the mean of gradients.
  public var beta1: Double
  /// β₂, the decay of the mean of squares.
  public var beta2: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public var epsilon: Double
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
    lr: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    decoupled: Bool = false, weightDecay: Double = 0, decayOn: DecayScope = .all,
    maximize: Bool = false
  ) {
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.decoupled = decoupled
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(
      maximize: maximize, decay: weightDecay, on: decayOn, decoupled: decoupled)
    let m = update.state("exp_avg")
    let v = update.state("exp_avg_sq")
    update.firstMoment(m, gradient, beta: beta1)
    update.assign(v, SecondMoment(decay: beta2), [v, gradient])
    let mHat = update.correctedMoment(m, beta: beta1)
    let delta = update.compute(
      "delta", RectifiedStep(beta: beta2, epsilon: epsilon),
      [mHat, v, update.learningRate, update.count])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension RAdam {
  static let entry = Entry.optimizer(
    "radam",
    "lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=false, beta1=none, beta2=none",
    summary: "Adam that does not divide before it knows the variance.",
    formula: "w ← w − lr · r · m̂ √(1 − β₂ᵗ) / (√v + ε) once ρ > 5",
    source: "Liu et al. 2020"
  ) { arguments throws(EngineError) in
    let (beta1, beta2) = try arguments.betas()
    return RAdam(
      lr: try arguments.nonNegative("lr"), beta1: beta1, beta2: beta2,
      epsilon: try arguments.number("eps", in: 0...1),
      decoupled: try arguments.flag("decoupled_weight_decay"),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
