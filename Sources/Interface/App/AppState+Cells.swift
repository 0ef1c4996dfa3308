// The cells pane with the focus: a cell is chosen, folded, edited, run again, moved, deleted,
// searched. What changes the session is asked of the notebook; nothing of it lives here.

import Notebook
import Screen

/// How much of a cell is folded away.
public enum CellFold: Hashable, Sendable {
  case output, all
}

/// A cell whose text is in the line.
struct EditedCell: Hashable, Sendable {
  var number: Int
  var was: String
}

/// What is searched in the cells.
public struct CellSearch: Hashable, Sendable {
  public internal(set) var text = ""
  public internal(set) var isTyping = true
}

/// The cells pane's state beside the cells.
struct CellsLook {
  /// The index of the chosen cell, while the pane has the focus.
  var chosen: Int?
  var folds: [Int: CellFold] = [:]
  /// Cells that show their plots as they are now.
  var live: Set<Int> = []
  var plots: [PlotOutput] = []
  var search = ""

  /// Columns for the mark of the chosen cell.
  var gutter: Int { chosen == nil ? 0 : 2 }

  /// The cell as it is shown: a live plot is drawn with the values of now.
  func shown(_ cell: NotebookCell) -> NotebookCell {
    guard live.contains(cell.number) else { return cell }
    var cell = cell
    cell.outputs = cell.outputs.map { output in
      if case .plot(let plot) = output, let now = plots.first(where: { $0.title == plot.title }) {
        return .plot(now)
      }
      return output
    }
    return cell
  }
}

extension AppState {
  var cellsLook: CellsLook {
    CellsLook(
      chosen: focus == .cells ? cellCursor : nil, folds: cellFolds, live: liveCells,
      plots: snapshot.plots, search: search?.text ?? "")
  }

  /// The index of the chosen cell, the last one until another is chosen; nil without cells.
  var cellCursor: Int? {
    guard !snapshot.cells.isEmpty else { return nil }
    return max(0, min(chosenCell ?? .max, snapshot.cells.count - 1))
  }

  private var cursorCell: NotebookCell? { cellCursor.map { snapshot.cells[$0] } }

  // MARK: Choosing

  mutating func enterCells() -> [AppEffect] { focusPane(.cells) }

  mutating func moveCell(by cells: Int) -> [AppEffect] {
    guard let cursor = cellCursor else { return [] }
    choose(cell: cursor + cells)
    return []
  }

  mutating func choose(cell: Int) {
    chosenCell = max(0, min(cell, snapshot.cells.count - 1))
    showChosenCell()
  }

  /// Scrolls as little as shows the chosen cell, its top where it is too high.
  mutating func showChosenCell() {
    guard let cursor = cellCursor, let area = layout.panes[.cells], !area.isEmpty else { return }
    let look = cellsLook
    func rows(_ cells: some Sequence<NotebookCell>) -> Int {
      CellsView.rows(Array(cells), look, columns: area.columns, appearance: appearance)
    }
    let below = rows(snapshot.cells[(cursor + 1)...])
    let own = rows(snapshot.cells[cursor...]) - below
    var offset = scroll[.cells] ?? 0
    if below < offset { offset = below }
    if below + own > offset + area.rows { offset = below + own - area.rows }
    scroll[.cells] = max(0, offset)
  }

  /// The mouse on the cells.
  mutating func clickCell(at place: Point, in area: Rect) -> [AppEffect] {
    if let cell = CellsView.cell(
      at: place, snapshot.cells, cellsLook, scroll: scroll[.cells] ?? 0, area: area,
      appearance: appearance)
    {
      chosenCell = cell
    }
    return []
  }

  // MARK: Folding

  mutating func fold(_ fold: CellFold) -> [AppEffect] {
    guard let cell = cursorCell else { return [.bell] }
    cellFolds[cell.number] = cellFolds[cell.number] == fold ? nil : fold
    showChosenCell()
    return []
  }

  /// Folds the outputs of all cells, or opens all.
  mutating func foldAll() -> [AppEffect] {
    cellFolds =
      cellFolds.isEmpty
      ? Dictionary(
        snapshot.cells.map { ($0.number, CellFold.output) }, uniquingKeysWith: { a, _ in a })
      : [:]
    showChosenCell()
    return []
  }

  /// The plots of the cell as they are now, or as they were.
  mutating func toggleLive() -> [AppEffect] {
    guard let cell = cursorCell else { return [.bell] }
    if liveCells.remove(cell.number) != nil {
      message = "[\(cell.number)] shows its plot as it was"
      return []
    }
    let titles = cell.outputs.compactMap { output -> String? in
      if case .plot(let plot) = output { return plot.title }
      return nil
    }
    guard !titles.isEmpty else {
      message = "[\(cell.number)] has no plot"
      return [.bell]
    }
    guard titles.contains(where: { title in snapshot.plots.contains { $0.title == title } }) else {
      message = "that plot is not pinned any more: r plots it again"
      return [.bell]
    }
    liveCells.insert(cell.number)
    message = "[\(cell.number)] shows its plot as it is now"
    return []
  }

  // MARK: Changing

