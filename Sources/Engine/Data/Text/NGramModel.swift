// A language model by counting: P(next | the words before it) as a table (Shannon 1948). What a
// lecture calls n counts the words of the context; the usual n-gram has one more.

internal import CKernels

/// How often each token follows each context.
public struct NGramModel: Sendable {
  /// A line of the table.
  public struct Row: Hashable, Sendable {
    /// The tokens before, as indices of the vocabulary.
    public let context: [Int]
    /// The index of a following word.
    public let next: Int
    /// How often it followed.
    public let count: Int
    /// `count` as a share of all that followed, 0 … 1.
    public let probability: Double
  }

  /// How many tokens before the next one are looked at.
  public let context: Int
  /// Added to every count (Laplace's rule for 1), so that nothing is impossible.
  public let alpha: Double
  /// The tokens with their indices.
  public let vocabulary: Vocabulary
  /// What a token is, or nil if a tokenizer made them.
  public let unit: TokenSequence.Unit?
  /// Whose rule for small letters made the words.
  public let language: TextLanguage
  /// By context in the order of first appearance; then by count, then by vocabulary.
  public let rows: [Row]
  private let followers: [[Int]: [Int: Int]]

  /// More numbers than this in a table are refused (1 GiB).
  static let mostNumbers = 1 << 27

  /// Counts a text.
  public init(
    _ text: TokenSequence, context: Int = 2, alpha: Double = 0
  ) throws(EngineError) {
    guard context >= 0 else {
      throw EngineError("context is \(context); it cannot be negative")
    }
    guard context <= 64 else { throw EngineError("context is \(context); it is at most 64") }
    guard alpha >= 0, alpha <= 1e6 else {
      throw EngineError("alpha is \(alpha); it is between 0 and 1000000")
    }
    guard text.count > context else {
      throw EngineError(
        "a context of \(context) tokens needs a text of more; this one has \(text.count)",
        hint: "take a smaller context or a longer text")
    }
    guard text.count <= Self.mostNumbers / (context + 1) else {
      throw EngineError(
        "a table of \(text.count) n-grams of \(context + 1) tokens is too large",
        hint: "take a smaller context or a part of the text")
    }
    var followers: [[Int]: [Int: Int]] = [:]
    var order: [[Int]] = []
    for place in context..<text.count {
      let before = Array(text.indices[place - context..<place])
      if followers[before] == nil { order.append(before) }
      followers[before, default: [:]][text.indices[place], default: 0] += 1
    }
    self.context = context
    self.alpha = alpha
    self.followers = followers
    vocabulary = text.vocabulary
    unit = text.unit
    language = text.language
    let size = Double(text.vocabulary.count)
    rows = order.flatMap { before -> [Row] in
      let counts = followers[before] ?? [:]
      let total = Double(counts.values.reduce(0, +)) + alpha * size
      return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map {
        Row(
          context: before, next: $0.key, count: $0.value,
          probability: (Double($0.value) + alpha) / total)
      }
    }
  }

  /// P(next | context): the last `context` tokens of `before` count. 0 for what was never seen.
  public func probability(of next: Int, after before: [Int]) -> Double {
    let counts = followers[Array(before.suffix(context))] ?? [:]
    let total = Double(counts.values.reduce(0, +)) + alpha * Double(vocabulary.count)
    return total > 0 ? (Double(counts[next] ?? 0) + alpha) / total : 0
  }

  /// P of every token of the vocabulary, `[vocabulary]`; all 0 after a context never seen.
  public func distribution(after before: [Int]) throws(EngineError) -> Tensor {
    try check(before)
    let counts = followers[Array(before.suffix(context))] ?? [:]
    let total = Double(counts.values.reduce(0, +)) + alpha * Double(vocabulary.count)
    return Tensor(
      shape: [vocabulary.count],
      values: (0..<vocabulary.count).map {
        total > 0 ? Float((Double(counts[$0] ?? 0) + alpha) / total) : 0
      })
  }

  /// exp of the mean of −ln P over the tokens that have a whole context before them; infinite if
  /// one of them is impossible.
  public func perplexity(_ tokens: [Int]) throws(EngineError) -> Double {
    guard tokens.count > context else {
      throw EngineError(
        "perplexity with a context of \(context) needs a longer text than \(tokens.count) "
          + "token\(tokens.count == 1 ? "" : "s")")
    }
    var sum = 0.0
    for place in context..<tokens.count {
      let probability = probability(
        of: tokens[place], after: Array(tokens[place - context..<place]))
      guard probability > 0 else { return .infinity }
      sum -= nabla_log_double(probability)
    }
    return nabla_exp_double(sum / Double(tokens.count - context))
  }

  /// The start and up to `count` tokens more, the likeliest each time (the first of the vocabulary
  /// where several are), or drawn with a seed. Ends early at a context that was never seen.
  public func generated(
    after start: [Int], count: Int, seed: UInt64? = nil
  ) throws(EngineError) -> [Int] {
    try check(start)
    guard count >= 0, count <= 1_000_000 else {
      throw EngineError("generate \(count) tokens: it is between 0 and 1000000")
    }
    let random = seed.map { RandomStream(seed: $0, stream: streamHash("ngrams")) }
    var tokens = start
    for step in 0..<count {
      guard let counts = followers[Array(tokens.suffix(context))] else { break }
      let options = counts.sorted { $0.key < $1.key }
      guard let random else {
        var best = options[0]
        for option in options where option.value > best.value { best = option }
        tokens.append(best.key)
        continue
      }
      var rest = random.integer(at: step, below: options.reduce(0) { $0 + $1.value })
      for (token, count) in options {
        rest -= count
        if rest < 0 {
          tokens.append(token)
          break
        }
      }
    }
    return tokens
  }

  private func check(_ before: [Int]) throws(EngineError) {
    guard before.count >= context else {
      throw EngineError(
        "the context has \(before.count) token\(before.count == 1 ? "" : "s"); "
          + "this model looks at \(context)",
        hint: "ngrams(t, context=\(before.count)) looks at fewer")
    }
  }
}
