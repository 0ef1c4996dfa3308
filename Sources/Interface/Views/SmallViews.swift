// The screens that are little more than a word: too small, the tab bar, the offer of what an
// interrupted session left.

import Screen

/// The words for a screen on which nothing fits.
enum TooSmallView {
  static func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard !area.isEmpty else { return }
    // In pieces where even the two words are too wide: no ellipsis could say more.
    let words = (area.columns >= 9 ? ["too small"] : ["too", "small"]).map(appearance.words)
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
    for (tab, place) in places(tabs, selected: selected, area: area, appearance: appearance) {
      let title = appearance.words(tab.title)
      let style = appearance.style(tab == selected ? .selection : .dim)
      // Without colours and attributes the brackets tell.
      let shown = tab == selected ? "[" + title + "]" : " " + title + " "
      frame.put(shown, row: area.row, column: place.column, style: style, clip: area)
    }
  }

  /// The tab under the mouse.
  static func tab(
    at point: Point, _ tabs: [Pane], selected: Pane, area: Rect, appearance: Appearance
  ) -> Pane? {
    places(
      tabs, selected: tabs.contains(selected) ? selected : .cells, area: area,
      appearance: appearance
    ).first { $0.place.contains(point) }?.tab
  }

  private static func places(
    _ tabs: [Pane], selected: Pane, area: Rect, appearance: Appearance
  ) -> [(tab: Pane, place: Rect)] {
    let width = { (tab: Pane) in DisplayWidth.of(appearance.words(tab.title)) }
    let wide = tabs.reduce(0) { $0 + width($1) + 3 }
    var column = area.column
    // Where not all fit, the selected one comes first.
    let start = wide <= area.columns ? 0 : tabs.firstIndex(of: selected) ?? 0
    var places: [(tab: Pane, place: Rect)] = []
    for tab in tabs[start...] {
      let columns = width(tab) + 2
      if column + columns > area.endColumn { break }
      places.append((tab, Rect(column: column, row: area.row, columns: columns, rows: 1)))
      column += columns + 1
    }
    return places
  }
}

/// A question with its answers: an interrupted session, or one that is not saved.
enum OfferView {
  static func draw(
    _ offer: String, _ choices: [String], into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    var lines = StyledLine(appearance.words(offer), appearance.style(.heading))
      .wrapped(to: area.columns)
    lines.append(StyledLine())
    lines += choices.map { StyledLine(appearance.words($0)).fitted(to: area.columns) }
    frame.fill(area)
    frame.draw(lines.map { Block($0) }, in: area)
  }
}
