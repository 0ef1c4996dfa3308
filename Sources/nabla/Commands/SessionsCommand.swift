import ArgumentParser
import Notebook

/// `nabla sessions`: what can be opened.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List the sessions that can be opened.")

  func run() throws {
    for line in Self.lines() { say(line) }
  }

  /// Name and heading of every session of the library.
  static func lines() -> [String] {
    let files = FolderListing.library()
    guard !files.isEmpty else {
      return ["no sessions here: go to a folder with sessions/, or set NABLA_SESSIONS"]
    }
    let width = files.map { SessionFile.title(forPath: $0).count }.max() ?? 0
    return files.map { file in
      let title = SessionFile.title(forPath: file)
      let padding = String(repeating: " ", count: width - title.count)
      let document = try? SessionFile.read(path: file, verbs: Catalogue.standard.grammars)
      let heading = document?.cells.first { $0.prose?.hasPrefix("#") == true }?.prose ?? ""
      let line = heading.split(separator: "\n").first ?? ""
      return "\(title)\(padding)  \(line.drop { $0 == "#" || $0 == " " })"
    }
  }
}
