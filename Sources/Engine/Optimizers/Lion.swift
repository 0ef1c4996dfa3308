/// Lion: steps of one size, by the sign of two fading means (Chen et al. 2023).
public struct Lion: Optimizer {
  public let name = "lion"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// β₁, the decay of the mean of gradients.
  public var beta1: Double
  /// β₂, the decay of the mean of squares.
  public var beta2: Double
  /// λ, the pull of a parameter towards zero.
  public var weightDecay: Double
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// The paper's defaults.
  public init(
    lr: Double = 1e-4, beta1: Double = 0.9, beta2: Double = 0.99, weightDecay: Double = 0,
    decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(
      maximize: maximize, decay: weightDecay, on: decayOn, decoupled: true)
    let m = update.state("exp_avg")
    let mixed = update.compute("mixed", FirstMoment(decay: beta1), [m, gradient])
    let delta = update.compute("delta", SignStep(), [mixed, update.learningRate])
    update.assign(m, FirstMoment(decay: beta2), [m, gradient])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Lion {
  static let entry = Entry.optimizer(
    "lion", "lr=0.0001, betas=(0.9, 0.99), weight_decay=0, beta1=none, beta2=none",
    summary: "Steps of one size, by the sign of two fading means.",
    formula: "w ← w − lr · sign(β₁ m + (1 − β₁) g),  m ← β₂ m + (1 − β₂) g",
    source: "Chen et al. 2023"
  ) { arguments throws(EngineError) in
    let (beta1, beta2) = try arguments.betas()
    return Lion(
      lr: try arguments.nonNegative("lr"), beta1: beta1, beta2: beta2,
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
