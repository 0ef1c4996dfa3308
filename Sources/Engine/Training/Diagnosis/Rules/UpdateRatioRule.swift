/// Updates that are far too small or too large for the weights they change: about a thousandth is
/// right.
struct UpdateRatioRule: DiagnosisRule {
  let name = "update-to-weight ratio"
  let looksAt = "‖Δw‖ / ‖w‖ of every weight in a step: 1e-4 to 1e-1, about 1e-3"
  let explainedBy: Set<String> = [
    "NaN", "constant inputs", "symmetric weights", "dead ReLU", "saturated", "vanishing gradients",
    "exploding gradients", "learning rate too high", "learning rate too low", "unchanged weights",
    "unscaled inputs",
  ]

  static let range = 1e-4...1e-1

  func findings(_ run: DiagnosedRun) -> [Finding] {
    // Near the bottom small updates are right.
    guard run.updates >= 10, run.steps.count >= 2, !run.fell(by: 0.5) else { return [] }
    let tables = tables(run)
    var outside: [(name: String, ratio: Double, gradient: Int)] = []
    for pair in run.program.trained {
      let slot = run.program.slots[pair.parameter]
      guard slot.shape.rank >= 2, !tables.contains(pair.parameter) else { continue }
      let ratios = run.steps.flatMap { step in
        step.changes.filter { $0.slot == pair.parameter && $0.weightNorm > 0 }.map(\.ratio)
      }
      guard ratios.count >= 2, let low = ratios.min(), let high = ratios.max() else { continue }
      if high < Self.range.lowerBound {
        outside.append((slot.name, high, pair.gradient))
      } else if low > Self.range.upperBound {
        outside.append((slot.name, low, pair.gradient))
      }
    }
    guard let worst = outside.max(by: { distance($0.ratio) < distance($1.ratio) }) else {
      return []
    }
    let isLow = worst.ratio < Self.range.lowerBound
    let others: Words = outside.count > 1 ? ", and \(outside.count - 1) more" : ""
    return [
      Finding(
        name, .warning, worst.name,
        "a step changes it by \(worst.ratio) of its size, \(isLow ? "at most" : "at least")\(others)"
          + "; 1e-3 is usual",
        remedy: isLow
          ? "a larger lr, or smaller initial values" : "a smaller lr, or larger initial values",
        at: run.producer(of: worst.gradient).map { run.place($0) })
    ]
  }

  private func distance(_ ratio: Double) -> Double {
    ratio < 1e-3 ? 1e-3 / max(ratio, 1e-300) : ratio / 1e-3
  }

  /// Parameters of which a step sees a few rows only.
  private func tables(_ run: DiagnosedRun) -> Set<Int> {
    Set(
      run.program.instructions.lazy.filter { $0.operation is Gather }.compactMap(\.inputs.first))
  }
}
