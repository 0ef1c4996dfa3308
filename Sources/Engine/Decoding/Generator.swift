// Tokens one after the other out of a model that says how likely each next one is. The model is a
// closure, so that a network, a table or a test can be it.

/// One thing that is done to a row of logits before a token is chosen.
public enum LogitsFilter: Hashable, Sendable {
  /// Divides logits: below 1 sharpens, above 1 flattens.
  case temperature(Double)
  /// Keeps some of the tokens of a row.
  case row(RowFilter)
  /// Divides positive and multiplies negative logits of tokens that were there.
  case repetitionPenalty(Double)
  /// Forbids what would repeat a run of so many tokens.
  case noRepeatNGram(Int)

  /// Keeps the `k` most likely tokens.
  public static func topK(_ k: Int) -> LogitsFilter { .row(.topK(k)) }
  /// Keeps the fewest tokens that together have the probability `p`.
  public static func topP(_ p: Double) -> LogitsFilter { .row(.topP(p)) }
  /// Keeps tokens of at least `p` times the largest probability.
  public static func minP(_ p: Double) -> LogitsFilter { .row(.minP(p)) }

  /// The row as it is after the tokens so far.
  public func apply(_ row: [Double], after tokens: [Int]) -> [Double] {
    switch self {
    case .temperature(let temperature): return row.map { $0 / temperature }
    case .row(let filter): return zip(row, filter.keeps(row)).map { $1 ? $0 : -.infinity }
    case .repetitionPenalty(let penalty):
      var row = row
      for token in TokenRule.seen.tokens(after: tokens) where row.indices.contains(token) {
        row[token] = row[token] < 0 ? row[token] * penalty : row[token] / penalty
      }
      return row
    case .noRepeatNGram(let size):
      var row = row
      for token in TokenRule.repeatsNGram(size).tokens(after: tokens)
      where row.indices.contains(token) { row[token] = -.infinity }
      return row
    }
  }
}

/// Generates tokens greedily or by sampling.
///
/// ```swift
/// let generator = Generator(maximum: 50, end: 0, filters: [.temperature(0.8), .topK(40)])
/// let tokens = try generator.sample(after: [1], seed: 42) { sequences in
///   try sequences.map { try logits(of: $0) }
/// }
/// ```
///
/// The model is asked with whole sequences and answers with a row of logits for each; a row that is
/// empty ends the text.
public struct Generator: Hashable, Sendable {
  /// The number of tokens to generate at most.
  public var maximum: Int
  /// The token that ends a text; it is generated, too.
  public var end: Int?
  /// Applied in this order.
  public var filters: [LogitsFilter]

  /// Generates up to `maximum` tokens, or to the token `end`.
  public init(maximum: Int, end: Int? = nil, filters: [LogitsFilter] = []) {
    self.maximum = maximum
    self.end = end
    self.filters = filters
  }

  /// Always the likeliest token, the first of equals.
  ///
  /// - Returns: what was generated, without the prompt.
  public func greedy<Failure: Error>(
    after prompt: [Int], _ model: ([[Int]]) throws(Failure) -> [[Float]]
  ) throws(Failure) -> [Int] {
    try generate(after: prompt, model) { row, _ in Generator.largest(row) }
  }

  /// Draws tokens as often as they are likely.
  ///
  /// A draw depends on the seed, the number of the token and the place alone: sequences that are
  /// generated side by side have places of their own.
  public func sample<Failure: Error>(
    after prompt: [Int], seed: UInt64, place: Int = 0,
    _ model: ([[Int]]) throws(Failure) -> [[Float]]
  ) throws(Failure) -> [Int] {
    try generate(after: prompt, model) { row, step in
      Generator.drawn(row, seed: seed, step: step, place: place)
    }
  }

  private func generate<Failure: Error>(
    after prompt: [Int], _ model: ([[Int]]) throws(Failure) -> [[Float]],
    choose: ([Double], Int) -> Int?
  ) throws(Failure) -> [Int] {
    var tokens = prompt
    while tokens.count - prompt.count < maximum {
      var row = (try model([tokens]).first ?? []).map { Double($0) }
      for filter in filters { row = filter.apply(row, after: tokens) }
      guard let token = choose(row, tokens.count - prompt.count) else { break }
      tokens.append(token)
      if token == end { break }
    }
    return Array(tokens.dropFirst(prompt.count))
  }

  /// The first of the largest elements; nil for an empty row.
  public static func largest(_ row: [Double]) -> Int? {
    guard var best = row.indices.first else { return nil }
    for index in row.indices where row[index] > row[best] || (row[index].isNaN && !row[best].isNaN)
    {
      best = index
    }
    return best
  }

  /// A token drawn by its probability, from the seed, the step and the place.
  public static func drawn(_ row: [Double], seed: UInt64, step: Int, place: Int = 0) -> Int? {
    let shares = RowFilter.softmax(row)
    let stream = RandomStream(
      seed: seed, stream: streamHash("generate"), step: UInt64(max(step, 0)))
    let total = shares.reduce(0, +)
    guard total.isFinite, total > 0 else { return largest(row) }
    let point = Double(stream.uniform(at: max(place, 0))) * total
    var sum = 0.0
    var last: Int?
    for (index, share) in shares.enumerated() where share > 0 {
      sum += share
      last = index
      if point < sum { return index }
    }
    return last
  }
}
