// The languages in which nabla shows prose, help and messages. Which one is in use is decided by the
// program; nothing here reads the environment. What is recorded is English in all of them.

/// A language that nabla shows.
public enum DisplayLanguage: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case turkish = "tr"

  /// The language of a locale's name, as in `LANG`: `tr`, `tr_TR.UTF-8`, `tr_CY@euro` are Turkish,
  /// every other name is English.
  public init(locale: String) {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = DisplayLanguage(rawValue: code.lowercased()) ?? .english
  }

  /// The language that a program should use: what was asked for, else the first of the settings
  /// that is not empty (POSIX: `LC_ALL`, then `LC_MESSAGES`, then `LANG`), else English.
  public static func inUse(asked: DisplayLanguage?, settings: [String?]) -> DisplayLanguage {
    if let asked { return asked }
    return settings.lazy.compactMap(\.self).first { !$0.isEmpty }.map(DisplayLanguage.init(locale:))
      ?? .english
  }
}
