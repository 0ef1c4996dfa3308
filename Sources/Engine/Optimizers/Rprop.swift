/// Rprop: step sizes that grow while the gradient keeps its sign (Riedmiller & Braun 1993). For full
/// batches.
public struct Rprop: Optimizer {
  public let name = "rprop"
  /// Every weight's first step size.
  public var learningRate: Double
  /// η⁻, for a step whose gradient changed its sign.
  public var shrink: Double
  /// η⁺, for a step whose gradient kept its sign.
  public var grow: Double
  /// The smallest step.
  public var least: Double
  /// The largest step.
  public var most: Double
  /// Whether it climbs instead of descending.
  public var maximize: Bool

  /// PyTorch's defaults.
  public init(
    lr: Double = 0.01, shrink: Double = 0.5, grow: Double = 1.2, least: Double = 1e-6,
    most: Double = 50, maximize: Bool = false
  ) {
    learningRate = lr
    self.shrink = shrink
    self.grow = grow
    self.least = least
    self.most = most
    self.maximize = maximize
  }

  public func emit(_ update: inout UpdateEmitter) {
    let gradient = update.gradient(maximize: maximize, decay: 0, on: .all)
    let before = update.state("prev")
    let size = update.state("step_size", initial: learningRate)
    update.assign(
      size, ResilientSize(shrink: shrink, grow: grow, least: least, most: most),
      [size, gradient, before])
    let resting = update.compute("resilient", ResilientGradient(), [gradient, before])
    let delta = update.compute("delta", ResilientStep(), [resting, size])
    update.assign(before, Assign(), [resting])
    update.assign(update.parameter, Add(), [update.parameter, delta])
  }
}

extension Rprop {
  static let entry = Entry.optimizer(
    "rprop", "lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-6, 50)",
    summary: "Step sizes that grow while the gradient keeps its sign; for full batches.",
    formula: "w ← w − sign(g) · size",
    source: "Riedmiller & Braun 1993", decays: false
  ) { arguments throws(EngineError) in
    let (shrink, grow) = try arguments.pair(
      "etas", in: 0...Double.infinity, example: "(0.5, 1.2)")
    let (least, most) = try arguments.pair(
      "step_sizes", in: 0...Double.infinity, example: "(1e-06, 50)")
    guard shrink > 0, shrink < 1, grow > 1 else {
      throw EngineError(
        "rprop: 'etas' must be below 1 and above 1, not (\(shown(shrink)), \(shown(grow)))")
    }
    return Rprop(
      lr: try arguments.nonNegative("lr"), shrink: shrink, grow: grow, least: least, most: most,
      maximize: try arguments.flag("maximize"))
  }
}
