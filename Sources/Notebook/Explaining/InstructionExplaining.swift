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

  /// Lines that write an element out; of one whose operands are not known there is its value alone.
  static func lines(
    _ explanation: Explanation?, at index: Int, _ number: Float, _ writer: ExplanationWriter,
    _ rule: ChainRule?
  ) -> [String] {
    let result = writer.result.name + ExplanationWriter.place(writer.result.shape, index)
    let value = NumberText.short(number)
    guard let explanation else { return ["\(result) = \(value)"] }
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
