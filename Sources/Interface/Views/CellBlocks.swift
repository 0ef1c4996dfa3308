// A notebook cell as blocks: prose as Markdown, or the input with its prompt sign, what it showed,
// and its error. The screen's scrolling cells and the line mode both draw these.

import Notebook
import Plotting
import Screen

/// Cells as blocks of a document.
enum CellBlocks {
  /// Outputs longer than this are cut; the value stays in the notebook.
  static let lineLimit = 400

  /// What the cell looks like in `columns`.
  static func blocks(
    for cell: NotebookCell, columns: Int, fold: CellFold? = nil, appearance: Appearance
  ) -> [Block] {
    if let prose = cell.prose {
      let text = appearance.shown(prose)
      let blocks = Markdown.lines(text, columns: columns, appearance: appearance)
        .map { Block($0) }
      return fold == .all ? folded(blocks, to: 1, columns, appearance) : blocks
    }
    let input = input(of: cell, columns: columns, appearance: appearance)
    if let fold, cell.status != .undone {
      let blocks = input + results(of: cell, columns: columns, appearance: appearance)
      return folded(blocks, to: fold == .all ? 1 : input.count, columns, appearance)
    }
    // What was taken back shows no numbers: they are no longer so.
    if cell.status == .undone { return input }
    return input + results(of: cell, columns: columns, appearance: appearance)
  }

  /// The first blocks, and how many lines are folded away.
  private static func folded(
    _ blocks: [Block], to count: Int, _ columns: Int, _ appearance: Appearance
  ) -> [Block] {
    let hidden = blocks.dropFirst(count).reduce(0) { $0 + $1.rows }
    guard hidden > 0 else { return blocks }
    let sign = appearance.glyph("▸", ascii: "+")
    let note = StyledLine(
      "    \(sign) " + appearance.words("\(hidden) line\(hidden == 1 ? "" : "s") folded"),
      appearance.style(.dim))
    return blocks.prefix(count) + [Block(note.fitted(to: columns))]
  }

  /// The outputs and the error alone, as the line mode shows them below what was typed.
  static func results(
    of cell: NotebookCell, columns: Int, appearance: Appearance
  ) -> [Block] {
    let indent = columns >= 40 ? 4 : 0
    var blocks: [Block] = []
    for output in cell.outputs {
      blocks += self.blocks(for: output, columns: columns - indent, appearance: appearance)
        .map { $0.indented(by: indent) }
    }
    if let error = cell.error {
      blocks += DiagnosticLines.lines(
        error, source: cell.source, columns: columns - indent, appearance: appearance
      ).map { Block($0, indent: indent) }
    }
    return blocks
  }

