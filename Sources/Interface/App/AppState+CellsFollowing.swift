// Where the cells pane looks when the cells change: new ones show at its end, a failure in the middle
// shows itself, and anything else leaves the pane where the person reads.

import Notebook
import Screen

extension AppState {
  /// What stands in the pane's first row: a cell, and how many of its rows are above the pane.
  struct CellsAnchor {
    var cell: Int
    var hiddenRows: Int
  }

  /// The pane's first row; nil at the end of the cells, where the pane follows what comes.
  var cellsAnchor: CellsAnchor? {
    guard let offset = scroll[.cells], offset > 0, let area = layout.panes[.cells], !area.isEmpty
    else { return nil }
    let rows = rowsOfCells(columns: area.columns)
    let wanted = min(offset + area.rows, rows.reduce(0, +))
    var reached = 0
    for index in rows.indices.reversed() {
      reached += rows[index]
      if reached >= wanted { return CellsAnchor(cell: index, hiddenRows: reached - wanted) }
    }
    return nil
  }

  /// Looks where the change of the cells wants to be seen.
  ///
  /// - Parameter anchor: where the pane looked before.
  mutating func followCells(after old: Snapshot, from anchor: CellsAnchor?) {
    guard old.cells != snapshot.cells else { return }
    let isAtEnd = hasGoneOn(after: old)
    if let anchor, !isAtEnd {
      show(anchor)
    } else {
      scroll[.cells] = 0
    }
    if focus == .cells {
      // Who chooses cells is not taken away from them: the message names what failed.
      if old.cells.count != snapshot.cells.count { showChosenCell() }
    } else if !isAtEnd, let failed = newFailure(after: old) {
      choose(cell: failed)
    }
  }

  /// Whether the cells went on at their end, or are another session's.
  private func hasGoneOn(after old: Snapshot) -> Bool {
    if old.title != snapshot.title { return true }
    guard old.cells.count < snapshot.cells.count else { return false }
    return zip(old.cells, snapshot.cells).allSatisfy { $0.editableText == $1.editableText }
  }

  /// The index of the cell whose failure ended what was executed, when that is news.
  private func newFailure(after old: Snapshot) -> Int? {
    let last = snapshot.cells.lastIndex { $0.prose == nil && $0.status != .pending }
    guard let last, snapshot.cells[last].status == .failed else { return nil }
    guard old.cells.indices.contains(last) else { return last }
    let was = old.cells[last]
    let now = snapshot.cells[last]
    let isKnown = was.status == .failed && was.source == now.source && was.error == now.error
    return isKnown ? nil : last
  }

  /// Scrolls so that this is the first row again, or as near as there are cells.
  private mutating func show(_ anchor: CellsAnchor) {
    guard let area = layout.panes[.cells], !area.isEmpty, !snapshot.cells.isEmpty else { return }
    let rows = rowsOfCells(columns: area.columns)
    let cell = min(anchor.cell, rows.count - 1)
    let hidden = min(anchor.hiddenRows, rows[cell] - 1)
    scroll[.cells] = max(0, rows[cell...].reduce(0, +) - max(0, hidden) - area.rows)
  }

  private func rowsOfCells(columns: Int) -> [Int] {
    CellsView.rowsOfEach(snapshot.cells, cellsLook, columns: columns, appearance: appearance)
  }
}
