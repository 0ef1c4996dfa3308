// How values are distributed, layer by layer, over one axis that all layers share: what is narrow,
// wide, off centre or at the ends shows beside the others. Below, one of them over the steps, in the
// same columns.

public import Screen

/// One layer's values in bins.
public struct DistributionRow: Hashable, Sendable {
  public var name: String
  /// Empty while nothing is computed.
  public var counts: [Int]
  /// Values out of range at both ends, and NaN.
  public var below: Int
  public var above: Int
  public var nanCount: Int
  public var mean: Double
  public var deviation: Double
  /// The share of dead units or saturated values, 0…1, with the word for it.
  public var idle: Double?
  public var idleWord: String

  public init(
    name: String, counts: [Int], below: Int = 0, above: Int = 0, nanCount: Int = 0, mean: Double,
    deviation: Double, idle: Double? = nil, idleWord: String = "dead"
  ) {
    self.name = name
    self.counts = counts
    self.below = below
    self.above = above
    self.nanCount = nanCount
    self.mean = mean
    self.deviation = deviation
    self.idle = idle
    self.idleWord = idleWord
  }
}

/// A row a layer: bars whose height is the logarithm of the count, counts out of range at both ends,
/// mean and standard deviation, and the share of dead units or saturated values where there is one.
public struct DistributionChart: Chart, Hashable {
  public var title: String
  /// Beside the title, the most important first.
  public var notes: [HeadingWords]
  public var rows: [DistributionRow]
  public var lower: Double
  public var upper: Double
  /// Whether the bounds are decades of |x| and not x.
  public var isMagnitude: Bool
  /// The chosen row, whose past is drawn below.
  public var selected: Int?
  /// The chosen row's past, newest last.
  public var history: [HistogramStripRow]
  /// The first row shown when they do not fit.
  public var offset: Int

  public init(
    title: String, notes: [HeadingWords] = [], rows: [DistributionRow], lower: Double,
    upper: Double,
    isMagnitude: Bool = false, selected: Int? = nil, history: [HistogramStripRow] = [],
    offset: Int = 0
  ) {
    self.title = title
    self.notes = notes
    self.rows = rows
    self.lower = lower
    self.upper = upper
    self.isMagnitude = isMagnitude
    self.selected = selected
    self.history = history
    self.offset = offset
  }

  public func naturalRows(columns: Int) -> Int {
    rows.count + 2 + (history.count > 1 ? min(history.count, 8) + 1 : 0)
  }

  /// Shares over this are marked.
  static let idleLimit = 0.5

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    guard !rows.isEmpty else {
      frame.label(
        appearance.title(title.isEmpty ? "no data yet" : "\(title): no data yet"), row: area.row,
        column: area.column, to: area.columns, style: palette[.dim], clip: area,
        appearance: appearance)
      return
    }
    let hasHeader = area.rows >= 2
    let hasAxis = area.rows >= 4
    var body = area
    body.rows -= hasHeader ? 1 : 0
    body.row += hasHeader ? 1 : 0
    body.rows -= hasAxis ? 1 : 0
    let past = historyRows(body.rows)
    body.rows -= past
    let line = LineLayout(chart: self, area: body, appearance: appearance)
    if hasHeader { drawHeader(line, into: &frame, area: area) }
    let chosen = selected.map { max(0, min($0, rows.count - 1)) }
    let window = Window(count: rows.count, offset: offset, room: body.rows)
    let greatest = rows.flatMap(\.counts).max() ?? 0
    for (place, index) in window.items.enumerated() {
      draw(
        rows[index], isChosen: index == chosen, greatest, line, row: body.row + place,
        into: &frame)
    }
    if let note = window.note(appearance) {
      frame.label(
        note, row: body.row + window.items.count, column: body.column, to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
    }
    if hasAxis {
      let shown = window.items.count + (window.note(appearance) == nil ? 0 : 1)
      drawAxis(line, row: body.row + min(body.rows, shown), into: &frame, area)
    }
    guard past > 0 else { return }
    drawPast(
      rows[chosen ?? 0].name, line, into: &frame,
      area: Rect(
        column: area.column, row: area.endRow - past, columns: area.columns, rows: past))
  }

  /// The rows that are left for the past of the chosen row.
  private func historyRows(_ room: Int) -> Int {
    guard history.count > 1 else { return 0 }
    let left = room - min(rows.count, room * 2 / 3)
    return left >= 3 ? min(left, history.count + 1) : 0
  }

  /// The columns of a row.
  struct LineLayout {
    let area: Rect
    let appearance: Appearance
    let name: Int
    let cut: PathName
    let below: Int
    let bars: Int
    let above: Int
    /// Columns a bin.
    let width: Int
    let bins: Int
    let mean: Int
    let deviation: Int
    let idle: Int

    init(chart: DistributionChart, area: Rect, appearance: Appearance) {
      self.area = area
      self.appearance = appearance
      let rows = chart.rows
      func width(_ texts: [String]) -> Int { texts.map(\.utf8.count).max() ?? 0 }
      let longest = rows.map { DisplayWidth.of(appearance.text($0.name)) }.max() ?? 0
      let hasEnds = area.columns >= 40
      let belowWidth = width((rows.map(\.below) + chart.history.map(\.below)).map(Self.below))
      let aboveWidth = width((rows.map(\.above) + chart.history.map(\.above)).map(Self.above))
      below = hasEnds && belowWidth > 0 ? belowWidth + 1 : 0
      above = hasEnds && aboveWidth > 0 ? aboveWidth + 1 : 0
      let computed = rows.filter { !$0.counts.isEmpty }
      let numbers = area.columns >= 60
      mean = numbers ? max(width(computed.map { Self.number($0.mean) }), 4) + 1 : 0
      deviation =
        area.columns >= 44 ? max(width(computed.map { Self.number($0.deviation) }), 3) + 1 : 0
      let idles = rows.map { Self.idle($0, appearance) }
      idle = area.columns >= 50 && rows.contains { $0.idle != nil } ? width(idles) + 1 : 0
      name = min(longest, max(1, area.columns / 4)) + 1
      cut = PathName(rows.map(\.name), to: name - 1, appearance: appearance)
      let room = max(0, area.columns - name - below - above - mean - deviation - idle)
      let count = rows.map(\.counts.count).max() ?? 0
      self.width = max(1, min(3, room / max(count, 1)))
      bins = min(count, room)
      bars = bins * self.width
    }

