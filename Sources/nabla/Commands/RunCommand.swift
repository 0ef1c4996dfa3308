import ArgumentParser
import Glibc
import Interface
import Language
import Notebook
import Screen
import Translation

/// `nabla run FILE…`: executes without a terminal.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Speech.words("Execute sessions without a terminal."))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @ArgumentParser.Argument(help: .said("Session files."))
  var files: [String]

  @Option(help: .said("text, or json: one object a line, one a cell."))
  var format = Format.text

  @Option(help: .said("The seed, where the file names none."))
  var seed: UInt64?

  @Flag(help: .said("Write what is shown and the digests into the files."))
  var record = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    var isFailed = false
    for file in try SessionInput.expand(files, withTwins: false) {
      if try !execute(file) { isFailed = true }
    }
    if isFailed { throw ExitCode(1) }
  }

  private func execute(_ file: String) throws -> Bool {
    let document = try SessionInput.read(file)
    let notebook = SessionRunner.notebook(
      for: document, title: SessionFile.title(forPath: file), seed: seed, clock: Clock.monotonic)
    let appearance = common.appearance()
    let columns = Columns.ofOutput()
    if format == .text, files.count > 1 { say("── \(file)") }
    var areWritten = true
    let cells = SessionRunner.execute(document, in: notebook) { cell in
      defer { if !write(notebook, appearance) { areWritten = false } }
      switch format {
      case .json:
        if cell.prose == nil {
          say(
            JSONOutput.line(cell) {
              TextRenderer.lines(for: .plot($0), columns: 80, appearance: .ascii).joined(
                separator: "\n")
            })
        }
      case .text:
        for line in TextRenderer.lines(for: cell, columns: columns, appearance: appearance) {
          say(line)
        }
      }
    }
    let isGood = !cells.contains { $0.status == .failed }
    if record, isGood {
      var header = document.header
      header.seed = header.seed ?? notebook.seed
      let text = SessionFile.serialise(cells: notebook.recordedCells, header: header)
      try SessionFile.write(text, path: file)
      renewTwins(of: file, text)
    }
    return isGood && areWritten && document.problems.isEmpty
  }

  /// Carries what was recorded over into the translations; says why where that cannot be.
  private func renewTwins(of file: String, _ text: String) {
    for language in DisplayLanguage.allCases {
      guard let path = SessionTwin.path(ofOriginal: file, in: language), FolderListing.isFile(path)
      else { continue }
      do throws(Diagnostic) {
        let verbs = Catalogue.standard.grammars
        let renewed = try SessionTwin.renewed(
          try SessionFile.read(path: path, verbs: verbs),
          after: try SessionFile.parse(text, name: file, verbs: verbs), name: path)
        try SessionFile.write(renewed, path: path)
      } catch {
        SessionInput.complain(error)
      }
    }
  }

  /// Writes the files that a cell asked for; false when one could not be written.
  private func write(_ notebook: Notebook, _ appearance: Appearance) -> Bool {
    var isGood = true
    for request in notebook.exports {
      do throws(Diagnostic) {
        let done = try FileExport.carryOut(
          request,
          screen: TextRenderer.screen(
            of: notebook.snapshot(), size: FileExport.size, appearance: appearance))
        if format == .text { say("    " + done) }
      } catch {
        SessionInput.complain(error)
        isGood = false
      }
    }
    notebook.exports = []
    return isGood
  }
}

/// The width of the output.
enum Columns {
  /// The terminal's width, or 80 where there is none.
  static func ofOutput() -> Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : 80
  }
}
