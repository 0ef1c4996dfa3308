// The language in use: `--language`, or the locale's.

import ArgumentParser
import Glibc
import Translation

/// The option that says in which language nabla speaks.
struct LanguageOptions: ParsableArguments {
  @Option(help: "en or tr; otherwise what LC_ALL, LC_MESSAGES or LANG say.")
  var language: LanguageOption?

  /// What was asked for, or what the locale says.
  var inUse: DisplayLanguage {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return DisplayLanguage.inUse(
      asked: language?.wanted,
      settings: names.map { (name: String) in getenv(name).map { String(cString: $0) } })
  }
}

enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case en, tr

  var wanted: DisplayLanguage? { DisplayLanguage(rawValue: rawValue) }
}
