// The program as a list: what has run, what runs next, what stands broken at; layers folded where it
// is long. The list follows the program unless a row was chosen or it was scrolled by hand.
//
//   ●▶ 12 -  net.0 = net.0.matmul + net.0.bias  [4, 8]  3 µs
//   │└ next  └ state: c computed, - not yet, o changed by hand, s stale
//   └ breakpoint

import Notebook
import Screen

/// The program pane.
struct ProgramView {
  let program: ProgramSnapshot
  let outline: ProgramOutline
  /// The row that was chosen by hand.
  let chosen: ProgramOutline.Entry?
  let hasFocus: Bool
  let appearance: Appearance

  init(
    _ program: ProgramSnapshot, folds: [Int: Bool], chosen: ProgramOutline.Entry?, hasFocus: Bool,
    appearance: Appearance
  ) {
    self.program = program
    outline = ProgramOutline(program, folds: folds)
    self.chosen = chosen
    self.hasFocus = hasFocus
    self.appearance = appearance
  }

  /// Draws the rows around the place where the program stands, or around the chosen one, moved by
  /// `scroll` rows.
  func draw(scroll: Int, into frame: inout Frame, area: Rect) {
    guard !area.isEmpty else { return }
    let done = min(max(0, program.counter), program.rows.count)
    var title = StyledLine(appearance.words("program"), appearance.style(.heading))
    title.append("  " + appearance.words("step") + " \(program.step)  ", appearance.style(.dim))
    title.append("\(done)/\(program.rows.count)", appearance.style(.dim))
    title.draw(into: &frame, row: area.row, column: area.column, clip: area)
    let list = Rect(
      column: area.column, row: area.row + 1, columns: area.columns, rows: area.rows - 1)
    guard !list.isEmpty else { return }

    let entries = outline.entries
    let (next, shown, first) = window(scroll: scroll, rows: list.rows)
    let visible = first..<min(entries.count, first + list.rows)
    let columns = Columns(self, visible, list.columns)
    for place in visible {
      let row = list.row + place - first
      line(place, columns, isNext: place == next)
        .draw(into: &frame, row: row, column: list.column, clip: list)
      // The instruction whose numbers are shown; bright where the arrows move it.
      if place == shown {
        frame.restyle(Rect(column: list.column, row: row, columns: list.columns, rows: 1)) {
          // Turned round, colours would be blocks, and those of blanks would show.
          $0 = Style(bold: hasFocus, reverse: true)
        }
      }
    }
    if first > 0 { Hint.above(into: &frame, area: list, appearance: appearance) }
    if visible.upperBound < entries.count {
      Hint.more(into: &frame, area: list, appearance: appearance)
    }
  }

  /// The row that runs next, the one that is looked at, and the first one of a list of `rows`.
  private func window(scroll: Int, rows: Int) -> (next: Int?, shown: Int?, first: Int) {
    let entries = outline.entries
    let done = min(max(0, program.counter), program.rows.count)
    let next =
      done < program.rows.count ? outline.place(of: done, program) : entries.firstIndex(of: .end)
    let shown = chosenPlace ?? program.current.flatMap { outline.place(of: $0.index, program) }
    // Two thirds of the list show what comes: one looks ahead more than back.
    let last = max(0, entries.count - rows)
    let target = (chosen == nil ? next : shown) ?? entries.count
    let first = min(
      last, max(0, min(last, target - rows / 3) + max(-1_000_000, min(1_000_000, scroll))))
    return (next, shown, first)
  }

  /// The row of the list under a place; the title has none.
  func entry(at place: Point, scroll: Int, area: Rect) -> ProgramOutline.Entry? {
    guard area.contains(place), place.row > area.row else { return nil }
    let index = window(scroll: scroll, rows: area.rows - 1).first + place.row - area.row - 1
    return outline.entries.indices.contains(index) ? outline.entries[index] : nil
  }

  private var chosenPlace: Int? { chosen.flatMap { outline.entries.firstIndex(of: $0) } }

  // MARK: Rows

  /// Widths that the visible rows share.
  private struct Columns {
    let all: Int
    let number: Int
    let states: Int
    /// Formulas begin with the path of what they compute; in a wide list that is a column.
    let path: Int?
    /// In a wide list shapes stand below each other behind the formulas.
    let text: Int?

