// By how much of their size a step changes the weights of each layer: a place on a logarithmic axis
// with the healthy band marked, so that a learning rate that is far too large or too small shows at
// once. About a thousandth is usual.

public import Screen

/// One layer's update-to-weight ratios.
public struct RatioChartRow: Hashable, Sendable {
  public var name: String
  public var ratios: [ChartBucket]
  /// The one that is read: the last, or the cursor's.
  public var last: Double

  public init(name: String, ratios: [ChartBucket], last: Double) {
    self.name = name
    self.ratios = ratios
    self.last = last
  }
}

/// A row a layer: where ‖Δw‖ / ‖w‖ has been as a line, where it is as a dot, between the two edges of
/// the band; then the number, and whether it lies under or over the band.
public struct RatioChart: Chart, Hashable {
  public var title: String
  public var rows: [RatioChartRow]
  public var band: ClosedRange<Double>
  /// The first row shown when they do not fit.
  public var offset: Int
  /// The row whose name is marked.
  public var selected: Int?
  /// What the numbers are of: `last`, `step 40`.
  public var moment: String

  public init(
    title: String = "‖Δw‖/‖w‖", rows: [RatioChartRow], band: ClosedRange<Double> = 1e-4...1e-2,
    offset: Int = 0, selected: Int? = nil, moment: String = "last"
  ) {
    self.title = title
    self.rows = rows
    self.band = band
    self.offset = offset
    self.selected = selected
    self.moment = moment
  }

  public func naturalRows(columns: Int) -> Int { rows.count + 2 }

