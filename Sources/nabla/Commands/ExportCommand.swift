import ArgumentParser
import Interface
import Notebook
import Screen

/// `nabla export FILE --to FORMAT`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a session in another format.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, notebook, json }

  @Argument(help: "A session file.")
  var file: String

  @Option(help: "markdown, notebook (Jupyter) or json (a line a cell).")
  var to = Format.markdown

  @OptionGroup var common: CommonOptions

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    let document = try SessionInput.read(file)
    let notebook = SessionRunner.notebook(
      for: document, title: SessionFile.title(forPath: file), clock: Clock.monotonic)
    let cells = SessionRunner.execute(document, in: notebook)
    func drawing(_ plot: PlotOutput) -> String? {
      TextRenderer.lines(for: .plot(plot), columns: 80, appearance: .mono).joined(separator: "\n")
    }
    switch to {
    case .markdown: say(Export.markdown(cells: notebook.cells, drawing: drawing))
    case .notebook: say(Export.notebook(cells: notebook.cells, drawing: drawing))
    case .json: say(Export.jsonLines(cells: notebook.cells, drawing: drawing))
    }
    if cells.contains(where: { $0.status == .failed }) { throw ExitCode(1) }
  }
}
