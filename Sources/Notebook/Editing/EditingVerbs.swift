// run, cells: the session's cells as a list, and executed again.

import Language

enum Editing {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "run", .phraseOrExpression([.init("all"), .init("rest")]), usage: "run all | rest | N",
      summary: "Executes the session's cells again: all from the beginning, those that were not "
        + "run, or cell N and all after it.", example: "x = 3\ny = x + 1\nrun 1",
      isRecorded: false
    ) { notebook, verb throws(Diagnostic) in
      switch verb.subject {
      case .phrase("rest", _): try notebook.ask(verb, .edit(.runRest))
      case .expression(let expression):
        let number = try notebook.integer(expression, "a cell's number")
        // The cell that says so is on the list already.
        guard number >= 1, number < notebook.cells.count + notebook.pendingCells.count else {
          throw Diagnostic(
            "there is no cell [\(number)]", at: expression.range, hint: "cells lists them")
        }
        try notebook.ask(verb, .edit(.run(from: number)))
      default: try notebook.ask(verb, .edit(.run(from: 1)))
      }
    },
    VerbEntry(
      "cells", usage: "cells",
      summary: "Lists the session's cells with what they lack: not run, failed, or an input that "
        + "was redefined later.", example: "x = 3\ny = x + 1\nx = 4\ncells", isRecorded: false
    ) { notebook, _ throws(Diagnostic) in
      for cell in notebook.allCells.dropLast(notebook.pendingCells.isEmpty ? 1 : 0) {
        notebook.show(.volatile(notebook.line(cell)))
      }
    },
  ]
}

extension Notebook {
  /// `[2] y = x + 1  (x redefined in [3])`
  fileprivate func line(_ cell: Cell) -> String {
    let lines = VisibleText.split(cell.editableText)
    var text = "[\(cell.number)] \(lines.first ?? "")" + (lines.count > 1 ? " …" : "")
    switch cell.status {
    case .pending: text += "  (not run)"
    case .failed: text += "  (failed)"
    case .undone: text += "  (undone)"
    case .running, .done: if let stale = cell.stale { text += "  (\(stale.text))" }
    }
    return text
  }
}
