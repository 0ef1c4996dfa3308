// Which path is which, below a contour or beside it.

import Screen

extension ContourChart {
  /// A line of the legend: letters and what stands behind each.
  struct LegendLine {
    var entries: [(index: Int, words: String)] = []
    /// `and 3 more`
    var rest = ""
  }

  /// A path a line with its note, `S→A sgd(lr=0.1)  60 steps, 0.012`; where rows are short the names
  /// alone, as many beside each other as have room, then the names as short as they still differ.
  /// What is left out then is counted, and is never one.
  func legend(columns: Int, rows: Int, appearance: Appearance) -> [LegendLine] {
    guard rows > 0, !paths.isEmpty else { return [] }
    if paths.count <= rows {
      return paths.indices.map { index in
        let path = paths[index]
        let note = path.note.isEmpty ? "" : "  \(appearance.said(path.note))"
        return LegendLine(entries: [(index, " \(path.name)\(note)")])
      }
    }
    func width(_ text: String) -> Int { DisplayWidth.of(appearance.text(text)) }
    let mark = width(ContourChart.arrow(appearance)) + 1
    /// As many of the first names as have room beside `and N more`.
    func packed(_ names: [String], _ count: Int) -> [LegendLine]? {
      let rest =
        count < names.count ? appearance.said("and \(names.count - count) more") : ""
      var lines = [LegendLine()]
      var column = 0
      for index in 0..<count {
        let words = " \(names[index])"
        let wide = min(mark + width(words), columns)
        if column > 0, column + 2 + wide > columns {
          lines.append(LegendLine())
          column = 0
        }
        column += (column > 0 ? 2 : 0) + wide
        lines[lines.count - 1].entries.append((index, words))
      }
      if !rest.isEmpty {
        if column > 0, column + 2 + width(rest) > columns { lines.append(LegendLine()) }
        lines[lines.count - 1].rest = rest
      }
      return lines.count <= rows ? lines : nil
    }
    let names = paths.map(\.name)
    if let lines = packed(names, names.count) { return lines }
    let short = ShortNames.of(names)
    let counts = [names.count] + Array((0..<max(0, names.count - 1)).reversed())
    for count in counts {
      if let lines = packed(short, count) { return lines }
    }
    return []
  }

  /// Names at the right of a low plot that has as many rows as there are paths, each a line; nil where
  /// they leave too little of it.
  func sideLegend(
    _ body: Rect, isShort: Bool, appearance: Appearance
  ) -> (lines: [LegendLine], columns: Int)? {
    guard isShort, paths.count <= body.rows else { return nil }
    let mark = DisplayWidth.of(ContourChart.arrow(appearance)) + 1
    let names = paths.map(\.name)
    for names in [names, ShortNames.of(names)] {
      let wide = names.map { DisplayWidth.of(appearance.text($0)) }.max() ?? 0
      let columns = mark + 1 + wide
      // The plot keeps two thirds.
      guard columns + 2 <= body.columns / 3 || body.columns >= 36 && columns <= 18 else { continue }
      return (names.indices.map { LegendLine(entries: [($0, " " + names[$0])]) }, columns)
    }
    return nil
  }

  static func arrow(_ appearance: Appearance) -> String {
    appearance.glyphs == .unicode ? "S→" : "S->"
  }

  func drawLegend(
    _ lines: [LegendLine], into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    for (place, line) in lines.prefix(area.rows).enumerated() {
      let row = area.row + place
      var column = area.column
      for (index, words) in line.entries {
        if column > area.column { column += 2 }
        column = frame.put(
          ContourChart.arrow(appearance) + ContourChart.letter(index).capital, row: row,
          column: column, style: Style(bold: true), clip: area)
        let width = min(DisplayWidth.of(appearance.text(words)), area.endColumn - column)
        guard width > 0 else { break }
        column = frame.label(
          words, row: row, column: column, to: width, style: palette[.label], clip: area,
          appearance: appearance)
      }
      guard !line.rest.isEmpty else { continue }
      if column > area.column { column += 2 }
      frame.label(
        line.rest, row: row, column: column, to: max(0, area.endColumn - column),
        style: palette[.dim], clip: area, appearance: appearance)
    }
  }
}
