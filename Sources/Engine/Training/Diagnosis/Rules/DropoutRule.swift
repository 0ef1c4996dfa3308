/// Dropout left on in evaluation: what is tracked leaves units out, with masks of its own.
struct DropoutRule: DiagnosisRule {
  let name = "dropout in evaluation"
  let looksAt = "what is tracked, and accuracies that have a name"

  func findings(_ run: DiagnosedRun) -> [Finding] {
    let tracked = Set(run.tracked.map(\.node))
    let named = run.named.filter { !tracked.contains($0.node) && isMetric($0.node, run.graph) }
    let watched =
      run.tracked.map { (name: $0.name, node: $0.node, isTracked: true) }
      + named.map { (name: $0.name, node: $0.node, isTracked: false) }
    return watched.compactMap { value in
      guard let mask = foreignMask(of: value.node, run) else { return nil }
      let place = run.graph.displayName(mask)
      return Finding(
        name, .warning, value.name,
        "is computed with \(place), which leaves units out as in training",
        remedy: "measure with eval(net), which leaves out none")
    }
  }

  /// A dropout mask that is not one of the training step's.
  private func foreignMask(of node: Node, _ run: DiagnosedRun) -> Node? {
    var mask: Node?
    var usesParameter = false
    for other in run.graph.dependencies(of: [node]) {
      let operation = run.graph[other].operation
      if let draw = operation as? Draw, case .dropout = draw.distribution,
        run.program.slot(of: other) == nil
      {
        mask = mask ?? other
      }
      if operation is ParameterLeaf, let slot = run.program.slot(of: other),
        run.structure.trained.contains(slot)
      {
        usesParameter = true
      }
    }
    return usesParameter ? mask : nil
  }

  /// Whether hits are counted: one number that a comparison makes.
  private func isMetric(_ node: Node, _ graph: Graph) -> Bool {
    guard graph.shape(node).count == 1, graph[node].operation is Mean,
      let first = graph[node].inputs.first
    else { return false }
    return graph[first].operation is Comparison
  }
}
