// The instruction that ran last written out in this run's numbers: the chain rule, and the terms that
// add up to one element of the result.

import Engine

enum Explaining {
  /// `∂L/∂z = ∂L/∂a ⊙ (1 − a²)`: the formula with the gradients written as derivatives.
  static func rule(
    _ instruction: Instruction, _ program: Program
  ) -> String? {
    let result = program.slots[instruction.output].name
    // A step on the way, such as a mask, carries no derivative of the loss.
    guard partial(result) != result else { return nil }
    let names = instruction.inputs.map { partial(program.slots[$0].name) }
    return "\(partial(result)) = "
      + instruction.operation.formula(names)
  }

  /// `net.0.grad` as `∂L/∂net.0`.
  static func partial(_ name: String) -> String {
    if name.hasSuffix(".grad") { return "∂L/∂" + name.dropLast(5) }
    // A contribution of one path at a fan-out: `h.grad.1`.
    let parts = name.split(separator: ".")
    guard parts.count > 2, parts[parts.count - 2] == "grad", Int(parts[parts.count - 1]) != nil
    else { return name }
    return "∂L/∂\(parts.dropLast(2).joined(separator: ".")) (path \(parts[parts.count - 1]))"
  }

  /// Lines that write the element with the largest magnitude out.
  static func lines(
    _ instruction: Instruction, _ machine: Machine, _ rule: ChainRule?
  ) -> [String] {
    let program = machine.program
    let output = machine.held(instruction.output)
    guard output.count > 0 else { return [] }
    let index = place(of: output)
    let writer = ExplanationWriter(
      operands: instruction.inputs.map { (program.slots[$0].name, machine.shape(of: $0)) },
      result: (program.slots[instruction.output].name, output.shape))
    let result = writer.result.name + ExplanationWriter.place(output.shape, index)
    let value = NumberText.short(output.values[index])
    // An operand that the instruction has overwritten is shown as it was before; after a run at full
    // speed that is not known.
    if instruction.inputs.contains(instruction.output),
      machine.overwritten(instruction.output) == nil
    {
      return ["\(result) = \(value)"]
    }
    let inputs = instruction.inputs.map {
      $0 == instruction.output ? machine.overwritten($0) ?? machine.held($0) : machine.held($0)
    }
    let explanation = instruction.operation.terms(at: index, inputs: inputs, output: output)
    if let rule {
      if let parts = product(explanation, writer, rule) {
        return [
          "incoming   \(partial(writer.operands[rule.incoming].name)) = \(parts.incoming)",
          "local      \(parts.label) = \(parts.local)",
          "product    \(partial(result)) = \(parts.numbers) = \(value)",
        ]
      }
      let incoming = writer.operands[rule.incoming]
      return [
        "incoming   \(partial(incoming.name)) \(incoming.shape)", "local      \(rule.derivative)",
      ] + sum(explanation, writer, result, value, "product    ")
    }
    let reason = explanation.reason.map { ["  (\(writer.sentence($0)))"] } ?? []
    if explanation.terms.count == 1, explanation.terms[0].factors.count == 1,
      explanation.divisor == nil, explanation.outer == nil, explanation.given.isEmpty
    {
      // A number that no operand goes into says nothing twice.
      if explanation.terms[0].factors[0].phrase.operands.isEmpty {
        return ["\(result) = \(value)"] + reason
      }
      let numbers =
        writer.isPlain(explanation) ? writer.labels(explanation) : writer.numbers(explanation)
      return ["\(result) = \(numbers) = \(value)"] + reason
    }
    guard !explanation.terms.isEmpty else { return ["\(result) = \(value)"] + reason }
    return sum(explanation, writer, result, value, "")
  }

  /// The parts of one application of the chain rule: incoming gradient times local derivative.
  static func product(
    _ explanation: Explanation, _ writer: ExplanationWriter, _ rule: ChainRule
  ) -> (incoming: String, label: String, local: String, numbers: String)? {
    guard explanation.terms.count == 1, explanation.terms[0].factors.count == 2,
      explanation.divisor == nil
    else { return nil }
    let factors = explanation.terms[0].factors
    guard
      let first = factors.firstIndex(where: {
        $0.phrase.operands.first?.source == .input(rule.incoming)
      })
    else { return nil }
    let local = factors[1 - first]
    let numbers = [factors[first].value, local.value].map { NumberText.short($0) }
    return (
      numbers[0], writer.labels(local.phrase), numbers[1],
      "\(numbers[0]) · \(ExplanationWriter.bracketed(local.value))"
    )
  }

  /// The sum with names, then with numbers; the largest terms when there are many.
  private static func sum(
    _ explanation: Explanation, _ writer: ExplanationWriter, _ result: String, _ value: String,
    _ sign: String
  ) -> [String] {
    let terms = explanation.terms
    let isLong = terms.count > 6
    let sorted = isLong ? terms.sortedBySize : terms
    let shown = isLong ? Array(sorted.prefix(5)) : sorted
    let rest = isLong ? Array(sorted.dropFirst(5)) : []
    var labels = shown.map(writer.labels)
    var numbers = shown.map(writer.numbers)
    if isLong {
      labels.append("…")
      let sum = rest.reduce(Float(0)) { $0 + $1.value }
      numbers.append("\(ExplanationWriter.bracketed(sum)) (\(rest.count) smaller terms)")
    }
    let first = writer.around(explanation, labels) { writer.labels($0.phrase) }
    let second = writer.around(explanation, numbers, writer.numbers)
    return ["\(sign)\(result) = \(first)", "  = \(second) = \(value)"]
      + explanation.given.map { given in
        "with \(given.name) = " + writer.shortened(given.explanation)
          + " = \(NumberText.short(given.explanation.value))"
      }
  }

  /// The element that says most: the largest finite one.
  private static func place(of tensor: Tensor) -> Int {
    var best = 0
    for (index, value) in tensor.values.enumerated() {
      if value.isNaN { return index }
      if abs(value) > abs(tensor.values[best]) { best = index }
    }
    return best
  }
}

extension ExplanationWriter {
  /// The numbers of a sum in one line: at most six of its terms.
  func shortened(_ explanation: Explanation) -> String {
    guard explanation.terms.count > 6 else { return numbers(explanation) }
    let sorted = explanation.terms.sortedBySize
    let rest = sorted.dropFirst(5).reduce(0.0) { $0 + Double($1.value) }
    let terms =
      sorted.prefix(5).map(numbers)
      + ["\(Self.bracketed(Float(rest))) (\(sorted.count - 5) smaller terms)"]
    return around(explanation, terms, numbers)
  }
}