    init(_ view: ProgramView, _ visible: Range<Int>, _ columns: Int) {
      let program = view.program
      all = columns
      number = String(program.rows.count).count
      states = visible.lazy.map { view.states($0).count }.max() ?? 1
      let rows = visible.compactMap { place -> (row: ProgramSnapshot.Row, indent: Int)? in
        guard case .row(let index) = view.outline.entries[place],
          program.rows.indices.contains(index)
        else { return nil }
        return (program.rows[index], view.indent(place, columns))
      }
      let longest = rows.lazy.map { $0.row.path.count }.max() ?? 0
      path = columns >= 60 ? min(columns / 3, longest) : nil
      let formulas = rows.lazy.map {
        $0.indent + DisplayWidth.of($0.row.formula) + max(0, longest - $0.row.path.count)
      }
      // What is left beside the front, the shape and a time.
      let shapes = rows.lazy.map { NumberText.shape($0.row.shape).count }.max() ?? 0
      let room = columns - number - states - 7 - shapes - (program.seconds.isEmpty ? 0 : 9)
      text = columns >= 60 ? min(formulas.max() ?? 0, room) : nil
    }
  }

  private func line(_ place: Int, _ columns: Columns, isNext: Bool) -> StyledLine {
    switch outline.entries[place] {
    case .phase(let name): return phaseLine(name, columns.all, isNext: isNext)
    case .end:
      var end = StyledLine(appearance.glyph(" ▶ ", ascii: " > "), appearance.style(.accent))
      end.append(appearance.words("end of step \(program.step)"), appearance.style(.dim))
      return end
    case .group(let group): return groupLine(place, group, columns, isNext: isNext)
    case .row(let index): return rowLine(place, index, columns, isNext: isNext)
    }
  }

  private func phaseLine(_ name: String, _ columns: Int, isNext: Bool) -> StyledLine {
    let rule = appearance.glyph("─", ascii: "-")
    let next = isNext ? appearance.glyph("▶", ascii: ">") : rule
    var line = StyledLine(rule + next + " ", appearance.style(.rule))
    line.append(appearance.words(name), appearance.style(phase: name))
    if let hidden = outline.foldedPhases[name] {
      let sign = appearance.glyph("▸", ascii: "+")
      let count = appearance.words("\(hidden) instruction\(hidden == 1 ? "" : "s")")
      line.append(" \(sign) \(count)", appearance.style(.dim))
    }
    let rest = columns - line.width - 1
    line.append(" " + String(repeating: rule, count: max(0, rest)), appearance.style(.rule))
    return line
  }

  /// The gutter, the number, the state letters, the indent.
  private func front(
    _ place: Int, _ first: Int, _ columns: Columns, isNext: Bool, stop: ProgramSnapshot.Stop?
  ) -> StyledLine {
    var line = StyledLine()
    let sign =
      stop.map {
        $0.isEnabled ? appearance.glyph("●", ascii: "*") : appearance.glyph("○", ascii: "o")
      } ?? " "
    line.append(sign, appearance.style(stop?.isEnabled == false ? .dim : .error))
    line.append(
      isNext ? appearance.glyph("▶", ascii: ">") : " ", appearance.style(.accent))
    // People count instructions from 1.
    line.append(
      " " + String(first &+ 1).rightAligned(to: columns.number) + " ", appearance.style(.dim))
    let letters = states(place)
    for letter in letters { line.append(String(letter), style(letter)) }
    line.append(String(repeating: " ", count: columns.states - letters.count + 1))
    line.append(String(repeating: " ", count: indent(place, columns.all)))
    return line
  }

  /// A narrow list has little to give away.
  private func indent(_ place: Int, _ columns: Int) -> Int {
    columns < 60 ? min(outline.depths[place], 4) : 2 * outline.depths[place]
  }

