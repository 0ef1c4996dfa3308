/// Stochastic gradient descent, with momentum (Polyak 1964) or Nesterov's (1983), as PyTorch.
public struct SGD: Optimizer {
  public let name = "sgd"
  /// The factor of a step before any schedule.
  public var learningRate: Double
  /// μ, how much of the last step stays.
  public var momentum: Double
  /// How much of a new gradient is left out.
  public var dampening: Double
  /// Whether the gradient is taken ahead of the step (Nesterov 1983).
  public var nesterov: Bool
  /// L2: λ w is added to the gradient.
  public var weightDecay: Double
  /// Which parameters the weight decay is for.
  public var decayOn: DecayScope
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// Plain descent unless a momentum is given.
  public init(
    lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0, decayOn: DecayScope = .all, maximize: Bool = false
  ) {
    learningRate = lr
    self.momentum = momentum
    self.dampening = dampening
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.decayOn = decayOn
    self.maximize = maximize
  }

  public var summary: String {
    "sgd(lr=\(shown(learningRate))\(momentum == 0 ? "" : ", momentum=\(shown(momentum))"))"
  }

  public func emit(_ update: inout UpdateEmitter) {
    var gradient = update.gradient(maximize: maximize, decay: weightDecay, on: decayOn)
    if momentum != 0 || update.momentum != nil {
      let buffer = update.momentumBuffer(gradient, momentum: momentum, dampening: dampening)
      if !nesterov {
        gradient = buffer
      } else if let cycled = update.momentum {
        gradient = update.compute("nesterov", CycledNesterov(), [gradient, buffer, cycled])
      } else {
        gradient = update.compute(
          "nesterov", NesterovGradient(momentum: momentum), [gradient, buffer])
      }
    }
    update.assign(update.parameter, Descent(), [update.parameter, gradient, update.learningRate])
  }
}

extension SGD {
  static let entry = Entry.optimizer(
    "sgd", "lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=false",
    summary: "Stochastic gradient descent, with momentum or Nesterov's.",
    formula: "b ← μ b + g,  w ← w − lr · b", source: "Polyak 1964; Nesterov 1983; as PyTorch"
  ) { arguments throws(EngineError) in
    SGD(
      lr: try arguments.nonNegative("lr"),
      momentum: try arguments.number("momentum", in: 0...1),
      dampening: try arguments.number("dampening", in: 0...1),
      nesterov: try arguments.flag("nesterov"),
      weightDecay: try arguments.nonNegative("weight_decay"),
      decayOn: try DecayScope(arguments), maximize: try arguments.flag("maximize"))
  }
}
