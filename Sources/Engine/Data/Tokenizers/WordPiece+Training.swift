// A vocabulary of word pieces out of a text.

extension WordPiece {
  /// Learns pieces: from the letters of the text, the most frequent pair of neighbours becomes one
  /// piece, again and again (as Hugging Face's trainer does; Google's own was not published).
  ///
  /// - Parameters:
  ///   - vocab: how many tokens there are to be, the five special ones included; fewer if no pair
  ///     is frequent enough.
  ///   - minFrequency: rarer pairs are not joined.
  ///   - watch: is told how many tokens there are.
  public init(
    training text: String, vocab: Int = 1000, minFrequency: Int = 2, lowercase: Bool = true,
    stripsAccents: Bool? = nil, language: TextLanguage = .english, watch: WorkWatch? = nil
  ) throws(EngineError) {
    let cutter = BertWords(
      lowercase: lowercase, stripsAccents: stripsAccents ?? lowercase, language: language)
    var counts: [ExactText: Int] = [:]
    for word in cutter.words(text) { counts[ExactText(word), default: 0] += 1 }
    guard !counts.isEmpty else { throw EngineError("the text has no words") }
    var letters = Set<Unicode.Scalar>()
    var followers = Set<Unicode.Scalar>()
    for word in counts.keys {
      for (place, scalar) in word.text.unicodeScalars.enumerated() {
        letters.insert(scalar)
        if place > 0 { followers.insert(scalar) }
      }
    }
    let alphabet =
      letters.sorted().map { String($0) } + followers.sorted().map { "##\(String($0))" }
    var training = try PairTraining(
      symbols: Self.specialTokens + alphabet, vocab: vocab, minFrequency: minFrequency)
    // The order of words reaches no result, but a fixed one is easier to follow.
    for (word, count) in counts.sorted(by: { ExactText.precedes($0.key.text, $1.key.text) }) {
      let symbols = word.text.unicodeScalars.enumerated().map { place, scalar in
        place > 0 ? "##\(String(scalar))" : String(scalar)
      }
      training.add(word: symbols, count: count)
    }
    try training.run(watch: watch) { left, right in left + right.dropFirst(2) }
    try self.init(
      vocabulary: training.vocabulary, lowercase: lowercase, stripsAccents: stripsAccents,
      language: language)
  }
}
