// The frame of a plot with two axes: the gutter of y labels, the bottom border, the x labels. It
// finds the room for the canvas and maps data to dots.

import Screen

struct PlotFrame {
  let area: Rect
  /// Where the dots go.
  let canvas: Rect
  let x: Scale
  let y: Scale
  let yTicks: [Tick]
  let gutter: Int
  let hasBorder: Bool
  let hasXLabels: Bool
  let appearance: Appearance

  /// - Parameters:
  ///   - left: the least columns of the gutter.
  ///   - right: columns kept free for end labels.
  ///   - showsX: whether there may be a border and labels below.
  ///   - isTight: whether the labels come before rows for the canvas.
  init(
    area: Rect, x: Scale, y: Scale, left: Int = 0, right: Int, showsX: Bool = true,
    isTight: Bool = false, appearance: Appearance
  ) {
    self.area = area
    self.x = x
    self.y = y
    self.appearance = appearance
    hasBorder = showsX && area.rows >= 4
    hasXLabels = showsX && area.rows >= (isTight ? 4 : 6)
    let rows = max(0, area.rows - (hasBorder ? 1 : 0) - (hasXLabels ? 1 : 0))
    let ticks = rows >= 2 ? PlotFrame.ticks(y, limit: max(2, min((rows + 1) / 3, 8))) : []
    let widest = ticks.map { DisplayWidth.of($0.label) }.max() ?? 0
    // Labels and the axis line; without room for both and some plot, no gutter.
    let wanted = max(widest + 1, left)
    gutter = !ticks.isEmpty && wanted + 4 <= area.columns ? wanted : 0
    yTicks = gutter > 0 ? ticks : []
    let columns = area.columns - gutter
    canvas = Rect(
      column: area.column + gutter, row: area.row,
      columns: columns - (columns - right >= 8 ? right : 0), rows: rows)
  }

  /// Ticks up to a limit; one more than that before a single one, which would give no scale.
  private static func ticks(_ scale: Scale, limit: Int) -> [Tick] {
    let ticks = scale.ticks(limit: limit)
    return ticks.count > 1 ? ticks : scale.ticks(limit: limit + 1)
  }

  /// The dot column of an x value, nil beyond the axis.
  func dotColumn(_ value: Double, of count: Int) -> Int? {
    guard count > 0, let position = x.position(value), position >= -1e-9, position <= 1 + 1e-9
    else { return nil }
    return nearest(position * Double(count - 1), 0...count - 1)
  }

  /// The dot column of an x value, far to the left or right for what is beyond the axis; nil for what
  /// has no place.
  func farDotColumn(_ value: Double, of count: Int) -> Int? {
    guard count > 0, let position = x.position(value) else { return nil }
    return nearest(position * Double(count - 1), -1 << 16...1 << 16)
  }

  /// An x up to which, from one in this dot column on, the dot column is the same.
  func farthest(inDotColumn column: Int, of count: Int) -> Double {
    guard count > 1, (0..<count).contains(column) else { return -.infinity }
    // A little less than half a dot, for what rounding takes.
    return x.value(at: (Double(column) + 0.49) / Double(count - 1))
  }

  /// The dot row of a y value, 0 at the top; values beyond the axis lie on its ends.
  func dotRow(_ value: Double, of count: Int) -> Int? {
    guard count > 0, let position = y.position(value) else { return nil }
    return nearest((1 - position) * Double(count - 1), 0...count - 1)
  }

  /// Values that have no other dot rows than those from `top` down to `bottom`.
  func values(_ top: Int, _ bottom: Int, of count: Int) -> (low: Double, high: Double) {
    // A little less than half a dot, for what rounding takes.
    func value(_ row: Double) -> Double { y.value(at: 1 - row / Double(max(1, count - 1))) }
    return (value(Double(bottom) + 0.49), value(Double(top) - 0.49))
  }

  /// The cell row of a y value.
  func row(_ value: Double) -> Int? {
    let perCell = appearance.glyphs == .unicode ? 4 : 1
    return dotRow(value, of: canvas.rows * perCell).map { canvas.row + $0 / perCell }
  }

