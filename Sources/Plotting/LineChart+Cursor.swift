// Reading values off a line chart: a line across the canvas, the place below it, the numbers of each
// series at it.

public import Screen

extension LineChart {
  /// The x under a place of the screen; nil beside the canvas.
  public func x(at point: Point, in area: Rect, appearance: Appearance) -> Double? {
    x(at: point, in: area, Margins(), appearance)
  }

  fileprivate func x(
    at point: Point, in area: Rect, _ margins: Margins, _ appearance: Appearance
  ) -> Double? {
    guard !area.isEmpty, let plot = plot(in: area, margins, appearance),
      plot.canvas.contains(point)
    else { return nil }
    let part = Double(point.column - plot.canvas.column) / Double(max(1, plot.canvas.columns - 1))
    return plot.x.value(at: part)
  }

  /// `step 120`, `epoch 2.5`; the number alone where x has no name.
  func cursorText(_ x: Double, _ appearance: Appearance) -> String {
    let number = NumberFormat.place(x)
    return xName.isEmpty ? number : appearance.said("\(xName) \(number)")
  }

  /// Columns of the header that the cursor's place takes, and its value where it stands alone.
  func readingColumns(_ appearance: Appearance) -> Int {
    guard let cursor else { return 0 }
    let place = DisplayWidth.of(cursorText(cursor, appearance)) + 2
    guard series.count == 1, !title.isEmpty else { return place }
    return place + DisplayWidth.of(reading(of: series[0], at: cursor, appearance)) + 2
  }

  /// The value at the cursor. A bucket of several points reads `0.039…0.051`; a smoothed series has
  /// its own value first: `0.044 (0.039…0.051)`. Before its first point a series has none: `-`.
  func reading(of line: ChartSeries, at x: Double, _ appearance: Appearance) -> String {
    guard let place = line.place(at: x) else { return "-" }
    let bucket = line.buckets[place]
    func text(_ value: Double) -> String { NumberFormat.compact(value, significant: 4) }
    var words: [String] = []
    if bucket.hasValue {
      let isOne = bucket.minimum == bucket.maximum
      let dots = appearance.glyphs == .unicode ? "…" : ".."
      words.append(
        isOne ? text(bucket.last) : "\(text(bucket.minimum))\(dots)\(text(bucket.maximum))")
    }
    if bucket.nanCount > 0 { words.append("NaN") }
    let negative = bucket.negativeInfinityCount
    if bucket.infinityCount > negative { words.append("inf") }
    if negative > 0 { words.append("-inf") }
    let raw = words.joined(separator: ", ")
    guard let smoothed = line.smoothed, place < smoothed.count, smoothed[place].isFinite else {
      return raw
    }
    return "\(text(smoothed[place])) (\(raw))"
  }

  /// The cursor's column and the columns of its label below the axis; nil beyond the axis.
  func cursorPlace(_ plot: PlotFrame) -> (column: Int, label: Range<Int>)? {
    guard let cursor, let place = plot.dotColumn(cursor, of: plot.canvas.columns) else {
      return nil
    }
    let column = plot.canvas.column + place
    let width = DisplayWidth.of(NumberFormat.place(cursor)) + 2
    let start = max(plot.area.column, min(column - width / 2, plot.area.endColumn - width))
    return (column, start..<start + width)
  }

  /// The line across the canvas and its place on the x axis.
  func drawCursor(into frame: inout Frame, plot: PlotFrame) {
    guard let cursor, let place = cursorPlace(plot) else { return }
    let glyphs = GlyphSet.of(plot.appearance)
    let palette = Palette(plot.appearance)
    for row in plot.canvas.row..<plot.canvas.endRow {
      frame.put(
        glyphs.cursor, row: row, column: place.column, style: palette[.accent], clip: plot.canvas)
    }
    guard plot.hasXLabels else { return }
    frame.put(
      " " + NumberFormat.place(cursor) + " ", row: plot.canvas.endRow + 1,
      column: place.label.lowerBound, style: palette[.selected], clip: plot.area)
  }
}

extension StackedChart {
  /// The x under a place of the screen; nil beside the canvases.
  public func x(at point: Point, in area: Rect, appearance: Appearance) -> Double? {
    guard !area.isEmpty else { return nil }
    return placed(in: area, appearance).lazy.compactMap {
      $0.chart.x(at: point, in: $0.area, $0.margins, appearance)
    }.first
  }
}

extension ChartSeries {
  /// The last value that is drawn: of the smoothed course where there is one.
  var lastValue: Double? {
    if let value = smoothed?.last(where: \.isFinite) { return value }
    return buckets.last(where: \.hasValue)?.last
  }
}

extension NumberFormat {
  /// A place on an x axis: a whole number in full, others with few digits.
  static func place(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    return compact(value, significant: 5)
  }
}
