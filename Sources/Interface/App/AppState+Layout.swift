// Layouts changed by hand: zoomed, resized, moved panes; what of it is kept with the session.

import Notebook
import Screen

/// A rule that the mouse holds: the panes at its sides, by their slots.
struct HeldRule: Hashable, Sendable {
  var isVertical: Bool
  var first: Pane
  var second: Pane
}

extension AppState {
  /// The layout that holds.
  public var preset: Layout.Preset {
    chosenLayout ?? Layout.Preset(rawValue: snapshot.layout) ?? .notebook
  }

  /// What was changed about it.
  public var arrangement: Arrangement {
    get { arrangements[preset] ?? Arrangement() }
    set { arrangements[preset] = newValue.isEmpty ? nil : newValue }
  }

  mutating func choose(_ preset: Layout.Preset) -> [AppEffect] {
    chosenLayout = preset
    arrangement.zoomed = nil
    leaveHiddenPane()
    return keepArrangement()
  }

  /// The prompt has the focus when the pane that had it is not on the screen.
  mutating func leaveHiddenPane() {
    if let focus, !layout.focusable.contains(focus) { self.focus = nil }
  }

  // MARK: Zoom

  /// The pane with the focus, or the cells, fills the screen; again, all panes are back.
  mutating func zoom() -> [AppEffect] {
    guard layout.tabs.isEmpty, !layout.isTooSmall else {
      message = "a small screen shows one pane at a time"
      return [.bell]
    }
    arrangement.zoomed = arrangement.zoomed == nil ? focus ?? .cells : nil
    leaveHiddenPane()
    return keepArrangement()
  }

  /// The layout as it is without zoom.
  var wholeLayout: Layout {
    var whole = self
    whole.arrangement.zoomed = nil
    return whole.layout
  }

  // MARK: Sizes

  /// Moves the rule at the right of the pane with the focus, or at its left.
  mutating func widen(by columns: Int) -> [AppEffect] {
    let layout = layout
    let slot = arrangement.slot(of: focus ?? .cells)
    guard let band = layout.bands.first(where: { $0.slots.contains(slot) }),
      let index = band.slots.firstIndex(of: slot), band.slots.count > 1
    else { return noRoom() }
    let isLast = index == band.slots.count - 1
    let moved =
      isLast
      ? resizeColumns(band.slots[index - 1], slot, by: -columns, layout)
      : resizeColumns(slot, band.slots[index + 1], by: columns, layout)
    return moved ? keepArrangement() : noRoom()
  }

  /// Moves the rule below the band with the focus, or above it.
  mutating func heighten(by rows: Int) -> [AppEffect] {
    let layout = layout
    let slot = arrangement.slot(of: focus ?? .cells)
    guard let index = layout.bands.firstIndex(where: { $0.slots.contains(slot) }),
      layout.bands.count > 1
    else { return noRoom() }
    let isLast = index == layout.bands.count - 1
    let moved =
      isLast
      ? resizeRows(index - 1, by: -rows, layout) : resizeRows(index, by: rows, layout)
    return moved ? keepArrangement() : noRoom()
  }

  private mutating func noRoom() -> [AppEffect] {
    message = layout.tabs.isEmpty ? "no room there" : "a small screen shows one pane at a time"
    return [.bell]
  }

  private mutating func resizeColumns(
    _ left: Pane, _ right: Pane, by columns: Int, _ layout: Layout
  ) -> Bool {
    guard let band = layout.bands.first(where: { $0.slots.contains(left) }),
      let before = layout.slots[left]?.columns, let after = layout.slots[right]?.columns
    else { return false }
    let delta = max(8 - before, min(columns, after - 8))
    guard delta != 0, before >= 8, after >= 8 else { return false }
    var changed = arrangement
    for slot in band.slots { changed.columns[slot] = layout.slots[slot]?.columns }
    changed.columns[left] = before + delta
    changed.columns[right] = after - delta
    arrangement = changed
    return true
  }

  private mutating func resizeRows(_ index: Int, by rows: Int, _ layout: Layout) -> Bool {
    guard layout.bands.indices.contains(index), layout.bands.indices.contains(index + 1) else {
      return false
    }
    let (upper, lower) = (layout.bands[index], layout.bands[index + 1])
    let delta = max(3 - upper.rows, min(rows, lower.rows - 3))
    guard delta != 0, upper.rows >= 3, lower.rows >= 3 else { return false }
    var changed = arrangement
    for band in layout.bands { changed.rows[band.slots[0]] = band.rows }
    changed.rows[upper.slots[0]] = upper.rows + delta
    changed.rows[lower.slots[0]] = lower.rows - delta
    arrangement = changed
    return true
  }

