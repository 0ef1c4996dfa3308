// BERT's tokenizer: the longest piece of a word that the vocabulary has, then the next (Schuster &
// Nakajima 2012, Wu et al. 2016, Devlin et al. 2018). How a vocabulary is found is in
// WordPiece+Training.

/// Word pieces; those that go on a word start with `##`.
public struct WordPiece: Tokenizer {
  public let name = "word pieces"
  /// The tokens with their indices.
  public let vocabulary: Vocabulary
  /// Whether capitals are put into lower case first.
  public let lowercase: Bool
  /// Whether accents are taken off letters.
  public let stripsAccents: Bool
  /// Whose letters are put into lower case.
  public let language: TextLanguage
  private let specials: SpecialTokens

  /// BERT's special tokens, in the order that training gives them.
  public static let specialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
  /// A longer word is unknown as a whole.
  static let longestWord = 100

  /// - Parameter stripsAccents: as `lowercase` unless it is said.
  /// - Throws: if `[UNK]`, `[CLS]` or `[SEP]` is missing.
  public init(
    vocabulary: Vocabulary, lowercase: Bool = true, stripsAccents: Bool? = nil,
    language: TextLanguage = .english
  ) throws(EngineError) {
    for special in ["[UNK]", "[CLS]", "[SEP]"] where vocabulary.index(of: special) == nil {
      throw EngineError(
        "the vocabulary has no token '\(special)'", hint: "word pieces need [UNK], [CLS] and [SEP]")
    }
    self.vocabulary = Vocabulary(vocabulary.tokens, unknown: "[UNK]")
    self.lowercase = lowercase
    self.stripsAccents = stripsAccents ?? lowercase
    self.language = language
    specials = SpecialTokens(Self.specialTokens.filter { vocabulary.index(of: $0) != nil })
  }

  public func encode(_ text: String) throws(EngineError) -> [Int] {
    let cutter = BertWords(
      lowercase: lowercase, stripsAccents: stripsAccents, language: language)
    var indices: [Int] = []
    for part in specials.parts(of: text) {
      switch part {
      case .special(let token): indices.append(try vocabulary.indexOrUnknown(of: token))
      case .text(let text):
        for word in cutter.words(text) { try append(word, to: &indices) }
      }
    }
    return indices
  }

  private func append(_ word: String, to indices: inout [Int]) throws(EngineError) {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count <= Self.longestWord else {
      indices.append(try vocabulary.indexOrUnknown(of: "[UNK]"))
      return
    }
    let before = indices.count
    var start = 0
    while start < scalars.count {
      var end = scalars.count
      var found: Int?
      while start < end, found == nil {
        var piece = start > 0 ? "##" : ""
        piece.unicodeScalars.append(contentsOf: scalars[start..<end])
        found = vocabulary.index(of: piece)
        if found == nil { end -= 1 }
      }
      guard let found else {
        // A word with an unknown piece is unknown as a whole.
        indices.removeLast(indices.count - before)
        indices.append(try vocabulary.indexOrUnknown(of: "[UNK]"))
        return
      }
      indices.append(found)
      start = end
    }
  }

  /// The pieces put together, words with blanks between them.
  public func decode(_ indices: [Int]) throws(EngineError) -> String {
    var text = ""
    for index in indices {
      let token = try vocabulary.token(at: index)
      if token.hasPrefix("##"), !text.isEmpty {
        text += token.dropFirst(2)
      } else {
        text += (text.isEmpty ? "" : " ") + token
      }
    }
    return text
  }

  /// One text, or two, with BERT's frame: `[CLS] a [SEP]` or `[CLS] a [SEP] b [SEP]`.
  ///
  /// - Parameter maxLength: tokens are taken off the end of the longer text until all fit, of the
  ///   second where both are equally long.
  /// - Returns: the indices, and the segment (0 or 1) of each.
  public func encodeFramed(
    _ first: String, _ second: String? = nil, maxLength: Int? = nil
  ) throws(EngineError) -> (indices: [Int], segments: [Int]) {
    var a = try encode(first)
    var b = try second.map { text throws(EngineError) in try encode(text) } ?? []
    let frame = second == nil ? 2 : 3
    if let maxLength {
      guard maxLength >= frame else {
        throw EngineError(
          "max_length is \(maxLength); [CLS] and [SEP] alone take \(frame) tokens")
      }
      var excess = a.count + b.count + frame - maxLength
      while excess > 0 {
        if a.count > b.count { a.removeLast() } else { b.removeLast() }
        excess -= 1
      }
    }
    let start = try vocabulary.indexOrUnknown(of: "[CLS]")
    let end = try vocabulary.indexOrUnknown(of: "[SEP]")
    var indices = [start] + a + [end]
    var segments = [Int](repeating: 0, count: indices.count)
    if second != nil {
      indices += b + [end]
      segments += [Int](repeating: 1, count: b.count + 1)
    }
    return (indices, segments)
  }
}
