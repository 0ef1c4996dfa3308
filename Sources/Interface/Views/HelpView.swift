// Help over the whole body: the keys, written from the key table with what the person has bound,
// then the text that was handed in.

import Screen

/// The help screen.
enum HelpView {
  /// Draws help from line `scroll` on.
  static func draw(_ state: AppState, into frame: inout Frame, area: Rect) {
    guard !area.isEmpty else { return }
    frame.fill(area)
    let lines = lines(state, columns: area.columns)
    let skip = max(0, min(state.helpScroll, lines.count - area.rows))
    frame.draw(lines.map { Block($0) }, in: area, skipping: skip)
    if skip > 0 { Hint.above(into: &frame, area: area, appearance: state.appearance) }
    if lines.count - skip > area.rows {
      Hint.more(into: &frame, area: area, appearance: state.appearance)
    }
  }

  /// All lines; on a wide screen the keys stand in two columns.
  static func lines(_ state: AppState, columns: Int) -> [StyledLine] {
    let appearance = state.appearance
    let isWide = columns >= 120
    let width = isWide ? (columns - 4) / 2 : columns
    // From one column on where there is room for the longest, else each group as it needs.
    let longest = KeyTable.contexts.flatMap { $0.actions.map(\.name.count) }.max() ?? 0
    let names = width - keyColumns - 4 >= 36 + longest ? longest : nil
    let groups = KeyTable.contexts.compactMap { group($0, state, columns: width, names: names) }
    var lines = introduction(columns, appearance)
    if isWide {
      let half = groups.reduce(0) { $0 + $1.count } / 2
      var left: [StyledLine] = []
      var right: [StyledLine] = []
      for group in groups {
        if left.isEmpty || right.isEmpty && left.count + group.count / 2 <= half {
          left += group
        } else {
          right += group
        }
      }
      for row in 0..<max(left.count, right.count) {
        var line = row < left.count ? left[row] : StyledLine()
        if row < right.count {
          line.append(String(repeating: " ", count: max(0, width + 4 - line.width)))
          line.spans += right[row].spans
        }
        lines.append(line)
      }
    } else {
      lines += groups.flatMap { $0 }
    }
    if !state.helpText.isEmpty {
      lines += Markdown.lines(
        appearance.shown(state.helpText), columns: columns, appearance: appearance)
    }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func introduction(_ columns: Int, _ appearance: Appearance) -> [StyledLine] {
    let text =
      "Every action has a name: `:pane.next` at the prompt does what its keys do, "
      + "`bind F9 pane.next` gives it another one. `^X o` is ^X, then o. "
      + "A click chooses what is under it: a pane, a tab, a cell, a layer, a head, a step; the wheel "
      + "scrolls, and zooms a curve. Text is selected with the mouse while Shift is held."
    return Markdown.lines(
      appearance.words(text), columns: min(columns, 100), appearance: appearance)
      + [StyledLine()]
  }

  private static let keyColumns = 19

  private static func group(
    _ context: KeyContext, _ state: AppState, columns: Int, names common: Int?
  ) -> [StyledLine]? {
    guard !context.actions.isEmpty else { return nil }
    let appearance = state.appearance
    let names = common ?? context.actions.map(\.name.count).max() ?? 0
    // The names stand at the right where there is room for them.
    let room = columns - keyColumns - 4
    let nameColumns = room >= 36 + names ? names : 0
    var lines = [
      StyledLine(appearance.words(context.title), appearance.style(.heading)).fitted(to: columns)
    ]
    for action in context.actions {
      let keys = state.bindings.keys(of: action, in: context).map(\.text)
        .joined(separator: ", ")
      var line = StyledLine(
        "  " + (keys.isEmpty ? "-" : keys).padded(to: keyColumns) + " ", appearance.style(.code))
      line.append(appearance.words(action.summary))
      var wrapped = line.wrapped(
        to: nameColumns > 0 ? columns - nameColumns - 1 : columns, indent: keyColumns + 3)
      if nameColumns > 0, !action.name.isEmpty, !wrapped.isEmpty {
        let gap = max(1, columns - nameColumns - wrapped[0].width)
        wrapped[0].append(String(repeating: " ", count: gap))
        wrapped[0].append(action.name, appearance.style(.dim))
      }
      lines += wrapped
    }
    lines.append(StyledLine())
    return lines
  }
}
