// compare: two steps of the run, two networks or tensors, two saved sessions.

import Engine
import Language

enum Comparing {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "compare", .word, options: ["of"], moreWords: 1, needs: "two things",
      usage: "compare A B [of=gradients]",
      summary:
        "Holds two things of one kind side by side: two steps of the run (compare 10 20; 0 is the "
        + "beginning), two networks or tensors by their names, two runs: saved sessions by their "
        + "names, the present run as 'run'. Tensors are aligned by name and ranked by ‖a−b‖ / "
        + "max(‖a‖, ‖b‖): 0 is equal, 1 as far apart as they are large, 2 opposite; then the "
        + "element that is farthest apart with both values. The first instruction that gives "
        + "something else is named. of= chooses parameters, states, values, gradients or all.",
      example: "w = param([2])\ntrain mean((w - 3) ** 2) with sgd(lr=0.1) steps=5\ncompare 1 5"
    ) { notebook, verb throws(Diagnostic) in try notebook.compare(verb) }
  ]

  /// What `of=` chooses.
  enum Choice: String, CaseIterable {
    case parameters, states, values, gradients, all

    func holds(_ kind: NamedTensor.Kind) -> Bool {
      switch self {
      case .parameters: kind == .parameter
      case .states: kind == .state
      case .values: kind == .value
      case .gradients: kind == .gradient
      case .all: true
      }
    }
  }

  /// One side of a comparison.
  enum Side {
    case step(Int)
    case network(any Layer)
    case tensor(Node)
    case run(Run, owner: Notebook)

    var kind: String {
      switch self {
      case .step: "a step"
      case .network: "a network"
      case .tensor: "a tensor"
      case .run: "a run"
      }
    }
  }
}

extension Notebook {
  func compare(_ verb: Verb) throws(Diagnostic) {
    guard case .word(let first, let firstRange) = verb.subject else { return }
    guard let other = verb.options.first(where: { $0.name == nil }),
      case .string(let second) = other.value.kind
    else {
      throw Diagnostic(
        "'compare' needs two things, this is one", at: firstRange,
        hint: "compare 10 20, compare net_a net_b, compare xor spiral")
    }
    let choice = try choice(verb)
    let a = try side(first, firstRange, verb)
    let b = try side(second, other.value.range, verb)
    switch (a, b) {
    case (.step(let first), .step(let second)):
      try compareSteps(first, second, choice ?? .parameters, verb)
    case (.network(let first), .network(let second)):
      try compareNetworks(first, second, verb)
    case (.tensor(let first), .tensor(let second)):
      try compareTensors(first, second, currentSource[firstRange], verb)
    case (.run(let first, let owner), .run(let second, let other)):
      try compareRuns((first, owner), (second, other), choice ?? .parameters, verb)
    default:
      throw Diagnostic(
        "'\(first)' is \(a.kind) and '\(second)' \(b.kind): two of one kind can be compared",
        at: firstRange.union(other.value.range))
    }
  }

  private func choice(_ verb: Verb) throws(Diagnostic) -> Comparing.Choice? {
    guard let option = verb.option("of") else { return nil }
    let word = option.value.plainName ?? currentSource[option.value.range]
    guard let choice = Comparing.Choice(rawValue: word) else {
      let words = Comparing.Choice.allCases.map(\.rawValue)
      throw Diagnostic(
        "there is no '\(word)' to compare", at: option.value.range,
        hint: didYouMean(word, among: words).map { "did you mean '\($0)'?" }
          ?? "there is \(words.joined(separator: ", "))")
    }
    return choice
  }

  // MARK: What a word means

