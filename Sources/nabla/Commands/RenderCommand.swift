import ArgumentParser
import Interface
import Notebook
import Screen

/// `nabla render FILE --size 200x60`: the last frame, as text.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print the last frame of a session as text.")

  @Argument(help: "A session file.")
  var file: String

  @Option(help: "Columns and rows of the screen.")
  var size = "80x24"

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    guard let frameSize = Self.size(size) else {
      throw ValidationError("--size must be like 80x24 and at most 1000x1000, not '\(size)'")
    }
    let document = try SessionInput.read(file)
    let notebook = SessionRunner.notebook(
      for: document, title: SessionFile.title(forPath: file), clock: Clock.monotonic)
    let cells = SessionRunner.execute(document, in: notebook)
    let frame = TextRenderer.renderFrame(
      snapshot: notebook.snapshot(), size: frameSize, appearance: common.appearance())
    for line in frame.lines { say(line) }
    if cells.contains(where: { $0.status == .failed }) { throw ExitCode(1) }
  }

  static func size(_ text: String) -> Size? {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    return Size(columns: columns, rows: rows)
  }
}
