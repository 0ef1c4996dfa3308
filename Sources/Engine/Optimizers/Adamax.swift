/// Adamax: Adam with the largest gradient, fading, in place of the deviation (Kingma & Ba 2015).
public struct Adamax: Optimizer {
  public let name = "adamax"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// β₁, the decay of the mean of gradients.
  public var beta1: Double
  /// β₂, the decay of the mean of squares.
  public var beta2: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public var epsilon: Double
  /// λ, the pull of a parameter towards zero.
  public var weightDecay: Double
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// PyTorch's defaults.
  public init(
    lr: Double = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(maximize: maximize, decay: weightDecay, on: decayOn)
    let m = update.state("exp_avg")
    let u = update.state("exp_inf")
    update.firstMoment(m, gradient, beta: beta1)
    update.assign(u, FadingMaximum(decay: beta2, epsilon: epsilon), [u, gradient])
    let mHat = update.correctedMoment(m, beta: beta1)
    let delta = update.compute("delta", AdamaxStep(), [mHat, u, update.learningRate])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Adamax {
  static let entry = Entry.optimizer(
    "adamax", "lr=0.002, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, beta1=none, beta2=none",
    summary: "Adam with the largest gradient, fading, in place of the deviation.",
    formula: "u ← max(β₂ u, |g| + ε),  w ← w − lr · m̂ / u",
    source: "Kingma & Ba 2015"
  ) { arguments throws(EngineError) in
    let (beta1, beta2) = try arguments.betas()
    return Adamax(
      lr: try arguments.nonNegative("lr"), beta1: beta1, beta2: beta2,
      epsilon: try arguments.number("eps", in: 0...1),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
