/// A learning rate that is too low: the loss falls straight along its slope, and hardly.
struct LowRateRule: DiagnosisRule {
  let name = "learning rate too low"
  let looksAt = "how far the loss falls in a step, and whether as its slope says"
  let explainedBy: Set<String> = [
    "NaN", "vanishing gradients", "dead ReLU", "symmetric weights", "saturated",
    "learning rate too high",
  ]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    if run.updates > 0, run.learningRate == 0 {
      return [
        Finding(
          name, .error, "lr = 0", "no step changes anything", remedy: "set lr = 0.01")
      ]
    }
    guard run.updates >= 20, !run.fell(by: 0.1), run.loss.count > 1, run.loss.first > 0 else {
      return []
    }
    let steps = run.steps.filter { $0.slope < 0 && $0.isFinite && $0.lossBefore > 0 }
    guard steps.count >= 2, steps.count == run.steps.count else { return [] }
    let ratio = steps.map { $0.largestRatio(run.program) }.max() ?? 0
    let share = steps.map { abs($0.slope) / $0.lossBefore }.max() ?? 0
    // The change is so small that rounding hides it, or it is what the slope says.
    let isStraight = steps.allSatisfy { step in
      let kept = (step.lossAfter - step.lossBefore) / step.slope
      return (0.8...1.2).contains(kept) || abs(step.slope) < 1e-5 * step.lossBefore
    }
    guard isStraight, ratio < 5e-4, share < 5e-3 else { return [] }
    return [
      Finding(
        name, .warning, "lr = \(Numbers.typed(run.learningRate))",
        "in \(run.updates) steps the loss went \(run.loss.first) → \(run.loss.last) (mean of the "
          + "last tenth); a step moves no weights by more than \(ratio) of their size and the loss "
          + "falls as straight as its slope",
        remedy: "set lr = \(Numbers.short(run.learningRate * 10)) or more")
    ]
  }
}

extension ExaminedStep {
  /// The largest ‖Δw‖ / ‖w‖ of the weights, biases apart.
  func largestRatio(_ program: Program) -> Double {
    changes.filter { program.slots[$0.slot].shape.rank >= 2 && $0.weightNorm > 0 }.map(\.ratio)
      .max()
      ?? changes.filter { $0.weightNorm > 0 }.map(\.ratio).max() ?? 0
  }
}

extension Numbers {
  /// A learning rate as it was typed; it is kept in single precision.
  static func typed(_ value: Double) -> String {
    let text = Float(value).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Two significant digits, as a person would type them.
  static func short(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return "0" }
    var scale = 1.0
    while value * scale >= 100 { scale /= 10 }
    while value * scale < 9.95, scale < 1e300 { scale *= 10 }
    return typed((value * scale).rounded() / scale)
  }
}
