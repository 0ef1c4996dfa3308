// The option `--language`. What it says is read by `Speech`, before parsing.

import ArgumentParser
import Translation

/// The option that says in which language nabla speaks.
struct LanguageOptions: ParsableArguments {
  @Option(help: .said("en or tr; otherwise what LC_ALL, LC_MESSAGES or LANG say."))
  var language: LanguageOption?

  /// What was asked for, or what the locale says.
  var inUse: DisplayLanguage { Speech.language }
}

enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case en, tr
}

extension ArgumentHelp {
  /// What an option does, in the language in use.
  static func said(_ english: String) -> ArgumentHelp { ArgumentHelp(Speech.words(english)) }
}
