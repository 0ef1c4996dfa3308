/// RMSprop: gradients over their fading root mean square (Tieleman & Hinton 2012), centered as in
/// Graves 2013.
public struct RMSprop: Optimizer {
  public let name = "rmsprop"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// How slowly the averages fade.
  public var alpha: Double
  /// What is added to a divisor, or under a root, to keep it from zero.
  public var epsilon: Double
  /// μ, how much of the last step stays.
  public var momentum: Double
  /// Over the deviation instead: the squared mean is taken off.
  public var centered: Bool
  /// λ, the pull of a parameter towards zero.
  public var weightDecay: Double
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// PyTorch's defaults.
  public init(
    lr: Double = 0.01, alpha: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0,
    centered: Bool = false, weightDecay: Double = 0, decayOn: DecayScope = .all,
    maximize: Bool = false
  ) {
    learningRate = lr
    self.alpha = alpha
    self.epsilon = epsilon
    self.momentum = momentum
    self.centered = centered
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(maximize: maximize, decay: weightDecay, on: decayOn)
    let v = update.state("square_avg")
    update.assign(v, SecondMoment(decay: alpha), [v, gradient])
    var operands = [gradient, v]
    if centered {
      let mean = update.state("grad_avg")
      update.assign(mean, FirstMoment(decay: alpha), [mean, gradient])
      operands.append(mean)
    }
    var direction = update.compute(
      "scaled", RootScaled(centered: centered, epsilon: epsilon), operands)
    if momentum != 0 || update.momentum != nil {
      direction = update.momentumBuffer(direction, momentum: momentum)
    }
    update.assign(
      update.parameter, Descent(), [update.parameter, direction, update.learningRate])
  }
}

extension RMSprop {
  static let entry = Entry.optimizer(
    "rmsprop", "lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=false",
    summary: "Gradients over their fading root mean square.",
    formula: "v ← α v + (1 − α) g²,  w ← w − lr · g / (√v + ε)",
    source: "Tieleman & Hinton 2012; Graves 2013"
  ) { arguments throws(EngineError) in
    RMSprop(
      lr: try arguments.nonNegative("lr"), alpha: try arguments.number("alpha", in: 0...1),
      epsilon: try arguments.number("eps", in: 0...1),
      momentum: try arguments.number("momentum", in: 0...1),
      centered: try arguments.flag("centered"),
      weightDecay: try arguments.nonNegative("weight_decay"), decayOn: try DecayScope(arguments),
      maximize: try arguments.flag("maximize"))
  }
}
