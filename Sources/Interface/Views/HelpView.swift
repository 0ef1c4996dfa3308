// Help over the whole body: the keys, written from the key table, then the text that was handed
// in.

import Screen

/// The help screen.
enum HelpView {
  /// Draws help from line `scroll` on.
  static func draw(
    _ text: String, scroll: Int, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    frame.fill(area)
    let lines = lines(text, columns: area.columns, appearance: appearance)
    let skip = max(0, min(scroll, lines.count - area.rows))
    frame.draw(lines.map { Block($0) }, in: area, skipping: skip)
    if skip > 0 { Hint.above(into: &frame, area: area, appearance: appearance) }
    if lines.count - skip > area.rows {
      Hint.more(into: &frame, area: area, appearance: appearance)
    }
  }

  /// All lines; on a wide screen the keys stand in two columns.
  static func lines(_ text: String, columns: Int, appearance: Appearance) -> [StyledLine] {
    let isWide = columns >= 100
    let width = isWide ? (columns - 4) / 2 : columns
    let groups = KeyBinding.Context.allCases.compactMap {
      group($0, columns: width, appearance: appearance)
    }
    var lines: [StyledLine] = []
    if isWide {
      let half = groups.reduce(0) { $0 + $1.count } / 2
      var left: [StyledLine] = []
      var right: [StyledLine] = []
      for group in groups {
        if left.isEmpty || left.count + group.count / 2 <= half {
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
      lines = groups.flatMap { $0 }
    }
    if !text.isEmpty {
      lines += Markdown.lines(appearance.shown(text), columns: columns, appearance: appearance)
    }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func group(
    _ context: KeyBinding.Context, columns: Int, appearance: Appearance
  ) -> [StyledLine]? {
    let bindings = KeyTable.bindings.filter { $0.context == context }
    guard !bindings.isEmpty else { return nil }
    var lines = [StyledLine(title(of: context), appearance.style(.heading)).fitted(to: columns)]
    for binding in bindings {
      let keys = binding.keys.map { KeyTable.name(of: $0) }.joined(separator: ", ")
      var line = StyledLine("  " + keys.padded(to: 12) + " ", appearance.style(.code))
      line.append(binding.help)
      lines += line.wrapped(to: columns, indent: 15)
    }
    lines.append(StyledLine())
    return lines
  }

  private static func title(of context: KeyBinding.Context) -> String {
    switch context {
    case .always: "Keys"
    case .emptyPrompt: "While the line is empty"
    case .singleKeys: "Single keys (Alt-s), while walking a program; any other key types"
    case .replay: "While a session is replayed"
    case .pane: "In a pane"
    case .attention: "In the attention pane"
    case .program: "In the program's list"
    case .instruction: "In the instruction's matrices"
    case .overlay: "In this help"
    }
  }
}
