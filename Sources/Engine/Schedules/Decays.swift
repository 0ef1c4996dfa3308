// Rates that only fall (or rise) to an end: by steps, by a factor, along a line, a power.

extension StepSchedule {
  /// The rate itself times a factor for the first steps, then the rate (PyTorch's ConstantLR).
  public static func constant(factor: Double = 1.0 / 3, totalIters: Int = 5) -> StepSchedule {
    StepSchedule(
      "constant_lr", [("factor", shown(factor)), ("total_iters", "\(totalIters)")],
      formula: { "\($0) · (\(shown(factor)) if \($1) < \(totalIters))" },
      rule: { $0 < totalIters ? $1 * factor : $1 })
  }

  /// The factor goes from `startFactor` to `endFactor` along a line (PyTorch's LinearLR).
  public static func linear(
    startFactor: Double = 1.0 / 3, endFactor: Double = 1, totalIters: Int = 5
  ) -> StepSchedule {
    StepSchedule(
      "linear_lr",
      [
        ("start_factor", shown(startFactor)), ("end_factor", shown(endFactor)),
        ("total_iters", "\(totalIters)"),
      ],
      formula: {
        "\($0) · (\(shown(startFactor)) + \(shown(endFactor - startFactor)) · "
          + "min(\($1), \(totalIters)) / \(totalIters))"
      },
      rule: { i, base in
        let share = totalIters > 0 ? Double(min(i, totalIters)) / Double(totalIters) : 1
        return base * (startFactor + (endFactor - startFactor) * share)
      })
  }

  /// Times γ every so many steps (PyTorch's StepLR).
  public static func step(stepSize: Int, gamma: Double = 0.1) -> StepSchedule {
    StepSchedule(
      "step_lr", [("step_size", "\(stepSize)"), ("gamma", shown(gamma))],
      formula: { "\($0) · \(shown(gamma))^⌊\($1) / \(stepSize)⌋" },
      rule: { $1 * wholePower(gamma, Double($0 / max(stepSize, 1))) })
  }

  /// Times γ at each milestone (PyTorch's MultiStepLR).
  public static func multistep(milestones: [Int], gamma: Double = 0.1) -> StepSchedule {
    let list = milestones.map(String.init).joined(separator: ", ")
    return StepSchedule(
      "multistep", [("milestones", "[\(list)]"), ("gamma", shown(gamma))],
      formula: { "\($0) · \(shown(gamma))^(milestones ≤ \($1))" },
      rule: { i, base in
        base * wholePower(gamma, Double(milestones.count { $0 <= i }))
      })
  }

  /// Times γ in every step (PyTorch's ExponentialLR).
  public static func exponential(gamma: Double) -> StepSchedule {
    StepSchedule(
      "exponential", [("gamma", shown(gamma))],
      formula: { "\($0) · \(shown(gamma))^\($1)" },
      rule: { $1 * wholePower(gamma, Double($0)) })
  }

  /// Falls to 0 as a power of what is left (PyTorch's PolynomialLR).
  public static func polynomial(totalIters: Int = 5, power: Double = 1) -> StepSchedule {
    StepSchedule(
      "polynomial", [("total_iters", "\(totalIters)"), ("power", shown(power))],
      formula: { "\($0) · (1 − min(\($1), \(totalIters)) / \(totalIters))^\(shown(power))" },
      rule: { i, base in
        let share = totalIters > 0 ? Double(min(i, totalIters)) / Double(totalIters) : 1
        return base * Numbers.power(1 - share, power)
      })
  }
}
