// A diagnosis: some steps of a run are executed again and looked at, then every rule speaks. The run
// stays as it is, bit for bit.

/// Looks for what keeps a run from learning.
///
///     let findings = Diagnosis.findings(in: machine, graph: graph, loss: telemetry.loss)
///
/// A healthy run gives none. Findings come with causes first; what another finding explains is left
/// out.
public struct Diagnosis {
  /// A value that is recorded beside the loss.
  public struct Tracked {
    /// What it is called.
    public let name: String
    /// What was recorded.
    public let node: Node
    /// Its values by step.
    public let series: Series

    /// A value with what was recorded of it.
    public init(name: String, node: Node, series: Series) {
      self.name = name
      self.node = node
      self.series = series
    }
  }

  /// Every rule with what it looks at, in the order in which they speak.
  public static var rules: [(name: String, looksAt: String)] {
    makeRules().map { ($0.name, $0.looksAt) }
  }

  /// A new one adds its line here and stands in a file of its own.
  static func makeRules() -> [any DiagnosisRule] {
    [
      LabelRule(), SoftmaxRule(), NotANumberRule(), DropoutRule(), InputScaleRule(),
      SymmetryRule(), HighRateRule(), DeadUnitRule(), SaturationRule(), VanishingRule(),
      ExplodingRule(), LowRateRule(), UnchangedRule(), UpdateRatioRule(), DivergenceRule(),
      StallRule(), GapRule(),
    ]
  }

  /// What is wrong with a run.
  ///
  /// - Parameters:
  ///   - loss: the recorded loss.
  ///   - gradients: the recorded gradient norms, for finding the first NaN.
  ///   - tracked: values recorded beside it.
  ///   - named: other tensors that were given a name.
  ///   - goesOn: asked now and then; false ends the search.
  /// - Returns: nil when it was ended.
  public static func findings(
    in machine: Machine, graph: Graph, loss: Series, gradients: [Series] = [],
    tracked: [Tracked] = [], named: [(name: String, node: Node)] = [],
    while goesOn: () -> Bool = { true }
  ) -> [Finding]? {
    guard machine.count > 0 else { return [] }
    let structure = ProgramStructure(machine.program)
    var rules = makeRules()
    let program = machine.program
    func number(_ slot: Int?) -> Double { slot.map { Double(machine.number(of: $0)) } ?? .nan }
    let base = number(program.learningRate)
    let current = program.scheduledRate == nil ? base : number(program.scheduledRate)
    let updates = machine.updates
    let course = Course(loss, through: updates)
    let bad = ([course] + gradients.map { Course($0, through: updates) })
      .compactMap(\.firstBad).min { $0 < $1 }
    let run = machine.undisturbed { () -> DiagnosedRun? in
      let weights = program.trained.map { program.slots[$0.parameter].storage.array }
      var steps: [ExaminedStep] = []
      var trouble: Trouble?
      if let bad { trouble = machine.trouble(between: bad.from, and: bad.to, while: goesOn) }
      guard goesOn() else { return nil }
      let newest = max(machine.position - 1, 0) / machine.count
      for step in machine.stepsToExamine(newest: newest, before: trouble?.step) {
        let examined = machine.examine(step: step, structure: structure) { index in
          let seen = SeenInstruction(
            machine: machine, structure: structure, index: index, step: step + 1,
            isRecent: step == newest || 10 * step >= 7 * newest)
          for rule in rules.indices { rules[rule].see(seen) }
        }
        steps.insert(examined, at: 0)
        guard goesOn() else { return nil }
      }
      if trouble == nil, steps.last.map({ !$0.isFinite }) ?? false {
        machine.move(to: newest * machine.count)
        trouble = machine.troubleOfStep()
      }
      if let trouble {
        _ = machine.examine(step: trouble.step - 1, structure: structure) { index in
          let seen = SeenInstruction(
            machine: machine, structure: structure, index: index, step: trouble.step,
            isRecent: false)
          for rule in rules.indices where rules[rule].seesTrouble { rules[rule].see(seen) }
        }
      }
      machine.move(to: 0)
      let unchanged = program.trained.indices.filter { place in
        program.slots[program.trained[place].parameter].storage.array == weights[place]
      }
      return DiagnosedRun(
        program: program, graph: graph, structure: structure, updates: updates,
        loss: course, steps: steps, unchanged: Set(unchanged.map { program.trained[$0].parameter }),
        trouble: trouble, learningRate: base, currentRate: current, tracked: tracked, named: named)
    }
    guard let run else { return nil }
    var found: [Finding] = []
    for rule in rules {
      guard !found.contains(where: { rule.explainedBy.contains($0.rule) }) else { continue }
      found += rule.findings(run)
    }
    return found
  }
}

extension ExaminedStep {
  /// Whether loss, gradients and updates are numbers.
  var isFinite: Bool {
    lossBefore.isFinite && changes.allSatisfy { $0.gradientNorm.isFinite && $0.updateNorm.isFinite }
  }
}

extension Machine {
  /// Some steps of a run, 0-based and falling: the newest, the first, some between that are cheap to
  /// come to.
  ///
  /// - Parameter trouble: the 1-based step in which a NaN was made; only steps before it are asked.
  func stepsToExamine(newest: Int, before trouble: Int?) -> [Int] {
    var last = newest
    if let trouble { last = min(newest, trouble - 2) }
    guard last >= 0 else { return [] }
    // In units of a multiply-add; about a tenth of a second each.
    let work = (0..<count).reduce(0.0) { $0 + Double(cost(of: $1)) / 16 + 100 }
    let reach = max(1, Int(1e8 / work))
    var steps: Set<Int> = [0, last, max(0, last - 1)]
    for quarter in 1...3 {
      let wanted = last / 4 * quarter + last % 4 * quarter / 4
      let held = snapshot(before: wanted * count) / count
      steps.insert(wanted - held > reach ? held : wanted)
    }
    return steps.sorted(by: >)
  }

  /// Looks for the first NaN between two steps (1-based), and in the step before them, whose update
  /// may have made it.
  func trouble(between first: Int, and last: Int, while goesOn: () -> Bool) -> Trouble? {
    var step = max(first - 2, 0)
    move(to: step * count)
    while step < last {
      guard goesOn() else { return nil }
      // At full speed first: only a step that ends badly is walked.
      move(to: (step + 1) * count)
      if !isFinite {
        move(to: step * count)
        if let trouble = troubleOfStep() { return trouble }
        move(to: (step + 1) * count)
      }
      step += 1
    }
    return nil
  }

  /// Whether loss, gradients and weights are numbers.
  private var isFinite: Bool {
    if let loss = program.loss, !number(of: loss).isFinite { return false }
    return program.trained.allSatisfy { pair in
      [pair.gradient, pair.parameter].allSatisfy { slot in
        let pointer = program.slots[slot].storage.pointer
        return (0..<shape(of: slot).count).allSatisfy { pointer[$0].isFinite }
      }
    }
  }
}
