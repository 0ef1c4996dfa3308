/// A gap between training and validation: the run learns its rows by heart.
struct GapRule: DiagnosisRule {
  let name = "train/validation gap"
  let looksAt = "losses and accuracies that are tracked on rows that are not trained on"
  let explainedBy: Set<String> = ["NaN", "dropout in evaluation"]

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard run.loss.count > 1 else { return [] }
    let findings = run.tracked.compactMap { tracked -> Finding? in
      let course = Course(tracked.series, through: run.updates)
      guard course.count >= 3, isElsewhere(tracked.node, run), let now = course.values.last else {
        return nil
      }
      if isAccuracy(tracked.node, run.graph) { return accuracy(tracked, course, now, run) }
      return isLikeLoss(tracked.node, run) ? loss(tracked, course, now, run) : nil
    }
    // One is enough: they say the same.
    return Array(findings.prefix(1))
  }

  /// The loss on other rows rises while that on the training rows falls.
  private func loss(
    _ tracked: Diagnosis.Tracked, _ course: Course, _ now: Double, _ run: DiagnosedRun
  ) -> Finding? {
    guard let least = course.values.min(), let place = course.values.firstIndex(of: least),
      least > 0, now > 1.2 * least, now - run.loss.last > 0.15 * run.loss.first
    else { return nil }
    return Finding(
      name, .warning, tracked.name,
      "\(least) in step \(course.steps[place]), \(now) now, and the training loss fell to "
        + "\(run.loss.last) (mean of the last tenth)",
      remedy: remedy)
  }

  private func accuracy(
    _ tracked: Diagnosis.Tracked, _ course: Course, _ now: Double, _ run: DiagnosedRun
  ) -> Finding? {
    guard let scale = wrongRowCost(run) else { return nil }
    // A row that is wrong costs at least log 2, so the loss bounds how many are.
    let training = 1 - run.loss.last / scale
    guard training - now > 0.15 else { return nil }
    return Finding(
      name, .warning, tracked.name,
      "\(now), and with a training loss of \(run.loss.last) at least "
        + "\((training * 1000).rounded(.down) / 10) % of the training rows are right",
      remedy: remedy)
  }

  private let remedy =
    "more data, a smaller network, dropout(0.2), weight_decay=, or stop where it was best"

  /// Whether it depends on what is trained and on rows that the loss does not see.
  private func isElsewhere(_ node: Node, _ run: DiagnosedRun) -> Bool {
    var usesParameter = false
    var hasOwnData = false
    for other in run.graph.dependencies(of: [node]) {
      let record = run.graph[other]
      let slot = run.program.slot(of: other)
      if record.operation is ParameterLeaf, let slot, run.structure.trained.contains(slot) {
        usesParameter = true
      }
      if record.operation is BatchRows, slot != nil { return false }
      if record.operation is Constant, slot == nil, record.shape.count > 1 { hasOwnData = true }
      if record.operation is BatchRows, slot == nil { hasOwnData = true }
    }
    return usesParameter && hasOwnData
  }

  private func isAccuracy(_ node: Node, _ graph: Graph) -> Bool {
    guard graph[node].operation is Mean, let hits = graph[node].inputs.first else { return false }
    return (graph[hits].operation as? Comparison)?.relation == .equal
  }

  /// Whether the last operations are those of the loss.
  private func isLikeLoss(_ node: Node, _ run: DiagnosedRun) -> Bool {
    func ending(_ start: Node?) -> [String] {
      var names: [String] = []
      var node = start
      while let current = node, names.count < 4 {
        names.append(run.graph[current].operation.name)
        node = run.graph[current].inputs.first
      }
      return names
    }
    let loss = run.program.loss.flatMap { run.program.slots[$0].node }
    return loss != nil && ending(node) == ending(loss)
  }

  /// log 2 where the loss is a mean cross entropy; nil for others.
  private func wrongRowCost(_ run: DiagnosedRun) -> Double? {
    let operations = run.program.instructions.lazy.filter { $0.phase == .forward }
    let isCrossEntropy = operations.contains {
      $0.operation is Pick || $0.operation is BinaryCrossEntropyTerm
    }
    guard isCrossEntropy, run.loss.last >= 0 else { return nil }
    return 0.6931471805599453
  }
}
