// Executing a session file from its first cell on: how it is run, verified and rendered.

/// Executes the cells of a session document.
public enum SessionRunner {
  /// A notebook with the document's seed and no cell executed.
  ///
  /// - Parameter clock: seconds of a monotonic clock, for what is measured and never compared.
  public static func notebook(
    for document: SessionDocument, title: String, seed: UInt64? = nil,
    clock: (() -> Double)? = nil
  ) -> Notebook {
    let notebook = Notebook(seed: document.header.seed ?? seed ?? 42, title: title)
    notebook.clock = clock
    notebook.folder = document.folder
    return notebook
  }

  /// Executes all cells; stops after the first that fails.
  ///
  /// - Parameter onCell: told of every cell once it is done.
  /// - Returns: the cells as they came out, the failed one last.
  @discardableResult
  public static func execute(
    _ document: SessionDocument, in notebook: Notebook, control: (any RunControl)? = nil,
    onCell: (Cell) -> Void = { _ in }
  ) -> [Cell] {
    var results: [Cell] = []
    for cell in document.cells {
      let result = notebook.apply(cell, control: control)
      results.append(result)
      onCell(result)
      if result.status == .failed { break }
    }
    return results
  }

  /// Executes a document and compares every recorded line and digest.
  ///
  /// - Returns: the differences, and the error of the cell that failed, if one did.
  ///
  /// - Parameters:
  ///   - control: may end it early.
  ///   - onCell: told of every cell once it is done.
  public static func verify(
    _ document: SessionDocument, title: String, control: (any RunControl)? = nil,
    onCell: (Cell) -> Void = { _ in }
  ) -> (differences: [Difference], failed: Cell?) {
    let notebook = notebook(for: document, title: title)
    let cells = execute(document, in: notebook, control: control, onCell: onCell)
    let results = cells.filter { $0.prose == nil && $0.status == .done }.map(CellResult.init)
    return (
      Verification.compare(document: document, results: results, name: title),
      cells.first { $0.status == .failed }
    )
  }
}
