// profile: the time and the floating-point operations of every instruction or layer. The clock is
// handed in; everything that is shown is measured, so nothing of it is ever compared.

import Engine
import Language

enum Profiling {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "profile", .optionalExpression, clauses: ["by"],
      usage: "profile [net.2] [by layer | phase | operation]",
      summary:
        "Measures the current step instruction by instruction, slowest first: time, share of the "
        + "step, floating-point operations, their rate, and its share of the most that this machine "
        + "can do. by layer, by phase and by operation add them up; a path looks "
        + "at one part. The run stays as it is.",
      example: "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=2\nprofile by phase"
    ) { notebook, verb throws(Diagnostic) in try notebook.profile(verb) }
  ]

  /// What rows are added up by.
  enum Grouping: String, CaseIterable {
    case instruction, layer, phase, operation
  }

  /// Rows that are shown at most.
  static let limit = 20
}

extension Notebook {
  func profile(_ verb: Verb) throws(Diagnostic) {
    guard let run else {
      throw Diagnostic(
        "there is no program to measure", at: verb.nameRange,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    let grouping = try grouping(verb)
    let chosen = try part(verb, run)
    guard let clock else {
      show(.volatile("nothing is measured here: there is no clock"))
      return
    }
    let watch = InterruptWatch(self, "measuring")
    let measured = run.machine.profile(clock: clock, while: { watch.goesOn() })
    guard let profile = measured else { throw Diagnostic("interrupted", at: verb.nameRange) }
    run.profile = profile
    if peakRate == nil { peakRate = Compute.peakOperationsPerSecond(clock: clock) }
    let peak = (peakRate ?? 0) * Double(Compute.threads)
    showTotals(profile, run, peak)
    let table = ProfileTable(
      profile: profile, program: run.program, chosen: chosen, grouping: grouping,
      peak: peak)
    show(.measured(table.output))
    if let rest = table.rest { show(.volatile(rest)) }
  }

  private func grouping(_ verb: Verb) throws(Diagnostic) -> Profiling.Grouping {
    guard let clause = verb.clause("by") else { return .instruction }
    let word = clause.plainName ?? currentSource[clause.range]
    guard let grouping = Profiling.Grouping(rawValue: word) else {
      let words = Profiling.Grouping.allCases.map(\.rawValue)
      throw Diagnostic(
        "'profile' cannot add up by '\(word)'", at: clause.range,
        hint: didYouMean(word, among: words).map { "did you mean '\($0)'?" }
          ?? "there is \(words.joined(separator: ", "))")
    }
    return grouping
  }

  /// The instructions of the part that is asked for.
  private func part(_ verb: Verb, _ run: Run) throws(Diagnostic) -> [Int] {
    let program = run.program
    guard let expression = verb.expression else { return Array(program.instructions.indices) }
    let name = expression.plainName ?? currentSource[expression.range]
    func isInside(_ path: String) -> Bool { path == name || path.hasPrefix(name + ".") }
    let layers = program.layers
    let chosen = program.instructions.indices.filter {
      isInside(layers[$0]) || isInside(program.instructions[$0].path)
    }
    guard !chosen.isEmpty else {
      let paths = Set(layers + program.instructions.map(\.path)).sorted()
      throw Diagnostic(
        "there is no instruction '\(name)' in the program", at: expression.range,
        hint: didYouMean(name, among: paths).map { "did you mean '\($0)'?" }
          ?? "list shows the instructions")
    }
    return chosen
  }

  private func showTotals(_ profile: Profile, _ run: Run, _ peak: Double) {
    let operations = profile.operations.reduce(0, +)
    let count = profile.seconds.count
    let rate = profile.trainingStep > 0 ? Double(operations) / profile.trainingStep : 0
    var words =
      "step \(run.machine.step): \(count) instruction\(count == 1 ? "" : "s"), "
      + "\(MeasuredText.count(operations)) FLOP; one by one \(MeasuredText.seconds(profile.total)), "
      + "in training \(MeasuredText.seconds(profile.trainingStep))"
    if peak > 0 {
      words +=
        ", \(MeasuredText.rate(rate)) of \(MeasuredText.rate(peak)) "
        + "(\(MeasuredText.share(rate / peak)))"
    }
    show(.volatile(words + "; median of \(profile.repetitions)"))
  }
}
