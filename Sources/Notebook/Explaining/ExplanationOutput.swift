// What `explain` shows, as data: lines to read, and the terms and sources for programs.

import Engine

/// One element written out.
public struct ExplanationOutput: Hashable, Sendable {
  /// One addend, or the contribution of one path.
  public struct Term: Hashable, Sendable {
    /// `x[0, 1] · w[1, 1]`, or what the path goes through.
    public var text: String
    public var value: Float

    public init(text: String, value: Float) {
      self.text = text
      self.value = value
    }
  }

  /// An operand that can be explained next.
  public struct Source: Hashable, Sendable {
    /// What to ask for: `h[0, 1]`.
    public var name: String
    /// `h = tanh(z)`, `a parameter`.
    public var origin: String

    public init(name: String, origin: String) {
      self.name = name
      self.origin = origin
    }
  }

  /// One line of an optimizer's algorithm.
  public struct Step: Hashable, Sendable {
    /// What the paper calls it: `m̂`.
    public var name: String
    /// `m̂ = m / (1 − 0.9^t)`
    public var formula: String
    public var value: Float

    public init(name: String, formula: String, value: Float) {
      self.name = name
      self.formula = formula
      self.value = value
    }
  }

  /// `h[0, 1]`
  public var target: String
  /// Nil when it is not computed yet.
  public var value: Float?
  /// The formula with the operands' names.
  public var formula: String?
  /// What adds up to the value, all of it; divided by `divisor`.
  public var terms: [Term]
  public var divisor: Float?
  /// The lines of an update that lead to the value, in their order.
  public var steps: [Step] = []
  public var sources: [Source]
  /// Everything above as a person reads it.
  public var lines: [String]

  public init(
    target: String, value: Float?, formula: String? = nil, terms: [Term] = [],
    divisor: Float? = nil, sources: [Source] = [], lines: [String] = []
  ) {
    self.target = target
    self.value = value
    self.formula = formula
    self.terms = terms
    self.divisor = divisor
    self.sources = sources
    self.lines = lines
  }
}

extension ExplanationOutput {
  /// Terms that are listed; of more the largest, and the others as one.
  static let mostTerms = 10_000

  static func terms(_ explanation: Explanation, _ writer: ExplanationWriter) -> [Term] {
    guard explanation.terms.count > mostTerms else {
      return explanation.terms.map { Term(text: writer.labels($0), value: $0.value) }
    }
    let sorted = explanation.terms.sortedBySize
    let rest = sorted.dropFirst(mostTerms - 1)
    return sorted.prefix(mostTerms - 1).map { Term(text: writer.labels($0), value: $0.value) }
      + [
        Term(
          text: "\(rest.count) smaller terms together",
          value: Float(rest.reduce(0.0) { $0 + Double($1.value) }))
      ]
  }
}
