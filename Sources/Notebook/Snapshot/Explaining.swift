// One instruction written out in this run's numbers: the chain rule, and the terms that add up to
// the first element of the result.

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
    let names = instruction.inputs.map { program.slots[$0].name }
    let result = program.slots[instruction.output].name + label(output.shape, index)
    // An operand that the instruction has overwritten is shown as it was before; after a run at full
    // speed that is not known.
    if instruction.inputs.contains(instruction.output),
      machine.overwritten(instruction.output) == nil
    {
      return ["\(result) = \(NumberText.short(output.values[index]))"]
    }
    let inputs = instruction.inputs.map {
      $0 == instruction.output ? machine.overwritten($0) ?? machine.held($0) : machine.held($0)
    }
    guard
      let explanation = instruction.operation.terms(
        at: index, inputs: inputs, output: output, names: names)
    else { return elementwise(instruction, inputs, output, index, names, result) }
    var lines: [String] = []
    if let rule, explanation.terms.count == 1, explanation.terms[0].factors.count == 2 {
      let factors = explanation.terms[0].factors
      let incoming = factors[0]
      let local = factors[1]
      lines.append(
        "incoming   \(partial(names[rule.incoming])) = \(NumberText.short(incoming.value))")
      lines.append("local      \(local.label) = \(NumberText.short(local.value))")
      lines.append(
        "product    \(partial(result)) = \(NumberText.short(incoming.value)) · "
          + "\(NumberText.short(local.value)) = \(NumberText.short(output.values[index]))")
      return lines
    }
    if let rule {
      let incoming = instruction.inputs[rule.incoming]
      lines.append(
        "incoming   \(partial(names[rule.incoming])) \(machine.shape(of: incoming))")
      lines.append("local      \(rule.derivative)")
    }
    let sign = rule == nil ? "" : "product    "
    let terms = explanation.terms.sorted { abs($0.value) > abs($1.value) }
    let shown = terms.count <= 6 ? explanation.terms : Array(terms.prefix(5))
    let rest = terms.count <= 6 ? [] : Array(terms.dropFirst(5))
    let labels =
      shown.map { term in term.factors.map(\.label).joined(separator: " · ") }
      .joined(separator: " + ") + (rest.isEmpty ? "" : " + …")
    lines.append(
      explanation.divisor == 1
        ? "\(sign)\(result) = \(labels)"
        : "\(sign)\(result) = (\(labels)) / \(NumberText.short(explanation.divisor))")
    var numbers = shown.map { term in
      term.factors.map { bracketed($0.value) }.joined(separator: " · ")
    }
    if !rest.isEmpty {
      let sum = rest.reduce(Float(0)) { $0 + $1.value }
      numbers.append("\(bracketed(sum)) (\(rest.count) smaller terms)")
    }
    let sum = numbers.joined(separator: " + ")
    let divided =
      explanation.divisor == 1 ? sum : "(\(sum)) / \(NumberText.short(explanation.divisor))"
    lines.append("  = \(divided) = \(NumberText.short(output.values[index]))")
    return lines
  }

  /// Operations that act element by element: the operands' elements in the formula's order.
  private static func elementwise(
    _ instruction: Instruction, _ inputs: [Tensor], _ output: Tensor, _ index: Int,
    _ names: [String], _ result: String
  ) -> [String] {
    guard !inputs.isEmpty, inputs.allSatisfy({ $0.count == output.count || $0.count == 1 }) else {
      return ["\(result) = \(NumberText.short(output.values[index]))"]
    }
    let values = inputs.map { bracketed($0.values[$0.count == 1 ? 0 : index]) }
    return [
      "\(result) = \(instruction.operation.formula(values)) = "
        + NumberText.short(output.values[index])
    ]
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

  private static func label(_ shape: Shape, _ element: Int) -> String {
    guard shape.rank > 0 else { return "" }
    var rest = element
    var places: [String] = []
    for extent in shape.extents.reversed() {
      places.append(String(rest % max(extent, 1)))
      rest /= max(extent, 1)
    }
    return "[" + places.reversed().joined(separator: ", ") + "]"
  }

  private static func bracketed(_ value: Float) -> String {
    let text = NumberText.short(value)
    return text.hasPrefix("-") ? "(\(text))" : text
  }
}
