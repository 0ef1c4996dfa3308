// Slices that only a group's own members read need no copy in the tile: their readers look at the
// rows where they lie.

import CKernels

extension PlanBinder {
  /// Rows of a slot, from an element on.
  struct TileView {
    let source: Int
    let offset: Int
    let row: Int
  }

  /// By root, the slices of a group that are read where they lie.
  func tileViews(
    _ group: PlannedGroup, updates: (whole: [Int: AdamUpdate], parts: Set<Int>)
  ) -> [Int: TileView] {
    guard let domain = group.form, !domain.isFlexible else { return [:] }
    var views: [Int: TileView] = [:]
    for index in group.members {
      guard let form = schedule.forms[index], form.kind == NABLA_TILE_COPY,
        (form.rows, form.columns) == (domain.rows, domain.columns),
        case .input(let place, .strided(let row, let offset))? = form.operands.first
      else { continue }
      let instruction = program.instructions[index]
      let (source, root) = (instruction.inputs[place], liveness.roots[instruction.output])
      // What is written to in a step has to be read when it is its turn.
      let kind = program.slots[liveness.roots[source]].kind
      guard case .tile = plan.homes[root], kind == .temporary || kind == .constant else {
        continue
      }
      views[root] = TileView(source: source, offset: offset, row: row)
    }
    guard !views.isEmpty else { return views }
    for index in group.members {
      guard let form = schedule.forms[index] else { continue }
      let fits =
        form.isFlexible
        ? form.rows == domain.rows * domain.columns
        : (form.rows, form.columns) == (domain.rows, domain.columns)
      let isUpdate = updates.parts.contains(index) || updates.whole[index] != nil
      for operand in form.operands {
        guard case .input(let place, let access) = operand else { continue }
        if !fits || isUpdate || access != .full {
          views[liveness.roots[program.instructions[index].inputs[place]]] = nil
        }
      }
    }
    return views
  }
}
