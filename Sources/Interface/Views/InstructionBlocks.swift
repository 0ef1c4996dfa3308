// One instruction with its numbers: place, formula, rule, operands and result as matrices side by
// side as room allows, and the lines that write one element out. Used by the debugging pane and by
// the cells.

import Notebook
import Screen

/// Instructions as blocks.
enum InstructionBlocks {
  /// The instruction within `columns`; matrices show at most `matrixRows` rows.
  static func blocks(
    for detail: InstructionDetail, columns: Int, matrixRows: Int, appearance: Appearance
  ) -> [Block] {
    var blocks = title(of: detail, columns: columns, appearance: appearance).map { Block($0) }
    blocks += arranged(
      drawings(of: detail, columns: columns, rows: matrixRows, appearance: appearance),
      columns: columns, rows: matrixRows)
    blocks += explanation(of: detail, columns: columns, appearance: appearance)
      .map { Block($0) }
    return blocks
  }

  /// `12/40 backward  net.0.tanh  step 3`, the formula, the rule.
  static func title(
    of detail: InstructionDetail, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    var lines = [place(of: detail, appearance: appearance).fitted(to: columns)]
    lines += StyledLine(appearance.formula(detail.formula), appearance.style(.accent))
      .wrapped(to: columns, indent: 2)
    if let rule = detail.rule {
      var line = StyledLine(appearance.words("rule") + "  ", appearance.style(.dim))
      line.append(appearance.formula(rule))
      lines += line.wrapped(to: columns, indent: 6)
    }
    return lines
  }

  /// `12/40 backward  net.0.tanh  step 3`; a note stands before the step.
  static func place(
    of detail: InstructionDetail, note: String? = nil, style: Role = .accent,
    appearance: Appearance
  ) -> StyledLine {
    var line = StyledLine("\(detail.index &+ 1)/\(detail.count) ", appearance.style(.dim))
    line.append(appearance.words(detail.phase), appearance.style(phase: detail.phase))
    line.append("  " + appearance.shown(detail.path), appearance.style(.heading))
    if let note { line.append("  " + appearance.words(note), appearance.style(style)) }
    line.append("  " + appearance.words("step") + " \(detail.step)", appearance.style(.dim))
    return line
  }

  /// The lines that write one element out.
  static func explanation(
    of detail: InstructionDetail, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    detail.explanation.prefix(200).flatMap {
      StyledLine(appearance.line($0)).wrapped(to: columns, indent: 2)
    }
  }

  /// Operands and result as they can be shown in an area of this size.
  static func drawings(
    of detail: InstructionDetail, columns: Int, rows: Int, appearance: Appearance
  ) -> [MatrixDrawing] {
    let room = Size(columns: columns, rows: rows)
    var items = detail.operands.map { MatrixDrawing($0, room: room, appearance: appearance) }
    if let result = detail.result {
      var drawing = MatrixDrawing(result, room: room, appearance: appearance)
      drawing.isResult = !items.isEmpty
      items.append(drawing)
    }
    return items
  }

  /// Matrices from left to right, continued below where the width ends.
  static func arranged(_ items: [MatrixDrawing], columns: Int, rows: Int) -> [Block] {
    var blocks: [Block] = []
    var band: [(drawing: MatrixDrawing, column: Int, width: Int)] = []
    var used = 0

    func flush() {
      guard !band.isEmpty else { return }
      let places = band
      let height = places.map { $0.drawing.height(limit: rows) }.max() ?? 0
      blocks.append(
        Block(rows: height) { frame, area in
          for place in places {
            let rect = Rect(
              column: area.column + place.column, row: area.row, columns: place.width,
              rows: area.rows)
            place.drawing.draw(into: &frame, area: rect, limit: rows)
          }
        })
      band = []
      used = 0
    }

    for item in items {
      let gap = band.isEmpty ? 0 : 3
      let wanted = item.preferredWidth
      let least = min(item.leastWidth, columns)
      // A matrix shrinks to the room that is left as long as a few of its columns show.
      if !band.isEmpty && columns - used - gap < least { flush() }
      let start = band.isEmpty ? 0 : used + gap
      let width = min(wanted, columns - start)
      guard width > 0 else { continue }
      band.append((item, start, width))
      used = start + width
    }
    flush()
    return blocks
  }
}