  /// `[3] ∇ net = dense(8) | tanh`, further lines under the first.
  static func input(
    of cell: NotebookCell, columns: Int, appearance: Appearance
  ) -> [Block] {
    let number = "[\(cell.number)] "
    let sign = appearance.glyph("∇ ", ascii: "> ")
    let hang = number.count + 2
    var blocks: [Block] = []
    let lines = cell.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, source) in lines.prefix(lineLimit).enumerated() {
      var line = StyledLine()
      if index == 0 {
        line.append(
          number, appearance.style(cell.status == .failed ? .error : .dim))
        line.append(sign, appearance.style(.prompt))
      } else {
        line.append(String(repeating: " ", count: hang))
      }
      let style = appearance.style(
        cell.status == .pending || cell.status == .undone ? .dim : .plain)
      line.append(appearance.shown(String(source)), style)
      if cell.status == .running && index == lines.count - 1 {
        line.append(appearance.glyph("  …", ascii: "  ..."), appearance.style(.warning))
      }
      if cell.status == .pending && index == lines.count - 1 {
        line.append("  " + appearance.words("(not run)"), appearance.style(.warning))
      }
      if let stale = cell.stale, index == lines.count - 1 {
        line.append("  " + appearance.words(stale.text), appearance.style(.dim))
      }
      if cell.status == .undone && index == lines.count - 1 {
        line.append("  " + appearance.words("(undone)"), appearance.style(.warning))
      }
      blocks += line.wrapped(to: columns, indent: hang).map { Block($0) }
    }
    return blocks
  }

  /// One output.
  static func blocks(
    for output: Output, columns: Int, appearance: Appearance
  ) -> [Block] {
    switch output {
    case .text(let text): return lines(text, .plain, columns, appearance)
    case .literal(let text):
      return lines(text, .plain, columns, appearance, isTheirs: true)
    case .volatile(let text): return lines(text, appearance.style(.dim), columns, appearance)
    case .volatileLiteral(let text):
      return lines(text, appearance.style(.dim), columns, appearance, isTheirs: true)
    case .tensor(let tensor):
      return TensorText.lines(tensor, columns: columns, appearance: appearance)
        .map { Block(StyledLine($0).fitted(to: columns)) }
    case .window(let window):
      return self.window(window, columns, appearance)
    case .table(let table), .measured(let table):
      let chart = Table(
        header: table.isOfTheirs ? table.header : table.header.map(appearance.label),
        rows: table.rows.enumerated().map { place, row in
          table.isOfTheirs || place < table.theirRows
            ? row.map(appearance.shown) : row.map(appearance.cell)
        })
      let rows = min(chart.naturalRows(columns: columns), lineLimit)
      return [
        Block(rows: rows) { chart.draw(into: &$0, area: $1, appearance: appearance) }
      ]
    case .plot(let plot):
      return [PlotDrawing.block(for: plot, columns: columns, appearance: appearance)]
    case .listing(let listing):
      return ListingBlocks.blocks(for: listing, columns: columns, appearance: appearance)
    case .finding(let finding): return self.finding(finding, columns, appearance)
    case .explanation, .prediction:
      let text = output.recordedLines.map(\.text).joined(separator: "\n")
      return lines(text, .plain, columns, appearance)
    case .instruction(let detail):
      return InstructionBlocks.blocks(
        for: detail, columns: columns, matrixRows: 8, appearance: appearance)
    }
  }

  /// A part of a tensor; marked elements are coloured besides their brackets.
  private static func window(
    _ window: TensorWindow, _ columns: Int, _ appearance: Appearance
  ) -> [Block] {
    var blocks = [Block(StyledLine(appearance.line(window.title)).fitted(to: columns))]
    for (row, words) in window.grid.enumerated() {
      var line = StyledLine()
      for (place, word) in words.enumerated() {
        let isLabel =
          !window.shape.isEmpty && (row == 0 || (place == 0 && window.shape.count > 1))
        let role: Role = word.isMarked ? .accent : isLabel ? .dim : .plain
        line.append(word.text, appearance.style(role))
        line.append(" ")
      }
      blocks.append(Block(line.fitted(to: columns)))
    }
    return blocks
  }

  /// What is wrong in colour, how it is known and what helps, the place.
  private static func finding(
    _ finding: FindingOutput, _ columns: Int, _ appearance: Appearance
  ) -> [Block] {
    let role: Role =
      switch finding.severity {
      case .note: .plain
      case .warning: .warning
      case .error: .error
      }
    var style = appearance.style(role)
    style.bold = true
    var line = StyledLine(appearance.words(finding.title) + ": ", style)
    line.append(appearance.words(finding.evidence) + ": ")
    line.append(appearance.words(finding.remedy), appearance.style(.good))
    var lines = line.wrapped(to: columns, indent: 2)
    if let place = finding.place {
      lines += StyledLine("  " + appearance.words(place), appearance.style(.dim))
        .wrapped(to: columns, indent: 4)
    }
    return lines.map { Block($0) }
  }

  private static func lines(
    _ text: String, _ style: Style, _ columns: Int, _ appearance: Appearance,
    isTheirs: Bool = false
  ) -> [Block] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var blocks: [Block] = []
    for line in lines.prefix(lineLimit) {
      let indent = line.prefix { $0 == " " }.count + 2
      let shown = isTheirs ? appearance.shown(String(line)) : appearance.line(String(line))
      let styled = StyledLine(shown, style)
      blocks += styled.wrapped(to: columns, indent: indent).map { Block($0) }
    }
    if lines.count > lineLimit {
      let more = NumberText.grouped(lines.count - lineLimit)
      blocks.append(
        Block(StyledLine(appearance.words("… \(more) more lines"), appearance.style(.dim))))
    }
    return blocks
  }
}
