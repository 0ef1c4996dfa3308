/// A loss that diverges: in the end it is higher than at the beginning.
struct DivergenceRule: DiagnosisRule {
  let name = "diverging loss"
  let looksAt = "the loss at the end of the run against the beginning"
  let explainedBy: Set<String> = [
    "NaN", "learning rate too high", "exploding gradients", "unscaled inputs",
    "labels out of range",
  ]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    let loss = run.loss
    guard run.updates >= 5, loss.count >= 5, loss.last > loss.first + 0.5 * abs(loss.first) else {
      return []
    }
    return [
      Finding(
        name, .error, "loss",
        "\(loss.first) → \(loss.last) in \(run.updates) steps, the least \(loss.best)",
        remedy: "a smaller lr or clip=1.0; look at the sign of the loss, that it is to fall")
    ]
  }
}
