// The words around a line chart: title, legend, counts of what cannot be drawn, end labels.

import Screen

extension LineChart {
  /// A name and a last value beside the end of a line.
  struct EndLabel {
    var text: String
    var width: Int
    var value: Double
    var index: Int

    /// What numbers of three digits take at most: `0.00841`, `8.41e-4`.
    static let leastColumns = 7
  }

  /// `loss (log10)  ── train  ╌╌ valid        NaN 3`; with a cursor the values at it:
  /// `loss (log10)  step 120  ── train 0.0412  ╌╌ valid 0.0533`.
  func drawHeader(into frame: inout Frame, area: Rect, kind: Scale.Kind, appearance: Appearance) {
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    let counts = countsText(kind: kind, appearance: appearance)
    let countsWidth = counts.isEmpty ? 0 : DisplayWidth.of(counts) + 1
    let room = countsWidth < area.columns ? area.columns - countsWidth : area.columns
    let clip = Rect(column: area.column, row: area.row, columns: room, rows: 1)
    var column = area.column
    func put(_ text: String, _ style: Style) {
      let width = min(DisplayWidth.of(text), max(0, clip.endColumn - column))
      column =
        frame.label(
          text, row: area.row, column: column, to: width, style: style, clip: clip,
          appearance: appearance)
    }
    let scales = [kind == .log10 ? "log10" : "", xScale == .log10 ? "x log10" : ""]
    let scale = scales.filter { !$0.isEmpty }.joined(separator: ", ")
    let heading =
      appearance.title(title) + (scale.isEmpty ? "" : title.isEmpty ? scale : " (\(scale))")
    if !heading.isEmpty {
      // What is read matters more than the end of a long name.
      let left = room - readingColumns(appearance)
      put(
        DisplayWidth.clip(
          appearance.text(heading), to: max(8, left), ellipsis: appearance.ellipsis),
        palette[.title])
      column += 2
    }
    if let cursor {
      put(cursorText(cursor, appearance), palette[.selected])
      column += 2
    }
    let isNamed = series.count > 1 || (title.isEmpty && !series.isEmpty)
    if isNamed || cursor != nil {
      let names = headerNames(columns: clip.endColumn - column, appearance)
      for (index, line) in series.enumerated() where column + 4 < clip.endColumn {
        // Without a value a name is there whole or not at all: it stands at its line's end, too.
        let needed = column + DisplayWidth.of(names[index]) + 3
        if cursor == nil, needed > clip.endColumn, column > clip.column {
          let more = "+\(series.count - index)"
          if column + more.count <= clip.endColumn { put(more, palette[.dim]) }
          break
        }
        let number = line.style ?? index
        let count = glyphs.lineSamples.count
        if isNamed {
          put(
            glyphs.lineSamples[((number % count) + count) % count] + " ", palette.series(number))
        }
        let value = cursor.map { reading(of: line, at: $0, appearance) } ?? ""
        if isNamed {
          let name = names[index]
          // The number matters more than the name's end.
          let left = clip.endColumn - column - (value.isEmpty ? 0 : DisplayWidth.of(value) + 1)
          put(DisplayWidth.clip(name, to: max(3, left), ellipsis: appearance.ellipsis), .plain)
          if !value.isEmpty { column += 1 }
        }
        put(value, palette.series(number))
        column += 2
      }
    }
    for aside in asides {
      let text = appearance.text(appearance.said(aside))
      guard column + DisplayWidth.of(text) <= clip.endColumn else { break }
      put(text, palette[.dim])
      column += 2
    }
    if countsWidth > 0 && countsWidth < area.columns {
      frame.put(
        counts, row: area.row, column: area.endColumn - countsWidth + 1, style: palette[.error],
        clip: area)
    }
  }

  /// The names of the lines as the header says them: short where all of them have no room whole.
  private func headerNames(columns: Int, _ appearance: Appearance) -> [String] {
    let whole = series.map(\.name)
    let needed = series.enumerated().reduce(0) { sum, line in
      let value = cursor.map { reading(of: line.element, at: $0, appearance) } ?? ""
      return sum + DisplayWidth.of(appearance.text(line.element.name)) + 4
        + (value.isEmpty ? 0 : DisplayWidth.of(value) + 1)
    }
    return (needed - 2 <= columns ? whole : ShortNames.of(whole)).map { appearance.text($0) }
  }

  /// `NaN 3 inf 1`, empty when everything can be drawn.
  private func countsText(kind: Scale.Kind, appearance: Appearance) -> String {
    var notANumber = 0
    var infinite = 0
    var hasNonPositive = false
    for line in series {
      for bucket in line.buckets {
        notANumber &+= bucket.nanCount
        infinite &+= bucket.infinityCount
        if kind == .log10 && bucket.minimum <= 0 { hasNonPositive = true }
      }
    }
    var parts: [String] = []
    if hasNonPositive {
      parts.append(appearance.said(appearance.glyphs == .unicode ? "some ≤ 0" : "some <= 0"))
    }
    if infinite > 0 { parts.append("inf \(infinite)") }
    if notANumber > 0 { parts.append("NaN \(notANumber)") }
    return parts.joined(separator: "  ")
  }

