// The language in use, and saying things in it. It is one for the process: `--language` among the
// arguments, or what the locale says. Nothing below the program asks for it.

import Glibc
import Language
import Translation

/// What the program says to the person.
enum Speech {
  /// The language in use.
  static let language = DisplayLanguage.inUse(
    asked: asked(in: CommandLine.arguments),
    settings: ["LC_ALL", "LC_MESSAGES", "LANG"].map { (name: String) in
      getenv(name).map { String(cString: $0) }
    })

  /// The value of the last `--language`; the usage says so where it is none.
  ///
  /// The arguments are read here besides being parsed: what parsing itself says needs a language.
  static func asked(in arguments: [String]) -> DisplayLanguage? {
    var asked: DisplayLanguage?
    for (index, argument) in arguments.enumerated().dropFirst() {
      if argument == "--" { break }
      if argument == "--language", index + 1 < arguments.count {
        asked = DisplayLanguage(rawValue: arguments[index + 1])
      } else if argument.hasPrefix("--language=") {
        asked = DisplayLanguage(rawValue: String(argument.dropFirst("--language=".count)))
      }
    }
    return asked
  }

  static func words(_ english: String) -> String { language.words(english) }
}

/// Prints a line of words on standard output.
func tell(_ english: String) { say(Speech.words(english)) }
