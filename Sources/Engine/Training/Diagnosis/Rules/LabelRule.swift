/// Labels out of range: class indices that no class has, yes-or-no targets that are neither.
struct LabelRule: DiagnosisRule {
  let name = "labels out of range"
  let looksAt = "class indices and probabilities that a loss or a table is given"
  let seesTrouble = true

  private var found: [String: Finding] = [:]
  private var order: [String] = []

  mutating func see(_ seen: SeenInstruction) {
    let instruction = seen.instruction
    guard instruction.phase == .forward, instruction.inputs.count >= 2 else { return }
    switch instruction.operation {
    case is Pick: check(seen, instruction.inputs[1], classes: seen.shape(instruction.inputs[0])[-1])
    case is Gather:
      check(seen, instruction.inputs[1], classes: seen.shape(instruction.inputs[0])[0])
    case is BinaryCrossEntropyTerm: checkProbabilities(seen, instruction.inputs[1])
    default: break
    }
  }

  private mutating func check(_ seen: SeenInstruction, _ slot: Int, classes: Int) {
    let values = seen.values(slot)
    var (count, worst) = (0, Float.zero)
    for value in values where rowIndex(value, below: classes) == nil {
      count += 1
      worst = value
    }
    guard count > 0 else { return }
    let isLabel = seen.instruction.operation is Pick
    add(
      seen, slot,
      "holds \(worst), and the \(isLabel ? "classes" : "rows of the table") are 0…\(classes - 1): "
        + "\(count) of \(values.count) in step \(seen.step)",
      remedy: isLabel
        ? "count labels from 0, or give the last layer one unit for each class"
        : "give the table a row for each index")
  }

  private mutating func checkProbabilities(_ seen: SeenInstruction, _ slot: Int) {
    let values = seen.values(slot)
    let wrong = values.filter { !($0 >= 0 && $0 <= 1) }
    guard let worst = wrong.first else { return }
    add(
      seen, slot,
      "holds \(worst), and a yes-or-no target is between 0 and 1: \(wrong.count) of "
        + "\(values.count) in step \(seen.step)",
      remedy: "code the two classes as 0 and 1; for ±1 there is hinge_loss")
  }

  private mutating func add(
    _ seen: SeenInstruction, _ slot: Int, _ evidence: Words, remedy: String
  ) {
    let subject = seen.name(source(of: slot, seen))
    if found[subject] == nil { order.append(subject) }
    // Steps fall: the earliest one stays.
    found[subject] = Finding(name, .error, subject, evidence, remedy: remedy, at: seen.place)
  }

  /// The labels themselves where a loss has only left some out.
  private func source(of slot: Int, _ seen: SeenInstruction) -> Int {
    let program = seen.machine.program
    guard let producer = program.producers[slot],
      program.instructions[producer].operation is MaskedFill,
      let first = program.instructions[producer].inputs.first
    else { return slot }
    return first
  }

  func findings(_ run: DiagnosedRun) -> [Finding] { order.compactMap { found[$0] } }
}
