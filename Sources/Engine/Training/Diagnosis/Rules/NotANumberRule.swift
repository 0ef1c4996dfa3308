/// NaN and infinity: the instruction that made the first one, and of what.
struct NotANumberRule: DiagnosisRule {
  let name = "NaN"
  let explainedBy: Set<String> = ["labels out of range", "softmax"]
  let looksAt = "the first instruction that makes a NaN or an infinity out of numbers"

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard let trouble = run.trouble else { return [] }
    let instruction = run.program.instructions[trouble.instruction]
    let slot = instruction.output
    let shape = run.program.slots[slot].shape
    let place = shape.rank > 0 ? shape.label(of: trouble.element) : ""
    var words: Words = "\(run.program.formula(of: trouble.instruction)) gave \(trouble.value)"
    if !place.isEmpty { words = "\(words) at \(place)" }
    for (index, operand) in trouble.operands.prefix(3).enumerated() {
      words = "\(words)\(index == 0 ? " with" : ",") \(operand.name) = \(operand.value)"
    }
    words =
      "\(words) in step \(trouble.step); \(trouble.spread) "
      + "\(trouble.spread == 1 ? "instruction" : "instructions") of that step hold no number"
    return [
      Finding(
        name, .error, instruction.path, words, remedy: Self.remedy(instruction.operation),
        at: run.place(trouble.instruction, step: trouble.step))
    ]
  }

  private static func remedy(_ operation: any Operation) -> String {
    let name = operation.name
    if name.hasPrefix("log") {
      return "keep what log is taken of above 0, as in log(p + 1e-8), or use a loss that takes "
        + "logits: cross_entropy, binary_cross_entropy_with_logits"
    }
    if name.hasPrefix("div") || name.hasPrefix("reciprocal") || name.hasPrefix("rsqrt") {
      return "keep the denominator away from 0, as in a / (b + 1e-8)"
    }
    if name.hasPrefix("sqrt") || name.hasPrefix("pow") {
      return "keep what the root is taken of above 0; its slope at 0 is infinite"
    }
    if name.hasPrefix("exp") {
      return "subtract the maximum before exp, as softmax and logsumexp do"
    }
    if name == "bce" {
      return "probabilities lie between 0 and 1: end the network with sigmoid"
    }
    if name.hasPrefix("pick") || name.hasPrefix("embedding") {
      return "an index is outside the table: look at the labels or tokens"
    }
    return "the values had grown too large: a smaller lr, clip=1.0, or scaled inputs"
  }
}

extension Words {
  static func + (a: Words, b: Words) -> Words { "\(a)\(b)" }
}
