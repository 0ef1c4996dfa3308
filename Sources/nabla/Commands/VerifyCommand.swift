import ArgumentParser
import Glibc
import Language
import Notebook
import Translation

/// `nabla verify FILE-OR-FOLDER…`: runs afresh and compares with what is recorded.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Speech.words("Compare sessions with what is recorded in them.")
  )

  @ArgumentParser.Argument(help: .said("Session files or folders of them."))
  var paths: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    var isFailed = false
    for file in try SessionInput.expand(paths) {
      if SessionTwin.language(ofPath: file) != nil {
        if !Self.compareTwin(file) { isFailed = true }
        continue
      }
      let document = try SessionInput.read(file)
      let result = SessionRunner.verify(document, title: file)
      for difference in result.differences { tell(difference.message) }
      if let cell = result.failed, let error = cell.error {
        tell("\(file):\(cell.line): \(error.message)")
      }
      let isGood = result.differences.isEmpty && result.failed == nil && document.problems.isEmpty
      if isGood { tell("\(file): verified") } else { isFailed = true }
    }
    if isFailed { throw ExitCode(1) }
  }

  /// Compares a translation with its session, without executing it, and says how they compare.
  static func compareTwin(_ file: String) -> Bool {
    do throws(Diagnostic) {
      let lines = try twinLines(file)
      for line in lines.said { tell(line) }
      return lines.isGood
    } catch {
      SessionInput.complain(error)
      return false
    }
  }

  /// What to say about a name that means a translation (`xor.tr`), nil for other names.
  static func twin(_ name: String) throws(Diagnostic) -> [String]? {
    let path = try FolderListing.resolve(name, in: .english)
    guard SessionTwin.language(ofPath: path) != nil else { return nil }
    return try twinLines(path).said
  }

  /// What to say about a translation.
  static func twinLines(_ file: String) throws(Diagnostic) -> (said: [String], isGood: Bool) {
    if let found = try SessionTwin.difference(path: file, verbs: Catalogue.standard.grammars) {
      return ([found.message], false)
    }
    let original = SessionTwin.original(ofPath: file) ?? file
    return (["\(file): verified as a translation of \(original)"], true)
  }
}