  private func rowLine(
    _ place: Int, _ index: Int, _ columns: Columns, isNext: Bool
  ) -> StyledLine {
    guard program.rows.indices.contains(index) else { return StyledLine() }
    let row = program.rows[index]
    var line = front(
      place, index, columns, isNext: isNext, stop: program.breakpoints[index])
    let style = letter(index) == "c" ? appearance.style(.dim) : .plain
    var text = appearance.formula(row.formula)
    if let width = columns.path, row.formula.hasPrefix(row.path) {
      text =
        appearance.shown(row.path).fitted(to: width).padded(to: width)
        + appearance.formula(String(row.formula.dropFirst(row.path.count)))
    }
    if let width = columns.text {
      let room = max(8, width - indent(place, columns.all))
      text = text.fitted(to: room).padded(to: room)
    } else if line.width + DisplayWidth.of(text) > columns.all, let layer = layer(above: place),
      row.formula.hasPrefix(layer + ".")
    {
      // The layer stands above.
      text = appearance.formula(String(row.formula.dropFirst(layer.count)))
    }
    line.append(text, style)
    line.append("  " + NumberText.shape(row.shape), appearance.style(.dim))
    if let time = time(index...index) { line.append("  " + time, appearance.style(.dim)) }
    return line
  }

  private func groupLine(
    _ place: Int, _ index: Int, _ columns: Columns, isNext: Bool
  ) -> StyledLine {
    guard program.groups.indices.contains(index) else { return StyledLine() }
    let group = program.groups[index]
    let isOpen =
      outline.entries.indices.contains(place + 1)
      && isInside(outline.entries[place + 1], group)
    let stops = program.breakpoints.filter { !isOpen && holds(group, $0.key) }.map(\.value)
    var line = front(
      place, group.first, columns, isNext: isNext && !isOpen,
      stop: stops.first { $0.isEnabled } ?? stops.first)
    line.append(
      isOpen ? appearance.glyph("▾ ", ascii: "v ") : appearance.glyph("▸ ", ascii: "> "),
      appearance.style(.accent))
    line.append(appearance.words(group.name), appearance.style(.heading))
    let count = group.last &- group.first &+ 1
    line.append(
      "  " + appearance.words("\(count) instr" + (columns.all < 60 ? "." : "uctions")),
      appearance.style(.dim))
    if let time = time(group.first...max(group.first, group.last)) {
      line.append("  " + time, appearance.style(.dim))
    }
    return line
  }

  /// The layer whose heading stands above a row, if it is in the list.
  private func layer(above place: Int) -> String? {
    for above in stride(from: place - 1, through: max(0, place - 200), by: -1) {
      guard outline.depths[above] < outline.depths[place] else { continue }
      guard case .group(let group) = outline.entries[above] else { return nil }
      return program.groups[group].name
    }
    return nil
  }

  private func holds(_ group: ProgramGroup, _ index: Int) -> Bool {
    group.first <= index && index <= group.last
  }

  private func isInside(_ entry: ProgramOutline.Entry, _ group: ProgramGroup) -> Bool {
    switch entry {
    case .row(let index): return holds(group, index)
    case .group(let other):
      return program.groups.indices.contains(other) && holds(group, program.groups[other].first)
    default: return false
    }
  }

  // MARK: States and times

  /// `c` computed, `-` not yet, `o` changed by hand, `s` stale.
  private func letter(_ index: Int) -> Character {
    switch program.marks[index] {
    case .stale: "s"
    case .overridden: "o"
    case nil: index < program.counter ? "c" : "-"
    }
  }

  /// The letters of a row; a layer has those of all its instructions.
  private func states(_ place: Int) -> String {
    switch outline.entries[place] {
    case .row(let index): return String(letter(index))
    case .group(let index):
      guard program.groups.indices.contains(index) else { return "" }
      let group = program.groups[index]
      let marks = program.marks.lazy.filter { holds(group, $0.key) }.map(\.value)
      var letters = group.first < program.counter ? "c" : ""
      if marks.contains(.overridden) { letters += "o" }
      if marks.contains(.stale) { letters += "s" }
      if group.last >= program.counter { letters += "-" }
      return letters
    default: return ""
    }
  }

  /// Colours say nothing that the letters do not.
  private func style(_ letter: Character) -> Style {
    switch letter {
    case "o": appearance.style(.accent)
    case "s": appearance.style(.warning)
    case "c": appearance.style(.good)
    default: appearance.style(.dim)
    }
  }

  /// What `profile` has measured.
  private func time(_ range: ClosedRange<Int>) -> String? {
    guard range.lowerBound >= 0, range.upperBound < program.seconds.count else { return nil }
    return appearance.shown(ListingText.time(program.seconds[range].reduce(0, +)))
  }
}
