// The panes: which has the focus, which layout holds, and what moves within a pane.

extension AppState {
  mutating func choose(_ preset: Layout.Preset) -> [AppEffect] {
    chosenLayout = preset
    if let focus, !layout.focusable.contains(focus) { self.focus = nil }
    return []
  }

  mutating func leavePane() -> [AppEffect] {
    focus = nil
    return []
  }

  mutating func nextPane() -> [AppEffect] {
    let layout = layout
    if layout.isTooSmall { return [] }
    if !layout.tabs.isEmpty {
      let index = layout.tabs.firstIndex(of: tab) ?? 0
      tab = layout.tabs[(index + 1) % layout.tabs.count]
      focus = tab == .cells ? nil : tab
      return []
    }
    let panes = layout.focusable
    guard let focus, let index = panes.firstIndex(of: focus) else {
      self.focus = panes.first
      return []
    }
    self.focus = index + 1 < panes.count ? panes[index + 1] : nil
    return []
  }

  /// Moves what the arrows move: a crosshair, a choice in the list, an element, or the pane.
  mutating func moveCursor(_ columns: Int, _ rows: Int) -> [AppEffect] {
    switch focus {
    case .attention where overlay == nil: move(columns, rows)
    case .instruction where overlay == nil: return moveElement(columns, rows)
    default: if rows != 0 { return moveRows(by: rows) }
    }
    return []
  }

  /// Moves the choice in the program's list, or scrolls.
  mutating func moveRows(by rows: Int) -> [AppEffect] {
    if focus == .program, overlay == nil { return chooseRow(by: rows) }
    scrollPane(by: rows)
    return []
  }

  mutating func page(_ pages: Int) -> [AppEffect] { moveRows(by: pages * pageRows) }
}
