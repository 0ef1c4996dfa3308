/// Adam (Kingma & Ba 2015) and, with decoupled decay, AdamW (Loshchilov & Hutter 2017).
public struct Adam: Optimizer {
  public let name: String
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  public var weightDecay: Double
  /// AdamW: the decay shrinks the weights and does not pass through the moments.
  public let isDecoupled: Bool
  public var decayOn: DecayScope

  public init(
    lr: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, decoupled: Bool = false, decayOn: DecayScope = .all
  ) {
    name = decoupled ? "adamw" : "adam"
    learningRate = lr
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    isDecoupled = decoupled
    self.decayOn = decayOn
  }

  public var summary: String { "\(name)(lr=\(shown(learningRate)))" }

  public func emit(_ update: inout UpdateEmitter) {
    var gradient = update.gradient
    let decays = weightDecay != 0 && decayOn.includes(update.shape)
    if decays, isDecoupled {
      update.assign(
        update.parameter, DecoupledDecay(rate: weightDecay),
        [update.parameter, update.learningRate])
    } else if decays {
      gradient = update.compute("decayed", Decay(rate: weightDecay), [gradient, update.parameter])
    }
    let m = update.state("exp_avg")
    let v = update.state("exp_avg_sq")
    update.assign(m, FirstMoment(decay: beta1), [m, gradient])
    update.assign(v, SecondMoment(decay: beta2), [v, gradient])
    let mHat = update.compute("m_hat", BiasCorrection(decay: beta1), [m, update.count])
    let vHat = update.compute("v_hat", BiasCorrection(decay: beta2), [v, update.count])
    let delta = update.compute(
      "delta", AdamStep(epsilon: epsilon), [mHat, vHat, update.learningRate])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Adam {
  static let entries = [false, true].map { decoupled in
    let name = decoupled ? "adamw" : "adam"
    let decay = decoupled ? "0.01" : "0"
    return Entry(
      Descriptor(
        name, .optimizer,
        signature: "\(name)(lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=\(decay), "
          + "decay_on=\"all\")",
        summary: decoupled
          ? "Adam with weight decay apart from the gradient."
          : "Steps of the size of the gradient's mean over its deviation.",
        formula: "m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ),  w ← w − lr · m̂ / (√v̂ + ε)",
        source: decoupled ? "Loshchilov & Hutter 2017" : "Kingma & Ba 2015",
        example: "w = param([2])\ntrain mean(w ** 2) with \(name)(lr=0.1) steps=3"),
      .optimizer { arguments throws(EngineError) in
        Adam(
          lr: try arguments.number("lr", in: 0...Double.infinity),
          beta1: try arguments.number("beta1", in: 0...1),
          beta2: try arguments.number("beta2", in: 0...1),
          epsilon: try arguments.number("eps", in: 0...1),
          weightDecay: try arguments.number("weight_decay", in: 0...Double.infinity),
          decoupled: decoupled, decayOn: try DecayScope(arguments))
      })
  }
}
