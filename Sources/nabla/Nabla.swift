// The program: options, commands and exit codes. 0 success, 1 a cell failed or a comparison
// differed, 2 wrong usage, 130 interrupted.

import ArgumentParser
import Glibc

@main
struct Nabla: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nabla",
    abstract: Speech.words("An interactive terminal notebook for neural nets."),
    discussion: [
      "Without a command nabla opens the full screen: a new session, or FILE.",
      "A session is a text file ending in .nabla: script, notebook, recording and test in one.",
    ].map(Speech.words).joined(separator: "\n"),
    version: "0.1",
    subcommands: [
      PromptCommand.self, RunCommand.self, VerifyCommand.self, ReplayCommand.self,
      RenderCommand.self, ExportCommand.self, SessionsCommand.self,
    ],
    defaultSubcommand: PromptCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard code != .success else {
        say(Usage.text(fullMessage(for: error)))
        Glibc.exit(0)
      }
      complain(Usage.text(fullMessage(for: error)))
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
