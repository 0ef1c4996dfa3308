import ArgumentParser
import Glibc
import Language
import Notebook
import Terminal

/// `nabla [FILE]`: the full screen, or the line mode where the full screen cannot be.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: Speech.words("Open the notebook (the default)."))

  @ArgumentParser.Argument(
    help: .said(
      "A session file, or the name of a session; opened in the language in use where it is translated."
    ))
  var file: String?

  @Flag(help: .said("The line mode, even where the full screen is possible."))
  var plain = false

  @Option(help: .said("The seed of a new session."))
  var seed: UInt64 = 42

  @OptionGroup var common: CommonOptions

  func run() throws {
    var start = Start()
    if let file {
      try start.take(SessionInput.opened(file, in: common.language.inUse))
    }
    try Prompt.run(start, plain: plain, seed: seed, common: common)
  }
}

/// `nabla replay FILE`: watch a session again.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: Speech.words("Watch a session again, at its own pace or faster."))

  @ArgumentParser.Argument(
    help: .said(
      "A session file, or the name of a session; opened in the language in use where it is translated."
    ))
  var file: String

  @Option(help: .said("How many times faster."))
  var speed = 1.0

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard ReplaySchedule.speeds.contains(speed) else {
      throw ValidationError(Speech.words("--speed must be between 0.01 and 1000, not \(speed)"))
    }
    var start = Start()
    try start.take(SessionInput.opened(file, in: common.language.inUse))
    start.replaySpeed = speed
    try Prompt.run(start, plain: false, seed: 42, common: common)
  }
}

/// What a prompt begins with.
struct Start {
  var document: SessionDocument?
  var file: String?
  /// What to say about the file.
  var note: String?
  /// Set: the document is replayed, not run at once.
  var replaySpeed: Double?

  /// Reads the session to begin with.
  mutating func take(_ session: OpenedSession) throws {
    document = try SessionInput.read(session.path)
    file = session.path
    note = session.note
  }
}

enum Prompt {
  static func run(_ start: Start, plain: Bool, seed: UInt64, common: CommonOptions) throws {
    let capabilities = common.capabilities()
    common.prepare()
    StateFolder.make()
    let history = StateFolder.path.map { HistoryFile(path: $0 + "/history") }
    let journal = StateFolder.path.map { Journal(folder: $0 + "/sessions") }
    if capabilities.fullScreen, !plain {
      let screen = try FullScreen(
        capabilities, common, history: history, journal: journal, seed: seed)
      try screen.run(start)
    } else {
      if !plain, let problem = capabilities.problem, isatty(STDIN_FILENO) == 1 {
        complain("nabla: " + Speech.words("line mode: \(problem)"))
      }
      let lineMode = LineMode(
        capabilities, common, history: history, journal: journal, seed: seed)
      try lineMode.run(start)
    }
  }
}
