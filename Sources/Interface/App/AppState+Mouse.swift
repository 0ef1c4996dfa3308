// The mouse: the wheel scrolls or zooms what is under it, a click goes to a pane and to what it shows
// there.

import Screen

extension AppState {
  mutating func take(_ mouse: MouseEvent) -> [AppEffect] {
    let wheel = mouse.action == .wheelUp ? -3 : mouse.action == .wheelDown ? 3 : 0
    if overlay == .help {
      scrollHelp(by: wheel)
      return []
    }
    guard overlay == nil else { return [] }
    let layout = layout
    switch mouse.action {
    case .press where holdRule(at: mouse.place, layout): return []
    case .drag:
      dragRule(to: mouse.place)
      return []
    case .release:
      guard heldRule != nil else { return [] }
      heldRule = nil
      return keepArrangement()
    default: break
    }
    let pane = layout.pane(at: mouse.place)
    if mouse.action == .press, pane == .tabs, let area = layout.panes[.tabs] {
      let found = TabBar.tab(
        at: mouse.place, layout.tabs, selected: tab, area: area, appearance: appearance)
      if let tab = found {
        choose(tab: tab)
      }
      return []
    }
    if wheel != 0 {
      if pane == .plots, let area = layout.panes[.plots] {
        wheelPlots(by: wheel, at: mouse.place, in: area)
      } else if pane == .attention, layout.panes[.attention] != nil {
        return move(0, wheel.signum())
      } else if pane == .loss {
        // The keys of the focused pane zoom what it shows; the wheel what is under it.
        let focused = focus
        focus = .loss
        wheelSeries(by: wheel)
        focus = focused
      } else if let pane, Pane.main.contains(pane) {
        scrollPane(pane, by: wheel)
      }
    } else if mouse.action == .press {
      pendingKeys = []
      focus = pane.flatMap { Pane.main.contains($0) ? $0 : nil }
      guard let focus, let area = layout.panes[focus] else { return [] }
      return click(focus, at: mouse.place, in: area)
    }
    return []
  }

  /// A click on what a pane shows; the pane has the focus already. A topic adds its pane here.
  private mutating func click(_ pane: Pane, at place: Point, in area: Rect) -> [AppEffect] {
    switch pane {
    case .loss:
      clickLoss(at: place, in: area)
      return []
    case .gradients: return clickLayer(at: place, in: area)
    case .attention: return clickAttention(at: place, in: area)
    case .cells: return clickCell(at: place, in: area)
    case .program: return clickProgram(at: place, in: area)
    case .instruction: return clickElement(at: place, in: area)
    case .plots: return clickPlot(at: place, in: area)
    default: return []
    }
  }
}
