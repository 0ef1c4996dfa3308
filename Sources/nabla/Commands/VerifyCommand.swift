import ArgumentParser
import Glibc
import Language
import Notebook

/// `nabla verify FILE-OR-FOLDER…`: runs afresh and compares with what is recorded.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare sessions with what is recorded in them.")

  @ArgumentParser.Argument(help: "Session files or folders of them.")
  var paths: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    var isFailed = false
    for file in try SessionInput.expand(paths) {
      let document = try SessionInput.read(file)
      let result = SessionRunner.verify(document, title: file)
      for difference in result.differences { say(difference.message) }
      if let cell = result.failed, let error = cell.error {
        say("\(file):\(cell.line): \(error.message)")
      }
      let isGood = result.differences.isEmpty && result.failed == nil && document.problems.isEmpty
      if isGood { say("\(file): verified") } else { isFailed = true }
    }
    if isFailed { throw ExitCode(1) }
  }
}
