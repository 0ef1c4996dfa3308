// Rates along a cosine (Loshchilov & Hutter 2017): once, with restarts.

extension StepSchedule {
  /// From the base rate to `etaMin` in `tMax` steps along half a cosine, and back again in as many
  /// (PyTorch's CosineAnnealingLR).
  public static func cosine(tMax: Int, etaMin: Double = 0) -> StepSchedule {
    StepSchedule(
      "cosine", [("T_max", "\(tMax)"), ("eta_min", shown(etaMin))],
      formula: { annealed($0, shown(etaMin), $1, "\(tMax)") },
      rule: { i, base in
        let place = Double(i % max(2 * tMax, 1)) / Double(max(tMax, 1))
        return etaMin + (base - etaMin) * (1 + cosineOfPi(place)) / 2
      })
  }

  /// A cosine that starts again after `t0` steps, each time `tMult` times as long (PyTorch's
  /// CosineAnnealingWarmRestarts).
  public static func cosineWarmRestarts(
    t0: Int, tMult: Int = 1, etaMin: Double = 0
  ) -> StepSchedule {
    StepSchedule(
      "cosine_warm_restarts",
      [("T_0", "\(t0)"), ("T_mult", "\(tMult)"), ("eta_min", shown(etaMin))],
      formula: { annealed($0, shown(etaMin), "T_cur(\($1))", "T_i") },
      rule: { i, base in
        var (place, length) = (i, max(t0, 1))
        if tMult <= 1 {
          place %= length
        } else {
          while place >= length {
            place -= length
            // Longer than any run: it never starts again.
            guard length < 1 << 50 / tMult else { break }
            length *= tMult
          }
        }
        let share = Double(place) / Double(length)
        return etaMin + (base - etaMin) * (1 + cosineOfPi(share)) / 2
      })
  }

  private static func annealed(
    _ lr: String, _ least: String, _ i: String, _ length: String
  ) -> String {
    least == "0"
      ? "\(lr) · (1 + cos(π \(i) / \(length))) / 2"
      : "\(least) + (\(lr) − \(least)) (1 + cos(π \(i) / \(length))) / 2"
  }
}
