// Which path is which, below a contour.

import Screen

extension ContourChart {
  /// A line of the legend: letters and what stands behind each.
  struct LegendLine {
    var entries: [(index: Int, words: String)] = []
    /// `and 3 more`
    var rest = ""
  }

  /// A path a line with its note, `S→A sgd(lr=0.1)  60 steps, 0.012`; where rows are short the names
  /// alone, as many beside each other as have room. What is left out is counted, and is never one.
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
    /// As many of the first paths as have room beside `and N more`.
    func packed(_ count: Int) -> [LegendLine]? {
      let rest =
        count < paths.count ? appearance.said("and \(paths.count - count) more") : ""
      var lines = [LegendLine()]
      var column = 0
      for index in 0..<count {
        let words = " \(paths[index].name)"
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
    let counts = [paths.count] + Array((0..<max(0, paths.count - 1)).reversed())
    for count in counts {
      if let lines = packed(count) { return lines }
    }
    return []
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
