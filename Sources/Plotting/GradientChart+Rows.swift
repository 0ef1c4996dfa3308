// One row of a gradient chart: name, sparkline or strip, last value, mark.

import Screen

extension GradientChart {
  /// The columns of name, line, value and mark.
  struct Layout {
    let area: Rect
    let name: Int
    let cut: PathName
    let line: Int
    let value: Int
    /// What clipping left.
    let clipped: Int
    let mark: Int
    let appearance: Appearance
    let decades: ClosedRange<Int>
    let x: ClosedRange<Double>

    init(chart: GradientChart, area: Rect, appearance: Appearance) {
      self.area = area
      self.appearance = appearance
      decades = chart.decades
      let words = area.columns >= 56 && chart.rows.contains { $0.marker != .none }
      mark = area.columns >= 16 ? (words ? 12 : 2) : 0
      let values = chart.rows.map { DisplayWidth.of(Layout.number($0.last)) }
      // The line keeps its place while the numbers' last digits change.
      let least = area.columns >= 34 ? 6 : 0
      value = area.columns >= 12 ? max(values.max() ?? 0, least) + 1 : 0
      let after = chart.rows.compactMap(\.clipped).map { DisplayWidth.of(Layout.number($0)) }
      clipped = area.columns >= 34 ? after.max().map { max($0, 7) + 1 } ?? 0 : 0
      let longest = chart.rows.map { DisplayWidth.of(appearance.text($0.name)) }.max() ?? 0
      // Rows that stand for several say how many more: `net.12 +2`.
      let slots = max(1, area.rows)
      let isPooled = chart.rows.count > slots && chart.isStrip
      let suffix = isPooled ? String((chart.rows.count - 1) / slots).utf8.count + 2 : 0
      name = min(longest + suffix, max(1, area.columns / 3)) + 1
      cut = PathName(
        chart.rows.map(\.name), to: name - 1 - suffix, appearance: appearance)
      line = max(0, area.columns - name - value - clipped - mark)
      var low = Double.infinity
      var high = -Double.infinity
      for bucket in chart.rows.lazy.flatMap(\.norms) {
        if bucket.x0.isFinite { low = min(low, bucket.x0) }
        if bucket.x1.isFinite { high = max(high, bucket.x1) }
      }
      x = low <= high ? low...high : 0...0
    }

    static func number(_ value: Double) -> String { NumberFormat.even(value, significant: 2) }

    /// The column of a step.
    func column(_ step: Double) -> Int {
      let range = x.upperBound / 2 - x.lowerBound / 2
      guard range > 0, line > 0 else { return 0 }
      let position = (step / 2 - x.lowerBound / 2) / range
      return nearest(position * Double(line - 1), 0...line - 1)
    }
  }

  /// What a column of a line shows; later cases win over earlier ones.
  private enum Mark: Comparable {
    case nothing
    case zero
    case norm(Double)
    case infinite
    case notANumber
  }

