/// Weights that do not change: the same bits as at the beginning.
struct UnchangedRule: DiagnosisRule {
  let name = "unchanged weights"
  let looksAt = "trained parameters that still have the bits of their initial values"
  let explainedBy: Set<String> = [
    "NaN", "constant inputs", "symmetric weights", "dead ReLU", "vanishing gradients",
    "exploding gradients",
    "learning rate too low",
  ]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard run.updates > 0, run.learningRate > 0 else { return [] }
    let findings = run.program.trained.compactMap { pair -> Finding? in
      guard run.unchanged.contains(pair.parameter) else { return nil }
      let slot = run.program.slots[pair.parameter]
      let changes = run.steps.flatMap { step in step.changes.filter { $0.slot == pair.parameter } }
      let isZero = !changes.isEmpty && changes.allSatisfy { $0.gradientNorm == 0 }
      // A gradient that is 0 but for rounding moves a bias by nothing, and should not: a key's, or
      // one before a normalisation.
      guard isZero || slot.shape.rank >= 2, let last = changes.last else { return nil }
      let steps: Words = "after \(run.updates) step\(run.updates == 1 ? "" : "s")"
      let evidence: Words =
        isZero
        ? "has its initial values \(steps): its gradient is exactly 0"
        : "has its initial values \(steps): an update of norm \(last.updateNorm) is less than the "
          + "last digit of weights of norm \(last.weightNorm)"
      return Finding(
        name, .warning, slot.name, evidence,
        remedy: isZero
          ? "look whether the loss depends on it: stop_gradient, a mask or a dead unit stands between"
          : "a larger lr",
        at: run.producer(of: pair.gradient).map { run.place($0) })
    }
    return Finding.joined(findings, "parameter")
  }
}
