// The cells pane: a notebook's command keys.

extension KeyTable {
  static let cells = KeyContext.pane(
    .cells, "In the cells (^X c goes there)",
    actions: [
      KeyAction("cell.previous", ["Up", "k"], "the cell above") { $0.moveCell(by: -1) },
      KeyAction("cell.next", ["Down", "j"], "the cell below") { $0.moveCell(by: 1) },
      KeyAction("cell.first", ["Home", "g"], "the first cell") { $0.moveCell(by: -1_000_000) },
      KeyAction("cell.last", ["End", "G"], "the last cell") { $0.moveCell(by: 1_000_000) },
      KeyAction("cell.edit", ["Enter", "e"], "its text comes to the line; Enter puts it back") {
        $0.editCell()
      },
      KeyAction("cell.fold-output", ["o"], "fold its output, or open it") { $0.fold(.output) },
      KeyAction("cell.fold", ["Space"], "fold the cell, or open it") { $0.fold(.all) },
      KeyAction("cell.fold-all", ["O"], "fold all outputs, or open them") { $0.foldAll() },
      KeyAction("cell.live", ["l"], "its plot as it is now, or as it was") { $0.toggleLive() },
      KeyAction("cell.run-again", ["r"], "run it again, as a new cell at the end") {
        $0.runAgain()
      },
      KeyAction("cell.run-from", ["R"], "back to before it; run it and all after it") {
        $0.runFromCell()
      },
      KeyAction("cell.move-up", ["K"], "move it up; what follows runs again") {
        $0.moveCellPlace(by: -1)
      },
      KeyAction("cell.move-down", ["J"], "move it down") { $0.moveCellPlace(by: 1) },
      KeyAction("cell.delete", ["d d", "Del"], "delete it; what follows runs again") {
        $0.deleteCell()
      },
      KeyAction("cell.undo", ["u"], "undo") { $0.undoCells("undo") },
      KeyAction("cell.redo", ["U"], "redo") { $0.undoCells("redo") },
      KeyAction("cell.search", ["/"], "search; Esc ends it") { $0.beginSearch() },
      KeyAction("cell.search-next", ["n"], "the next cell found") { $0.findNext(by: 1) },
      KeyAction("cell.search-previous", ["N"], "the one before") { $0.findNext(by: -1) },
    ])
}
