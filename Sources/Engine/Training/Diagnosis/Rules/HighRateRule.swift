/// A learning rate that is too high: after a step the loss of its own batch is larger than before.
struct HighRateRule: DiagnosisRule {
  let name = "learning rate too high"
  let looksAt = "the loss of a step's own batch before and after the step, against its slope"
  let explainedBy: Set<String> = [
    "unscaled inputs", "labels out of range", "softmax", "symmetric weights",
  ]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    // A run that has learnt most of what there is may jump about at the bottom.
    guard !run.fell(by: 0.3), run.learningRate > 0 else { return [] }
    let downhill = run.steps.filter { $0.slope < 0 && $0.lossBefore.isFinite }
    let risen = downhill.filter {
      !$0.lossAfter.isFinite || $0.lossAfter > $0.lossBefore + 1e-4 * abs($0.lossBefore)
    }
    guard let worst = risen.max(by: { $0.rise < $1.rise }) else { return [] }
    // Once far over twice is enough; otherwise it must be the rule.
    let isFar = !worst.lossAfter.isFinite || worst.lossAfter > 2 * abs(worst.lossBefore)
    let isUsual = run.updates >= 5 && risen.count >= 2 && 2 * risen.count >= downhill.count
    guard isFar || isUsual else { return [] }
    return [
      Finding(
        name, .error, "lr = \(Numbers.typed(run.learningRate))",
        "after \(risen.count) of \(downhill.count) examined steps the loss of the same batch was "
          + "higher, in step \(worst.step) \(worst.lossBefore) → \(worst.lossAfter) where its "
          + "slope promised \(worst.lossBefore + worst.slope)",
        remedy: "set lr = \(Numbers.short(run.learningRate / 10)) or less, or a warmup")
    ]
  }
}

extension ExaminedStep {
  /// How much higher the loss of the batch is after the step.
  var rise: Double { lossAfter.isFinite ? lossAfter - lossBefore : .infinity }
}
