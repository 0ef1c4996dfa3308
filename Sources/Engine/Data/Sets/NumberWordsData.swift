// `number_words(…)`: the same number in digits or in the words of two languages, to be translated.

/// Pairs of numbers, as digits or in words: translation in its smallest form.
public enum NumberWordsData {
  /// How one side of a pair is written.
  public enum Notation: Hashable, Sendable {
    /// The number in figures.
    case digits
    /// The number in words of a language.
    case words(TextLanguage)

    /// `digits`, or the code of a language.
    public init(_ name: String) throws(EngineError) {
      if name == "digits" {
        self = .digits
      } else if let language = TextLanguage(rawValue: name) {
        self = .words(language)
      } else {
        throw EngineError(
          "number_words: '\(name)' is no way to write numbers",
          hint: "use \"digits\", \"en\", \"de\" or \"tr\"")
      }
    }

    var tokens: [String] {
      switch self {
      case .digits: (0..<10).map(String.init)
      case .words(let language): NumberWords.vocabulary(of: language)
      }
    }

    func tokens(_ number: Int) -> [String] {
      switch self {
      case .digits: String(number).map { String($0) }
      case .words(let language): NumberWords.words(number, in: language)
      }
    }
  }

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "number_words", .dataset,
    signature: "number_words(source=digits, target=en, n=500, limit=1000, seed=1)",
    summary: "Numbers below `limit`: x as digits (or in words), y in the words of a language.",
    shapes: "x [n, longest], y [n, longest + 2] between <start> and <end>",
    source: "English, German (de) and Turkish (tr) number words",
    example: "data = number_words(source=\"tr\", target=\"de\", limit=100)")

  /// x `[n, longest]`, y `[n, longest + 2]`. Token 0 fills rows up, 1 starts and 2 ends y.
  ///
  /// Up to `limit` rows every number occurs once, more are drawn.
  public static func make(
    source: Notation = .digits, target: Notation = .words(.english), n: Int = 500,
    limit: Int = 1000, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    try SequenceSets.check("number_words", "limit", limit, in: 1...NumberWords.largest + 1)
    try SequenceSets.check("number_words", n: n, width: 16)
    let stream = RandomStream(seed: seed, stream: streamHash("number_words"))
    let numbers =
      n <= limit
      ? Array(stream.permutation(count: limit).prefix(n))
      : (0..<n).map { stream.integer(at: $0, below: limit) }
    let (x, sourceTokens) = rows(numbers, source)
    let (y, targetTokens) = rows(numbers, target)
    return Dataset(
      name: "number_words",
      columns: [
        SequenceSets.column(
          "x", x, width: x.map(\.count).max() ?? 0, tokens: sourceTokens),
        SequenceSets.column(
          "y", y.map { [1] + $0 + [2] }, width: (y.map(\.count).max() ?? 0) + 2,
          tokens: targetTokens),
      ],
      classNames: targetTokens)
  }

  private static func rows(_ numbers: [Int], _ notation: Notation) -> ([[Int]], [String]) {
    let tokens = SequenceSets.specials + notation.tokens
    let vocabulary = Vocabulary(tokens)
    let rows = numbers.map { number in
      notation.tokens(number).compactMap { vocabulary.index(of: $0) }
    }
    return (rows, tokens)
  }
}
