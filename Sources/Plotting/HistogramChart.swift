// How values are distributed.

public import Screen

/// Equal bins between two bounds, as bars; what lies outside is counted below.
public struct HistogramChart: Chart, Hashable {
  public enum Orientation: Hashable, Sendable {
    /// A row a bin, with its range and count.
    case horizontal
    /// A column a bin.
    case vertical
    /// Horizontal when every bin gets a row.
    case automatic
  }

  public var title: String
  public var lower: Double
  public var upper: Double
  public var counts: [Int]
  /// Values below `lower`, above `upper`, and NaN.
  public var below: Int
  public var above: Int
  public var nanCount: Int
  public var orientation: Orientation
  /// A bin to mark.
  public var selected: Int?

  public init(
    title: String = "", lower: Double, upper: Double, counts: [Int], below: Int = 0,
    above: Int = 0, nanCount: Int = 0, orientation: Orientation = .automatic
  ) {
    self.title = title
    self.lower = lower
    self.upper = upper
    self.counts = counts
    self.below = below
    self.above = above
    self.nanCount = nanCount
    self.orientation = orientation
  }

  public func naturalRows(columns: Int) -> Int {
    min(counts.count, 16) + (title.isEmpty ? 0 : 1) + (footer.isEmpty ? 0 : 1)
  }

  /// `below 3  above 1  NaN 2`
  private var footer: String {
    var parts: [String] = []
    if below > 0 { parts.append("below \(below)") }
    if above > 0 { parts.append("above \(above)") }
    if nanCount > 0 { parts.append("NaN \(nanCount)") }
    return parts.joined(separator: "  ")
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let (body, isHorizontal, bins, gutter) = parts(of: area)
    let top = body.row - area.row
    let bottom = area.endRow - body.endRow
    guard !counts.isEmpty else {
      frame.label(
        appearance.said("no data yet"), row: area.row, column: area.column, to: area.columns,
        style: palette[.dim],
        clip: area, appearance: appearance)
      return
    }
    let slots = bins.count
    if top > 0 {
      let most = (counts.count + slots - 1) / max(1, slots)
      let note = slots < counts.count ? "  \(counts.count) bins, up to \(most) together" : ""
      frame.label(
        appearance.title(title + note), row: area.row, column: area.column, to: area.columns,
        style: palette[.title], clip: area, appearance: appearance)
    }
    if bottom > 0 {
      frame.label(
        appearance.said(footer), row: area.endRow - 1, column: area.column, to: area.columns,
        style: palette[.warning], clip: area, appearance: appearance)
    }
    if isHorizontal {
      drawHorizontal(bins, into: &frame, area: body, appearance: appearance)
    } else {
      drawVertical(bins, gutter, into: &frame, area: body, appearance: appearance)
    }
  }