  /// A step, the present run, something of the session, else a saved session.
  private func side(
    _ word: String, _ range: SourceRange, _ verb: Verb
  ) throws(Diagnostic) -> Comparing.Side {
    if word.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return .step(try step(word, range))
    }
    let root = String(word.prefix { $0 != "." && $0 != "/" })
    if lookUp(root) != nil, !word.contains("/") {
      let statements = try parse(word)
      if statements.count == 1, case .expression(let expression) = statements[0].kind {
        let value: Value
        do throws(Diagnostic) {
          value = try evaluate(expression)
        } catch {
          throw Diagnostic(error.message, at: range, hint: error.hint)
        }
        switch value {
        case .layer(let layer): return .network(layer)
        case .tensor(let node): return .tensor(node)
        case let other:
          throw Diagnostic(
            "'\(word)' is \(other.kind): networks, tensors, steps and sessions can be compared",
            at: range)
        }
      }
    }
    if word == "run" {
      guard let run else {
        throw Diagnostic(
          "there is no run to compare", at: range, hint: "train L with sgd(lr=0.1) steps=100")
      }
      return .run(run, owner: self)
    }
    let owner = try session(word, range, verb)
    guard let run = owner.run else {
      throw Diagnostic("the session '\(word)' has no run to compare", at: range)
    }
    return .run(run, owner: owner)
  }

  private func lookUp(_ name: String) -> Value? { locals.last?[name] ?? environment[name] }

  private func step(_ word: String, _ range: SourceRange) throws(Diagnostic) -> Int {
    guard let run else {
      throw Diagnostic(
        "there is no run whose steps could be compared", at: range,
        hint: "train L with sgd(lr=0.1) steps=100")
    }
    let done = run.machine.updates
    guard let step = Int(word), step <= done else {
      throw Diagnostic(
        "there is no step \(word): the run has done \(done)", at: range,
        hint: "train goes on; goto and back lead to earlier steps")
    }
    return step
  }

  // MARK: Steps

  private func compareSteps(
    _ first: Int, _ second: Int, _ choice: Comparing.Choice, _ verb: Verb
  ) throws(Diagnostic) {
    guard let run else { return }
    let a = try walked(run, first, verb)
    let b = try walked(run, second, verb)
    show(.text("a: step \(first), b: step \(second) of \(run.name)"))
    show(ComparisonTable(a.tensors, b.tensors), choice)
    guard first > 0, second > 0 else { return }
    showParting(Parting.first(a.results, b.results))
  }

  func walked(_ run: Run, _ step: Int, _ verb: Verb) throws(Diagnostic) -> WalkedStep {
    // A step's values are held a second time.
    do throws(EngineError) {
      try Limits.check(together: run.program.slots.map(\.shape), for: run.name)
    } catch {
      throw Diagnostic(error.message, at: verb.nameRange, hint: error.hint)
    }
    let interrupt = InterruptWatch(self, "comparing")
    guard let walked = run.machine.walkedStep(step, while: { interrupt.goesOn() }) else {
      throw Diagnostic("interrupted", at: verb.nameRange)
    }
    return walked
  }

  /// The rows of the chosen kind, and one line for each of the others.
  func show(_ table: ComparisonTable, _ choice: Comparing.Choice) {
    let chosen = ComparisonTable(table, keeping: choice.holds)
    let count = chosen.rows.count
    let what = choice == .all ? "tensors" : choice.rawValue
    let words =
      count == 0
      ? "no \(what) in common"
      : chosen.differing > 0
        ? "\(chosen.differing) of \(count) \(what) differ"
        : count == 1
          ? "the one \(what.dropLast()) is the same, bit for bit"
          : "all \(count) \(what) are the same, bit for bit"
    show(.text(words))
    if let output = chosen.output { show(.table(output)) }
    for note in chosen.notes { show(.text(note)) }
    guard choice != .all else { return }
    for other in Comparing.Choice.allCases where other != choice && other != .all {
      let rest = table.rows.filter { other.holds($0.kind) }
      guard let farthest = rest.first else { continue }
      let differing = rest.count { !$0.difference.isEqual }
      show(
        .text(
          differing == 0
            ? "\(other.rawValue): none of \(rest.count) differs"
            : "\(other.rawValue): \(differing) of \(rest.count) differ, most \(farthest.name) by "
              + NumberText.short(farthest.difference.relative, digits: 3)))
    }
  }

  func showParting(_ parting: Parting?) {
    show(
      .text(
        parting.map { "first difference: \($0.words)" }
          ?? "every instruction gave the same, bit for bit"))
  }
}
