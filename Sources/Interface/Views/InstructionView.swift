// The debugging pane: the instruction that ran last, or the one that is looked at, with its numbers:
// where it stands, formula and chain rule, operands and result side by side, one element written out,
// what it reads and writes.

import Notebook
import Screen

/// The instruction pane.
enum InstructionView {
  /// Draws the instruction from row `scroll` of its lines on. The matrices give way before the
  /// text does.
  static func draw(
    _ detail: InstructionDetail?, hint: String, scroll: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance, isPicking: Bool = false
  ) {
    guard !area.isEmpty else { return }
    guard let detail else {
      Hint.draw(hint, into: &frame, area: area, appearance: appearance)
      return
    }
    let head = head(of: detail, rows: area.rows, columns: area.columns, appearance: appearance)
    let tail = tail(of: detail, columns: area.columns, appearance: appearance)
    let text = head.count + tail.count
    var rows = max(2, area.rows)
    var matrices = InstructionBlocks.drawings(
      of: detail, columns: area.columns, rows: rows, appearance: appearance)
    if isPicking {
      for place in matrices.indices { matrices[place].pick = place }
    }
    var blocks: [Block] = []
    // The tallest matrices with which everything still fits; two rows at least.
    while true {
      blocks =
        head.map { Block($0) }
        + InstructionBlocks.arranged(matrices, columns: area.columns, rows: rows)
        + tail.map { Block($0) }
      let height = blocks.reduce(0) { $0 + $1.rows }
      if height <= area.rows || rows <= 2 { break }
      rows = max(2, min(rows - 1, area.rows - text))
      if text >= area.rows { rows = 2 }
    }
    let height = blocks.reduce(0) { $0 + $1.rows }
    let skip = min(max(0, scroll), max(0, height - area.rows))
    frame.draw(blocks, in: area, skipping: skip)
    if height - skip > area.rows {
      Hint.more(into: &frame, area: area, appearance: appearance)
    }
  }

  /// The element under a place: the matrix, operands first, then the result, and its place in the
  /// matrix's values. The drawing itself is asked: every element of it in a colour of its own.
  static func element(
    at place: Point, _ detail: InstructionDetail, scroll: Int, area: Rect, appearance: Appearance
  ) -> (matrix: Int, value: Int)? {
    var appearance = appearance
    appearance.colors = .none
    guard area.contains(place), detail.operands.count < 200 else { return nil }
    var frame = Frame(size: Size(columns: area.endColumn, rows: area.endRow))
    draw(
      detail, hint: "", scroll: scroll, into: &frame, area: area, appearance: appearance,
      isPicking: true)
    guard frame.bounds.contains(place),
      case .rgb(let matrix, let high, let low) = frame[place.row, place.column].style.foreground,
      matrix > 0
    else { return nil }
    return (Int(matrix) - 1, Int(high) << 8 | Int(low))
  }

  /// What to do where there is no instruction to be shown.
  static func hint(_ snapshot: Snapshot) -> String {
    guard snapshot.program != nil else {
      return "Here an instruction is shown: its formula, its operands and its result. "
        + "There is no program yet: train L with sgd(lr=0.1) steps=0 makes one of a loss L; "
        + "step runs its first instruction."
    }
    if snapshot.activity == .training {
      return "The program runs at full speed. Alt-p holds it, ^C ends it; then step runs one "
        + "instruction, which is shown here."
    }
    return "step shows an instruction here: its formula, its operands and its result"
  }

  // MARK: Above the matrices

  /// Place, call path, formula and rule.
  private static func head(
    of detail: InstructionDetail, rows: Int, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    var lines = InstructionBlocks.title(of: detail, columns: columns, appearance: appearance)
    guard let look = detail.look else { return lines }
    if let note = note(detail, look) {
      lines[0] =
        InstructionBlocks.place(
          of: detail, note: note, style: look.state == "s" ? .warning : .accent,
          appearance: appearance
        ).fitted(to: columns)
    }
    // What a path does not say: time steps and heads. With room the whole way is shown.
    if look.callPath.count > 3 || rows >= 20 {
      let sign = appearance.glyph(" › ", ascii: " > ")
      lines.insert(
        StyledLine(
          look.callPath.map { appearance.words($0) }.joined(separator: sign),
          appearance.style(.dim)
        ).fitted(to: columns), at: 1)
    }
    return lines
  }

  /// What is out of the ordinary.
  private static func note(_ detail: InstructionDetail, _ look: InstructionLook) -> String? {
    switch look.state {
    case "s": "stale"
    case "o": "changed by hand"
    case "-": "not yet"
    default: look.isChosen ? "looked at" : nil
    }
  }

  // MARK: Below the matrices

  /// The value under the cursor, the element written out, what is read and written.
  private static func tail(
    of detail: InstructionDetail, columns: Int, appearance: Appearance
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let cursor = detail.look?.cursor, cursor.operand != nil {
      lines += StyledLine(appearance.line(cursor.text), appearance.style(.accent))
        .wrapped(to: columns, indent: 2)
    }
    lines += InstructionBlocks.explanation(of: detail, columns: columns, appearance: appearance)
    guard let look = detail.look else { return lines }
    let dim = appearance.style(.dim)
    if !look.reads.isEmpty {
      var reads = StyledLine(appearance.words("reads").padded(to: 6) + " ", dim)
      for (place, port) in look.reads.prefix(12).enumerated() {
        if place > 0 { reads.append(", ", dim) }
        reads.append(appearance.shown(port.name))
        reads.append(" " + origin(port, appearance), dim)
      }
      if look.reads.count > 12 {
        reads.append(" " + appearance.words("and \(look.reads.count - 12) more"), dim)
      }
      lines += reads.wrapped(to: columns, indent: 7)
    }
    var writes = StyledLine(appearance.words("writes").padded(to: 6) + " ", dim)
    writes.append(appearance.shown(look.writes.name))
    writes.append(" " + NumberText.shape(look.writes.shape), dim)
    if !look.readers.isEmpty {
      let more = look.readerCount - look.readers.count
      writes.append(
        ", "
          + appearance.words(
            "read by " + look.readers.map { String($0 &+ 1) }.joined(separator: ", "))
          + (more > 0 ? " " + appearance.words("and \(more) more") : ""), dim)
    }
    lines += writes.wrapped(to: columns, indent: 7)
    return lines
  }

  /// `[4, 8] from 3`, `[2, 1] parameter`
  private static func origin(_ port: InstructionLook.Port, _ appearance: Appearance) -> String {
    var text = NumberText.shape(port.shape)
    if let writer = port.writer {
      text += " " + appearance.words("from \(writer &+ 1)")
    } else if port.kind != .value {
      text += " " + appearance.label(port.kind.rawValue)
    }
    let state: String? =
      switch port.state {
      case "s": "stale"
      case "o": "changed by hand"
      case "-": "not yet"
      default: nil
      }
    return text + (state.map { ", " + appearance.words($0) } ?? "")
  }
}