  /// - Parameters:
  ///   - xName: what x counts; at the right end of its labels.
  ///   - taken: columns below the axis that are someone else's.
  func drawAxes(into frame: inout Frame, xName: String = "", taken: Range<Int> = 0..<0) {
    let glyphs = GlyphSet.of(appearance)
    let style = Palette(appearance)[.axis]
    if gutter > 0 {
      frame.fill(
        Rect(column: canvas.column - 1, row: canvas.row, columns: 1, rows: canvas.rows),
        with: Cell(glyphs.vertical, style: style))
      var taken: Int?
      for tick in yTicks.reversed() {
        guard let row = row(tick.value), taken != row else { continue }
        taken = row
        frame.put(
          DisplayWidth.fit(tick.label, to: gutter - 1, right: true) + glyphs.tick, row: row,
          column: area.column, style: style, clip: area)
      }
    }
    guard hasBorder, canvas.columns > 0 else { return }
    frame.fill(
      Rect(column: canvas.column, row: canvas.endRow, columns: canvas.columns, rows: 1),
      with: Cell(glyphs.horizontal, style: style))
    if gutter > 0 {
      frame.put(
        glyphs.corner, row: canvas.endRow, column: canvas.column - 1, style: style, clip: area)
    }
    if hasXLabels {
      drawXLabels(into: &frame, xName: xName, besides: taken, style: style, glyphs: glyphs)
    }
  }

  /// Thin lines through x = 0 and y = 0, where 0 is inside the plot.
  func drawZeros(into frame: inout Frame) {
    guard canvas.columns > 1, canvas.rows > 1 else { return }
    let style = Palette(appearance)[.axis]
    let isUnicode = appearance.glyphs == .unicode
    let row = y.kind == .linear && y.lower < 0 && y.upper > 0 ? self.row(0) : nil
    let column =
      x.lower < 0 && x.upper > 0
      ? dotColumn(0, of: canvas.columns).map { canvas.column + $0 } : nil
    if let row {
      for column in canvas.column..<canvas.endColumn {
        frame.put(
          isUnicode ? "┈" : ".", row: row, column: column, style: style, clip: canvas)
      }
    }
    guard let column else { return }
    for line in canvas.row..<canvas.endRow {
      frame.put(
        line == row ? (isUnicode ? "┼" : "+") : (isUnicode ? "┊" : ":"), row: line,
        column: column, style: style, clip: canvas)
    }
  }

  private func drawXLabels(
    into frame: inout Frame, xName: String, besides others: Range<Int>, style: Style,
    glyphs: GlyphSet
  ) {
    let labels = xLabels
    drawXName(appearance.text(xName), into: &frame, labels, besides: others, style: style)
    for label in labels where !others.overlaps(label.start..<label.end) {
      frame.put(
        glyphs.tickBelow, row: canvas.endRow, column: label.column, style: style, clip: area)
      frame.put(
        label.text, row: canvas.endRow + 1, column: label.start, style: style, clip: area)
    }
  }

  private struct XLabel {
    var text: String
    var column: Int
    var start: Int
    var end: Int
  }

  /// As many labels as stand apart, a few columns between them.
  private var xLabels: [XLabel] {
    var most = max(2, min(8, canvas.columns / 8))
    while true {
      var labels: [XLabel] = []
      var isTight = false
      for tick in PlotFrame.ticks(x, limit: most) {
        guard let place = dotColumn(tick.value, of: canvas.columns) else { continue }
        let column = canvas.column + place
        let width = DisplayWidth.of(tick.label)
        let start = max(area.column, min(column - width / 2, area.endColumn - width))
        let free = labels.last.map { $0.end + (most > 2 ? 2 : 1) } ?? area.column
        guard start >= free, start + width <= area.endColumn else {
          isTight = true
          continue
        }
        labels.append(XLabel(text: tick.label, column: column, start: start, end: start + width))
      }
      if !isTight || most <= 2 { return labels }
      most -= 1
    }
  }

  /// The name of x behind the labels, or in the last gap between them that holds it.
  private func drawXName(
    _ name: String, into frame: inout Frame, _ labels: [XLabel], besides others: Range<Int>,
    style: Style
  ) {
    let width = DisplayWidth.of(name)
    guard width > 0 else { return }
    var end = area.endColumn
    for label in labels.reversed() + [nil] {
      let isLast = end == area.endColumn
      let least = label.map { $0.end + 2 } ?? canvas.column
      // In a gap in its middle, at the end at the end.
      let start = isLast ? end - width : (least + end - 2 - width) / 2
      if start >= least, start + width <= (isLast ? end : end - 2) {
        guard !others.overlaps(start - 1..<start + width + 1) else { return }
        frame.put(name, row: canvas.endRow + 1, column: start, style: style, clip: area)
        return
      }
      end = label?.start ?? end
    }
  }
}
