// An explanation as text: its terms with the names of the operands, and the same with this run's
// numbers.

import Engine

/// Writes the terms of one element.
///
///     labels    x[0, 0] · w[1, 0] + b[1]
///     numbers   0.05 · 0.15 + (-0.2)
struct ExplanationWriter {
  /// What the operation's inputs are called, with their shapes.
  var operands: [(name: String, shape: Shape)]
  /// What the result is called.
  var result: (name: String, shape: Shape)
  /// Whether elements are written with their place: `x[0, 1]`, not `x`.
  var showsPlaces = true

  // MARK: Operands

  /// `x[0, 1]`
  func label(_ operand: Explanation.Operand) -> String {
    let (name, shape) = named(operand)
    return showsPlaces ? name + Self.place(shape, operand.element) : name
  }

  func named(_ operand: Explanation.Operand) -> (name: String, shape: Shape) {
    switch operand.source {
    case .input(let input):
      operands.indices.contains(input) ? operands[input] : ("?", .scalar)
    case .output: result
    }
  }

  /// The same with letters in the place of long names, and what they stand for; with many operands
  /// the names without what all of them begin with. Nil when no name is long.
  func lettered(
    _ terms: [Explanation.Term]
  ) -> (writer: ExplanationWriter, legend: String)? {
    var used: Set<Int> = []
    for operand in terms.flatMap(\.factors).flatMap(\.phrase.operands) {
      if case .input(let input) = operand.source { used.insert(input) }
    }
    let long = operands.indices.filter {
      used.contains($0) && VisibleText.width(operands[$0].name) > 6
    }
    let names = Set(long.map { operands[$0].name })
    guard !names.isEmpty else { return nil }
    var copy = self
    guard names.count <= 4 else {
      let parts = long.map { operands[$0].name.split(separator: ".").map(String.init) }
      let shortest = parts.map(\.count).min() ?? 1
      var same = 0
      while same < shortest - 1, Set(parts.map { $0[same] }).count == 1 { same += 1 }
      guard same > 0 else { return nil }
      for (place, index) in long.enumerated() {
        copy.operands[index].name = parts[place].dropFirst(same).joined(separator: ".")
      }
      return (copy, "names from \(parts[0].prefix(same).joined(separator: ".")) on")
    }
    var letters = "abcdefgh".map(String.init).filter { letter in
      !operands.contains { $0.name == letter }
    }
    var meanings: [String] = []
    var given: [String: String] = [:]
    for index in long {
      let name = operands[index].name
      if given[name] == nil {
        given[name] = letters.removeFirst()
        meanings.append("\(given[name] ?? "") = \(name)")
      }
      copy.operands[index].name = given[name] ?? name
    }
    return (copy, meanings.joined(separator: ", "))
  }

  /// The index of an element: `[0, 1]`, nothing for a scalar.
  static func place(_ shape: Shape, _ element: Int) -> String {
    guard shape.rank > 0 else { return "" }
    var rest = element
    var places: [String] = []
    for extent in shape.extents.reversed() {
      places.append(String(rest % max(extent, 1)))
      rest /= max(extent, 1)
    }
    return "[" + places.reversed().joined(separator: ", ") + "]"
  }

  /// Negative numbers in brackets.
  static func bracketed(_ value: Float) -> String {
    let text = NumberText.short(value)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  // MARK: Phrases and terms

  func labels(_ phrase: Explanation.Phrase) -> String { phrase.written(label) }

  /// A reason, with the elements' values behind their names.
  func sentence(_ phrase: Explanation.Phrase) -> String {
    phrase.written { label($0) + " = " + NumberText.short($0.value) }
  }

  func numbers(_ factor: Explanation.Factor) -> String {
    guard factor.phrase.operands.isEmpty else {
      return factor.phrase.written { Self.bracketed($0.value) }
    }
    // A name of a quantity has a number of its own.
    return factor.phrase.text.hasPrefix("−") && factor.value < 0
      ? "−" + NumberText.short(-factor.value) : Self.bracketed(factor.value)
  }

  func labels(_ term: Explanation.Term) -> String {
    Self.product(term.factors.map { labels($0.phrase) })
  }

  func numbers(_ term: Explanation.Term) -> String { Self.product(term.factors.map(numbers)) }

  private static func product(_ factors: [String]) -> String {
    guard factors.count > 8 else { return factors.joined(separator: " · ") }
    return factors.prefix(3).joined(separator: " · ") + " · … · " + (factors.last ?? "")
      + " (\(factors.count) factors)"
  }

  /// Terms joined by their signs.
  static func sum(_ terms: [String]) -> String {
    var text = terms.first ?? "0"
    // Only what follows a sign needs brackets.
    if text.hasPrefix("(-"), text.hasSuffix(")"), text.filter({ $0 == "(" }).count == 1 {
      text = String(text.dropFirst().dropLast())
    }
    for term in terms.dropFirst() {
      text += term.hasPrefix("−") ? " − " + term.dropFirst() : " + " + term
    }
    return text
  }

  // MARK: The whole

  func labels(_ explanation: Explanation) -> String {
    around(explanation, explanation.terms.map(labels)) { labels($0.phrase) }
  }

  func numbers(_ explanation: Explanation) -> String {
    around(explanation, explanation.terms.map(numbers), numbers)
  }

  /// `√((a + b) / 2)`: what is done with a sum of terms that are written already.
  func around(
    _ explanation: Explanation, _ terms: [String], _ factor: (Explanation.Factor) -> String
  ) -> String {
    var text = Self.sum(terms)
    var isSum = terms.count > 1
    if let divisor = explanation.divisor {
      text = (isSum ? "(\(text))" : text) + " / " + factor(divisor)
      isSum = true
    }
    switch explanation.outer {
    case nil: return text
    case .squareRoot: return isSum ? "√(\(text))" : "√\(text)"
    case .root(let p): return "(\(text))^(1/\(NumberText.short(p)))"
    case .logarithm: return "log(\(text))"
    case .negativeLogarithm: return "−log(\(text))"
    }
  }

  /// Whether the numbers say no more than the value itself does: a copy, a constant.
  func isPlain(_ explanation: Explanation) -> Bool {
    guard explanation.divisor == nil, explanation.outer == nil else { return false }
    guard let term = explanation.terms.first else { return true }
    return explanation.terms.count == 1 && term.factors.count == 1
      && (term.factors[0].phrase.operands.isEmpty
        || term.factors[0].phrase.text.unicodeScalars.count == 1)
  }
}
