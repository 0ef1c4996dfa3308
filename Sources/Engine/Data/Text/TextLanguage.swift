// The languages whose letters need a rule of their own, and those that the built-in texts are in.

/// A language of texts.
public enum TextLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case german = "de"
  case turkish = "tr"

  /// The language of a two-letter code.
  public init(code: String) throws(EngineError) {
    guard let language = TextLanguage(rawValue: code) else {
      throw EngineError(
        "the language '\(code)' is not known",
        hint: "the languages are en, de and tr; others are lower-cased like English")
    }
    self = language
  }
}
