// Looking around in the debug view: the choice in the program's list, the cursor in the matrices.
// Nothing here moves the program; Enter in the list asks for a command that does.

import Notebook
import Screen

extension AppState {
  /// The program's list as it stands.
  var outline: ProgramOutline? { snapshot.program.map { ProgramOutline($0, folds: folds) } }

  /// The chosen row, or the one of the instruction that is shown.
  func cursorPlace(_ outline: ProgramOutline, _ program: ProgramSnapshot) -> Int? {
    if let chosenRow, let place = outline.entries.firstIndex(of: chosenRow) { return place }
    return outline.place(of: gaze.instruction ?? program.current?.index ?? program.counter, program)
  }

  // MARK: The list

  /// Chooses another row; phases are headings and passed over.
  mutating func chooseRow(by rows: Int) -> [AppEffect] {
    guard let program = snapshot.program, let outline else { return [] }
    let rowsOnly = outline.entries.indices.filter {
      switch outline.entries[$0] {
      case .row, .group: true
      case .phase(let name): outline.foldedPhases[name] != nil
      case .end: false
      }
    }
    guard let last = rowsOnly.indices.last else { return [] }
    let here = cursorPlace(outline, program) ?? 0
    let own = rowsOnly.firstIndex { $0 >= here } ?? last
    return choose(outline.entries[rowsOnly[max(0, min(own + rows, last))]], program)
  }

  /// Chooses a row: its instruction, or a layer's first, is looked at.
  mutating func choose(
    _ entry: ProgramOutline.Entry, _ program: ProgramSnapshot
  ) -> [AppEffect] {
    scroll[.program] = 0
    scroll[.instruction] = 0
    chosenRow = entry
    switch entry {
    case .row(let index): gaze = Gaze(instruction: index)
    case .group(let place) where program.groups.indices.contains(place):
      gaze = Gaze(instruction: program.groups[place].first)
    default: return []
    }
    return [.look(gaze)]
  }

  /// The layer that is chosen, or the innermost one that holds the chosen instruction.
  private func layer(_ program: ProgramSnapshot, _ outline: ProgramOutline) -> Int? {
    guard let place = cursorPlace(outline, program) else { return nil }
    switch outline.entries[place] {
    case .group(let group): return group
    case .row(let index):
      return program.groups.lastIndex {
        $0.depth > 0 && $0.first <= index && index <= $0.last
      }
    default: return nil
    }
  }

  /// Opens the chosen layer or folds it.
  mutating func foldLayer(isOpen: Bool) {
    guard let program = snapshot.program, let outline,
      let place = cursorPlace(outline, program)
    else { return }
    if case .phase(let name) = outline.entries[place], isOpen { openPhase(name, program) }
    guard case .group(let group) = outline.entries[place] else { return }
    chosenRow = .group(group)
    folds[group] = isOpen
  }

  /// Folds the chosen layer, or the one around it; then that one is chosen.
  mutating func closeLayer() -> [AppEffect] {
    guard let program = snapshot.program, let outline else { return [] }
    guard var group = layer(program, outline) else { return foldPhase(program, outline) }
    if !ProgramOutline.isOpen(group, program, folds) {
      let own = program.groups[group]
      let around = program.groups.indices.prefix(group).last {
        program.groups[$0].depth > 0 && program.groups[$0].depth < own.depth
          && program.groups[$0].last >= own.last
      }
      guard let around else { return foldPhase(program, outline) }
      group = around
    }
    folds[group] = false
    return choose(.group(group), program)
  }

  /// Folds the phase around the chosen row: forward, backward or update.
  private mutating func foldPhase(
    _ program: ProgramSnapshot, _ outline: ProgramOutline
  ) -> [AppEffect] {
    guard let place = cursorPlace(outline, program) else { return [] }
    let index: Int
    switch outline.entries[place] {
    case .row(let row): index = row
    case .group(let group): index = program.groups[group].first
    case .phase, .end: return []
    }
    guard
      let phase = program.groups.firstIndex(where: {
        $0.depth == 0 && $0.first <= index && index <= $0.last
      })
    else { return [] }
    folds[phase] = false
    chosenRow = .phase(program.groups[phase].name)
    return []
  }

