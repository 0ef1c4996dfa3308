// A request of `export` as the text of its file: the screen or plots drawn for the format.

public import Notebook
import Plotting
public import Screen
import Translation

/// Pictures and tables for files.
public enum ExportRenderer {
  /// The file's content.
  ///
  /// - Parameter state: the screen as it is; its size, theme and glyphs hold where the request says
  ///   nothing.
  public static func content(_ request: ExportRequest, screen state: AppState) -> String {
    if let table = request.table { return table.text }
    let appearance = appearance(request, state.appearance)
    switch request.subject {
    case .screen(let snapshot):
      var state = state
      state.appearance = appearance
      if let snapshot { _ = state.update(.snapshot(snapshot, at: state.recordedTime)) }
      let size = Size(
        columns: request.columns ?? state.size.columns, rows: request.rows ?? state.size.rows)
      if size != state.size { _ = state.update(.input(.resize(size))) }
      let frame = AppRenderer.render(state)
      return text(
        frame, request.format, title: "nabla, \(state.snapshot.title)", description: nil,
        appearance)
    case .plots(let plots):
      let frame = frame(plots, columns: request.columns, rows: request.rows, appearance)
      return text(
        frame, request.format, title: plots.map(\.title).joined(separator: ", "),
        description: plots.flatMap { Output.plot($0).recordedLines.map(\.text) }
          .joined(separator: "\n"), appearance)
    }
  }

  /// A frame in a format that shows frames.
  public static func text(
    _ frame: Frame, _ format: ExportRequest.Format, title: String, description: String? = nil,
    _ appearance: Appearance
  ) -> String {
    switch format {
    case .text, .csv: frame.lines.map { $0 + "\n" }.joined()
    case .ansi: FrameANSI.text(frame)
    case .svg:
      FrameSVG.text(frame, title: title, description: description, theme: appearance.theme)
    }
  }

  /// What a file of a format can show, wherever it is made: a picture has all colours even when the
  /// terminal has none.
  public static func appearance(
    _ format: ExportRequest.Format, _ screen: Appearance
  ) -> Appearance {
    var result = screen
    // What is written to a file is English, as what is recorded.
    result.language = .english
    switch format {
    case .text, .csv: result.colors = .none
    case .ansi: if result.colors == .none { result.colors = .palette256 }
    case .svg:
      result.colors = .truecolor
      result.glyphs = .unicode
    }
    return result
  }

  private static func appearance(_ request: ExportRequest, _ screen: Appearance) -> Appearance {
    var result = appearance(request.format, screen)
    if let theme = request.theme.flatMap({ Appearance.Theme(rawValue: $0) }) {
      result.theme = theme
    }
    return result
  }

  /// Plots below each other; `rows` is for all of them.
  private static func frame(
    _ plots: [PlotOutput], columns: Int?, rows: Int?, _ appearance: Appearance
  ) -> Frame {
    let columns = max(8, min(columns ?? 80, 1000))
    let heights = plots.map { plot in
      rows.map { max(3, $0 / max(1, plots.count)) }
        ?? PlotDrawing.inlineRows(of: plot, columns: columns, appearance)
    }
    let total = min(heights.reduce(0, +) + max(0, plots.count - 1), 1000)
    var frame = Frame(size: Size(columns: columns, rows: total))
    var row = 0
    for (plot, height) in zip(plots, heights) {
      PlotDrawing.chart(for: plot).draw(
        into: &frame, area: Rect(column: 0, row: row, columns: columns, rows: height),
        appearance: appearance)
      row += height + 1
    }
    if appearance.glyphs == .ascii { frame.transliterate() }
    return frame
  }
}
