// list, where: the program's text and the place in it.

import Engine
import Language

enum Listing {
  private static let example =
    "w = param([2])\nL = mean((w - 3) ** 2)\ntrain L with sgd(lr=0.1) steps=0\nstep 2\n"

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "where", usage: "where",
      summary: "Tells where the program stands: step, phase and layer, the instruction that is "
        + "next, what it reads and writes.",
      example: example + "where"
    ) { notebook, verb throws(Diagnostic) in
      guard let run = notebook.run else {
        notebook.show(.text("no run"))
        return
      }
      notebook.show(.text(notebook.placeLines(run).joined(separator: "\n")))
    },
    VerbEntry(
      "list", .phraseOrExpression([.init("all")]), usage: "list [LAYER | PHASE | N | all]",
      summary:
        "Lists the program around the counter, long programs by layers; a layer, a phase, the "
        + "instructions around number N, or all. c is computed, - not yet, o changed by hand, "
        + "s stale.",
      example: example + "list\nlist L"
    ) { notebook, verb throws(Diagnostic) in try notebook.list(verb) },
  ]
}

extension Notebook {
  // MARK: where

  /// `step 3, instruction 12 of 40 is next: net.0.matmul (forward)`
  func place(_ run: Run) -> String {
    let machine = run.machine
    guard !machine.isAtBoundary else {
      return machine.position == 0
        ? "before step 1, \(machine.count) instructions"
        : "after step \(machine.step), \(machine.count) instructions"
    }
    let next = run.program.instructions[machine.counter]
    return "step \(machine.step), instruction \(machine.counter + 1) of \(machine.count) is next: "
      + "\(next.path) (\(next.phase.rawValue))"
  }

  func placeLines(_ run: Run) -> [String] {
    var lines = [place(run)]
    let machine = run.machine
    guard !machine.isAtBoundary else { return lines }
    let program = run.program
    let next = program.instructions[machine.counter]
    lines.append("  in       " + CallPath.text(next, step: machine.step))
    lines.append("  formula  " + program.formula(of: machine.counter))
    if !next.inputs.isEmpty {
      lines.append("  reads    " + next.inputs.map { described($0, run) }.joined(separator: ", "))
    }
    lines.append("  writes   " + described(next.output, run))
    if let note = staleNote(run) { lines.append("  first    " + note) }
    return lines
  }

  /// `net.0.weight [8, 2] (parameter)`
  private func described(_ slot: Int, _ run: Run) -> String {
    let kind =
      switch run.program.slots[slot].kind {
      case .constant: " (data)"
      case .parameter: " (parameter)"
      case .state: " (state)"
      case .setting: " (setting)"
      case .temporary: ""
      }
    return "\(run.program.slots[slot].name) \(run.machine.shape(of: slot))\(kind)"
  }

  /// `instructions 4, 5 and 8 run again: h was changed by hand after they ran`
  func staleNote(_ run: Run) -> String? {
    let stale = run.machine.staleInstructions
    guard !stale.isEmpty else { return nil }
    return "\(Notebook.numbers(stale)) \(stale.count == 1 ? "runs" : "run") again: "
      + "\(changedHere(run)) changed by hand after \(stale.count == 1 ? "it" : "they") ran"
  }

  /// `h was`, `h and net.2.grad were`
  func changedHere(_ run: Run) -> String {
    let names = Set(run.machine.changedSlotsHere).sorted().map { run.program.slots[$0].name }
    guard let last = names.last, names.count > 1 else { return "\(names.first ?? "") was" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last) were"
  }

  /// `instruction 4`, `instructions 4, 5 and 8`, `12 instructions, 4 to 31`; counted from 1.
  static func numbers(_ indices: [Int]) -> String {
    let numbers = indices.map { String($0 + 1) }
    guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else {
      return "instruction \(numbers.first ?? "")"
    }
    if numbers.count > 2, indices.last == indices[0] + indices.count - 1 {
      return "instructions \(first) to \(last)"
    }
    if numbers.count > 6 { return "\(numbers.count) instructions from \(first) to \(last)" }
    return "instructions \(numbers.dropLast().joined(separator: ", ")) and \(last)"
  }

  // MARK: list

  func list(_ verb: Verb) throws(Diagnostic) {
    guard let run else {
      throw Diagnostic(
        "there is no program to list", at: verb.nameRange,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    let builder = ListingBuilder(run, breakpoints: breakpointPlaces(run))
    switch verb.subject {
    case .phrase: show(.listing(builder.all()))
    case .expression(let expression): show(.listing(try listing(builder, expression, run)))
    default: show(.listing(builder.around()))
    }
  }

  private func listing(
    _ builder: ListingBuilder, _ expression: Expression, _ run: Run
  ) throws(Diagnostic) -> ProgramListing {
    if case .number = expression.kind {
      let number = try integer(expression, "an instruction's number")
      guard number >= 1, number <= run.machine.count else {
        throw Diagnostic(
          "there is no instruction \(number): the program has \(run.machine.count)",
          at: expression.range)
      }
      return builder.around(number - 1)
    }
    guard let path = expression.plainName else {
      throw Diagnostic(
        "'list' takes a layer, a number or 'all'", at: expression.range,
        hint: "list net.2, list 40, list all")
    }
    let own = builder.indices(inside: path)
    let inside = own.isEmpty ? builder.indices(phase: path) : own
    guard !inside.isEmpty else { throw noInstruction(path, expression.range, run) }
    return builder.part(inside, path)
  }

  /// Names that `list` and the walking verbs know, and a nearby one.
  func noInstruction(_ name: String, _ range: SourceRange, _ run: Run) -> Diagnostic {
    let names = run.program.instructions.flatMap { [$0.scope, $0.path] }
    return Diagnostic(
      "there is no instruction '\(name)' in the program", at: range,
      hint: didYouMean(name, among: names).map { "did you mean '\($0)'?" }
        ?? "list shows the instructions")
  }

  /// The instructions that breakpoints stand at.
  func breakpointPlaces(_ run: Run) -> Set<Int> {
    Set(breakpoints.filter(\.isEnabled).compactMap { place($0, run) })
  }
}
