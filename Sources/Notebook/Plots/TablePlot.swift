// plot table(x, rows, columns): a matrix with the names of its rows and columns.

import Engine
import Language

enum TablePlot {
  static let entry = PlotEntry(
    "table(x, rows=none, columns=none)",
    summary: "A matrix as numbers in coloured cells, with the names of its rows and columns; a "
      + "vector is one row.",
    example: "t = tokens(\"the man sees the boy\")\n"
      + "plot table(one_hot(t, 4), rows=t.tokens, columns=t.vocabulary)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let node = try arguments.tensor("x", "a matrix")
    let title = try notebook.currentSource[arguments.required("x", "a matrix").range]
    let shape: Shape = notebook.graph.shape(node)
    guard (1...2).contains(shape.rank), shape.count > 0 else {
      throw Diagnostic(
        "table needs a matrix or a vector, this has shape \(shape)", at: call.range,
        hint: shape.rank > 2 ? "plot table(x[0]) shows a part of it" : nil)
    }
    let rows = try names(arguments, "rows", shape.rank == 2 ? shape[0] : 1)
    let columns = try names(arguments, "columns", shape[-1])
    return PlotRequest(live: title, of: [node], notebook) { tensors in
      var view = MatrixView(title, tensors[0], .value)
      view.rowNames = rows.prefix(view.rows).map(VisibleText.line)
      view.columnNames = columns.prefix(view.columns).map(VisibleText.line)
      return .matrix(view)
    }
  }

  /// As many names as an axis has places; none without the argument.
  private static func names(
    _ arguments: PlotArguments, _ axis: String, _ count: Int
  ) throws(Diagnostic) -> [String] {
    guard let names = try arguments.names(axis) else { return [] }
    guard names.count >= count else {
      throw Diagnostic(
        "table: there are \(count) \(axis) and \(names.count) names", at: arguments.call.range)
    }
    return names
  }
}

extension MatrixView {
  var hasNames: Bool { !rowNames.isEmpty || !columnNames.isEmpty }
}

/// A matrix with names as text.
enum MatrixNames {
  /// No more columns are written out.
  private static let mostColumns = 16
  private static let mostRows = 40

  /// A record a number: the names of its row and column, or what they are counted as.
  static func csv(_ view: MatrixView) -> CSV {
    var table = CSV(["row", "column", "value"])
    guard view.columns > 0 else { return table }
    for (place, value) in view.values.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: view.columns)
      table.add([
        name(view.rowNames, row), name(view.columnNames, column), NumberText.full(value),
      ])
    }
    return table
  }

  private static func name(_ names: [String], _ place: Int) -> String {
    names.indices.contains(place) ? names[place] : String(place)
  }

  static func lines(_ view: MatrixView) -> [String] {
    let columns = min(view.columns, mostColumns)
    let rows = min(view.rows, mostRows)
    let isCut = columns < (view.shape.last ?? 1)
    var table = TableOutput(
      header: [""] + (0..<columns).map { name(view.columnNames, $0) } + (isCut ? ["…"] : []),
      rows: (0..<rows).map { row in
        [view.rows > 1 || !view.rowNames.isEmpty ? name(view.rowNames, row) : ""]
          + (0..<columns).map { NumberText.short(view.values[row * view.columns + $0]) }
          + (isCut ? ["…"] : [])
      })
    let all = view.shape.count > 1 ? view.shape[view.shape.count - 2] : 1
    if rows < all {
      table.rows.append(
        ["… \(all - rows) more"] + Array(repeating: "", count: columns + (isCut ? 1 : 0)))
    }
    return ["\(view.name) \(TensorText.shapeText(view.shape))"]
      + TableText.lines(table).map { "  " + $0 }
  }
}
