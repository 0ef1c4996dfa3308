// Boxes and edges, top down: a network as a diagram. Where everything goes is in
// DiagramChart+Layout.swift, how edges are drawn in DiagramWires.swift.

public import Screen
import Translation

/// One box of a diagram.
public struct DiagramBlock: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case box
    /// A source: one line with a dot where its edge begins.
    case dot
    /// ⊕, where edges are added.
    case sum
  }

  public var form: Form
  /// In the box's upper border: `net.0  dense`, and shorter forms for narrow boxes.
  public var titles: [String]
  /// Inside: `[4, 8]  24 parameters`, and shorter forms.
  public var details: [String]
  /// What recurs, drawn with an edge back into the box; nil for most.
  public var loop: String?
  /// On the edge that leaves it, and shorter forms; where none fits there is none.
  public var labels: [String]

  public init(
    _ form: Form = .box, titles: [String], details: [String] = [], loop: String? = nil,
    labels: [String] = []
  ) {
    self.form = form
    self.titles = titles
    self.details = details
    self.loop = loop
    self.labels = labels
  }

  /// The first text that fits; else the last one, which is cut.
  static func fitting(_ texts: [String], _ columns: Int, _ appearance: Appearance) -> String {
    texts.first { DisplayWidth.of(appearance.text($0)) <= columns } ?? texts.last ?? ""
  }
}

/// An edge between two blocks, from the earlier to the later.
public struct DiagramEdge: Hashable, Sendable {
  public var from: Int
  public var to: Int

  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }
}

/// A piece that stands for several: a bracket at its left.
public struct DiagramBracket: Hashable, Sendable {
  public var blocks: ClosedRange<Int>
  public var title: String
  /// Whether it goes round: the bracket has an arrow back to the first block.
  public var isLoop: Bool

  public init(blocks: ClosedRange<Int>, title: String, isLoop: Bool = false) {
    self.blocks = blocks
    self.title = title
    self.isLoop = isLoop
  }
}

/// Blocks in the order of computation. An edge to the next rank goes straight down; one that skips
/// ranks runs down at the right and rejoins there. What is larger than the area is scrolled.
public struct DiagramChart: Chart, Hashable {
  public var title: String
  /// Beside the title, the most important first.
  public var notes: [HeadingWords]
  public var blocks: [DiagramBlock]
  public var edges: [DiagramEdge]
  public var brackets: [DiagramBracket]
  /// The first row shown.
  public var offset: Int

  /// Edges and brackets that do not fit the blocks are left out.
  public init(
    title: String, notes: [HeadingWords] = [], blocks: [DiagramBlock], edges: [DiagramEdge],
    brackets: [DiagramBracket] = [],
    offset: Int = 0
  ) {
    self.title = title
    self.notes = notes
    self.blocks = blocks
    self.edges = edges.filter { $0.from >= 0 && $0.from < $0.to && $0.to < blocks.count }
    self.brackets = brackets.filter {
      $0.blocks.lowerBound >= 0 && $0.blocks.upperBound < blocks.count
    }
    self.offset = offset
  }

  public func naturalRows(columns: Int) -> Int {
    Layout(self, columns: columns, appearance: .standard).rows + 1
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard appearance.language == .english else {
      // What is measured is what is drawn.
      var english = appearance
      english.language = .english
      said(appearance).draw(into: &frame, area: area, appearance: english, heading: appearance)
      return
    }
    draw(into: &frame, area: area, appearance: appearance, heading: appearance)
  }

