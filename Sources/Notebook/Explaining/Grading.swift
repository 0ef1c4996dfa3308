// How a learner's answer is graded: as a teacher reads it, by the digits that were written down.

/// One answer beside the true value.
public struct GradedAnswer: Hashable, Sendable {
  public enum Grade: String, Hashable, Sendable {
    /// The value, rounded to the digits typed.
    case exact
    /// Within 5 % of the value.
    case close
    case off
  }

  /// `h[0, 1]`
  public var name: String
  public var answer: Float
  public var value: Float
  public var grade: Grade

  /// The distance from the value.
  public var difference: Float { abs(answer - value) }

  /// - Parameter digits: the answer as it was typed, nil when it was computed.
  init(name: String, answer: Float, value: Float, digits: String?) {
    self.name = name
    self.answer = answer
    self.value = value
    grade = Self.grade(Double(answer), Double(value), digits)
  }

  /// Relative error up to which an answer is close.
  public static let closeness = 0.05

  /// The rules, from the strictest.
  ///
  /// - exact: at most half a unit of the last digit typed from the value, with two significant digits
  ///   or more; with one digit, or computed, within 1e-5 of it.
  /// - close: within 5 % of the value.
  /// - off: all else; a value that is not a number is met by none but itself.
  static func grade(_ answer: Double, _ value: Double, _ digits: String?) -> GradedAnswer.Grade {
    if answer.isNaN || value.isNaN { return answer.isNaN && value.isNaN ? .exact : .off }
    let distance = abs(answer - value)
    if answer == value || distance <= 1e-5 * abs(value) { return .exact }
    if let digits, let typed = TypedNumber(digits), typed.significant >= 2,
      distance <= 0.5 * typed.unit * (1 + 1e-6) + 1e-7 * abs(value)
    {
      return .exact
    }
    // 1.9 is within 5 % of 2, in single precision too.
    return distance <= (closeness + 1e-6) * abs(value) ? .close : .off
  }

  /// `off by 0.12 (33 %)`
  var distance: String {
    guard !difference.isNaN else {
      return answer.isNaN ? "no number" : "off: the value is no number"
    }
    var text = "off by " + NumberText.short(difference)
    let share = Double(difference) / Double(abs(value)) * 100
    if value != 0, share.isFinite, share < 1e6 {
      text += " (\(NumberText.short(share, digits: 2)) %)"
    }
    if answer * value < 0 { text += ", and the sign is wrong" }
    return text
  }
}

/// How precisely a number was written.
struct TypedNumber {
  /// The size of its last digit.
  let unit: Double
  let significant: Int

  /// Reads `-0.25`, `3e-4`; nil for anything else.
  init?(_ text: String) {
    var decimals = 0
    var digits: [Character] = []
    var isInFraction = false
    var exponent = 0
    var rest = Substring(text.filter { $0 != "_" && $0 != " " })
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    while let character = rest.popFirst() {
      switch character {
      case "0"..."9":
        digits.append(character)
        if isInFraction { decimals += 1 }
      case "." where !isInFraction: isInFraction = true
      case "e", "E":
        guard let power = Int(rest), abs(power) < 400 else { return nil }
        exponent = power
        rest = ""
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.count < 400 else { return nil }
    significant = digits.drop { $0 == "0" }.count
    var unit = 1.0
    let power = exponent - decimals
    for _ in 0..<abs(power) { unit *= power < 0 ? 0.1 : 10 }
    self.unit = unit
  }
}

/// What `predict` shows.
public struct PredictionOutput: Hashable, Sendable {
  /// `h[0, 1]`
  public var target: String
  public var answers: [GradedAnswer]
  /// The worst of its answers.
  public var grade: GradedAnswer.Grade
  public var lines: [String]

  init(target: String, answers: [GradedAnswer], hints: [String]) {
    self.target = target
    self.answers = answers
    let grades = answers.map(\.grade)
    grade = grades.contains(.off) ? .off : grades.contains(.close) ? .close : .exact
    lines = Self.lines(target, answers, grade) + hints
  }

  private static func lines(
    _ target: String, _ answers: [GradedAnswer], _ grade: GradedAnswer.Grade
  ) -> [String] {
    let mark = ["exact": "✓", "close": "≈", "off": "✗"][grade.rawValue] ?? ""
    if answers.count == 1 {
      let answer = answers[0]
      let said = "\(answer.name) = \(NumberText.short(answer.answer))"
      switch grade {
      case .exact: return ["\(mark) exact: \(said)"]
      case .close: return ["\(mark) close: \(said) is \(answer.distance)"]
      case .off: return ["\(mark) \(said) is \(answer.distance)"]
      }
    }
    func count(_ grade: GradedAnswer.Grade) -> Int { answers.count { $0.grade == grade } }
    var lines = [
      "\(mark) \(target): \(count(.exact)) exact, \(count(.close)) close, \(count(.off)) off"
    ]
    let others = answers.filter { $0.grade != .exact }
    for answer in others.prefix(12) {
      lines.append(
        "  \(answer.name) = \(NumberText.short(answer.answer)) is "
          + (answer.grade == .close ? "close, " : "") + answer.distance)
    }
    if others.count > 12 { lines.append("  and \(others.count - 12) more") }
    return lines
  }
}

/// How often an answer was missed since it was last right.
struct Learner: Hashable, Sendable {
  private struct Question: Hashable, Sendable {
    var target: String
    /// Another value is another question.
    var values: [Float]
  }

  private var questions: [Question] = []
  private var misses: [Int] = []
  /// Questions that are remembered; the oldest are forgotten.
  private static let most = 100

  /// Counts an answer.
  ///
  /// - Returns: how often the question was missed in a row, this answer included.
  mutating func answer(_ target: String, values: [Float], isMiss: Bool) -> Int {
    let place = questions.firstIndex { $0.target == target }
    guard isMiss else {
      if let place {
        questions.remove(at: place)
        misses.remove(at: place)
      }
      return 0
    }
    let question = Question(target: target, values: values)
    if let place {
      misses[place] = questions[place] == question ? misses[place] + 1 : 1
      questions[place] = question
      return misses[place]
    }
    if questions.count >= Self.most {
      questions.removeFirst()
      misses.removeFirst()
    }
    questions.append(question)
    misses.append(1)
    return 1
  }
}
