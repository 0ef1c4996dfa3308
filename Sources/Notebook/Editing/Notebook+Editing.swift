// Cells changed in the middle of a session: the state returns to what it was before them, then all
// that follows is executed again.

public import Language

extension Notebook {
  /// Changes the session's cells.
  ///
  /// - Returns: a sentence about what was executed.
  /// - Throws: when there is no such cell, or a run goes on; nothing has changed then.
  @discardableResult
  public func edit(
    _ edit: CellEdit, control: (any RunControl)? = nil
  ) throws(Diagnostic) -> String {
    let parts = sessionParts
    switch edit {
    case .replace(let number, let was, let text):
      let place = try place(number)
      guard allCells[place].editableText == was else {
        throw Diagnostic("[\(number)] is not what it was", hint: "choose it again")
      }
      let new = CellDraft.drafts(of: text, verbs: catalogue.grammars)
      // Prose is no part of the state: nothing is executed for it.
      if new.count == 1, let prose = new[0].prose, place < cells.count, cells[place].prose != nil {
        cells[place].prose = prose
        changed()
        return "[\(number)] changed"
      }
      return change(from: place, by: { $0 == place ? new : nil }, control)
    case .delete(let number):
      let place = try place(number)
      if place < cells.count, isWithoutTrace(place) {
        removeCell(place)
        return "[\(number)] deleted"
      }
      let what = change(from: place, by: { $0 == place ? [] : nil }, control)
      return "[\(number)] deleted" + (what.isEmpty ? "" : "; " + what)
    case .move(let number, let direction):
      let place = try place(number)
      guard let own = parts.firstIndex(of: place) else {
        throw Diagnostic("[\(number)] is no part of the session", hint: "only its cells are moved")
      }
      guard parts.indices.contains(own + direction.signum()), direction != 0 else {
        throw Diagnostic("[\(number)] is the \(direction < 0 ? "first" : "last") cell already")
      }
      let other = parts[own + direction.signum()]
      let (upper, lower) = (min(place, other), max(place, other))
      let drafts = (draft(lower), draft(upper))
      return change(
        from: upper, by: { $0 == upper ? [drafts.0, drafts.1] : $0 == lower ? [] : nil }, control)
    case .run(let number):
      return change(from: try place(number), by: { _ in nil }, control)
    case .runRest:
      guard !pendingCells.isEmpty else {
        throw Diagnostic("there is no cell that was not run", hint: "run all begins anew")
      }
      return change(from: cells.count, by: { _ in nil }, control)
    case .back:
      guard let last = changes.popLast() else {
        throw Diagnostic("there is no change of a cell to take back")
      }
      let stack = takenBack + [last]
      defer { takenBack = stack }
      return revise(from: last.start, to: last.before + drafts(from: last.count), control)
    case .forward:
      guard let last = takenBack.popLast() else {
        throw Diagnostic("there is no change of a cell to do again")
      }
      let stack = takenBack
      defer { takenBack = stack }
      let message = revise(from: last.start, to: last.after, control)
      changes.append(marked(last))
      return message
    }
  }

  /// The cells that were executed, then those that were not.
  public var allCells: [Cell] {
    guard !pendingCells.isEmpty else { return cells }
    return cells
      + pendingCells.enumerated().map { $0.element.pending(number: cells.count + $0.offset + 1) }
  }

  /// Whether the last thing that can be undone is a change of a cell.
  var nextUndoIsChange: Bool {
    changes.last?.depth == past.depth
  }

  // MARK: Places

  private func place(_ number: Int) throws(Diagnostic) -> Int {
    guard !isAdvancing, activity == .idle else {
      throw Diagnostic("the run goes on: cells cannot be changed", hint: "stop it first")
    }
    guard number >= 1, number <= cells.count + pendingCells.count else {
      throw Diagnostic(
        "there is no cell [\(number)]",
        hint: allCells.isEmpty ? "" : "cells are [1] to [\(allCells.count)]")
    }
    return number - 1
  }

  /// Indices among all cells of what belongs to the session, in the order of its text.
  private var sessionParts: [Int] {
    cells.indices.filter { isSessionPart($0) }.sorted(by: past.order)
      + pendingCells.indices.map { cells.count + $0 }
  }

  private func isSessionPart(_ index: Int) -> Bool {
    let cell = cells[index]
    return cell.prose != nil
      || cell.status == .done && (isRecordedCell(cell) || past.kept.contains(index))
  }

  private func draft(_ index: Int) -> CellDraft {
    index < cells.count
      ? CellDraft(cells[index], isKept: past.kept.contains(index))
      : pendingCells[index - cells.count]
  }

  /// What belongs to the session from a place on.
  private func drafts(from start: Int) -> [CellDraft] {
    sessionParts.filter { $0 >= start }.map { draft($0) }
  }

  // MARK: Changing

  /// Replaces the cells for which `by` has others, and executes all from `start` on again.
  private func change(
    from place: Int, by replacement: (Int) -> [CellDraft]?, _ control: (any RunControl)?
  ) -> String {
    // Cells that were done again stand elsewhere in the text than on the screen.
    let start = min(place, past.places.keys.min() ?? place)
    // A cell that failed is no part of the session until it is replaced.
    let parts = Set(sessionParts)
    let places = (start..<cells.count + pendingCells.count).filter {
      replacement($0) != nil || parts.contains($0)
    }.sorted(by: past.order)
    let before = places.filter { parts.contains($0) }.map { draft($0) }
    let after = places.flatMap { replacement($0) ?? [draft($0)] }
    takenBack = []
    let message = revise(from: start, to: after, control)
    let change = CellChange(start: start, before: before, after: after, depth: 0, count: 0)
    changes.append(marked(change))
    if changes.count > Past.mostLevels { changes.removeFirst() }
    return message
  }

