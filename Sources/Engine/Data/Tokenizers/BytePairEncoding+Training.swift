// Merges out of a text.

extension BytePairEncoding {
  /// Learns merges: the most frequent pair of neighbours within a piece becomes one token, until
  /// there are `vocab` tokens or no pair is frequent enough. One text has one result.
  ///
  /// - Parameters:
  ///   - vocab: how many tokens there are to be, all 256 bytes and the special ones included.
  ///   - minFrequency: rarer pairs are not merged.
  ///   - specials: tokens that stand for themselves; they come first in the vocabulary.
  public init(
    training text: String, vocab: Int = 500, minFrequency: Int = 2,
    addPrefixSpace: Bool = false, specials: [String] = []
  ) throws(EngineError) {
    try self.init(
      training: [text], vocab: vocab, minFrequency: minFrequency, addPrefixSpace: addPrefixSpace,
      specials: specials)
  }

  /// The same from several texts; no piece spans two of them. `watch` is told how many tokens there
  /// are.
  public init(
    training texts: [String], vocab: Int = 500, minFrequency: Int = 2,
    addPrefixSpace: Bool = false, specials: [String] = [], watch: WorkWatch? = nil
  ) throws(EngineError) {
    let alphabet = ByteAlphabet.scalars.sorted().map { String($0) }
    let bytes = try BytePairEncoding(
      vocabulary: Vocabulary(specials + alphabet), merges: [], addPrefixSpace: addPrefixSpace,
      specials: specials)
    var counts: [ExactText: Int] = [:]
    for text in texts {
      for case .text(let text) in SpecialTokens(specials).parts(of: text) {
        for piece in bytes.pieces(text) { counts[ExactText(piece), default: 0] += 1 }
      }
    }
    guard !counts.isEmpty else { throw EngineError("the text is empty") }
    var training = try PairTraining(
      symbols: specials + alphabet, vocab: vocab, minFrequency: minFrequency)
    for (piece, count) in counts.sorted(by: { ExactText.precedes($0.key.text, $1.key.text) }) {
      training.add(
        word: piece.text.utf8.map { String(ByteAlphabet.scalars[Int($0)]) }, count: count)
    }
    try training.run(watch: watch) { left, right in left + right }
    let vocabulary = training.vocabulary
    try self.init(
      vocabulary: vocabulary,
      merges: training.merges.map { (vocabulary[Int($0.left)], vocabulary[Int($0.right)]) },
      addPrefixSpace: addPrefixSpace, specials: specials)
  }
}
