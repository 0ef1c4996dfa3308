import ArgumentParser
import Interface
import Notebook
import Screen

/// `nabla render FILE --size 200x60 --format svg`: the last frame.
struct RenderCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: Speech.words("Print the last frame of a session as text or as a picture."))

  @Argument(help: .said("A session file."))
  var file: String

  @Option(help: .said("Columns and rows of the screen."))
  var size = "80x24"

  @Option(help: .said("text, ansi (with colours, for less -R) or svg."))
  var format = Format.text

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    guard let frameSize = Self.size(size) else {
      throw ValidationError(
        Speech.words("--size must be like 80x24 and at most 1000x1000, not '\(size)'"))
    }
    let document = try SessionInput.read(file)
    let notebook = SessionRunner.notebook(
      for: document, title: SessionFile.title(forPath: file), clock: Clock.monotonic)
    let cells = SessionRunner.execute(document, in: notebook)
    let screen = TextRenderer.screen(
      of: notebook.snapshot(), size: frameSize, appearance: common.appearance())
    switch format {
    case .text: for line in AppRenderer.render(screen).lines { say(line) }
    case .ansi: put(picture(of: screen, .ansi))
    case .svg: put(picture(of: screen, .svg))
    }
    if cells.contains(where: { $0.status == .failed }) { throw ExitCode(1) }
  }

  private func picture(of screen: AppState, _ format: ExportRequest.Format) -> String {
    ExportRenderer.content(
      ExportRequest(path: "", format: format, subject: .screen(nil)), screen: screen)
  }

  static func size(_ text: String) -> Size? {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    return Size(columns: columns, rows: rows)
  }
}
