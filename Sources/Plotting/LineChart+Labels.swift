// The words around a line chart: title, legend, counts of what cannot be drawn, end labels.

import Screen

extension LineChart {
  /// A name and a last value beside the end of a line.
  struct EndLabel {
    var text: String
    var width: Int
    var value: Double
    var index: Int
  }

  /// `loss (log10)  ── train  ╌╌ valid        NaN 3`
  func drawHeader(into frame: inout Frame, area: Rect, kind: Scale.Kind, appearance: Appearance) {
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    let counts = countsText(kind: kind, appearance: appearance)
    let countsWidth = counts.isEmpty ? 0 : DisplayWidth.of(counts) + 1
    let room = countsWidth < area.columns ? area.columns - countsWidth : area.columns
    let clip = Rect(column: area.column, row: area.row, columns: room, rows: 1)
    var column = area.column
    let heading = title + (kind == .log10 ? (title.isEmpty ? "log10" : " (log10)") : "")
    if !heading.isEmpty {
      let width = min(DisplayWidth.of(appearance.text(heading)), room)
      column =
        frame.label(
          heading, row: area.row, column: column, to: width, style: palette[.title], clip: clip,
          appearance: appearance) + 2
    }
    if series.count > 1 || (title.isEmpty && !series.isEmpty) {
      for (index, line) in series.enumerated() where column + 4 < clip.endColumn {
        column = frame.put(
          glyphs.lineSamples[index % glyphs.lineSamples.count] + " ", row: area.row, column: column,
          style: palette.series(index), clip: clip)
        let width = min(DisplayWidth.of(appearance.text(line.name)), clip.endColumn - column)
        column =
          frame.label(
            line.name, row: area.row, column: column, to: width, clip: clip, appearance: appearance)
          + 2
      }
    }
    if countsWidth > 0 && countsWidth < area.columns {
      frame.put(
        counts, row: area.row, column: area.endColumn - countsWidth + 1, style: palette[.error],
        clip: area)
    }
  }

  /// `NaN 3 inf 1`, empty when everything can be drawn.
  private func countsText(kind: Scale.Kind, appearance: Appearance) -> String {
    var notANumber = 0
    var infinite = 0
    var hasNonPositive = false
    for bucket in series.lazy.flatMap(\.buckets) {
      notANumber &+= bucket.nanCount
      infinite &+= bucket.infinityCount
      if kind == .log10 && bucket.minimum <= 0 { hasNonPositive = true }
    }
    var parts: [String] = []
    if hasNonPositive { parts.append(appearance.glyphs == .unicode ? "some ≤ 0" : "some <= 0") }
    if infinite > 0 { parts.append("inf \(infinite)") }
    if notANumber > 0 { parts.append("NaN \(notANumber)") }
    return parts.joined(separator: "  ")
  }

  /// Labels of at most a third of the width; none in a narrow chart.
  func endLabels(columns: Int, appearance: Appearance) -> [EndLabel] {
    guard columns >= 30 else { return [] }
    return series.enumerated().compactMap { index, line in
      guard let bucket = line.buckets.last(where: \.hasValue) else { return nil }
      let value = NumberFormat.compact(bucket.last, significant: 3)
      let valueWidth = DisplayWidth.of(value)
      let nameWidth = series.count > 1 ? columns / 3 - valueWidth - 1 : 0
      let name =
        nameWidth > 1
        ? DisplayWidth.clip(
          appearance.text(line.name), to: nameWidth, ellipsis: appearance.ellipsis) + " " : ""
      let text = name + value
      return EndLabel(
        text: text, width: DisplayWidth.of(text), value: bucket.last, index: index)
    }
  }

  /// Each label at its line's last value, moved down (or up at the bottom) past those above it.
  func drawEndLabels(_ labels: [EndLabel], into frame: inout Frame, plot: PlotFrame) {
    let palette = Palette(plot.appearance)
    let rows = plot.canvas.row..<plot.canvas.endRow
    var taken: Set<Int> = []
    for label in labels.sorted(by: { ($0.value, -$0.index) > ($1.value, -$1.index) }) {
      let wanted = plot.row(label.value) ?? rows.upperBound - 1
      let below = rows.first { $0 >= wanted && !taken.contains($0) }
      guard let row = below ?? rows.last(where: { $0 < wanted && !taken.contains($0) }) else {
        return
      }
      taken.insert(row)
      frame.put(
        label.text, row: row, column: plot.canvas.endColumn + 1, style: palette.series(label.index),
        clip: plot.area)
    }
  }
}
