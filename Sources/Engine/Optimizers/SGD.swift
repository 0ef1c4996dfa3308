/// Stochastic gradient descent, with momentum (Polyak 1964) or Nesterov's (1983), as PyTorch.
public struct SGD: Optimizer {
  public let name = "sgd"
  public var learningRate: Double
  public var momentum: Double
  public var dampening: Double
  public var nesterov: Bool
  /// L2: λ w is added to the gradient.
  public var weightDecay: Double
  public var decayOn: DecayScope

  public init(
    lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0, decayOn: DecayScope = .all
  ) {
    learningRate = lr
    self.momentum = momentum
    self.dampening = dampening
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.decayOn = decayOn
  }

  public var summary: String {
    "sgd(lr=\(shown(learningRate))\(momentum == 0 ? "" : ", momentum=\(shown(momentum))"))"
  }

  public func emit(_ update: inout UpdateEmitter) {
    var gradient = update.gradient
    if weightDecay != 0, decayOn.includes(update.shape) {
      gradient = update.compute("decayed", Decay(rate: weightDecay), [gradient, update.parameter])
    }
    if momentum != 0 {
      let buffer = update.state("momentum_buffer")
      update.assign(
        buffer, MomentumBuffer(momentum: momentum, dampening: dampening),
        [buffer, gradient, update.count])
      gradient =
        nesterov
        ? update.compute("nesterov", NesterovGradient(momentum: momentum), [gradient, buffer])
        : buffer
    }
    update.assign(update.parameter, Descent(), [update.parameter, gradient, update.learningRate])
  }
}

extension SGD {
  static let entry = Entry(
    Descriptor(
      "sgd", .optimizer,
      signature: "sgd(lr=0.001, momentum=0, dampening=0, nesterov=false, weight_decay=0, "
        + "decay_on=\"all\")",
      summary: "Stochastic gradient descent, with momentum or Nesterov's.",
      formula: "b ← μ b + g,  w ← w − lr · b", source: "Polyak 1964; Nesterov 1983; as PyTorch",
      example: "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=3"),
    .optimizer { arguments throws(EngineError) in
      SGD(
        lr: try arguments.number("lr", in: 0...Double.infinity),
        momentum: try arguments.number("momentum", in: 0...1),
        dampening: try arguments.number("dampening", in: 0...1),
        nesterov: try arguments.flag("nesterov"),
        weightDecay: try arguments.number("weight_decay", in: 0...Double.infinity),
        decayOn: try DecayScope(arguments))
    })
}