  /// - Parameter spoken: the language of the heading.
  private func draw(
    into frame: inout Frame, area: Rect, appearance: Appearance, heading spoken: Appearance
  ) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let layout = Layout(self, columns: area.columns, appearance: appearance)
    let room = area.rows - 1
    let start = max(0, min(offset, layout.rows - max(1, room)))
    var heading = notes
    if layout.rows > room, room > 0 {
      let part = "\(start + 1)–\(min(layout.rows, start + room))"
      heading.append([
        "rows \(part) of \(layout.rows)", "\(part) of \(layout.rows)", "\(part)/\(layout.rows)",
      ])
    }
    frame.heading(title, heading, area: area, appearance: spoken)
    guard room > 0 else { return }
    let body = Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: room)
    var pen = DiagramPen(
      clip: body, column: area.column, row: body.row - start, appearance: appearance)
    drawBrackets(layout, &pen, &frame)
    for index in blocks.indices { drawBlock(index, layout, &pen, &frame) }
    var wires = DiagramWires()
    layout.route(self, into: &wires)
    wires.draw(with: pen, into: &frame)
    for index in blocks.indices { drawHeads(index, layout, pen, &frame) }
  }

  /// The same in the language in use.
  private func said(_ appearance: Appearance) -> DiagramChart {
    var chart = self
    for index in blocks.indices {
      chart.blocks[index].details = blocks[index].details.map(appearance.said)
      chart.blocks[index].loop = blocks[index].loop.map(appearance.said)
    }
    for index in brackets.indices {
      chart.brackets[index].title = appearance.said(brackets[index].title)
    }
    return chart
  }

  private func drawBlock(
    _ index: Int, _ layout: Layout, _ pen: inout DiagramPen, _ frame: inout Frame
  ) {
    let block = blocks[index]
    let place = layout.places[index]
    guard pen.shows(place.row..<place.row + place.rows + 1) else { return }
    let palette = Palette(pen.appearance)
    let (left, width) = (place.column, layout.width(of: index))
    func text(_ texts: [String], _ column: Int, row: Int, _ style: Style) -> Int {
      let room = left + width - column - (block.form == .box ? 2 : 0)
      let text = DiagramBlock.fitting(texts, room, pen.appearance)
      pen.text(text, row: row, column: column, to: room, style: style, &frame)
      return column + DisplayWidth.of(pen.appearance.text(text))
    }
    switch block.form {
    case .dot, .sum:
      let end = text(
        block.titles, left + Layout.port + 2, row: place.row,
        block.form == .sum ? palette[.text] : palette[.title])
      _ = text(block.details, end + 2, row: place.row, palette[.dim])
    case .box:
      pen.box(left, place.row, width, place.rows, palette[.axis], &frame)
      // Beside the arrow heads.
      let start = (layout.heads[index].max() ?? left + Layout.port) + 2
      let end = text(block.titles, start, row: place.row, palette[.title])
      for column in [start - 1, end] where column < left + width - 1 {
        pen.text(" ", row: place.row, column: column, to: 1, style: .plain, &frame)
      }
      _ = text(block.details, left + 2, row: place.row + 1, palette[.text])
      if let loop = block.loop { _ = text([loop], left + 2, row: place.row + 2, palette[.accent]) }
    }
  }

  /// Arrow heads, over the borders and wires.
  private func drawHeads(
    _ index: Int, _ layout: Layout, _ pen: DiagramPen, _ frame: inout Frame
  ) {
    let palette = Palette(pen.appearance)
    let isUnicode = pen.appearance.glyphs == .unicode
    let place = layout.places[index]
    let row = place.row
    let room = layout.width(of: index) - Layout.port - 3
    let label = blocks[index].labels.first {
      DisplayWidth.of(pen.appearance.text($0)) <= room
    }
    if let label, let row = layout.labelRows[index] {
      pen.text(
        " \(label) ", row: row, column: place.column + Layout.port + 1, to: room + 2,
        style: palette[.dim], &frame)
    }
    switch blocks[index].form {
    case .dot:
      pen.text(
        isUnicode ? "●" : "o", row: row, column: place.column + Layout.port, to: 1,
        style: palette[.accent], &frame)
    case .sum:
      pen.text(
        isUnicode ? "⊕" : "+", row: row, column: place.column + Layout.port, to: 1,
        style: palette[.accent], &frame)
    case .box:
      for column in layout.heads[index] {
        pen.text(isUnicode ? "▼" : "v", row: row, column: column, to: 1, style: .plain, &frame)
      }
      if blocks[index].loop != nil {
        pen.text(
          isUnicode ? "◀─╮" : "<-+", row: row + 1, column: place.column + layout.width(of: index),
          to: 3,
          style: palette[.accent], &frame)
        pen.text(
          isUnicode ? "──╯" : "--+", row: row + 2, column: place.column + layout.width(of: index),
          to: 3,
          style: palette[.accent], &frame)
      }
    }
    if layout.entersAtSide[index] {
      let end = blocks[index].form == .box ? 0 : layout.sumWidth(index, self)
      pen.text(
        isUnicode ? "◀" : "<", row: layout.sideRow(index, self),
        column: blocks[index].form == .box ? place.column + layout.width(of: index) : end, to: 1,
        style: .plain, &frame)
    }
  }

  private func drawBrackets(_ layout: Layout, _ pen: inout DiagramPen, _ frame: inout Frame) {
    let palette = Palette(pen.appearance)
    let isUnicode = pen.appearance.glyphs == .unicode
    for (index, bracket) in brackets.enumerated() {
      let span = layout.brackets[index]
      let column = span.column
      for row in span.rows {
        pen.text(
          isUnicode ? "┆" : ":", row: row, column: column, to: 1, style: palette[.accent], &frame)
      }
      let top = span.rows.lowerBound
      pen.text(
        isUnicode ? (bracket.isLoop ? "╭▶" : "╭╌") : (bracket.isLoop ? "+>" : "+-"), row: top,
        column: column, to: 2, style: palette[.accent], &frame)
      pen.text(
        isUnicode ? "╰╌" : "+-", row: span.rows.upperBound - 1, column: column, to: 2,
        style: palette[.accent], &frame)
      pen.text(
        bracket.title, row: top, column: layout.left + Layout.port + 2,
        to: pen.clip.columns - layout.left - Layout.port - 2, style: palette[.accent], &frame)
    }
  }
}

/// Writes at places of the diagram, of which a window shows.
struct DiagramPen {
  let clip: Rect
  let column: Int
  let row: Int
  let appearance: Appearance

  func shows(_ rows: Range<Int>) -> Bool {
    row + rows.upperBound > clip.row && row + rows.lowerBound < clip.endRow
  }

  func text(
    _ text: String, row: Int, column: Int, to columns: Int, style: Style, _ frame: inout Frame
  ) {
    guard columns > 0, shows(row..<row + 1) else { return }
    frame.label(
      text, row: self.row + row, column: self.column + column,
      to: min(columns, DisplayWidth.of(appearance.text(text))), style: style,
      clip: clip, appearance: appearance)
  }

  func box(
    _ left: Int, _ top: Int, _ width: Int, _ rows: Int, _ style: Style, _ frame: inout Frame
  ) {
    let isUnicode = appearance.glyphs == .unicode
    let line = String(repeating: isUnicode ? "─" : "-", count: max(0, width - 2))
    text(
      isUnicode ? "┌\(line)┐" : "+\(line)+", row: top, column: left, to: width, style: style,
      &frame)
    for row in top + 1..<max(top + 1, top + rows - 1) {
      text(isUnicode ? "│" : "|", row: row, column: left, to: 1, style: style, &frame)
      text(isUnicode ? "│" : "|", row: row, column: left + width - 1, to: 1, style: style, &frame)
    }
    text(
      isUnicode ? "└\(line)┘" : "+\(line)+", row: top + rows - 1, column: left, to: width,
      style: style, &frame)
  }
}