  /// Draws a group of rows as one: the maximum of each column.
  func draw(
    _ group: ArraySlice<GradientChartRow>, row: Int, strip: Bool, isChosen: Bool,
    into frame: inout Frame, layout: Layout
  ) {
    guard let first = group.first else { return }
    let appearance = layout.appearance
    let palette = Palette(appearance)
    let area = layout.area
    // A diagnosed member stands for its group.
    let shown = group.first { $0.marker == .up } ?? group.first { $0.marker == .down } ?? first
    let others = group.count > 1 ? " +\(group.count - 1)" : ""
    let nameRoom = max(0, layout.name - 1 - others.count)
    let name = layout.cut.fit(shown.name, to: nameRoom, appearance: appearance)
    frame.put(
      name + others, row: row, column: area.column, style: isChosen ? palette[.selected] : .plain,
      clip: area)
    var marks = Array(repeating: Mark.nothing, count: layout.line)
    for member in group { collect(member.norms, into: &marks, layout: layout) }
    for (index, mark) in marks.enumerated() {
      let cell = cell(mark, strip: strip, layout: layout)
      frame.put(
        cell.text, row: row, column: area.column + layout.name + index, style: cell.style,
        clip: area)
    }
    if let cursor, cursor.isFinite, layout.line > 0 {
      let column = area.column + layout.name + layout.column(cursor)
      frame.restyle(Rect(column: column, row: row, columns: 1, rows: 1).intersection(area)) {
        $0.reverse.toggle()
      }
    }
    let style = markerStyle(shown.marker, palette)
    let end = area.column + layout.name + layout.line
    if layout.value > 0 {
      // The greatest of a group; not a number wins over all.
      let last = group.map(\.last).reduce(group.count > 1 ? -Double.infinity : shown.last) {
        $0.isNaN || $1.isNaN ? .nan : max($0, $1)
      }
      let value = shown.marker == .down ? shown.last : last
      frame.label(
        Layout.number(value), row: row, column: end, to: layout.value, style: style, right: true,
        clip: area, appearance: appearance)
    }
    let after = group.compactMap(\.clipped)
    if layout.clipped > 0, !after.isEmpty {
      let greatest = after.contains(where: \.isNaN) ? .nan : after.max() ?? .nan
      frame.label(
        Layout.number(greatest), row: row, column: end + layout.value, to: layout.clipped,
        right: true, clip: area, appearance: appearance)
    }
    if layout.mark > 0 {
      frame.label(
        word(shown.marker, appearance: appearance, long: layout.mark > 2), row: row,
        column: end + layout.value + layout.clipped + 1, to: layout.mark - 1, style: style,
        clip: area,
        appearance: appearance)
    }
  }

  private func collect(_ norms: [ChartBucket], into marks: inout [Mark], layout: Layout) {
    guard !marks.isEmpty else { return }
    for (index, bucket) in norms.enumerated() {
      let start = layout.column(bucket.x0)
      var end = max(start, layout.column(bucket.x1))
      // A value stands until the next one.
      if index + 1 < norms.count { end = max(end, layout.column(norms[index + 1].x0) - 1) }
      let mark: Mark
      if bucket.nanCount > 0 {
        mark = .notANumber
      } else if bucket.infinityCount > 0 {
        mark = .infinite
      } else if bucket.hasValue {
        mark = bucket.maximum > 0 ? .norm(bucket.maximum) : .zero
      } else {
        continue
      }
      for column in start...end { marks[column] = max(marks[column], mark) }
    }
  }

  private func cell(_ mark: Mark, strip: Bool, layout: Layout) -> Cell {
    let palette = Palette(layout.appearance)
    let glyphs = GlyphSet.of(layout.appearance)
    switch mark {
    case .nothing: return .blank
    case .zero: return Cell("0", style: palette[.dim])
    case .infinite: return Cell(glyphs.up, style: palette[.error])
    case .notANumber: return Cell(glyphs.notANumber, style: palette[.error])
    case .norm(let value):
      let bottom = Double(layout.decades.lowerBound)
      let range = Double(layout.decades.upperBound) - bottom
      let position = min(max(0, (decimalLogarithm(value) - bottom) / range), 1)
      if strip {
        // The least norm still differs from nothing.
        let pixel = BlockCanvas.Pixel.value(
          palette.sequential(position), shade: max(position, 1e-9))
        return BlockCanvas(columns: 0, rows: 0, halves: false, appearance: layout.appearance)
          .whole(pixel)
      }
      // A bar keeps off the row above it.
      let most = layout.appearance.glyphs == .unicode ? 6 : 7
      return Cell(
        glyphs.bars[nearest((position * Double(most + 1)).rounded(.down), 0...most)],
        style: palette[.accent])
    }
  }

  private func markerStyle(_ marker: GradientChartRow.Marker, _ palette: Palette) -> Style {
    switch marker {
    case .none: return .plain
    case .down: return palette[.warning]
    case .up: return palette[.error]
    }
  }

  private func word(
    _ marker: GradientChartRow.Marker, appearance: Appearance, long: Bool
  ) -> String {
    let glyphs = GlyphSet.of(appearance)
    switch marker {
    case .none: return ""
    case .down: return glyphs.lowered + (long ? " " + appearance.said("vanishing") : "")
    case .up: return glyphs.raised + (long ? " " + appearance.said("exploding") : "")
    }
  }
}
