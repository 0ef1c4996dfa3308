// Words and characters as tokens, with a vocabulary that is made from a text once and then kept.

/// Whole words, lower-cased, punctuation dropped.
public struct WordTokenizer: Tokenizer {
  public let name = "words"
  /// The tokens with their indices.
  public let vocabulary: Vocabulary
  /// Whose letters are put into lower case.
  public let language: TextLanguage

  /// The vocabulary of a text: special tokens, then words from the most frequent on.
  ///
  /// - Parameters:
  ///   - minFrequency: rarer words become the unknown token.
  ///   - specials: if `<unk>` is among them, it stands for unknown words; else they are an error.
  public init(
    training text: String, minFrequency: Int = 1, mostTokens: Int? = nil,
    specials: [String] = ["<pad>", "<unk>"], language: TextLanguage = .english
  ) throws(EngineError) {
    self.language = language
    let words = TextUnits.words(TextCase.lower(text, language: language))
    guard !words.isEmpty else { throw EngineError("the text has no words") }
    vocabulary = try Vocabulary(
      counting: words, minFrequency: minFrequency, mostTokens: mostTokens, specials: specials,
      unknown: specials.contains("<unk>") ? "<unk>" : nil)
  }

  /// A vocabulary that there is already.
  public init(vocabulary: Vocabulary, language: TextLanguage = .english) {
    self.vocabulary = vocabulary
    self.language = language
  }

  public func encode(_ text: String) throws(EngineError) -> [Int] {
    var indices: [Int] = []
    for part in SpecialTokens(vocabulary.bracketed).parts(of: text) {
      switch part {
      case .special(let token): indices.append(try vocabulary.indexOrUnknown(of: token))
      case .text(let text):
        for word in TextUnits.words(TextCase.lower(text, language: language)) {
          indices.append(try vocabulary.indexOrUnknown(of: word))
        }
      }
    }
    return indices
  }

  /// The words with blanks between them.
  public func decode(_ indices: [Int]) throws(EngineError) -> String {
    var words: [String] = []
    for index in indices { words.append(try vocabulary.token(at: index)) }
    return words.joined(separator: " ")
  }
}

/// Characters as a person sees them, case and blanks kept.
public struct CharacterTokenizer: Tokenizer {
  public let name = "characters"
  /// The tokens with their indices.
  public let vocabulary: Vocabulary

  /// The characters of a text in the order of their Unicode scalars, after the special tokens.
  public init(training text: String, specials: [String] = []) throws(EngineError) {
    let characters = Set(TextUnits.characters(text).map { ExactText($0) })
    guard !characters.isEmpty else { throw EngineError("the text is empty") }
    vocabulary = Vocabulary(
      specials + characters.map(\.text).sorted { ExactText.precedes($0, $1) },
      unknown: specials.contains("<unk>") ? "<unk>" : nil)
  }

  /// A vocabulary of single characters.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  public func encode(_ text: String) throws(EngineError) -> [Int] {
    var indices: [Int] = []
    for part in SpecialTokens(vocabulary.bracketed).parts(of: text) {
      switch part {
      case .special(let token): indices.append(try vocabulary.indexOrUnknown(of: token))
      case .text(let text):
        for character in text {
          indices.append(try vocabulary.indexOrUnknown(of: String(character)))
        }
      }
    }
    return indices
  }

  public func decode(_ indices: [Int]) throws(EngineError) -> String {
    var text = ""
    for index in indices { text += try vocabulary.token(at: index) }
    return text
  }
}

extension Vocabulary {
  /// The tokens in brackets, such as `<pad>`: no word or character is written so.
  var bracketed: [String] {
    tokens.filter { $0.count > 2 && $0.hasPrefix("<") && $0.hasSuffix(">") }
  }
}
