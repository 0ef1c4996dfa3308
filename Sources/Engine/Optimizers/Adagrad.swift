/// Adagrad: steps over the root of all squared gradients so far (Duchi, Hazan & Singer 2011).
public struct Adagrad: Optimizer {
  public let name = "adagrad"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// The rate is divided by 1 + (t − 1) times this.
  public var lrDecay: Double
  /// What the sum of squares starts from.
  public var initialAccumulator: Double
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
    lr: Double = 0.01, lrDecay: Double = 0, initialAccumulator: Double = 0, epsilon: Double = 1e-10,
    weightDecay: Double = 0, decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.lrDecay = lrDecay
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(maximize: maximize, decay: weightDecay, on: decayOn)
    let sum = update.state("sum", initial: initialAccumulator)
    update.assign(sum, SquareSum(), [sum, gradient])
    let delta = update.compute(
      "delta", AdagradStep(rateDecay: lrDecay, epsilon: epsilon),
      [gradient, sum, update.learningRate, update.count])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Adagrad {
  static let entry = Entry.optimizer(
    "adagrad", "lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10",
    summary: "Steps over the root of all squared gradients so far.",
    formula: "s ← s + g²,  w ← w − lr · g / (√s + ε)",
    source: "Duchi, Hazan & Singer 2011"
  ) { arguments throws(EngineError) in
    Adagrad(
      lr: try arguments.nonNegative("lr"), lrDecay: try arguments.nonNegative("lr_decay"),
      initialAccumulator: try arguments.nonNegative("initial_accumulator_value"),
      epsilon: try arguments.number("eps", in: 0...1),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
