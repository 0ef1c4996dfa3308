// A part of the program in a cell: number, state, formula, shape and, where it was measured, the
// time of each instruction.

import Notebook
import Screen

/// Listings as blocks.
enum ListingBlocks {
  /// The columns that a formula gives up before the shape moves to the edge.
  private static let widest = 56

  static func blocks(
    for listing: ProgramListing, columns: Int, appearance: Appearance
  ) -> [Block] {
    let rows = listing.rows.prefix(CellBlocks.lineLimit)
    let numbers = rows.map(\.number.count).max() ?? 1
    let states = rows.map(\.state.count).max() ?? 1
    let texts = min(
      rows.lazy.filter { $0.shape != nil }.map { DisplayWidth.of($0.text) }.max() ?? 0, widest)
    var blocks = [Block(StyledLine(appearance.line(listing.title)).fitted(to: columns))]
    func add(_ line: StyledLine) { blocks.append(Block(line.fitted(to: columns))) }
    var phase = ""
    for row in rows {
      if row.phase != phase, !row.phase.isEmpty {
        phase = row.phase
        add(StyledLine(appearance.words(phase), appearance.style(phase: phase)))
      }
      add(line(row, numbers, states, texts, columns, appearance))
    }
    if listing.rows.count > rows.count {
      let more = NumberText.grouped(listing.rows.count - rows.count)
      add(StyledLine(appearance.words("… \(more) more rows"), appearance.style(.dim)))
    }
    if listing.count > 0, listing.counter == listing.count {
      var end = StyledLine(appearance.glyph("▶ ", ascii: "> "), appearance.style(.accent))
      end.append(appearance.words("end of step \(listing.step)"), appearance.style(.dim))
      add(end)
    }
    if !listing.changed.isEmpty {
      let names = listing.changed.joined(separator: ", ")
      let line = StyledLine(
        appearance.words("changed by hand in this step: \(names)"), appearance.style(.accent))
      blocks += line.wrapped(to: columns, indent: 2).map { Block($0) }
    }
    if !listing.legend.isEmpty {
      let legend = listing.legend.split(separator: " · ").map { appearance.words(String($0)) }
      let sign = appearance.shown(" · ")
      blocks += StyledLine(legend.joined(separator: sign), appearance.style(.dim))
        .wrapped(to: columns, indent: 2).map { Block($0) }
    }
    return blocks
  }

  private static func line(
    _ row: ProgramListing.Row, _ numbers: Int, _ states: Int, _ texts: Int, _ columns: Int,
    _ appearance: Appearance
  ) -> StyledLine {
    let dim = appearance.style(.dim)
    guard row.kind != .gap else {
      return StyledLine(
        "  \(appearance.glyph("…", ascii: "...")) \(appearance.words(row.text))", dim)
    }
    var line = StyledLine()
    if row.isNext {
      line.append(appearance.glyph("▶ ", ascii: "> "), appearance.style(.accent))
    } else if row.hasBreakpoint {
      line.append(appearance.glyph("● ", ascii: "* "), appearance.style(.error))
    } else {
      line.append("  ")
    }
    line.append(row.number.rightAligned(to: numbers) + "  ", dim)
    for letter in row.state { line.append(String(letter), style(letter, appearance)) }
    line.append(String(repeating: " ", count: max(0, states - row.state.count) + 2))
    let isDone = row.state == "c" && !row.isNext
    if let shape = row.shape {
      let time = row.seconds.map { "  " + ListingText.time($0) } ?? ""
      let tail = "  " + NumberText.shape(shape) + time
      let room = max(8, columns - line.width - DisplayWidth.of(tail))
      let text = appearance.formula(row.text)
      let width = min(texts, room)
      line.append(text.fitted(to: room).padded(to: width), isDone ? dim : .plain)
      line.append(appearance.shown(tail), dim)
    } else {
      line.append(appearance.shown(row.path) + "  ", isDone ? dim : .plain)
      line.append(
        appearance.words(row.text) + (row.seconds.map { "  " + ListingText.time($0) } ?? ""), dim)
    }
    return line
  }

  /// Colours say nothing that the letters do not.
  private static func style(_ letter: Character, _ appearance: Appearance) -> Style {
    switch letter {
    case "o": appearance.style(.accent)
    case "s": appearance.style(.warning)
    case "c": appearance.style(.good)
    default: appearance.style(.dim)
    }
  }
}
