// `corpus(…)`: a text that was written for this project, joined from lines when it is asked for.

/// Plain stories in paragraphs, of regular words, that small models can learn.
public enum CorpusText {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "corpus", .data, signature: "corpus(language=en)",
    summary:
      "A text to learn from: stories of a village in English (en) or Turkish (tr), or both (all).",
    shapes: "paragraphs with blank lines between them", source: "written for this project",
    example: "t = tokens(corpus(), by=word)")

  /// The text of a language: `en`, `tr`, or `all` for both, English first.
  public static func text(language: String = "en") throws(EngineError) -> String {
    switch language {
    case "en": return joined(CorpusEnglish.text)
    case "tr": return joined(CorpusTurkish.text)
    case "all": return joined(CorpusEnglish.text) + "\n" + joined(CorpusTurkish.text)
    default:
      throw EngineError(
        "the corpus has no part in '\(language)'", hint: "use \"en\", \"tr\" or \"all\"")
    }
  }

  private static func joined(_ text: StaticString) -> String {
    let text = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    return TextUnits.paragraphs(text).joined(separator: "\n\n") + "\n"
  }
}
