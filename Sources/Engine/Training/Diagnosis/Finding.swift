// What a diagnosis says: data. Whoever shows it words the numbers.

/// One thing that is wrong with a run: what, where, how it is known, what helps.
public struct Finding: Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: String, Hashable, Sendable {
    /// Worth knowing, perhaps meant so.
    case note
    /// It trains worse than it could.
    case warning
    /// It cannot train like this.
    case error
  }

  /// The instruction and the step at which it shows.
  public struct Place: Hashable, Sendable {
    /// 0-based.
    public let instruction: Int
    /// `net.0.weight.grad`
    public let path: String
    /// From 1.
    public let step: Int

    /// An instruction of a step.
    public init(instruction: Int, path: String, step: Int) {
      self.instruction = instruction
      self.path = path
      self.step = step
    }
  }

  /// The rule's name: `vanishing gradients`.
  public let rule: String
  /// How bad it is.
  public let severity: Severity
  /// The layer, parameter or series that it is about: `net.0`.
  public let subject: String
  /// With this run's numbers.
  public let evidence: Words
  /// What to type or to change.
  public let remedy: String
  /// Where to look; nil when it is no single place.
  public let place: Place?

  /// A finding with its evidence and remedy.
  public init(
    _ rule: String, _ severity: Severity, _ subject: String, _ evidence: Words, remedy: String,
    at place: Place? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.subject = subject
    self.evidence = evidence
    self.remedy = remedy
    self.place = place
  }
}

extension Finding {
  /// Findings that differ in their subject alone as one: the gravest, and how many more there are.
  ///
  /// - Parameter what: `layer`
  static func joined(_ findings: [Finding], _ what: String) -> [Finding] {
    guard findings.count > 1 else { return findings }
    let worst = findings.first { $0.severity == .error } ?? findings[0]
    let others = findings.count - 1
    return [
      Finding(
        worst.rule, worst.severity, worst.subject,
        "\(worst.evidence), and so in \(others) more \(what)\(others == 1 ? "" : "s")",
        remedy: worst.remedy, at: worst.place)
    ]
  }
}

/// A sentence that keeps its numbers as numbers.
///
///     let words: Words = "norm \(1.2e-9), \(4) layers"
///     words.numbers   // [1.2e-09]
public struct Words: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of text or a number.
  public enum Part: Hashable, Sendable {
    /// Text as it is.
    case text(String)
    /// A number, which is shown with four digits.
    case number(Double)
  }

  /// Collects the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    /// No pieces yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Text between numbers.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// A measured number.
    public mutating func appendInterpolation(_ number: Double) { parts.append(.number(number)) }
    /// A number stays one.
    public mutating func appendInterpolation(_ number: Float) {
      parts.append(.number(Double(number)))
    }
    /// A count, a name.
    public mutating func appendInterpolation(_ count: Int) { parts.append(.text(String(count))) }
    /// Text is taken over.
    public mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    /// Words keep their numbers.
    public mutating func appendInterpolation(_ words: Words) { parts += words.parts }
  }

  /// The pieces in their order.
  public let parts: [Part]

  /// Text alone.
  public init(stringLiteral value: String) { parts = [.text(value)] }
  /// Text with numbers in it.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// The numbers in their order.
  public var numbers: [Double] {
    parts.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  /// The sentence, with numbers as `format` writes them.
  public func text(_ format: (Double) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let number): format(number)
      }
    }.joined()
  }
}
