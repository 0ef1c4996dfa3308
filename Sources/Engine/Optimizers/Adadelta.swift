/// Adadelta: the ratio of past steps to past gradients (Zeiler 2012).
public struct Adadelta: Optimizer {
  public let name = "adadelta"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// How slowly the averages of squares fade.
  public var rho: Double
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
    lr: Double = 1, rho: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0,
    decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.rho = rho
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(maximize: maximize, decay: weightDecay, on: decayOn)
    let v = update.state("square_avg")
    let u = update.state("acc_delta")
    update.assign(v, SecondMoment(decay: rho), [v, gradient])
    let delta = update.compute("delta", AdadeltaStep(epsilon: epsilon), [gradient, v, u])
    update.assign(u, SecondMoment(decay: rho), [u, delta])
    update.assign(update.parameter, Descent(), [update.parameter, delta, update.learningRate])
  }
}

extension Adadelta {
  static let entry = Entry.optimizer(
    "adadelta", "lr=1, rho=0.9, eps=1e-6, weight_decay=0",
    summary: "Steps in the ratio of past steps to past gradients.",
    formula: "Δ = √(u + ε) / √(v + ε) · g,  w ← w − lr · Δ",
    source: "Zeiler 2012"
  ) { arguments throws(EngineError) in
    Adadelta(
      lr: try arguments.nonNegative("lr"), rho: try arguments.number("rho", in: 0...1),
      epsilon: try arguments.number("eps", in: 0...1),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
