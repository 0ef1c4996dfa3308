// Byte-pair encoding's training (Gage 1994; Sennrich et al. 2016): the most frequent pair of
// neighbours becomes one symbol, until the vocabulary is large enough.

/// Two neighbouring symbols.
struct SymbolPair: Hashable, Comparable, Sendable {
  var left: Int32
  var right: Int32

  static func < (a: SymbolPair, b: SymbolPair) -> Bool {
    a.left != b.left ? a.left < b.left : a.right < b.right
  }
}

/// Learns merges from counted words.
///
/// Ties go to the pair whose symbols came first into the vocabulary, as in Hugging Face's trainer,
/// so a text has one result.
struct PairTraining {
  private(set) var vocabulary: Vocabulary
  private(set) var merges: [SymbolPair] = []
  private let vocab: Int
  private let minFrequency: Int
  private var words: [[Int32]] = []
  private var wordCounts: [Int] = []
  private var pairCounts: [SymbolPair: Int] = [:]
  private var places: [SymbolPair: Set<Int32>] = [:]

  /// More tokens than this are refused.
  static let mostTokens = 1 << 20

  /// The most frequent first, then the one with the smaller symbols.
  private struct Candidate: Comparable {
    var count: Int
    var pair: SymbolPair

    static func < (a: Candidate, b: Candidate) -> Bool {
      a.count != b.count ? a.count > b.count : a.pair < b.pair
    }
  }

  init(symbols: [String], vocab: Int, minFrequency: Int) throws(EngineError) {
    vocabulary = Vocabulary(symbols)
    guard vocab >= vocabulary.count else {
      throw EngineError(
        "a vocabulary of \(vocab) tokens is too small for this text",
        hint: "its \(vocabulary.count) single symbols alone are more")
    }
    guard vocab <= Self.mostTokens else {
      throw EngineError("a vocabulary of \(vocab) tokens is more than \(Self.mostTokens)")
    }
    guard minFrequency >= 1 else {
      throw EngineError("min_frequency is \(minFrequency); it is at least 1")
    }
    self.vocab = vocab
    self.minFrequency = minFrequency
  }

  /// Symbols that are not in the vocabulary are left out.
  mutating func add(word symbols: [String], count: Int) {
    words.append(symbols.compactMap { vocabulary.index(of: $0).map { Int32($0) } })
    wordCounts.append(count)
  }

  /// O((n + m) log n) for n pairs of neighbours in different words and m merges.
  ///
  /// - Parameter watch: is told how many tokens the vocabulary has.
  mutating func run(
    watch: WorkWatch? = nil, join: (_ left: String, _ right: String) -> String
  ) throws(EngineError) {
    var heap = Heap<Candidate>()
    for word in words.indices { count(word, sign: 1) }
    for (pair, count) in pairCounts { heap.push(Candidate(count: count, pair: pair)) }
    while vocabulary.count < vocab, var best = heap.pop() {
      let current = pairCounts[best.pair] ?? 0
      if best.count != current {
        // Counts change after a candidate is pushed; it goes back to its place.
        best.count = current
        if current > 0 { heap.push(best) }
        continue
      }
      guard current >= minFrequency else { return }
      if let watch, merges.count % 16 == 0 { try watch(vocabulary.count, vocab) }
      let symbol = Int32(
        vocabulary.add(
          join(vocabulary[Int(best.pair.left)], vocabulary[Int(best.pair.right)])))
      merges.append(best.pair)
      var touched = Set<SymbolPair>()
      for word in (places[best.pair] ?? []).sorted() {
        count(Int(word), sign: -1)
        words[Int(word)] = Self.merged(words[Int(word)], best.pair, symbol)
        count(Int(word), sign: 1) { touched.insert($0) }
      }
      for pair in touched {
        if let count = pairCounts[pair] { heap.push(Candidate(count: count, pair: pair)) }
      }
    }
  }

  /// Adds or takes away the pairs of a word.
  private mutating func count(
    _ word: Int, sign: Int, each: (SymbolPair) -> Void = { _ in }
  ) {
    let symbols = words[word]
    for place in symbols.indices.dropFirst() {
      let pair = SymbolPair(left: symbols[place - 1], right: symbols[place])
      let count = (pairCounts[pair] ?? 0) + sign * wordCounts[word]
      pairCounts[pair] = count > 0 ? count : nil
      if sign > 0 {
        places[pair, default: []].insert(Int32(word))
        each(pair)
      } else {
        places[pair]?.remove(Int32(word))
      }
    }
  }

  /// The symbols with every occurrence of the pair, from the left, made one.
  static func merged(_ symbols: [Int32], _ pair: SymbolPair, _ symbol: Int32) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(symbols.count)
    var place = 0
    while place < symbols.count {
      if place + 1 < symbols.count, symbols[place] == pair.left, symbols[place + 1] == pair.right {
        result.append(symbol)
        place += 2
      } else {
        result.append(symbols[place])
        place += 1
      }
    }
    return result
  }
}
