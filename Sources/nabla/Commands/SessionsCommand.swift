import ArgumentParser
import Notebook
import Translation

/// `nabla sessions`: what can be opened.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: Speech.words("List the sessions that can be opened."))

  @OptionGroup var language: LanguageOptions

  func run() throws {
    for line in Self.lines(in: language.inUse) { say(line) }
  }

  /// Every session of the library by topics, with its heading and first sentence.
  static func lines(in language: DisplayLanguage) -> [String] {
    let library = FolderListing.library()
    guard !library.entries.isEmpty else {
      return ["no sessions here: go to a folder with sessions/, or set NABLA_SESSIONS"]
    }
    return library.lines { entry in
      let document = try? SessionFile.read(
        path: entry.path(in: language), verbs: Catalogue.standard.grammars)
      return document?.cells.lazy.compactMap(\.prose).prefix(2).joined(separator: "\n\n")
    }
  }
}
