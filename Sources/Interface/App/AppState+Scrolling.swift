// Scrolling of panes and help. Offsets stay within what there is, so that scrolling back begins at
// once.

import Notebook
import Screen

extension AppState {
  /// Rows that a page key moves.
  var pageRows: Int {
    let pane = layout.panes[focus ?? .cells] ?? Rect(size)
    return max(1, pane.rows - 1)
  }

  /// Scrolls help when it is open, otherwise the pane with the focus or the cells.
  mutating func scrollPane(by rows: Int) {
    if overlay == .help {
      scrollHelp(by: rows)
    } else {
      scrollPane(focus ?? .cells, by: rows)
    }
  }

  /// Scrolls a pane; positive is towards its end.
  mutating func scrollPane(_ pane: Pane, by rows: Int) {
    let old = scroll[pane] ?? 0
    switch pane {
    case .cells:
      // Counted from the end.
      guard let area = layout.panes[.cells] else { return }
      scroll[pane] = CellsView.clamped(
        scroll: old - rows, cells: snapshot.cells, look: cellsLook, size: area.size,
        appearance: appearance)
    case .program:
      let count = snapshot.program?.rows.count ?? 0
      let counter = snapshot.program.map { max(0, min($0.counter, count)) } ?? 0
      scroll[pane] = max(-counter, min(old + rows, count - counter))
    case .gradients:
      scroll[pane] = max(0, min(old + rows, gradientRowCount - 1))
    case .plots: scrollPlots(by: rows)
    case .instruction: scroll[pane] = max(0, min(old + rows, 1000))
    default: break
    }
  }

  mutating func scrollHelp(by rows: Int) {
    let lines = HelpView.lines(self, columns: size.columns).count
    helpScroll = max(0, min(helpScroll + rows, lines - max(1, size.rows - 3)))
  }
}