  /// Opens a folded phase; its first row is chosen.
  private mutating func openPhase(_ name: String, _ program: ProgramSnapshot) {
    for place in program.groups.indices
    where program.groups[place].depth == 0 && program.groups[place].name == name {
      folds[place] = nil
    }
    if let outline, let heading = outline.entries.firstIndex(of: .phase(name)),
      heading + 1 < outline.entries.count
    {
      chosenRow = outline.entries[heading + 1]
    }
  }

  /// The mouse on the list: a row is chosen; the chosen layer or phase opens or folds.
  mutating func clickProgram(at place: Point, in area: Rect) -> [AppEffect] {
    guard let program = snapshot.program else { return [] }
    let view = ProgramView(
      program, folds: folds, chosen: chosenRow, hasFocus: true, appearance: appearance)
    guard let entry = view.entry(at: place, scroll: scroll[.program] ?? 0, area: area) else {
      return []
    }
    switch entry {
    case .group where entry == chosenRow: return enterRow()
    case .row, .group: return choose(entry, program)
    case .phase(let name):
      if view.outline.foldedPhases[name] != nil {
        openPhase(name, program)
      } else if let phase = program.groups.firstIndex(where: { $0.depth == 0 && $0.name == name }) {
        folds[phase] = false
        chosenRow = entry
      }
      return []
    case .end: return []
    }
  }

  /// Goes to the chosen instruction, so that it is the one that ran last; opens or folds a layer.
  mutating func enterRow() -> [AppEffect] {
    guard let program = snapshot.program, let outline,
      let place = cursorPlace(outline, program)
    else { return [] }
    switch outline.entries[place] {
    case .group(let group):
      foldLayer(isOpen: !ProgramOutline.isOpen(group, program, folds))
      return []
    case .row(let index):
      // While a move is executed nobody knows how far it is.
      guard snapshot.activity == .idle || snapshot.activity == .paused else { return [.bell] }
      let steps = index &+ 1 &- program.counter
      guard steps != 0 else { return [] }
      let count = steps.magnitude == 1 ? "" : " \(steps.magnitude)"
      return command((steps > 0 ? "step" : "back step") + count)
    case .phase(let name):
      openPhase(name, program)
      return []
    default: return []
    }
  }

  /// Sets a breakpoint at the chosen instruction or layer, or deletes the one there.
  mutating func toggleBreakpoint() -> [AppEffect] {
    guard let program = snapshot.program, let outline,
      let place = cursorPlace(outline, program)
    else { return [] }
    let index: Int
    switch outline.entries[place] {
    case .row(let row): index = row
    case .group(let group): index = program.groups[group].first
    default: return []
    }
    guard program.rows.indices.contains(index) else { return [] }
    if let stop = program.breakpoints[index] { return command("delete \(stop.number)") }
    // By name where the name means just this instruction.
    let path = program.rows[index].path
    let forward = program.rows.firstIndex {
      $0.phase == "forward" && ($0.path == path || $0.path.hasPrefix(path + "."))
    }
    let isNamed =
      (forward ?? program.rows.firstIndex { $0.path == path }) == index
      && program.rows[index].phase != "update"
    return command("break at \(isNamed ? path : String(index + 1))")
  }

  // MARK: The matrices

  /// The instruction that is shown, once it is the one that is looked at.
  private var shown: InstructionDetail? {
    guard let detail = snapshot.program?.current, detail.look != nil,
      gaze.instruction == nil || gaze.instruction == detail.index
    else { return nil }
    return detail
  }

  /// The operand that the cursor is in; nil is the result.
  private func operand(_ detail: InstructionDetail) -> Int? {
    if let operand = gaze.operand, detail.operands.indices.contains(operand) { return operand }
    return detail.result == nil ? detail.look?.cursor?.operand : nil
  }