  /// Labels of at most a third of the width, of two fifths where names would be cut; none in a narrow
  /// chart.
  ///
  /// - Parameter range: what a linear axis spans.
  func endLabels(
    columns: Int, range: ClosedRange<Double>?, _ appearance: Appearance
  ) -> [EndLabel] {
    guard columns >= 30 else { return [] }
    let values = series.map { line in
      line.lastValue.map { NumberFormat.compact($0, significant: digits(of: $0, in: range)) }
    }
    // Room for what the number becomes: the plot keeps its place while the last digits change.
    var widths = values.map { max(DisplayWidth.of($0 ?? ""), EndLabel.leastColumns) }
    func names(_ widths: [Int], of room: Int) -> [String] {
      endNames(widths.map { series.count > 1 ? room - $0 - 1 : 0 }, appearance)
    }
    func isCut(_ names: [String]) -> Bool { names.contains { $0.contains(appearance.ellipsis) } }
    var shown = names(widths, of: columns / 3)
    if series.count > 1, Set(shown).count < shown.count || isCut(shown) {
      // To tell the lines apart matters more.
      widths = values.map { DisplayWidth.of($0 ?? "") }
      shown = names(widths, of: columns / 3)
      if isCut(shown) { shown = names(widths, of: columns * 2 / 5) }
    }
    return series.enumerated().compactMap { index, line in
      guard let last = line.lastValue, let value = values[index] else { return nil }
      let name = shown[index] + (shown[index].isEmpty ? "" : " ")
      let valueWidth = widths[index]
      return EndLabel(
        text: name + value, width: DisplayWidth.of(name) + valueWidth, value: last,
        index: line.style ?? index)
    }
  }

  /// Names that have room: whole, else as short as they still differ, else cut. Where that would make two of them look the same, as
  /// `sgd(lr=0.1)` and `sgd(lr=0.5)` do, their ends stay and the middle goes.
  private func endNames(_ widths: [Int], _ appearance: Appearance) -> [String] {
    var names = series.map { appearance.text($0.name) }
    if zip(names, widths).contains(where: { DisplayWidth.of($0) > $1 }) {
      names = ShortNames.of(series.map(\.name)).map { appearance.text($0) }
    }
    let cut = zip(names, widths).map { name, width in
      width > 1 ? DisplayWidth.clip(name, to: width, ellipsis: appearance.ellipsis) : ""
    }
    return cut.indices.map { index in
      let (name, width) = (names[index], widths[index])
      let sign = DisplayWidth.of(appearance.ellipsis)
      let shown = cut[index].dropLast(appearance.ellipsis.count)
      guard width >= sign + 3, cut[index] != name,
        names.contains(where: { $0 != name && $0.hasPrefix(shown) })
      else { return cut[index] }
      let head = DisplayWidth.clip(name, to: (width - sign) / 3, ellipsis: "")
      return head + appearance.ellipsis
        + PathName.end(of: name, columns: width - sign - DisplayWidth.of(head))
    }
  }

  /// Three digits, more where values lie close together: a twentieth of the axis shows.
  private func digits(of value: Double, in range: ClosedRange<Double>?) -> Int {
    guard let range, value != 0, value.isFinite else { return 3 }
    let step = range.upperBound / 20 - range.lowerBound / 20
    guard step > 0, step.isFinite else { return 3 }
    let size = decimalLogarithm(value.magnitude).rounded(.down)
    return nearest(size - decimalLogarithm(step).rounded(.down) + 1, 3...6)
  }

  /// Each label at its line's last value, those that would lie on each other around their middle; from
  /// top to bottom they are in the order of the values.
  func drawEndLabels(_ labels: [EndLabel], into frame: inout Frame, plot: PlotFrame) {
    let palette = Palette(plot.appearance)
    let rows = plot.canvas.row..<plot.canvas.endRow
    let ordered = labels.sorted { ($0.value, -$0.index) > ($1.value, -$1.index) }
      .prefix(rows.count)
    /// Labels on successive rows: their number and the sum of the rows wanted for the first one.
    var blocks: [(count: Int, sum: Double)] = []
    for label in ordered {
      blocks.append((1, Double(plot.row(label.value) ?? rows.upperBound - 1)))
      while blocks.count > 1 {
        let (upper, lower) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard
          upper.sum / Double(upper.count) + Double(upper.count)
            > lower.sum / Double(lower.count)
        else { break }
        blocks.removeLast()
        let shift = Double(upper.count * lower.count)
        blocks[blocks.count - 1] = (upper.count + lower.count, upper.sum + lower.sum - shift)
      }
    }
    var free = rows.lowerBound
    var left = ordered.count
    var index = 0
    for block in blocks {
      let latest = rows.upperBound - left
      let start = nearest(block.sum / Double(block.count), free...max(free, latest))
      for row in start..<start + block.count {
        let label = ordered[index]
        frame.put(
          label.text, row: row, column: plot.canvas.endColumn + 1,
          style: palette.series(label.index), clip: plot.area)
        index += 1
      }
      free = start + block.count
      left -= block.count
    }
  }
}
