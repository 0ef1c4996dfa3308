// The words that the argument parser puts around the options, in the language in use.

import Translation

/// Usage and help of the command line.
enum Usage {
  /// The parser's text with its own words translated; the summaries of options are translated
  /// already. A line is taken after its indent, else after its first column.
  static func text(_ english: String, in language: DisplayLanguage = Speech.language) -> String {
    guard language != .english else { return english }
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { translated($0, language) }.joined(separator: "\n")
  }

  private static func translated(_ line: Substring, _ language: DisplayLanguage) -> String {
    let indent = line.prefix { $0 == " " }
    let rest = line[indent.endIndex...]
    let known = language.words(String(rest))
    if known != rest { return indent + known }
    if let gap = rest.firstRange(of: "  ") {
      let words = rest[gap.lowerBound...].drop { $0 == " " }
      let known = language.words(String(words))
      if known != words { return line[..<words.startIndex] + known }
    }
    // The parser puts these behind the summaries, and breaks lines among them.
    return ["default:", "(values:"].reduce(String(line)) {
      $0.replacing($1, with: language.words($1))
    }
  }
}