  /// The panes are where and as large as the layout has them.
  mutating func resetArrangement() -> [AppEffect] {
    arrangement = Arrangement()
    leaveHiddenPane()
    return keepArrangement()
  }

  // MARK: Places

  /// The nearest pane in a direction.
  func neighbour(_ columns: Int, _ rows: Int) -> Pane? {
    let layout = layout
    guard let own = layout.panes[focus ?? .cells] else { return nil }
    let column = own.column + own.columns / 2
    let row = own.row + own.rows / 2
    let found = layout.focusable.filter { $0 != focus ?? .cells }.compactMap { pane in
      layout.panes[pane].flatMap { other -> (pane: Pane, distance: Int)? in
        let isBeyond =
          columns > 0
          ? other.column >= own.endColumn
          : columns < 0
            ? other.endColumn <= own.column
            : rows > 0 ? other.row >= own.endRow : other.endRow <= own.row
        let isBeside =
          columns != 0
          ? other.row < own.endRow && own.row < other.endRow
          : other.column < own.endColumn && own.column < other.endColumn
        guard isBeyond, isBeside else { return nil }
        let away =
          abs(other.column + other.columns / 2 - column) + abs(other.row + other.rows / 2 - row)
        return (pane, away)
      }
    }
    return found.min { $0.distance < $1.distance }?.pane
  }

  /// The pane with the focus changes places with its neighbour.
  mutating func movePane(_ columns: Int, _ rows: Int) -> [AppEffect] {
    guard let other = neighbour(columns, rows) else { return noRoom() }
    arrangement.swap(focus ?? .cells, other)
    return keepArrangement()
  }

  mutating func focusNeighbour(_ columns: Int, _ rows: Int) -> [AppEffect] {
    guard let other = neighbour(columns, rows) else { return [.bell] }
    focus = other
    return []
  }

  // MARK: The mouse at a rule

  /// Takes hold of the rule at a place.
  mutating func holdRule(at place: Point, _ layout: Layout) -> Bool {
    heldRule = nil
    if layout.verticalRules.contains(where: { $0.contains(place) }) {
      let sides = layout.slots.filter { place.row >= $0.value.row && place.row < $0.value.endRow }
      if let left = sides.first(where: { $0.value.endColumn == place.column })?.key,
        let right = sides.first(where: { $0.value.column == place.column + 1 })?.key
      {
        heldRule = HeldRule(isVertical: true, first: left, second: right)
      }
    } else if layout.horizontalRules.contains(where: { $0.contains(place) }) {
      for (upper, lower) in zip(layout.bands, layout.bands.dropFirst())
      where layout.slots[lower.slots[0]]?.row == place.row + 1 {
        heldRule = HeldRule(isVertical: false, first: upper.slots[0], second: lower.slots[0])
      }
    }
    return heldRule != nil
  }

  /// The held rule follows the mouse.
  mutating func dragRule(to place: Point) {
    guard let rule = heldRule else { return }
    let layout = layout
    guard let second = layout.slots[rule.second] else { return }
    if rule.isVertical {
      _ = resizeColumns(rule.first, rule.second, by: place.column - second.column + 1, layout)
    } else if let index = layout.bands.firstIndex(where: { $0.slots[0] == rule.first }) {
      _ = resizeRows(index, by: place.row - second.row + 1, layout)
    }
  }

  // MARK: Kept with the session

  /// All layouts' changes as one word.
  var arrangementText: String {
    var parts: [String] = []
    if let chosenLayout { parts += ["now", chosenLayout.rawValue] }
    for preset in Layout.Preset.allCases {
      if let changes = arrangements[preset] { parts += [preset.rawValue, changes.text] }
    }
    return parts.joined(separator: "|")
  }

  mutating func keepArrangement() -> [AppEffect] {
    let text = arrangementText
    guard text != (sentArrangements.last ?? snapshot.arrangement) else { return [] }
    sentArrangements.append(text)
    return [.arrange(text)]
  }

  /// Takes over what a session says, unless it is what was said to it.
  mutating func followArrangement(_ text: String, after old: String) {
    if let known = sentArrangements.firstIndex(of: text) {
      sentArrangements.removeFirst(known + 1)
      return
    }
    guard text != old else { return }
    sentArrangements = []
    arrangements = [:]
    let words = text.prefix(4000).split(separator: "|", omittingEmptySubsequences: false)
      .map(String.init)
    for (name, value) in zip(words, words.dropFirst()).enumerated()
      .filter({ $0.offset % 2 == 0 }).map(\.element)
    {
      if name == "now" {
        chosenLayout = Layout.Preset(rawValue: value)
      } else if let preset = Layout.Preset(rawValue: name) {
        let changes = Arrangement(text: value)
        if !changes.isEmpty { arrangements[preset] = changes }
      }
    }
  }
}
