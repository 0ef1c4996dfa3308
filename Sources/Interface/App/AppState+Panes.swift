// The panes: which has the focus, and what moves within a pane.

extension AppState {
  mutating func leavePane() -> [AppEffect] {
    focus = nil
    return []
  }

  mutating func nextPane(by places: Int = 1) -> [AppEffect] {
    let layout = layout
    if layout.isTooSmall { return [] }
    if !layout.tabs.isEmpty {
      turnTab(by: places, layout.tabs)
      return []
    }
    // The prompt is one of the places.
    let panes = wholeLayout.focusable.map(Optional.some) + [nil]
    let index = panes.firstIndex(of: focus) ?? panes.count - 1
    let next = panes[((index + places) % panes.count + panes.count) % panes.count]
    focus = next
    // Zoomed, the panes go by one at a time.
    if arrangement.zoomed != nil, let next {
      arrangement.zoomed = next
      return keepArrangement()
    }
    return []
  }

  /// The cells' tab leaves the keys to the prompt.
  private mutating func turnTab(by places: Int, _ tabs: [Pane]) {
    let index = tabs.firstIndex(of: tab) ?? 0
    tab = tabs[((index + places) % tabs.count + tabs.count) % tabs.count]
    focus = tab == .cells ? nil : tab
  }

  /// Shows a tab and gives it the keys.
  mutating func choose(tab: Pane) {
    self.tab = tab
    focus = tab
  }

  /// Gives a pane the keys; another layout is not looked for.
  mutating func focusPane(_ pane: Pane) -> [AppEffect] {
    if layout.tabs.contains(pane) {
      choose(tab: pane)
    } else if layout.focusable.contains(pane) {
      focus = pane
    } else if arrangement.zoomed != nil, wholeLayout.focusable.contains(pane) {
      arrangement.zoomed = pane
      focus = pane
    } else {
      return [.bell]
    }
    return []
  }

  /// Moves what the arrows move: a crosshair, a choice in the list, an element, or the pane.
  mutating func moveCursor(_ columns: Int, _ rows: Int) -> [AppEffect] {
    switch focus {
    case .attention where overlay == nil: return move(columns, rows)
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
