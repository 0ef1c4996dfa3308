// Several unfinished texts side by side, the likeliest kept (Lowerre 1976), with the rules of
// Hugging Face's generate.

/// Searches for the likeliest texts.
///
/// In every step each of the `beams` texts is continued by every token; of the twice as many best
/// continuations those that end are put aside, the best others go on. A text's score is the sum of
/// its tokens' log-probabilities over (number of tokens)^`lengthPenalty`.
///
/// With as many beams as there are texts and no length penalty it finds the most probable one.
public struct BeamSearch: Hashable, Sendable {
  /// When the search is over before `maximum` tokens.
  public enum Stopping: Hashable, Sendable {
    /// As soon as there are as many finished texts as beams.
    case early
    /// When the best unfinished text at its present length cannot beat the worst finished one.
    case likely
    /// When no unfinished text can beat the worst finished one at any length.
    case never
  }

  /// A text with its score.
  public struct Found: Hashable, Sendable {
    /// What was generated, the end token included, without the prompt.
    public var tokens: [Int]
    /// The sum of log-probabilities over the length to the power of the length penalty.
    public var score: Double
  }

  /// How many sequences are kept at each step.
  public var beams: Int
  /// The number of tokens to generate at most.
  public var maximum: Int
  /// The token that ends a text.
  public var end: Int?
  /// Over 0 favours long texts, under 0 short ones.
  public var lengthPenalty: Double
  /// When the search ends.
  public var stopping: Stopping
  /// Applied to the log-probabilities, in this order.
  public var filters: [LogitsFilter]

  /// A search of this width and at most this length.
  public init(
    beams: Int, maximum: Int, end: Int? = nil, lengthPenalty: Double = 1,
    stopping: Stopping = .likely, filters: [LogitsFilter] = []
  ) {
    self.beams = max(beams, 1)
    self.maximum = maximum
    self.end = end
    self.lengthPenalty = lengthPenalty
    self.stopping = stopping
    self.filters = filters
  }

  /// The best texts, best first, at most as many as beams.
  ///
  /// - Parameter model: rows of logits for the next token of each sequence, the prompt included.
  public func search<Failure: Error>(
    after prompt: [Int], _ model: ([[Int]]) throws(Failure) -> [[Float]]
  ) throws(Failure) -> [Found] {
    var live = [(tokens: prompt, score: 0.0)]
    var finished: [Found] = []
    var length = 0
    var isDone = false
    while length < maximum, !live.isEmpty, !isDone {
      length += 1
      let rows = try model(live.map(\.tokens))
      let candidates = best(live, rows)
      guard let first = candidates.first else { break }
      var next: [(tokens: [Int], score: Double)] = []
      for (rank, candidate) in candidates.enumerated() {
        let tokens = live[candidate.beam].tokens + [candidate.token]
        if candidate.token == end {
          // An end that is not among the best is no text yet.
          if rank < beams {
            keep(&finished, Array(tokens.dropFirst(prompt.count)), candidate.score)
          }
        } else {
          next.append((tokens, candidate.score))
        }
        if next.count == beams { break }
      }
      live = next
      isDone = isOver(finished, best: first.score, length)
    }
    if !isDone {
      for beam in live { keep(&finished, Array(beam.tokens.dropFirst(prompt.count)), beam.score) }
    }
    return finished.sorted { $0.score > $1.score }
  }

  /// The best continuations of all beams together, twice as many as beams.
  private func best(
    _ live: [(tokens: [Int], score: Double)], _ rows: [[Float]]
  ) -> [(score: Double, beam: Int, token: Int)] {
    var all: [(score: Double, beam: Int, token: Int)] = []
    for (beam, row) in zip(live.indices, rows) {
      var logs = RowFilter.logSoftmax(row.map { Double($0) })
      for filter in filters { logs = filter.apply(logs, after: live[beam].tokens) }
      for (token, log) in logs.enumerated() where log > -.infinity {
        all.append((live[beam].score + log, beam, token))
      }
    }
    all.sort { ($1.score, $0.beam, $0.token) < ($0.score, $1.beam, $1.token) }
    let (count, overflow) = beams.multipliedReportingOverflow(by: 2)
    return Array(all.prefix(overflow ? all.count : count))
  }

  private func score(_ sum: Double, _ length: Int) -> Double {
    guard length > 0, lengthPenalty != 0 else { return sum }
    return sum / Numbers.power(Double(length), lengthPenalty)
  }

  private func keep(_ finished: inout [Found], _ tokens: [Int], _ sum: Double) {
    let found = Found(tokens: tokens, score: score(sum, tokens.count))
    guard finished.count >= beams else {
      finished.append(found)
      return
    }
    guard let worst = finished.indices.min(by: { finished[$0].score < finished[$1].score }),
      found.score > finished[worst].score
    else { return }
    finished.remove(at: worst)
    finished.append(found)
  }

  private func isOver(_ finished: [Found], best: Double, _ length: Int) -> Bool {
    guard finished.count >= beams, let worst = finished.map(\.score).min() else { return false }
    switch stopping {
    case .early: return true
    case .likely: return worst >= score(best, length)
    case .never: return worst >= score(best, lengthPenalty > 0 ? maximum : length)
    }
  }
}