    static func number(_ value: Double) -> String { NumberFormat.even(value, significant: 2) }
    static func below(_ count: Int) -> String { count > 0 ? "<\(count)" : "" }
    static func above(_ count: Int) -> String { count > 0 ? ">\(count)" : "" }
    static func idle(_ row: DistributionRow, _ appearance: Appearance) -> String {
      guard let idle = row.idle else { return "" }
      return
        "\(appearance.said(row.idleWord)) \(NumberFormat.compact((idle * 100).rounded(), significant: 3))%"
    }

    var start: Int { area.column + name + below }
    var end: Int { start + bars + above }
  }

  private func drawHeader(_ line: LineLayout, into frame: inout Frame, area: Rect) {
    let palette = Palette(line.appearance)
    let axis = isMagnitude ? "log10 |x|" : "x"
    let end = frame.heading(
      title, notes + [["bars: log count over \(axis)", "log count over \(axis)", "over \(axis)"]],
      area: area, appearance: line.appearance)
    guard line.mean > 4, end < line.end + line.mean - 4 else { return }
    frame.label(
      line.appearance.said("mean"), row: area.row, column: line.end, to: line.mean,
      style: palette[.dim], right: true,
      clip: area, appearance: line.appearance)
    frame.label(
      "std", row: area.row, column: line.end + line.mean, to: line.deviation,
      style: palette[.dim], right: true, clip: area, appearance: line.appearance)
  }

  private func draw(
    _ row: DistributionRow, isChosen: Bool, _ greatest: Int, _ line: LineLayout, row y: Int,
    into frame: inout Frame
  ) {
    let (area, appearance) = (line.area, line.appearance)
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    frame.label(
      line.cut.fit(row.name, to: line.name - 1, appearance: line.appearance), row: y,
      column: area.column, to: max(0, line.name - 1),
      style: isChosen ? palette[.selected] : .plain, clip: area, appearance: appearance)
    guard !row.counts.isEmpty else {
      frame.label(
        appearance.said("not computed yet"), row: y, column: line.start,
        to: area.endColumn - line.start,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    let warning = palette[.warning]
    if line.below > 0 {
      frame.label(
        LineLayout.below(row.below), row: y, column: area.column + line.name, to: line.below - 1,
        style: warning, right: true, clip: area, appearance: appearance)
    }
    let clip = Rect(column: line.start, row: y, columns: line.bars, rows: 1).intersection(area)
    let most = decimalLogarithm(Double(max(greatest, 1)) + 1)
    for bin in 0..<line.bins {
      let shared = share(bin, of: line.bins, over: row.counts.count)
      let count = shared.reduce(0) { max($0, row.counts[$1]) }
      guard count > 0 else { continue }
      let height = decimalLogarithm(Double(count) + 1) / most
      frame.put(
        String(
          repeating: glyphs.bars[nearest((height * 8).rounded(.up) - 1, 0...7)],
          count: line.width), row: y, column: line.start + bin * line.width,
        style: palette[.accent], clip: clip)
    }
    if line.above > 0 {
      frame.label(
        LineLayout.above(row.above), row: y, column: line.start + line.bars + 1, to: line.above - 1,
        style: warning, clip: area, appearance: appearance)
    }
    frame.label(
      LineLayout.number(row.mean), row: y, column: line.end, to: line.mean, right: true,
      clip: area, appearance: appearance)
    frame.label(
      LineLayout.number(row.deviation), row: y, column: line.end + line.mean,
      to: line.deviation, right: true, clip: area, appearance: appearance)
    guard line.idle > 0, let idle = row.idle else { return }
    frame.label(
      LineLayout.idle(row, appearance), row: y, column: line.end + line.mean + line.deviation + 1,
      to: line.idle - 1, style: idle > Self.idleLimit ? warning : .plain, clip: area,
      appearance: appearance)
  }

  private func drawAxis(
    _ line: LineLayout, row: Int, into frame: inout Frame, _ area: Rect
  ) {
    let palette = Palette(line.appearance)
    let clip = Rect(column: line.start, row: row, columns: line.bars, rows: 1).intersection(area)
    func text(_ value: Double) -> String {
      isMagnitude
        ? NumberFormat.decade(nearest(value, -400...400))
        : NumberFormat.compact(value, significant: 3)
    }
    let (first, last) = (text(lower), text(upper))
    frame.put(first, row: row, column: line.start, style: palette[.axis], clip: clip)
    let end = line.start + line.bars - last.utf8.count
    guard end > line.start + first.utf8.count else { return }
    frame.put(last, row: row, column: end, style: palette[.axis], clip: clip)
    // Where zero, or the decade in the middle, lies.
    let middle = isMagnitude ? ((lower + upper) / 2).rounded() : 0
    guard middle > lower, middle < upper else { return }
    let label = text(middle)
    let part = (middle - lower) / (upper - lower)
    let place = line.start + nearest(part * Double(line.bars), 0...line.bars) - label.count / 2
    if place > line.start + first.utf8.count, place + label.utf8.count < end {
      frame.put(label, row: row, column: place, style: palette[.axis], clip: clip)
    }
  }
}
