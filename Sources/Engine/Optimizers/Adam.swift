/// Adam (Kingma & Ba 2015) and, with decoupled decay, AdamW (Loshchilov & Hutter 2017).
public struct Adam: Optimizer {
  public let name: String
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
  /// AdamW: the decay shrinks the weights and does not pass through the moments.
  public let isDecoupled: Bool
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Divides by the largest second moment so far (Reddi, Kale & Kumar 2018).
  public var amsgrad: Bool
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// PyTorch's defaults; decoupled weight decay makes it AdamW.
  public init(
    lr: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decoupled: Bool = false, decayOn: DecayScope = .all,
    amsgrad: Bool = false, maximize: Bool = false
  ) {
    name = decoupled ? "adamw" : "adam"
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    isDecoupled = decoupled
    self.decayOn = decayOn
    self.amsgrad = amsgrad
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(
      maximize: maximize, decay: weightDecay, on: decayOn, decoupled: isDecoupled)
    let m = update.state("exp_avg")
    let v = update.state("exp_avg_sq")
    update.firstMoment(m, gradient, beta: beta1)
    update.assign(v, SecondMoment(decay: beta2), [v, gradient])
    var second = v
    if amsgrad {
      second = update.state("max_exp_avg_sq")
      update.assign(second, Maximum(), [second, v])
    }
    let mHat = update.correctedMoment(m, beta: beta1)
    let vHat = update.compute("v_hat", BiasCorrection(decay: beta2), [second, update.count])
    let delta = update.compute(
      "delta", AdamStep(epsilon: epsilon), [mHat, vHat, update.learningRate])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Adam {
  static let entries = [false, true].map { decoupled in
    Entry.optimizer(
      decoupled ? "adamw" : "adam",
      "lr=0.001, betas=(0.9, 0.999), eps=1e-8, weight_decay=\(decoupled ? "0.01" : "0"), "
        + "amsgrad=false, beta1=none, beta2=none",
      summary: decoupled
        ? "Adam with weight decay apart from the gradient."
        : "Steps of the size of the gradient's mean over its deviation.",
      formula: "m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ),  w ← w − lr · m̂ / (√v̂ + ε)",
      source: decoupled ? "Loshchilov & Hutter 2017" : "Kingma & Ba 2015"
    ) { arguments throws(EngineError) in
      let (beta1, beta2) = try arguments.betas()
      return Adam(
        lr: try arguments.nonNegative("lr"), beta1: beta1, beta2: beta2,
        epsilon: try arguments.number("eps", in: 0...1),
        weightDecay: try arguments.nonNegative("weight_decay"), decoupled: decoupled,
        decayOn: try DecayScope(arguments), amsgrad: try arguments.flag("amsgrad"),
        maximize: try arguments.flag("maximize"))
    }
  }
}
