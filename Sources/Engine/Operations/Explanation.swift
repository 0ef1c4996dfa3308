// One element of a tensor written out: what adds up to it, in this run's numbers. What it looks like
// as text is the notebook's business.

/// One element of an operation's output.
///
/// The value is `outer(Σ terms / divisor)`; the factors of a term multiply to it. Operands are named
/// by their place among the operation's inputs, so that whoever shows them can say what they are
/// called and where they come from.
///
///     mean(x)[1]   terms x[1, 0], x[1, 1]; divisor 2
///     softmax(x)   term exp(x[0, 1]); divisor S; given S = exp(x[0, 0]) + exp(x[0, 1])
///     ‖g‖          terms g[0]², g[1]²; outer √
public struct Explanation: Hashable, Sendable {
  /// An element of an input, or of the output itself where a recurrence reads what it wrote.
  public struct Operand: Hashable, Sendable {
    /// Where a number is from.
    public enum Source: Hashable, Sendable {
      /// An operand of the instruction, by its place.
      case input(Int)
      /// The instruction's own result.
      case output
    }

    /// Where it is from.
    public var source: Source
    /// Row-major.
    public var element: Int
    /// Its number in this run.
    public var value: Float
  }

  /// Words or a formula with operands in it.
  public struct Phrase: Hashable, Sendable {
    /// `tanh(\u{E000})`: the first operand stands at U+E000, the next at U+E001, and so on.
    public var text: String
    /// What the marks in the text stand for.
    public var operands: [Operand]

    /// A text with a mark for each operand.
    public init(_ text: String, _ operands: [Operand] = []) {
      self.text = text
      self.operands = operands
    }
  }

  /// A phrase that is a number.
  public struct Factor: Hashable, Sendable {
    /// What it is.
    public var phrase: Phrase
    /// Its number in this run.
    public var value: Float

    /// A part with its number.
    public init(_ text: String, _ operands: [Operand] = [], value: Float) {
      phrase = Phrase(text, operands)
      self.value = value
    }
  }

  /// The product of its factors.
  public struct Term: Hashable, Sendable {
    /// What is multiplied.
    public var factors: [Factor]
    /// Its number in this run.
    public var value: Float

    /// A product with its number.
    public init(_ factors: [Factor], value: Float) {
      self.factors = factors
      self.value = value
    }
  }

  /// What is done with the sum.
  public enum Outer: Hashable, Sendable {
    /// The root of the sum.
    case squareRoot
    /// The p-th root.
    case root(Double)
    /// The logarithm of the sum.
    case logarithm
    /// The logarithm of the sum with the other sign.
    case negativeLogarithm
  }

  /// A quantity that the terms name: `S = Σ exp(x)`.
  public struct Given: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// How it is made.
    public var explanation: Explanation
  }

  /// What adds up.
  public var terms: [Term]
  /// What the sum of the terms is divided by.
  public var divisor: Factor?
  /// What is done to the sum; nil for nothing.
  public var outer: Outer?
  /// Why it is just these terms: `x[0, 2] is the largest of 4`.
  public var reason: Phrase?
  /// What the terms refer to, made from other numbers.
  public var given: [Given]

  /// What adds up to one element.
  public init(
    _ terms: [Term], divisor: Factor? = nil, outer: Outer? = nil, reason: Phrase? = nil,
    given: [Given] = []
  ) {
    self.terms = terms
    self.divisor = divisor
    self.outer = outer
    self.reason = reason
    self.given = given
  }

  /// What the terms come to, added in double precision.
  public var value: Double {
    let sum = terms.reduce(0.0) { $0 + Double($1.value) } / (divisor.map { Double($0.value) } ?? 1)
    return outer?.applied(to: sum) ?? sum
  }

  /// How far `value` may lie from the element: both are rounded, term by term.
  ///
  /// 1e-6 and 2e-6 of the terms' magnitudes, as far as the outer function carries them.
  public var tolerance: Double {
    let scale = abs(divisor.map { Double($0.value) } ?? 1)
    let size = terms.reduce(0.0) { $0 + Double(abs($1.value)) } / max(scale, 1e-30)
    guard let outer else { return 1e-6 + 2e-6 * size }
    return 1e-6 + 2e-6 * (outer.carries(size) + abs(value))
  }
}

extension Explanation {
  /// Whether an element is what the terms come to.
  public func agrees(with element: Float) -> Bool {
    value == Double(element) || value.isNaN && element.isNaN
      || abs(value - Double(element)) <= tolerance
  }
}

extension Explanation.Outer {
  /// What becomes of a sum.
  public func applied(to sum: Double) -> Double {
    switch self {
    case .squareRoot: sum.squareRoot()
    case .root(let p): Numbers.power(sum, 1 / p)
    case .logarithm: log(sum)
    case .negativeLogarithm: -log(sum)
    }
  }

  /// A relative error of 1 in a sum of this size, seen through the function.
  fileprivate func carries(_ size: Double) -> Double {
    switch self {
    case .squareRoot, .root: applied(to: size)
    case .logarithm, .negativeLogarithm: 1
    }
  }
}

extension Explanation.Phrase {
  /// Stands for an operand in `text`.
  static func mark(_ operand: Int) -> String {
    UnicodeScalar(0xE000 + UInt32(truncatingIfNeeded: operand)).map { String($0) } ?? "…"
  }

  /// The text with the operands written by `body`.
  public func written(_ body: (Explanation.Operand) -> String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      guard (0xE000...0xF8FF).contains(scalar.value),
        operands.indices.contains(Int(scalar.value) - 0xE000)
      else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let word = body(operands[Int(scalar.value) - 0xE000])
      // A negative number needs no brackets where an argument has them already.
      let before = place > 0 ? scalars[place - 1] : " "
      let after = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isArgument =
        (before == "(" || before == "|") && (after == ")" || after == "," || after == "|")
      result +=
        isArgument && word.hasPrefix("(") && word.hasSuffix(")")
        ? String(word.dropFirst().dropLast()) : word
    }
    return result
  }
}
