import ArgumentParser
import Glibc
import Interface
import Notebook
import Screen

/// `nabla export FILE --to FORMAT`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Speech.words("Write a session, or a plot of it, in another format."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, notebook, json, text, ansi, svg, csv, cast

    /// The formats that hold the last screen, or a plot.
    var picture: ExportRequest.Format? {
      switch self {
      case .text: .text
      case .ansi: .ansi
      case .svg: .svg
      case .csv: .csv
      case .markdown, .notebook, .json, .cast: nil
      }
    }
  }

  @Argument(help: .said("A session file."))
  var file: String

  @Option(
    help: .said(
      """
      markdown, notebook (Jupyter) or json (a line a cell); text, ansi or svg of the last screen or \
      of a plot; csv of a plot's data; cast (asciinema) of the session at its recorded pace.
      """))
  var to = Format.markdown

  @Option(help: .said("What follows 'plot': loss, 'boundary(net)', 'net.0.weight'; or attention."))
  var plot: String?

  @Option(help: .said("Columns and rows of the picture."))
  var size: String?

  @Option(help: .said("How many times faster a cast is."))
  var speed = 1.0

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if plot != nil, to.picture == nil {
      throw ValidationError(Speech.words("--plot needs --to text, ansi, svg or csv"))
    }
    if plot == nil, to == .csv {
      throw ValidationError(Speech.words("--to csv needs --plot, for example --plot loss"))
    }
    guard ReplaySchedule.speeds.contains(speed) else {
      throw ValidationError(Speech.words("--speed must be between 0.01 and 1000, not \(speed)"))
    }
    if let size, RenderCommand.size(size) == nil {
      throw ValidationError(
        Speech.words("--size must be like 80x24 and at most 1000x1000, not '\(size)'"))
    }
  }

  func run() throws {
    common.prepare()
    common.endWhenInterrupted()
    let document = try SessionInput.read(file)
    let title = SessionFile.title(forPath: file)
    let size = size.flatMap(RenderCommand.size)
    if to == .cast {
      let screen = ExportRenderer.appearance(.ansi, common.appearance())
      let cast = SessionCast.make(
        document, title: title, size: size ?? FileExport.size, speed: speed, appearance: screen)
      put(cast.text)
      if !cast.isGood { throw ExitCode(1) }
      return
    }
    let notebook = SessionRunner.notebook(for: document, title: title, clock: Clock.monotonic)
    let cells = SessionRunner.execute(document, in: notebook)
    if let format = to.picture {
      try putPicture(notebook, format, size)
    } else {
      putCells(notebook.cells)
    }
    if cells.contains(where: { $0.status == .failed }) { throw ExitCode(1) }
  }

  private func putCells(_ cells: [NotebookCell]) {
    func drawing(_ plot: PlotOutput) -> String? {
      TextRenderer.lines(for: .plot(plot), columns: 80, appearance: .mono).joined(separator: "\n")
    }
    switch to {
    case .notebook: say(Export.notebook(cells: cells, drawing: drawing))
    case .json: say(Export.jsonLines(cells: cells, drawing: drawing))
    default: say(Export.markdown(cells: cells, drawing: drawing))
    }
  }

  /// The last screen, or the plot that `export` at the prompt would write.
  private func putPicture(
    _ notebook: Notebook, _ format: ExportRequest.Format, _ size: Size?
  ) throws {
    let screen = TextRenderer.screen(
      of: notebook.snapshot(), size: size ?? FileExport.size, appearance: common.appearance())
    var request = ExportRequest(path: "", format: format, subject: .screen(nil))
    if let plot {
      let command = "export plot.\(format.rawValue) \(plot)"
      if let error = notebook.apply(command).error {
        SessionInput.complain(error)
        throw ExitCode(1)
      }
      guard let asked = notebook.exports.first else { return }
      request = asked
    }
    request.columns = size?.columns
    request.rows = size?.rows
    put(ExportRenderer.content(request, screen: screen))
  }
}
