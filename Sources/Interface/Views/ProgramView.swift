// The program as a list: what has run, what runs next, what stands broken at. The list follows the
// counter unless it was scrolled by hand.

import Notebook
import Screen

/// The program pane.
enum ProgramView {
  /// Draws the instructions around the counter, moved by `scroll` rows.
  static func draw(
    _ program: ProgramSnapshot, scroll: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    guard !area.isEmpty else { return }
    let done = min(max(0, program.counter), program.rows.count)
    var title = StyledLine("program", appearance.style(.heading))
    title.append("  step \(program.step)  ", appearance.style(.dim))
    title.append("\(done)/\(program.rows.count)", appearance.style(.dim))
    title.draw(into: &frame, row: area.row, column: area.column, clip: area)
    let list = Rect(
      column: area.column, row: area.row + 1, columns: area.columns, rows: area.rows - 1)
    guard !list.isEmpty else { return }

    let entries = entries(of: program)
    let target = entries.firstIndex(of: .row(done)) ?? entries.count
    // Two thirds of the list show what comes: one looks ahead more than back.
    let last = max(0, entries.count - list.rows)
    let first = min(last, max(0, min(last, target - list.rows / 3) + clamped(scroll)))
    let numberWidth = String(program.rows.count).count
    let longest = program.rows.lazy.map { $0.path.count }.max() ?? 0
    let pathWidth = list.columns >= 60 ? min(list.columns / 3, longest) : nil
    for offset in 0..<min(list.rows, entries.count - first) {
      let line: StyledLine
      switch entries[first + offset] {
      case .phase(let name):
        line = phaseLine(name, columns: list.columns, appearance: appearance)
      case .row(let index) where index < program.rows.count:
        line = rowLine(
          index, of: program, numberWidth: numberWidth, pathWidth: pathWidth,
          appearance: appearance)
      case .row:
        var end = StyledLine(appearance.glyph(" ▶ ", ascii: " > "), appearance.style(.accent))
        end.append("end of step \(program.step)", appearance.style(.dim))
        line = end
      }
      line.draw(into: &frame, row: list.row + offset, column: list.column, clip: list)
    }
    let current = target - first
    if done < program.rows.count && (0..<list.rows).contains(current) {
      frame.restyle(
        Rect(column: list.column, row: list.row + current, columns: list.columns, rows: 1)
      ) { $0.reverse = true }
    }
  }

  private enum Entry: Hashable {
    case phase(String)
    case row(Int)
  }

  private static func entries(of program: ProgramSnapshot) -> [Entry] {
    var entries: [Entry] = []
    var phase = ""
    for (index, row) in program.rows.enumerated() {
      if row.phase != phase {
        phase = row.phase
        entries.append(.phase(phase))
      }
      entries.append(.row(index))
    }
    if program.counter >= program.rows.count { entries.append(.row(program.rows.count)) }
    return entries
  }

  private static func clamped(_ scroll: Int) -> Int { max(-1_000_000, min(1_000_000, scroll)) }

  private static func phaseLine(
    _ name: String, columns: Int, appearance: Appearance
  ) -> StyledLine {
    let rule = appearance.glyph("─", ascii: "-")
    var line = StyledLine(rule + rule + " ", appearance.style(.rule))
    line.append(appearance.shown(name), appearance.style(phase: name))
    let rest = columns - line.width - 1
    line.append(" " + String(repeating: rule, count: max(0, rest)), appearance.style(.rule))
    return line
  }

  /// The state of an instruction: next, computed, `o` changed by hand, `s` stale.
  private static func mark(
    _ index: Int, of program: ProgramSnapshot, appearance: Appearance
  ) -> (String, Role) {
    if index == program.counter { return (appearance.glyph("▶", ascii: ">"), .accent) }
    switch program.marks[index] {
    case .stale: return ("s", .warning)
    case .overridden: return ("o", .accent)
    case nil: break
    }
    return (index < program.counter ? appearance.glyph("✓", ascii: "+") : " ", .dim)
  }

  private static func rowLine(
    _ index: Int, of program: ProgramSnapshot, numberWidth: Int, pathWidth: Int?,
    appearance: Appearance
  ) -> StyledLine {
    let row = program.rows[index]
    let isDone = index < program.counter
    var line = StyledLine()
    line.append(
      program.breakpoints.contains(index) ? appearance.glyph("●", ascii: "*") : " ",
      appearance.style(.error))
    let (mark, role) = mark(index, of: program, appearance: appearance)
    line.append(mark, appearance.style(role))
    // People count instructions from 1.
    line.append(
      " " + String(index + 1).rightAligned(to: numberWidth) + " ", appearance.style(.dim))
    // Formulas begin with the path of what they compute; in a wide list that is a column.
    let style = isDone ? appearance.style(.dim) : .plain
    if let pathWidth, row.formula.hasPrefix(row.path) {
      let path = appearance.shown(row.path).fitted(to: pathWidth).padded(to: pathWidth)
      line.append(path + appearance.shown(String(row.formula.dropFirst(row.path.count))), style)
    } else {
      line.append(appearance.shown(row.formula), style)
    }
    line.append("  " + NumberText.shape(row.shape), appearance.style(.dim))
    return line
  }
}