  /// Where the bars stand; the gutter of those that stand upright has the greatest count.
  private func parts(
    of area: Rect
  ) -> (body: Rect, isHorizontal: Bool, bins: [Range<Int>], gutter: Int) {
    let top = !title.isEmpty && area.rows >= 2 ? 1 : 0
    let bottom = !footer.isEmpty && area.rows >= top + 2 ? 1 : 0
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns,
      rows: area.rows - top - bottom)
    let isHorizontal: Bool
    switch orientation {
    case .horizontal: isHorizontal = true
    case .vertical: isHorizontal = false
    case .automatic: isHorizontal = counts.count <= body.rows
    }
    func bins(_ room: Int) -> [Range<Int>] {
      let slots = max(0, min(counts.count, room))
      return (0..<slots).map { share($0, of: slots, over: counts.count) }
    }
    if isHorizontal { return (body, true, bins(body.rows), 0) }
    let greatest = bins(body.columns).map(total).max() ?? 0
    let digits = NumberFormat.compact(greatest, significant: 5).utf8.count
    let gutter = body.rows >= 4 && body.columns >= digits + 16 ? digits + 1 : 0
    return (body, false, bins(body.columns - gutter), gutter)
  }

  /// The bin drawn at a place of the screen, the first of those drawn together.
  public func bin(at point: Point, in area: Rect) -> Int? {
    guard !area.isEmpty, !counts.isEmpty else { return nil }
    let (body, isHorizontal, bins, gutter) = parts(of: area)
    guard body.contains(point), point.column >= body.column + gutter else { return nil }
    let width = max(1, min(6, (body.columns - gutter) / max(1, bins.count)))
    let slot =
      isHorizontal ? point.row - body.row : (point.column - body.column - gutter) / width
    return bins.indices.contains(slot) ? bins[slot].lowerBound : nil
  }

  private func style(_ bin: Range<Int>, _ palette: Palette) -> Style {
    var style = palette.series(0)
    if let selected, bin.contains(selected) { style = palette[.accent] }
    return style
  }

  private func total(_ bins: Range<Int>) -> Double {
    bins.reduce(0) { $0 + Double(max(0, counts[$1])) }
  }

  /// The lower bound of a bin.
  private func edge(_ bin: Int) -> Double {
    let part = Double(bin) / Double(max(1, counts.count))
    return lower * (1 - part) + upper * part
  }

  private func drawHorizontal(
    _ bins: [Range<Int>], into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let labels = bins.map { NumberFormat.compact(edge($0.lowerBound), significant: 3) }
    let ends = bins.map { NumberFormat.compact(edge($0.upperBound), significant: 3) }
    let values = bins.map { NumberFormat.compact(total($0), significant: 5) }
    let labelWidth = (labels + ends).map(\.utf8.count).max() ?? 0
    let valueWidth = (values.map(\.utf8.count).max() ?? 0) + 1
    let gutter = labelWidth * 2 + 3
    let hasGutter = gutter + valueWidth + 4 <= area.columns
    let hasValues = valueWidth + 4 <= area.columns
    let start = area.column + (hasGutter ? gutter : 0)
    let room = area.endColumn - start - (hasValues ? valueWidth : 0)
    let greatest = bins.map(total).max() ?? 0
    for (line, bin) in bins.enumerated() {
      let row = area.row + line
      if hasGutter {
        let text =
          DisplayWidth.fit(labels[line], to: labelWidth, right: true) + ".."
          + DisplayWidth.fit(ends[line], to: labelWidth, right: true)
        frame.put(text, row: row, column: area.column, style: palette[.axis], clip: area)
      }
      let bar = HistogramChart.bar(
        greatest > 0 ? total(bin) / greatest : 0, columns: room, appearance: appearance)
      let isChosen = selected.map { bin.contains($0) } ?? false
      if isChosen, hasGutter {
        frame.put(
          appearance.glyphs == .unicode ? "▸" : ">", row: row, column: start - 1,
          style: palette[.accent], clip: area)
      }
      let end = frame.put(
        bar, row: row, column: start, style: style(bin, palette), clip: area)
      if hasValues { frame.put(" " + values[line], row: row, column: end, clip: area) }
    }
  }

  /// A bar to the right in eighths of a column; what is not nothing shows.
  static func bar(_ part: Double, columns: Int, appearance: Appearance) -> String {
    guard columns > 0, part > 0 else { return "" }
    if appearance.glyphs == .ascii {
      return String(
        repeating: "#", count: max(1, nearest(part * Double(columns), 0...columns)))
    }
    let eighths = max(1, nearest(part * Double(columns * 8), 0...columns * 8))
    return String(repeating: "█", count: eighths / 8)
      + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  }

  private func drawVertical(
    _ bins: [Range<Int>], _ gutter: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let hasAxis = area.rows >= 3
    let hasLine = gutter > 0
    let rows = area.rows - (hasAxis ? 1 : 0) - (hasLine ? 1 : 0)
    let start = area.column + gutter
    let width = max(1, min(6, (area.columns - gutter) / max(1, bins.count)))
    let span = min(area.columns - gutter, bins.count * width)
    let greatest = bins.map(total).max() ?? 0
    if hasLine {
      drawLines(
        rows, span, gutter, greatest: greatest, into: &frame, area: area, appearance: appearance)
    }
    for (index, bin) in bins.enumerated() {
      let part = greatest > 0 ? total(bin) / greatest : 0
      guard part > 0 else { continue }
      let eighths = max(1, nearest(part * Double(rows * 8), 0...rows * 8))
      for row in 0..<rows {
        let level = eighths - (rows - 1 - row) * 8
        guard level > 0 else { continue }
        let glyph =
          appearance.glyphs == .ascii ? "#" : GlyphSet.unicode.bars[min(level, 8) - 1]
        frame.put(
          String(repeating: glyph, count: width), row: area.row + row,
          column: start + index * width, style: style(bin, palette), clip: area)
      }
    }
    guard hasAxis else { return }
    let first = NumberFormat.compact(lower, significant: 3)
    let last = NumberFormat.compact(upper, significant: 3)
    let row = area.endRow - 1
    frame.put(first, row: row, column: start, style: palette[.axis], clip: area)
    let column = max(start + first.utf8.count + 1, start + span - last.utf8.count)
    frame.put(last, row: row, column: column, style: palette[.axis], clip: area)
    let zero = start + zeroColumn(span)
    if lower < 0, upper > 0, zero > start + first.utf8.count + 1, zero + 2 < column {
      frame.put("0", row: row, column: zero, style: palette[.axis], clip: area)
    }
    if let selected, let slot = bins.firstIndex(where: { $0.contains(selected) }) {
      frame.put(
        appearance.glyphs == .unicode ? "▴" : "^", row: row, column: start + slot * width,
        style: palette[.accent], clip: area)
    }
  }

  private func zeroColumn(_ span: Int) -> Int {
    let part = lower / (lower / 2 - upper / 2) / 2
    return nearest(part * Double(span), 0...max(0, span - 1))
  }

  /// The axes, with the greatest count beside the highest bar and 0 under all of them.
  private func drawLines(
    _ rows: Int, _ span: Int, _ gutter: Int, greatest: Double, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let style = Palette(appearance)[.axis]
    let glyphs = GlyphSet.of(appearance)
    let most = NumberFormat.compact(greatest, significant: 5)
    for row in 0..<rows {
      frame.put(
        glyphs.vertical, row: area.row + row, column: area.column + gutter - 1, style: style,
        clip: area)
    }
    frame.put(
      DisplayWidth.fit(most, to: gutter - 1, right: true) + glyphs.tick, row: area.row,
      column: area.column, style: style, clip: area)
    frame.put(
      DisplayWidth.fit("0", to: gutter - 1, right: true) + glyphs.corner
        + String(repeating: glyphs.horizontal, count: span), row: area.row + rows,
      column: area.column, style: style, clip: area)
    if lower < 0, upper > 0 {
      frame.put(
        glyphs.tickBelow, row: area.row + rows, column: area.column + gutter + zeroColumn(span),
        style: style, clip: area)
    }
  }
}