  private func marked(_ change: CellChange) -> CellChange {
    var change = change
    change.depth = past.depth
    change.count = cells.count + pendingCells.count
    return change
  }

  /// Executes these cells instead of those from `start` on.
  private func revise(
    from start: Int, to drafts: [CellDraft], _ control: (any RunControl)?
  ) -> String {
    let (kept, missing) = rewind(to: min(start, cells.count))
    // Cells that were not run and stay before the first changed one.
    let waiting = start > cells.count ? Array(pendingCells.prefix(start - cells.count)) : []
    cells.removeLast(cells.count - kept)
    pendingCells = []
    var queue = (missing + waiting + drafts)[...]
    let watch = EditControl(control)
    var count = 0
    while let draft = queue.first {
      // What is still to come shows while the cells before it run.
      pendingCells = Array(queue.dropFirst())
      if watch.isStopped(self) {
        pendingCells = Array(queue)
        break
      }
      queue = queue.dropFirst()
      let cell = execute(draft, control == nil ? nil : watch)
      if draft.prose == nil { count += 1 }
      if cell.status == .failed || watch.wasInterrupted { break }
    }
    markStaleCells()
    changed()
    for command in watch.commands { apply(command, control: control) }
    return tell(count, stopped: watch.wasInterrupted)
  }

  private func tell(_ count: Int, stopped: Bool) -> String {
    let waiting = pendingCells.count { $0.prose == nil }
    var text = count == 0 ? "" : "\(count) cell\(count == 1 ? "" : "s") ran again"
    if waiting == 0, cells.last(where: { $0.prose == nil })?.status == .failed {
      text = "[\(cells.count)] failed"
    }
    if waiting > 0 {
      let why = stopped ? "stopped" : "[\(cells.count)] failed"
      text = "\(why): \(waiting) cell\(waiting == 1 ? "" : "s") after it not run; run rest goes on"
    }
    return text
  }

  private func execute(_ draft: CellDraft, _ control: (any RunControl)?) -> Cell {
    if let prose = draft.prose {
      addProse(prose, line: draft.line)
    } else {
      isFromDocument = draft.isKept
      defer { isFromDocument = false }
      apply(draft.source, line: draft.line, time: draft.time, control: control)
    }
    let index = cells.count - 1
    cells[index].leadingLines = draft.leadingLines
    cells[index].unknownData = draft.unknownData
    return cells[index]
  }

  // MARK: Going back

  /// Returns to the state before the cell at `index`, or, where that was let go, to the beginning.
  ///
  /// - Returns: the number of cells that stay, and the cells between them and `index`, which are to
  ///   be executed again.
  private func rewind(to index: Int) -> (kept: Int, missing: [CellDraft]) {
    if index > past.lastDropped ?? -1 {
      if let level = past.cut(from: index) { level.before.restore(self) }
      return (index, [])
    }
    let missing = recordedCells.filter { $0.number <= index && $0.status != .pending }
      .map { CellDraft($0, isKept: past.kept.contains($0.number - 1)) }
    past.startAnew()
    origin?.restore(self)
    return (0, missing)
  }

  /// Whether a cell changed nothing and nothing can be seen of it in the state.
  private func isWithoutTrace(_ index: Int) -> Bool {
    guard past.places.isEmpty, past.undone.isEmpty, index > past.lastDropped ?? -1
    else { return false }
    if cells[index].prose != nil || !isSessionPart(index) { return true }
    return !past.levels.contains { $0.cell == index } && !past.kept.contains(index)
  }

  /// Takes a cell without a trace off the list.
  private func removeCell(_ index: Int) {
    let start = index
    let before = drafts(from: start)
    cells.remove(at: index)
    past.close(gapAt: index)
    for later in index..<cells.count { cells[later].number = later + 1 }
    takenBack = []
    changes.append(
      marked(
        CellChange(start: start, before: before, after: drafts(from: start), depth: 0, count: 0)))
    markStaleCells()
    changed()
  }
}

/// The person's side while cells are executed again: ^C ends it after the cell it stops.
private final class EditControl: RunControl {
  private let control: (any RunControl)?
  private(set) var wasInterrupted = false
  /// Typed between two cells; carried out at the end.
  private(set) var commands: [String] = []

  init(_ control: (any RunControl)?) { self.control = control }

  var isPending: Bool { control?.isPending ?? false }

  func next() -> LiveRequest? {
    let request = control?.next()
    if request == .interrupt { wasInterrupted = true }
    return request
  }

  func wait() -> LiveRequest {
    // Asked only of those who were given one.
    let request = control?.wait() ?? .interrupt
    if request == .interrupt { wasInterrupted = true }
    return request
  }

  func publish(_ snapshot: Snapshot) { control?.publish(snapshot) }

  /// Between two cells: whether the person said to stop.
  func isStopped(_ notebook: Notebook) -> Bool {
    while isPending, let request = next() {
      switch request {
      case .command(let text): commands.append(text)
      case .publish: publish(notebook.snapshot())
      case .look(let gaze):
        notebook.look(gaze)
        publish(notebook.snapshot())
      case .interrupt: return true
      }
    }
    return wasInterrupted
  }
}
