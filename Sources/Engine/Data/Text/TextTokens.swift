// `tokens(text, by=word)`: a text cut into words, characters or bytes, and numbered.

/// A text as a row of tokens.
public struct TokenSequence: Hashable, Sendable {
  /// What a token is.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Words and punctuation, single characters, or the bytes of UTF-8.
    case word, character, byte
  }

  /// The pieces in their order.
  public let tokens: [String]
  /// Each token's index in the vocabulary.
  public let indices: [Int]
  /// The tokens with their indices.
  public let vocabulary: Vocabulary
  /// What a token is, or nil if a tokenizer made them.
  public let unit: Unit?
  /// Whose rule for small letters made the words.
  public let language: TextLanguage

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "tokens", .data, signature: "tokens(text, by=word, language=en)",
    summary: "A text cut by word (lower-cased, punctuation dropped), character, byte, a tokenizer, "
      + "or as other tokens were, with their vocabulary.",
    shapes: "[n]", source: "words and characters as in Unicode annex 29",
    example: "t = tokens(\"The man sees the man and the man sees the boy\", by=word)")

  /// Words are runs of letters, digits and underscores with their combining marks, in lower case;
  /// everything else separates them. Characters are taken as a person sees them, case and blanks
  /// kept. Both are numbered by first appearance. Bytes are those of UTF-8, numbered by their
  /// value and named as GPT-2 names them. Throws if there are none.
  public init(
    _ text: String, by unit: Unit = .word, language: TextLanguage = .english
  ) throws(EngineError) {
    let found = try Self.parts(text, unit, language)
    var vocabulary = unit == .byte ? ByteTokenizer().vocabulary : Vocabulary()
    tokens = found
    indices = found.map { vocabulary.add($0) }
    self.vocabulary = vocabulary
    self.unit = unit
    self.language = language
  }

  /// A text cut as another one was, and numbered by its vocabulary. Throws for a token that the
  /// vocabulary has not, and where a tokenizer made the other tokens.
  public init(_ text: String, like other: TokenSequence) throws(EngineError) {
    let unit = try other.cut()
    tokens = try Self.parts(text, unit, other.language)
    indices = try tokens.map { token throws(EngineError) in
      try other.vocabulary.indexOrUnknown(of: token)
    }
    vocabulary = other.vocabulary
    self.unit = unit
    language = other.language
  }

  /// How this text was cut.
  private func cut() throws(EngineError) -> Unit {
    if let unit { return unit }
    throw EngineError(
      "a tokenizer made these tokens, and only it can cut another text the same way",
      hint: "tokens(\"…\", by=tok) or tok.encode(\"…\") with the tokenizer itself")
  }

  /// The words, characters or bytes of a text. Throws if there are none.
  private static func parts(
    _ text: String, _ unit: Unit, _ language: TextLanguage
  ) throws(EngineError) -> [String] {
    let found: [String]
    switch unit {
    case .word:
      // Lower-cased before it is cut: a word's own marks (İ → i and a dot above) stay inside it.
      found = TextUnits.words(TextCase.lower(text, language: language))
      guard !found.isEmpty else { throw EngineError("the text has no words") }
    case .character:
      found = TextUnits.characters(text)
      guard !found.isEmpty else { throw EngineError("the text is empty") }
    case .byte:
      let names = ByteTokenizer().vocabulary
      found = text.utf8.map { names[Int($0)] }
      guard !found.isEmpty else { throw EngineError("the text is empty") }
    }
    return found
  }

  /// The tokens that a tokenizer cuts the text into, with the tokenizer's own vocabulary.
  public init(_ text: String, by tokenizer: some Tokenizer) throws(EngineError) {
    try self.init(indices: try tokenizer.encode(text), vocabulary: tokenizer.vocabulary)
    guard !indices.isEmpty else { throw EngineError("the text is empty") }
  }

  /// Tokens by their indices in a vocabulary.
  public init(indices: [Int], vocabulary: Vocabulary) throws(EngineError) {
    var tokens: [String] = []
    tokens.reserveCapacity(indices.count)
    for index in indices { tokens.append(try vocabulary.token(at: index)) }
    self.tokens = tokens
    self.indices = indices
    self.vocabulary = vocabulary
    unit = nil
    language = .english
  }

  /// How many there are.
  public var count: Int { tokens.count }

  /// The indices as numbers, `[n]`.
  public var tensor: Tensor { Tensor(shape: [count], values: indices.map(Float.init)) }
}
