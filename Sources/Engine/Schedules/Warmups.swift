// Rates that rise first: from 0 to the base rate, then down (as Hugging Face's schedules); Noam's.

extension StepSchedule {
  /// Up to the base rate in `warmup` steps, then down to 0 at step `total`, along lines.
  public static func linearWarmup(warmup: Int, total: Int) -> StepSchedule {
    StepSchedule(
      "linear_warmup", [("warmup", "\(warmup)"), ("total", "\(total)")],
      formula: { lr, i in
        "\(lr) · min(\(i) / \(max(warmup, 1)), (\(total) − \(i)) / \(max(total - warmup, 1)))"
      },
      rule: { i, base in
        if i < warmup { return base * Double(i) / Double(max(warmup, 1)) }
        return base * max(0, Double(total - i) / Double(max(total - warmup, 1)))
      })
  }

  /// Up to the base rate in `warmup` steps along a line, then along `cycles` waves of a cosine: the
  /// default half wave ends in 0 at step `total`.
  public static func cosineWarmup(
    warmup: Int, total: Int, cycles: Double = 0.5
  ) -> StepSchedule {
    StepSchedule(
      "cosine_warmup",
      [("warmup", "\(warmup)"), ("total", "\(total)"), ("cycles", shown(cycles))],
      formula: { lr, i in
        "\(lr) · (\(i) / \(max(warmup, 1)) if \(i) < \(warmup) else (1 + cos(2π "
          + "\(shown(cycles)) (\(i) − \(warmup)) / \(max(total - warmup, 1)))) / 2)"
      },
      rule: { i, base in
        if i < warmup { return base * Double(i) / Double(max(warmup, 1)) }
        let progress = Double(i - warmup) / Double(max(total - warmup, 1))
        return base * max(0, 0.5 * (1 + cosineOfPi(2 * cycles * progress)))
      })
  }

  /// factor · d^−½ · min(s^−½, s · warmup^−1½) in step s, counted from 1 (Vaswani et al. 2017). The
  /// rate is absolute: the base rate is not looked at.
  public static func noam(features: Int, warmup: Int = 4000, factor: Double = 1) -> StepSchedule {
    StepSchedule(
      "noam",
      [("features", "\(features)"), ("warmup", "\(warmup)"), ("factor", shown(factor))],
      formula: { _, i in
        "\(shown(factor)) · \(features)^−½ · min((\(i) + 1)^−½, (\(i) + 1) · \(warmup)^−1½)"
      },
      rule: { i, _ in
        let (s, rise) = (Double(i) + 1, Double(max(warmup, 1)))
        return factor / Double(max(features, 1)).squareRoot()
          * min(1 / s.squareRoot(), s / (rise * rise.squareRoot()))
      })
  }
}