  /// Moves the cursor to another element of its matrix.
  mutating func moveElement(_ place: (Int, [Int]) -> Int) -> [AppEffect] {
    guard let detail = shown else { return [] }
    let operand = operand(detail)
    let matrix = operand.map { detail.operands[$0] } ?? detail.result
    guard let matrix, Self.hasElements(matrix.shape) else { return [] }
    var known = detail.look?.cursor?.element ?? 0
    if detail.look?.cursor?.operand != operand { known = 0 }
    let here = (operand == nil ? gaze.element : gaze.operandElement) ?? known
    let new = place(here, matrix.shape)
    if let operand {
      gaze.operand = operand
      gaze.operandElement = new
    } else {
      gaze.element = new
    }
    return [.look(gaze)]
  }

  /// Whether there are elements, and their places are numbers.
  private static func hasElements(_ shape: [Int]) -> Bool {
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard extent > 0, !overflow, product < 1 << 60 else { return false }
      count = product
    }
    return true
  }

  /// Moves the cursor within the last two axes.
  mutating func moveElement(_ columns: Int, _ rows: Int) -> [AppEffect] {
    moveElement { here, shape in
      let width = shape.last ?? 1
      let height = shape.count < 2 ? 1 : shape[shape.count - 2]
      let (block, row, column) = (here / width / height, here / width % height, here % width)
      let newRow = max(0, min(row + rows, height - 1))
      let newColumn = max(0, min(column + columns, width - 1))
      return (block * height + newRow) * width + newColumn
    }
  }

  /// Moves the cursor along the axes before the last two: to the next head, the next example.
  mutating func moveSlice(by blocks: Int) -> [AppEffect] {
    moveElement { here, shape in
      let area = shape.suffix(2).reduce(1, *)
      let count = shape.dropLast(2).reduce(1, *)
      return ((here / area + blocks) % count + count) % count * area + here % area
    }
  }

  /// The operands from the left, then the result.
  mutating func turnMatrix(by places: Int) -> [AppEffect] {
    guard let detail = shown else { return [] }
    let count = detail.operands.count + (detail.result == nil ? 0 : 1)
    guard count > 0 else { return [] }
    let here = operand(detail) ?? detail.operands.count
    let next = ((here + places) % count + count) % count
    gaze.operand = next < detail.operands.count ? next : nil
    gaze.operandElement = nil
    return [.look(gaze)]
  }

  /// The mouse on the matrices: the element under it is the one that is written out.
  mutating func clickElement(at place: Point, in area: Rect) -> [AppEffect] {
    guard let detail = shown,
      let found = InstructionView.element(
        at: place, detail, scroll: scroll[.instruction] ?? 0, area: area, appearance: appearance)
    else { return [] }
    let isOperand = detail.operands.indices.contains(found.matrix)
    guard let matrix = isOperand ? detail.operands[found.matrix] : detail.result,
      matrix.columns > 0, Self.hasElements(matrix.shape)
    else { return [] }
    let width = matrix.shape.last ?? 1
    let height = matrix.shape.count < 2 ? 1 : matrix.shape[matrix.shape.count - 2]
    var block = 0
    for (extent, index) in zip(matrix.shape.dropLast(2), matrix.leading) {
      block = block * extent + max(0, min(index, extent - 1))
    }
    let row = max(0, min(matrix.firstRow &+ found.value / matrix.columns, height - 1))
    let column = max(0, min(matrix.firstColumn &+ found.value % matrix.columns, width - 1))
    let element = (block * height + row) * width + column
    if isOperand {
      gaze.operand = found.matrix
      gaze.operandElement = element
    } else {
      gaze.operand = nil
      gaze.element = element
    }
    return [.look(gaze)]
  }

  /// Looks at the instruction that wrote the operand under the cursor.
  mutating func enterOperand() -> [AppEffect] {
    guard let program = snapshot.program, let detail = shown, let operand = operand(detail) else {
      return []
    }
    let name = detail.operands[operand].name
    guard let writer = detail.look?.reads.first(where: { $0.name == name })?.writer else {
      return [.bell]
    }
    // Layers that hide it open.
    for (place, group) in program.groups.enumerated()
    where group.depth > 0 && group.first <= writer && writer <= group.last
      && !ProgramOutline.isOpen(place, program, folds)
    {
      folds[place] = true
    }
    return choose(.row(writer), program)
  }
}