  /// Whole decades around the band and the ratios; what is further out lies at the ends.
  var decades: ClosedRange<Int> {
    var low = min(band.lowerBound, 1e-5)
    var high = max(band.upperBound, 1e-1)
    for row in rows {
      let values = [row.last] + row.ratios.flatMap { [$0.minimum, $0.maximum] }
      for value in values where value > 0 && value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
    }
    let bottom = nearest(decimalLogarithm(max(low, 1e-9)).rounded(.down), -9...2)
    let top = nearest(decimalLogarithm(min(high, 1e3)).rounded(.up), -2...3)
    return min(bottom, top - 1)...top
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let hasHeader = area.rows >= 2
    let hasAxis = area.rows >= 4 && area.columns >= 30
    let body = Rect(
      column: area.column, row: area.row + (hasHeader ? 1 : 0), columns: area.columns,
      rows: area.rows - (hasHeader ? 1 : 0) - (hasAxis ? 1 : 0))
    guard !rows.isEmpty else {
      frame.label(
        appearance.said("no data yet"), row: body.row, column: body.column, to: body.columns,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    let line = LineLayout(chart: self, area: body, appearance: appearance)
    if hasHeader { drawHeader(line, into: &frame, area: area) }
    let window = Window(count: rows.count, offset: offset, room: body.rows)
    for (place, index) in window.items.enumerated() {
      draw(rows[index], index, line, row: body.row + place, into: &frame)
    }
    if let note = window.note(appearance) {
      frame.label(
        note, row: body.row + window.items.count, column: body.column, to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
    }
    if hasAxis {
      let shown = window.items.count + (window.note(appearance) == nil ? 0 : 1)
      drawAxis(line, row: body.row + min(body.rows, shown), into: &frame)
    }
  }

  /// The columns of a row.
  struct LineLayout {
    let area: Rect
    let appearance: Appearance
    let name: Int
    let cut: PathName
    let axis: Int
    let value: Int
    let mark: Int
    let decades: ClosedRange<Int>

    init(chart: RatioChart, area: Rect, appearance: Appearance) {
      self.area = area
      self.appearance = appearance
      decades = chart.decades
      let longest = chart.rows.map { DisplayWidth.of(appearance.text($0.name)) }.max() ?? 0
      name = min(longest, max(1, area.columns / 3)) + 1
      cut = PathName(chart.rows.map(\.name), to: name - 1, appearance: appearance)
      let values = chart.rows.map { RatioChart.number($0.last).utf8.count }
      // The axis keeps its place while the numbers' last digits change.
      let least = area.columns >= 34 ? 6 : 0
      value = area.columns >= 16 ? max(values.max() ?? 0, least) + 1 : 0
      mark = area.columns >= 50 ? 8 : area.columns >= 20 ? 2 : 0
      axis = max(0, area.columns - name - value - mark)
    }

    /// The column of a ratio on the axis.
    func column(_ ratio: Double) -> Int {
      guard axis > 0, ratio > 0 else { return 0 }
      let span = Double(decades.upperBound - decades.lowerBound)
      let place = (decimalLogarithm(ratio) - Double(decades.lowerBound)) / span
      return nearest(place * Double(axis - 1), 0...max(0, axis - 1))
    }
  }

  static func number(_ value: Double) -> String { NumberFormat.even(value, significant: 2) }

  /// A power of ten as on the axis.
  private static func edge(_ value: Double) -> String {
    let decade = decimalLogarithm(value)
    return decade == decade.rounded() && decade.magnitude < 300
      ? NumberFormat.decade(nearest(decade, -300...300)) : NumberFormat.compact(value)
  }

  private func drawHeader(_ line: LineLayout, into frame: inout Frame, area: Rect) {
    let palette = Palette(line.appearance)
    let low = RatioChart.edge(band.lowerBound)
    let high = RatioChart.edge(band.upperBound)
    let end = line.name + line.axis + line.value
    frame.label(
      line.appearance.title("\(title)  healthy \(low)..\(high)"), row: area.row,
      column: area.column, to: area.columns,
      style: palette[.title], clip: area, appearance: line.appearance)
    let moment = line.appearance.said(moment)
    let word = DisplayWidth.of(moment)
    if line.value > 0, DisplayWidth.of(line.appearance.text(title)) + 30 + word < end {
      frame.label(
        moment, row: area.row, column: area.column + end - word, to: word,
        style: palette[.dim], clip: area, appearance: line.appearance)
    }
  }

  private func draw(
    _ row: RatioChartRow, _ index: Int, _ line: LineLayout, row y: Int, into frame: inout Frame
  ) {
    let (area, appearance) = (line.area, line.appearance)
    let palette = Palette(appearance)
    let isASCII = appearance.glyphs == .ascii
    let start = area.column + line.name
    frame.label(
      line.cut.fit(row.name, to: line.name - 1, appearance: line.appearance), row: y,
      column: area.column, to: max(0, line.name - 1),
      style: selected == index ? palette[.selected] : .plain, clip: area, appearance: appearance)
    let clip = Rect(column: start, row: y, columns: line.axis, rows: 1).intersection(area)
    for edge in [band.lowerBound, band.upperBound] {
      frame.put(
        isASCII ? ":" : "┊", row: y, column: start + line.column(edge), style: palette[.axis],
        clip: clip)
    }
    var (low, high) = (Double.infinity, -Double.infinity)
    for bucket in row.ratios where bucket.hasValue {
      low = min(low, bucket.minimum)
      high = max(high, bucket.maximum)
    }
    if high > 0, line.axis > 0 {
      let end = line.column(high)
      for column in min(line.column(max(low, 1e-300)), end)...end {
        let isEdge = [band.lowerBound, band.upperBound].contains { line.column($0) == column }
        frame.put(
          isASCII ? (isEdge ? "+" : "-") : isEdge ? "┼" : "─", row: y, column: start + column,
          style: palette[.axis], clip: clip)
      }
    }
    let isUnder = row.last < band.lowerBound
    let isOver = row.last > band.upperBound
    let style =
      row.last.isNaN || row.last.isInfinite
      ? palette[.error] : isUnder || isOver ? palette[.warning] : palette[.success]
    if !row.last.isNaN, line.axis > 0 {
      let glyphs = GlyphSet.of(appearance)
      let dot = row.last.isInfinite ? glyphs.up : row.last == 0 ? "0" : isASCII ? "o" : "●"
      let column = row.last.isInfinite ? line.axis - 1 : line.column(row.last)
      frame.put(dot, row: y, column: start + column, style: style, clip: clip)
    }
    let glyphs = GlyphSet.of(appearance)
    if line.value > 0 {
      frame.label(
        RatioChart.number(row.last), row: y, column: start + line.axis, to: line.value,
        style: isUnder || isOver ? style : .plain, right: true, clip: area,
        appearance: appearance)
    }
    guard line.mark > 0, isUnder || isOver else { return }
    let sign = isUnder ? glyphs.lowered : glyphs.raised
    frame.label(
      line.mark > 2 ? "\(sign) \(appearance.said(isUnder ? "small" : "large"))" : sign, row: y,
      column: start + line.axis + line.value + 1, to: line.mark - 1, style: style, clip: area,
      appearance: appearance)
  }

  private func drawAxis(_ line: LineLayout, row: Int, into frame: inout Frame) {
    guard line.axis > 0 else { return }
    let palette = Palette(line.appearance)
    let start = line.area.column + line.name
    let clip = Rect(column: start, row: row, columns: line.axis, rows: 1)
    var free = start
    for decade in line.decades {
      let label = NumberFormat.decade(decade)
      let column = start + line.column(powerOfTen(Double(decade)))
      let place = min(max(start, column - label.count / 2), start + line.axis - label.count)
      guard place >= free else { continue }
      frame.put(label, row: row, column: place, style: palette[.axis], clip: clip)
      free = place + label.count + 1
    }
  }
}
