// The screens that are little more than a word: too small, the tab bar, the offer of what an
// interrupted session left.

import Screen

/// The words for a screen on which nothing fits.
enum TooSmallView {
  static func draw(into frame: inout Frame, area: Rect) {
    guard !area.isEmpty else { return }
    // In pieces where even the two words are too wide: no ellipsis could say more.
    let words = area.columns >= 9 ? ["too small"] : ["too", "small"]
    let top = area.row + max(0, (area.rows - words.count) / 2)
    for (index, word) in words.enumerated() {
      let column = area.column + max(0, (area.columns - word.count) / 2)
      frame.put(word, row: top + index, column: column, clip: area)
    }
  }
}

/// The tabs of a small screen.
enum TabBar {
  static func draw(
    _ tabs: [Pane], selected: Pane, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    let wide = tabs.reduce(0) { $0 + $1.title.count + 3 }
    var column = area.column
    // Where not all fit, the selected one comes first.
    let start = wide <= area.columns ? 0 : tabs.firstIndex(of: selected) ?? 0
    for tab in tabs[start...] {
      let text = " " + tab.title + " "
      if column + text.count > area.endColumn { break }
      let style = appearance.style(tab == selected ? .selection : .dim)
      // Without colours and attributes the brackets tell.
      let shown = tab == selected ? "[" + tab.title + "]" : text
      column = frame.put(shown, row: area.row, column: column, style: style, clip: area) + 1
    }
  }
}

/// The offer to go on with an interrupted session.
enum OfferView {
  static func draw(
    _ offer: String, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    var lines = StyledLine(appearance.shown(offer), appearance.style(.heading))
      .wrapped(to: area.columns)
    lines.append(StyledLine())
    lines.append(StyledLine("Enter  open it").fitted(to: area.columns))
    lines.append(StyledLine("Esc    leave it and start anew").fitted(to: area.columns))
    frame.fill(area)
    frame.draw(lines.map { Block($0) }, in: area)
  }
}
