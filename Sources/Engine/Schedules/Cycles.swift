// Rates that go up and down again: cyclical ones (Smith 2017) and one cycle (Smith & Topin 2018).

/// How the height of a cyclical schedule changes.
public enum CycleMode: String, Sendable, CaseIterable {
  /// Every cycle is as high as the first.
  case triangular
  /// Every cycle is half as high as the one before.
  case triangular2
  /// The height is times γ in every step.
  case expRange = "exp_range"
}

extension StepSchedule {
  /// Up from `baseRate` to `maxRate` and down again along lines (PyTorch's CyclicLR).
  ///
  /// - Parameters:
  ///   - baseRate: the run's base rate when nil.
  ///   - stepsDown: as many as up when nil.
  ///   - momenta: the momentum goes the other way between these; it stays as it is when nil.
  public static func cyclic(
    baseRate: Double? = nil, maxRate: Double, stepsUp: Int = 2000, stepsDown: Int? = nil,
    mode: CycleMode = .triangular, gamma: Double = 1,
    momenta: (low: Double, high: Double)? = (0.8, 0.9)
  ) -> StepSchedule {
    let (up, down) = (max(stepsUp, 1), max(stepsDown ?? stepsUp, 0))
    let (length, top) = (Double(up) + Double(down), Double(up))
    let ratio = top / length
    // The height of the cycle in step i, between 0 and 1.
    let height = { @Sendable (i: Int) -> Double in
      let cycle = (1 + Double(i) / length).rounded(.down)
      let x = 1 + Double(i) / length - cycle
      let scale = x <= ratio ? x / ratio : (x - 1) / (ratio - 1)
      switch mode {
      case .triangular: return scale
      case .triangular2: return scale / wholePower(2, cycle - 1)
      case .expRange: return scale * wholePower(gamma, Double(i))
      }
    }
    var momentum: (@Sendable (Int) -> Double)?
    if let (low, high) = momenta { momentum = { high - (high - low) * height($0) } }
    return StepSchedule(
      "cyclic",
      [
        ("base_lr", baseRate.map(shown) ?? "none"), ("max_lr", shown(maxRate)),
        ("step_size_up", "\(up)"), ("step_size_down", "\(down)"), ("mode", mode.rawValue),
      ],
      formula: { lr, i in
        let base = baseRate.map(shown) ?? lr
        return "\(base) + (\(shown(maxRate)) − \(base)) · \(mode.rawValue)(\(i))"
      },
      momentum: momentum,
      rule: { i, rate in
        let base = baseRate ?? rate
        return base + (maxRate - base) * height(i)
      })
  }

  /// Up to `maxRate`, then far below where it began, once (PyTorch's OneCycleLR).
  ///
  /// Like PyTorch's it says every rate itself: the base rate is not looked at. After the last step
  /// it stays where it is.
  ///
  /// - Parameter cyclesMomentum: false leaves the optimizer its own momentum.
  public static func oneCycle(_ cycle: OneCycle, cyclesMomentum: Bool = true) -> StepSchedule {
    var momentum: (@Sendable (Int) -> Double)?
    if cyclesMomentum { momentum = { cycle.momentum(at: $0) } }
    return StepSchedule(
      "one_cycle",
      [("max_lr", shown(cycle.maxRate)), ("total_steps", "\(cycle.totalSteps)")],
      formula: { _, i in "one_cycle(\(i)): \(shown(cycle.maxRate)) at its height" },
      momentum: momentum,
      rule: { i, _ in cycle.rate(at: i) })
  }
}

/// The two or three phases of one cycle.
public struct OneCycle: Hashable, Sendable {
  /// The largest learning rate.
  public var maxRate: Double
  /// The length of the whole cycle.
  public var totalSteps: Int
  /// The share of the steps that the rate rises.
  public var rise: Double
  /// Between two rates along a line instead of half a cosine.
  public var isLinear: Bool
  /// The first rate is `maxRate` divided by this.
  public var divFactor: Double
  /// The last rate is the first one divided by this.
  public var finalDivFactor: Double
  /// Down to the first rate in as many steps as up, then to the last.
  public var hasThreePhases: Bool
  /// The momentum goes the other way, between these.
  public var baseMomentum: Double
  /// The largest momentum, where the rate is smallest.
  public var maxMomentum: Double

  /// PyTorch's defaults.
  public init(
    maxRate: Double, totalSteps: Int, rise: Double = 0.3, isLinear: Bool = false,
    divFactor: Double = 25, finalDivFactor: Double = 1e4, hasThreePhases: Bool = false,
    baseMomentum: Double = 0.85, maxMomentum: Double = 0.95
  ) {
    self.maxRate = maxRate
    self.totalSteps = totalSteps
    self.rise = rise
    self.isLinear = isLinear
    self.divFactor = divFactor
    self.finalDivFactor = finalDivFactor
    self.hasThreePhases = hasThreePhases
    self.baseMomentum = baseMomentum
    self.maxMomentum = maxMomentum
  }

  /// The learning rate of step i, counted from 0.
  public func rate(at i: Int) -> Double {
    let first = maxRate / divFactor
    let last = first / finalDivFactor
    return value(at: i, hasThreePhases ? [first, maxRate, first, last] : [first, maxRate, last])
  }

  /// The momentum that PyTorch cycles against the rate.
  public func momentum(at i: Int) -> Double {
    let (low, high) = (baseMomentum, maxMomentum)
    return value(at: i, hasThreePhases ? [high, low, high, high] : [high, low, high])
  }

  private func value(at i: Int, _ values: [Double]) -> Double {
    let total = Double(totalSteps)
    let ends =
      hasThreePhases
      ? [rise * total - 1, 2 * rise * total - 2, total - 1] : [rise * total - 1, total - 1]
    var start = 0.0
    for (phase, end) in ends.enumerated() {
      if Double(i) <= end || phase == ends.count - 1 {
        let share = end > start ? min((Double(i) - start) / (end - start), 1) : 1
        let (from, to) = (values[phase], values[phase + 1])
        return isLinear
          ? (to - from) * share + from : to + (from - to) / 2 * (1 + cosineOfPi(share))
      }
      start = end
    }
    return values[values.count - 1]
  }
}