  /// Whether cells can be changed now; says why not.
  ///
  /// - Parameter isChecked: the change says what it replaces, so that it may wait for others.
  private mutating func mayChange(isChecked: Bool = false) -> Bool {
    switch snapshot.activity {
    case .idle: return true
    case .executing where isChecked: return true
    case .executing:
      message = "what was asked before is still being run"
      return false
    case .replaying:
      message = "Esc takes the session over first"
      return false
    case .training, .paused:
      message = "the run goes on: ^C stops it"
      return false
    }
  }

  private mutating func change(_ edit: (Int) -> CellEdit) -> [AppEffect] {
    guard let cell = cursorCell, mayChange() else { return [.bell] }
    return [.edit(edit(cell.number))]
  }

  /// Brings the cell's text into the line; Enter puts it in the cell's place.
  mutating func editCell() -> [AppEffect] {
    guard let cell = cursorCell, mayChange(isChecked: true) else { return [.bell] }
    editing = EditedCell(number: cell.number, was: cell.editableText)
    focus = nil
    message = "Enter puts it in place and runs what follows again; ^C leaves it as it was"
    return [.replaceLine(cell.editableText)]
  }

  /// The cell, or what is typed, in the person's own editor.
  mutating func editExternally() -> [AppEffect] {
    guard focus == .cells, let cell = cursorCell else { return [.editExternally(prompt.text)] }
    guard mayChange(isChecked: true) else { return [.bell] }
    editing = EditedCell(number: cell.number, was: cell.editableText)
    return [.editExternally(cell.editableText)]
  }

  /// The same commands as a new cell at the end: that is what the session's text then says too.
  mutating func runAgain() -> [AppEffect] {
    guard let cell = cursorCell, cell.prose == nil else { return [.bell] }
    scroll[.cells] = 0
    chosenCell = nil
    return [.submit(cell.source)]
  }

  mutating func runFromCell() -> [AppEffect] { change { .run(from: $0) } }

  mutating func deleteCell() -> [AppEffect] { change { .delete(cell: $0) } }

  mutating func moveCellPlace(by places: Int) -> [AppEffect] {
    guard let cursor = cellCursor else { return [.bell] }
    let effects = change { .move(cell: $0, by: places) }
    if effects != [.bell] {
      chosenCell = max(0, min(cursor + places, snapshot.cells.count - 1))
    }
    return effects
  }

  mutating func undoCells(_ verb: String) -> [AppEffect] {
    mayChange() ? [.submit(verb)] : [.bell]
  }

  /// The prompt as it is drawn: a cell that is edited stands before its text.
  var shownPrompt: PromptState {
    guard let editing, prompt.prompt.isEmpty else { return prompt }
    var prompt = prompt
    prompt.prompt = "[\(editing.number)] " + PromptView.sign(prompt, appearance: appearance)
    return prompt
  }

  /// A line that was entered while a cell is edited.
  mutating func takeEdited(_ line: String) -> [AppEffect]? {
    guard let edited = editing else { return nil }
    editing = nil
    chosenCell = edited.number - 1
    guard line != edited.was, line.contains(where: { !$0.isWhitespace }) else {
      message = "[\(edited.number)] is as it was"
      return []
    }
    guard mayChange(isChecked: true) else { return [.replaceLine(line)] }
    return [.edit(.replace(cell: edited.number, was: edited.was, with: line))]
  }

  // MARK: Searching

  mutating func beginSearch() -> [AppEffect] {
    search = CellSearch()
    return []
  }

  /// Keys while the words to look for are typed.
  mutating func typeSearch(_ key: Key) -> [AppEffect] {
    guard var typed = search else { return [] }
    switch key {
    case .character(let character): typed.text.append(character)
    case .backspace:
      guard !typed.text.isEmpty else {
        search = nil
        return []
      }
      typed.text.removeLast()
    case .enter:
      typed.isTyping = false
      search = typed.text.isEmpty ? nil : typed
      return search == nil ? [] : findNext(from: (cellCursor ?? 0) - 1, by: 1)
    case .escape, .control("c"), .control("g"):
      search = nil
      return []
    default: return []
    }
    typed.text = String(typed.text.prefix(100))
    search = typed
    return []
  }

  mutating func findNext(by direction: Int) -> [AppEffect] {
    guard search != nil else {
      message = "/ searches the cells"
      return [.bell]
    }
    return findNext(from: cellCursor ?? 0, by: direction)
  }

  /// The next cell with the words, around the ends.
  private mutating func findNext(from start: Int, by direction: Int) -> [AppEffect] {
    guard let text = search.map({ SearchFold.folded($0.text) }), !text.isEmpty else { return [] }
    let count = snapshot.cells.count
    for step in 1..<max(2, count + 1) {
      let index = ((start + direction * step) % max(1, count) + count) % max(1, count)
      guard snapshot.cells.indices.contains(index), holds(snapshot.cells[index], text) else {
        continue
      }
      if (index - start) * direction <= 0 { message = "found from the other end" }
      focus = .cells
      choose(cell: index)
      return []
    }
    message = "no cell has '\(search?.text ?? "")'"
    return [.bell]
  }

  private func holds(_ cell: NotebookCell, _ text: String) -> Bool {
    SearchFold.folded(cell.editableText).contains(text)
      || cell.recordedLines.contains { SearchFold.folded($0.text).contains(text) }
  }
}
