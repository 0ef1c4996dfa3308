// GPT-2's tokenizer: bytes, joined by learnt merges (Sennrich et al. 2016, Radford et al. 2019). It
// knows every text and gives back every byte. Training is in BytePairEncoding+Training, vocabulary
// files in BytePairEncoding+Files.

/// Byte-level byte-pair encoding.
public struct BytePairEncoding: Tokenizer {
  public let name = "byte-level BPE"
  /// Tokens in GPT-2's printable alphabet (`ByteAlphabet`): `Ġthe` is a blank and `the`.
  public let vocabulary: Vocabulary
  /// The merges in the order of their ranks, as pairs of tokens.
  public let merges: [(left: String, right: String)]
  /// A blank is put before a text that does not start with one.
  public let addPrefixSpace: Bool
  /// Tokens that stand for themselves in a text: `<|endoftext|>`.
  public let specials: [String]

  private struct Merge {
    var rank: Int32
    var symbol: Int32
  }
  private let ranks: [SymbolPair: Merge]
  private let byteSymbols: [Int32]
  private let cutter: SpecialTokens

  /// - Throws: if a byte has no token, or a merge names one that the vocabulary does not have.
  public init(
    vocabulary: Vocabulary, merges: [(left: String, right: String)],
    addPrefixSpace: Bool = false, specials: [String] = []
  ) throws(EngineError) {
    var byteSymbols: [Int32] = []
    for scalar in ByteAlphabet.scalars {
      guard let symbol = vocabulary.index(of: String(scalar)) else {
        throw EngineError(
          "the vocabulary has no token '\(scalar)' for byte \(byteSymbols.count)",
          hint: "a byte-level vocabulary has all 256 bytes")
      }
      byteSymbols.append(Int32(symbol))
    }
    var ranks: [SymbolPair: Merge] = [:]
    for (rank, merge) in merges.enumerated() {
      guard let left = vocabulary.index(of: merge.left),
        let right = vocabulary.index(of: merge.right),
        let joined = vocabulary.index(of: merge.left + merge.right)
      else {
        throw EngineError(
          "merge \(rank + 1), '\(merge.left) \(merge.right)', makes no token of the vocabulary")
      }
      let pair = SymbolPair(left: Int32(left), right: Int32(right))
      if ranks[pair] == nil { ranks[pair] = Merge(rank: Int32(rank), symbol: Int32(joined)) }
    }
    for special in specials where vocabulary.index(of: special) == nil {
      throw EngineError("the vocabulary has no token '\(special)'")
    }
    self.vocabulary = vocabulary
    self.merges = merges
    self.addPrefixSpace = addPrefixSpace
    self.specials = specials
    self.ranks = ranks
    self.byteSymbols = byteSymbols
    cutter = SpecialTokens(specials)
  }

  public func encode(_ text: String) throws(EngineError) -> [Int] {
    var indices: [Int] = []
    var known: [ExactText: [Int32]] = [:]
    for part in cutter.parts(of: text) {
      switch part {
      case .special(let token): indices.append(try vocabulary.indexOrUnknown(of: token))
      case .text(let text):
        for piece in pieces(text) {
          let key = ExactText(piece)
          let symbols = known[key] ?? merged(piece)
          known[key] = symbols
          for symbol in symbols { indices.append(Int(symbol)) }
        }
      }
    }
    return indices
  }

  /// The text; bytes that are no UTF-8 become U+FFFD.
  public func decode(_ indices: [Int]) throws(EngineError) -> String {
    String(decoding: try bytes(indices), as: UTF8.self)
  }

  /// The very bytes of these tokens.
  public func bytes(_ indices: [Int]) throws(EngineError) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in indices {
      let token = try vocabulary.token(at: index)
      // A special token may hold characters that are no bytes: it stands for itself.
      bytes += specials.contains(token) ? Array(token.utf8) : ByteAlphabet.bytes(token) ?? []
    }
    return bytes
  }

  func pieces(_ text: String) -> [String] {
    let needsBlank =
      addPrefixSpace && text.unicodeScalars.first.map { !$0.properties.isWhitespace } == true
    return BytePieces.pieces(needsBlank ? " " + text : text)
  }

  private struct Candidate: Comparable {
    var rank: Int32
    var place: Int32
    var pair: SymbolPair

    static func < (a: Candidate, b: Candidate) -> Bool {
      a.rank != b.rank ? a.rank < b.rank : a.place < b.place
    }
  }

  /// The bytes of a piece with all merges done, lowest rank first, from the left: O(n log n).
  private func merged(_ piece: String) -> [Int32] {
    var symbols = piece.utf8.map { byteSymbols[Int($0)] }
    guard symbols.count > 1 else { return symbols }
    var next = Array(1...symbols.count)
    var previous = Array(-1..<symbols.count - 1)
    var isAlive = [Bool](repeating: true, count: symbols.count)
    var heap = Heap<Candidate>()
    func offer(_ place: Int, _ symbols: [Int32], _ next: [Int]) {
      guard place >= 0, next[place] < symbols.count else { return }
      let pair = SymbolPair(left: symbols[place], right: symbols[next[place]])
      if let merge = ranks[pair] {
        heap.push(Candidate(rank: merge.rank, place: Int32(place), pair: pair))
      }
    }
    for place in symbols.indices { offer(place, symbols, next) }
    while let best = heap.pop() {
      let place = Int(best.place)
      // The pair may have been merged away since it was offered.
      guard isAlive[place], next[place] < symbols.count, symbols[place] == best.pair.left,
        symbols[next[place]] == best.pair.right, let merge = ranks[best.pair]
      else { continue }
      let gone = next[place]
      symbols[place] = merge.symbol
      isAlive[gone] = false
      next[place] = next[gone]
      if next[place] < symbols.count { previous[next[place]] = place }
      offer(previous[place], symbols, next)
      offer(place, symbols, next)
    }
    return symbols.indices.filter { isAlive[$0] }.map { symbols[$0] }
  }
}
