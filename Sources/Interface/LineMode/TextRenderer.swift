// The line mode and headless runs: cells as lines of text, and a last frame without a terminal.

public import Notebook
import Plotting
public import Screen

/// Cells and frames as text.
public enum TextRenderer {
  /// All lines of a cell: prose, or input, outputs and error.
  public static func lines(
    for cell: NotebookCell, columns: Int, appearance: Appearance
  ) -> [String] {
    let columns = clamped(columns)
    return lines(
      CellBlocks.blocks(for: cell, columns: columns, appearance: appearance), columns, appearance)
  }

  /// The outputs and the error alone, for a line mode in which the input stands there already.
  public static func results(
    of cell: NotebookCell, columns: Int, appearance: Appearance
  ) -> [String] {
    let columns = clamped(columns)
    return lines(
      CellBlocks.results(of: cell, columns: columns, appearance: appearance), columns, appearance)
  }

  /// One output.
  public static func lines(
    for output: Output, columns: Int, appearance: Appearance
  ) -> [String] {
    let columns = clamped(columns)
    return lines(
      CellBlocks.blocks(for: output, columns: columns, appearance: appearance), columns,
      appearance)
  }

  /// A plot that fills a frame.
  public static func frame(of plot: PlotOutput, size: Size, appearance: Appearance) -> Frame {
    var frame = Frame(
      size: Size(columns: max(0, min(size.columns, 1000)), rows: max(0, min(size.rows, 1000))))
    PlotDrawing.chart(for: plot).draw(into: &frame, area: frame.bounds, appearance: appearance)
    if appearance.glyphs == .ascii { frame.transliterate() }
    return frame
  }

  /// The screen that a session ends with.
  public static func renderFrame(
    snapshot: Snapshot, size: Size, appearance: Appearance
  ) -> Frame {
    AppRenderer.render(screen(of: snapshot, size: size, appearance: appearance))
  }

  /// The state of a screen that nobody has touched.
  public static func screen(
    of snapshot: Snapshot, size: Size, appearance: Appearance
  ) -> AppState {
    var state = AppState(
      size: Size(columns: max(0, min(size.columns, 1000)), rows: max(0, min(size.rows, 1000))),
      appearance: appearance)
    _ = state.update(.snapshot(snapshot, at: snapshot.cells.last?.time ?? 0))
    return state
  }

  private static func clamped(_ columns: Int) -> Int { max(8, min(columns, 1000)) }

  private static func lines(
    _ blocks: [Block], _ columns: Int, _ appearance: Appearance
  ) -> [String] {
    // A block at a time: a long cell needs no frame as high as itself.
    blocks.flatMap { block in
      var frame = Frame(size: Size(columns: columns, rows: block.rows))
      block.draw(&frame, frame.bounds)
      if appearance.glyphs == .ascii { frame.transliterate() }
      return frame.lines
    }
  }
}
