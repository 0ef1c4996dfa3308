// An expression as its canonical source on one line, with no bracket too many.

/// The canonical source of an expression: reading it gives the same tree.
public func formatted(_ expression: Expression) -> String {
  formatted(expression, .over)
}

/// The source of an expression that stands where only operators as tight as `minimum` may.
func formatted(_ expression: Expression, _ minimum: Precedence) -> String {
  let text = bare(expression)
  return precedence(expression) < minimum ? "(\(text))" : text
}

private func precedence(_ expression: Expression) -> Precedence {
  switch expression.kind {
  case .over: .over
  case .range: .range
  case .unary(.not, _): .not
  case .unary: .unary
  case .binary(let sign, _, _): sign.precedence
  case .number(let value) where value.sign == .minus: .unary
  default: .postfix
  }
}

private func bare(_ expression: Expression) -> String {
  switch expression.kind {
  case .number(let value): return formattedNumber(value)
  case .string(let text): return quoted(text)
  case .boolean(let value): return value ? "true" : "false"
  case .name(let name): return name
  case .list(let elements): return "[\(list(elements))]"
  case .comprehension(let element, let variables, let sequence, let condition):
    let suffix = condition.map { " if \(formatted($0))" } ?? ""
    return
      "[\(formatted(element)) for \(variables.joined(separator: ", ")) in \(formatted(sequence))\(suffix)]"
  case .tuple(let elements):
    return elements.count == 1 ? "(\(list(elements)),)" : "(\(list(elements)))"
  case .unary(.not, let operand): return "not \(formatted(operand, .not))"
  case .unary(let sign, let operand): return sign.rawValue + formatted(operand, .unary)
  case .binary(let sign, let left, let right): return binary(sign, left, right)
  case .call(let callee, let arguments):
    return "\(formatted(callee, .postfix))(\(arguments.map(formatted).joined(separator: ", ")))"
  case .member(let base, let name): return "\(memberBase(base)).\(name)"
  case .subscripted(let base, let subscripts):
    let parts = subscripts.map(formatted).joined(separator: ", ")
    return "\(formatted(base, .postfix))[\(parts)]"
  case .range(let lower, let upper):
    return "\(formatted(lower, .sum))..\(formatted(upper, .sum))"
  case .over(let subject, let interval):
    return "\(formatted(subject, .pipe)) over \(formatted(interval, .or))"
  }
}

private func list(_ elements: [Expression]) -> String {
  elements.map { formatted($0) }.joined(separator: ", ")
}

private func binary(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
  let precedence = sign.precedence
  switch precedence {
  case .power:
    return "\(formatted(left, .postfix)) ** \(formatted(right, .unary))"
  case .comparison:
    return "\(formatted(left, .range)) \(sign.rawValue) \(formatted(right, .range))"
  default:
    return "\(formatted(left, precedence)) \(sign.rawValue) "
      + formatted(right, precedence.tighter)
  }
}

/// A literal before a dot would swallow it: `2.0`.
private func memberBase(_ base: Expression) -> String {
  switch base.kind {
  case .number, .string, .boolean: "(\(bare(base)))"
  default: formatted(base, .postfix)
  }
}

func formatted(_ argument: Argument) -> String {
  argument.name.map { "\($0)=\(formatted(argument.value))" } ?? formatted(argument.value)
}

private func formatted(_ part: Subscript) -> String {
  switch part {
  case .index(let index): return formatted(index)
  case .ellipsis: return "..."
  case .slice(let start, let stop, let step, _):
    let front = start.map { formatted($0) } ?? ""
    let back = stop.map { formatted($0) } ?? ""
    return "\(front):\(back)" + (step.map { ":\(formatted($0))" } ?? "")
  }
}

/// The shortest text that reads back as the same number: `3`, `0.05`, `1e-5`.
func formattedNumber(_ value: Double) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  var text = value.description
  if text.hasSuffix(".0") { text.removeLast(2) }
  guard let exponent = text.firstIndex(of: "e") else { return text }
  let mantissa = text[..<exponent]
  let digits = text[text.index(after: exponent)...]
  let sign = digits.hasPrefix("-") ? "-" : ""
  let magnitude = digits.drop { $0 == "-" || $0 == "+" || $0 == "0" }
  return "\(mantissa.hasSuffix(".0") ? mantissa.dropLast(2) : mantissa)e\(sign)\(magnitude)"
}

/// A string literal with double quotes.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\0": result += "\\0"
    case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
