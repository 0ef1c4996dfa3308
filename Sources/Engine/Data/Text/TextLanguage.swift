// The languages whose letters need a rule of their own, and those that the built-in texts are in.

/// A language of texts.
public enum TextLanguage: String, Hashable, Sendable, CaseIterable {
  /// English, and whatever has its rules.
  case english = "en"
  /// German.
  case german = "de"
  /// Turkish, where I is the capital of ı and İ that of i.
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
