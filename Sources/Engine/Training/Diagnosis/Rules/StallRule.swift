/// A loss that stalls: it has never fallen.
struct StallRule: DiagnosisRule {
  let name = "stalled loss"
  let looksAt = "whether the loss has fallen at all"
  let explainedBy: Set<String> = [
    "NaN", "constant inputs", "labels out of range", "softmax", "unscaled inputs",
    "symmetric weights", "dead ReLU",
    "saturated", "vanishing gradients", "exploding gradients", "learning rate too high",
    "learning rate too low", "unchanged weights", "update-to-weight ratio", "diverging loss",
  ]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    let loss = run.loss
    guard run.updates >= 50, loss.count >= 50, loss.first > 0,
      loss.best > 0.98 * loss.first, loss.last > 0.98 * loss.first
    else { return [] }
    return [
      Finding(
        name, .warning, "loss",
        "\(loss.first) → \(loss.last) in \(run.updates) steps, the least \(loss.best)",
        remedy: "look whether inputs and labels belong together; a larger network, another lr")
    ]
  }
}
