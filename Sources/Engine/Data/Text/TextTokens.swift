// `tokens(text, by=word)`: a text cut into words or characters, and numbered.

/// A text as a row of tokens.
public struct TokenSequence: Hashable, Sendable {
  /// What a token is.
  public enum Unit: String, Hashable, Sendable, CaseIterable { case word, character }

  public let tokens: [String]
  /// Each token's index in the vocabulary.
  public let indices: [Int]
  public let vocabulary: Vocabulary

  public static let descriptor = Descriptor(
    "tokens", .data, signature: "tokens(text, by=word|character)",
    summary: "Cuts a text into words (lower-cased, punctuation dropped) or characters.",
    shapes: "[n]",
    example: "t = tokens(\"The man sees the man and the man sees the boy\", by=word)")

  /// Words are runs of letters, digits and underscores with their combining marks, in lower case;
  /// everything else separates them. Characters are taken as a person sees them, case and blanks
  /// kept. Throws if there are none.
  public init(_ text: String, by unit: Unit = .word) throws(EngineError) {
    switch unit {
    case .word:
      tokens = Self.words(text)
      guard !tokens.isEmpty else { throw EngineError("the text has no words") }
    case .character:
      tokens = text.map { String($0) }
      guard !tokens.isEmpty else { throw EngineError("the text is empty") }
    }
    var vocabulary = Vocabulary()
    indices = tokens.map { vocabulary.add($0) }
    self.vocabulary = vocabulary
  }

  public var count: Int { tokens.count }

  /// The indices as numbers, `[n]`.
  public var tensor: Tensor { Tensor(shape: [count], values: indices.map(Float.init)) }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    // Lower-cased at once: a word's own marks (İ → i and a dot above) stay inside it.
    for scalar in text.lowercased().unicodeScalars {
      if isPart(scalar, of: word) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func isPart(
    _ scalar: Unicode.Scalar, of word: String.UnicodeScalarView
  ) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9", "_": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    case .nonspacingMark, .spacingMark, .enclosingMark: return !word.isEmpty
    default: return false
    }
  }
}
