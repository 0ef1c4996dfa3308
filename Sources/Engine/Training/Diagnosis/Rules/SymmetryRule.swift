/// Zero or symmetric initial values: units that start equal, get equal gradients and stay one unit.
struct SymmetryRule: DiagnosisRule {
  let name = "symmetric weights"
  let looksAt = "whether the units of a hidden layer have the same weights and the same gradients"
  let explainedBy: Set<String> = ["NaN"]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard let last = run.last else { return [] }
    let findings = last.changes.compactMap { change -> Finding? in
      guard let symmetry = change.symmetry else { return nil }
      let slot = run.program.slots[change.slot]
      let units = run.structure.unitAxis(ofWeight: change.slot).map { slot.shape[$0.axis] } ?? 0
      let state = symmetry == .zero ? "are all 0" : "are the same"
      return Finding(
        name, .error, slot.name,
        "the weights of its \(units) units \(state) and so are their gradients: they stay one unit",
        remedy: "draw initial values at random: init=xavier_normal, or init=he_normal before relu",
        at: run.producer(of: change.gradient).map { run.place($0, step: last.step) })
    }
    return Finding.joined(findings, "weight")
  }
}
