/// A softmax too many, or none where a loss needs probabilities.
struct SoftmaxRule: DiagnosisRule {
  let name = "softmax"
  let looksAt = "what a loss is given: logits, probabilities or their logarithms"
  let seesTrouble = true

  private var found: [Int: Finding] = [:]

  mutating func see(_ seen: SeenInstruction) {
    let instruction = seen.instruction
    guard instruction.phase == .forward, found[seen.index] == nil else { return }
    switch instruction.operation {
    case is LogSoftmax: seeLogSoftmax(seen)
    case is Softplus: seeSoftplus(seen)
    case is Pick: seePick(seen)
    case is BinaryCrossEntropyTerm: seeProbability(seen)
    default: break
    }
  }

  /// log softmax(softmax(z)): the loss can never come near 0.
  private mutating func seeLogSoftmax(_ seen: SeenInstruction) {
    let slot = seen.instruction.inputs[0]
    guard let origin = seen.structure.origin(of: slot) else { return }
    let word: String
    switch origin.operation {
    case is Softmax: word = "softmax"
    case is LogSoftmax: word = "log_softmax"
    case is Sigmoid: word = "sigmoid"
    default: return
    }
    let classes = seen.shape(slot)[-1]
    guard classes > 1, word != "log_softmax" else {
      if word == "log_softmax" {
        add(
          seen, origin,
          "one log_softmax too many: \(seen.instruction.path) takes it of what is one already",
          remedy: "use nll_loss with log_softmax, or cross_entropy without it")
      }
      return
    }
    // The scores lie between 0 and 1: the best loss is that of 1 against zeros.
    let best = Numbers.softplusLimit(classes: classes)
    add(
      seen, origin,
      "one too many: \(seen.instruction.path) takes softmax of what \(word) made, so the loss "
        + "cannot fall under \(best) for \(classes) classes",
      remedy: "leave out \(word): cross_entropy takes logits")
  }

  /// softplus(z) − z y with z = σ(…), as binary_cross_entropy_with_logits computes it.
  private mutating func seeSoftplus(_ seen: SeenInstruction) {
    let slot = seen.instruction.inputs[0]
    guard let origin = seen.structure.origin(of: slot), origin.operation is Sigmoid,
      seen.structure.consumers[seen.instruction.output].contains(where: {
        seen.machine.program.instructions[$0].operation is Subtract
      }), !seen.structure.isHidden[seen.instruction.output]
    else { return }
    add(
      seen, origin,
      "a sigmoid too many: \(seen.instruction.path) takes logits and is given probabilities",
      remedy: "leave out sigmoid, or use binary_cross_entropy")
  }

  /// −x[i, yᵢ] of what are no logarithms of probabilities.
  private mutating func seePick(_ seen: SeenInstruction) {
    guard isNegatedLoss(seen) else { return }
    let slot = seen.instruction.inputs[0]
    if let origin = seen.structure.origin(of: slot),
      origin.operation is LogSoftmax || origin.operation is Logarithm
    {
      return
    }
    let width = seen.shape(slot)[-1]
    let values = seen.values(slot)
    guard width > 0, values.count >= width else { return }
    var distance = 0.0
    var sum = 0.0
    let rows = values.count / width
    for row in 0..<rows {
      var total = 0.0
      for value in values[row * width..<(row + 1) * width] {
        total += Numbers.power(2.718281828459045, Double(value))
      }
      sum += total
      distance += abs(total - 1)
    }
    guard distance / Double(rows) > 0.01 else { return }
    let isSoftmax = seen.structure.origin(of: slot)?.operation is Softmax
    let made = isSoftmax ? "probabilities and no logarithms" : "scores and no log-probabilities"
    add(
      seen, nil,
      "missing: \(seen.instruction.path) is given \(made), exp(\(seen.name(slot))) adds up to "
        + "\(sum / Double(rows)) a row and not to 1",
      remedy: isSoftmax
        ? "use log_softmax in the place of softmax, or cross_entropy on the logits"
        : "use cross_entropy, or log_softmax before nll_loss")
  }

  /// Whether the value goes into the loss through means and a sign alone.
  private func isNegatedLoss(_ seen: SeenInstruction) -> Bool {
    let program = seen.machine.program
    var slot = seen.instruction.output
    var isNegated = false
    for _ in 0..<8 {
      if slot == program.loss { return isNegated }
      guard let next = seen.structure.consumers[slot].first else { return false }
      let instruction = program.instructions[next]
      switch instruction.operation {
      case is Negate: isNegated.toggle()
      case is Mean, is Sum, is Divide, is MaskedFill: break
      default: return false
      }
      slot = instruction.output
    }
    return false
  }

  /// log a and log(1 − a) of something outside 0…1.
  private mutating func seeProbability(_ seen: SeenInstruction) {
    let slot = seen.instruction.inputs[0]
    let values = seen.values(slot)
    let wrong = values.count { $0 < 0 || $0 > 1 }
    guard wrong > 0 else { return }
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    add(
      seen, nil,
      "sigmoid missing: \(seen.instruction.path) takes probabilities, and \(seen.name(slot)) lies "
        + "in \(low) … \(high), \(wrong) of \(values.count) outside 0 … 1",
      remedy: "end the network with sigmoid, or use binary_cross_entropy_with_logits")
  }

  private mutating func add(
    _ seen: SeenInstruction, _ origin: Instruction?, _ evidence: Words, remedy: String
  ) {
    let subject = origin?.path ?? seen.name(seen.instruction.inputs[0])
    found[seen.index] = Finding(name, .error, subject, evidence, remedy: remedy, at: seen.place)
  }

  func findings(_ run: DiagnosedRun) -> [Finding] { found.keys.sorted().compactMap { found[$0] } }
}

extension Numbers {
  /// The least cross entropy of scores between 0 and 1: log(1 + (n − 1) / e).
  static func softplusLimit(classes: Int) -> Double {
    Numbers.logarithm(1 + Double(classes - 1) * 0.36787944117144233)
  }
}
