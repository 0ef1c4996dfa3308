// The dots of a line chart: one vertical span a column, joined where the data are.

import Screen

extension LineChart {
  /// Marks on the borders, by column of cells.
  private struct Marks {
    var notANumber: Set<Int> = []
    var up: Set<Int> = []
    var down: Set<Int> = []
    var below: Set<Int> = []
  }

  /// Draws series in reverse, so that the first, which matters most, lies on top, but for one that
  /// wavers so much that it would hide a steady one; the faint courses of smoothed series behind all
  /// lines.
  func drawSeries(into frame: inout Frame, plot: PlotFrame) {
    let palette = Palette(plot.appearance)
    var marks = Marks()
    let isSmoothed = series.contains { $0.smoothed != nil }
    var canvas = BrailleCanvas(
      columns: plot.canvas.columns, rows: plot.canvas.rows, glyphs: plot.appearance.glyphs)
    if isSmoothed {
      for line in series.reversed() where line.smoothed != nil {
        draw(line, style: palette[.dim], isFaint: true, into: &canvas, plot: plot, marks: &marks)
      }
      canvas.draw(into: &frame, area: plot.canvas)
      // A cell of a line shows that line alone.
      canvas = BrailleCanvas(
        columns: plot.canvas.columns, rows: plot.canvas.rows, glyphs: plot.appearance.glyphs)
    }
    let wavers = series.map { series.count > 1 && self.wavers($0, plot) }
    let (steady, wavering) = (
      series.indices.filter { !wavers[$0] }, series.indices.filter { wavers[$0] }
    )
    for (place, group) in [wavering, steady].enumerated() where !group.isEmpty {
      if place > 0, !wavering.isEmpty {
        // What lies under a steady line does not thicken it.
        canvas.draw(into: &frame, area: plot.canvas)
        canvas = BrailleCanvas(
          columns: plot.canvas.columns, rows: plot.canvas.rows, glyphs: plot.appearance.glyphs)
      }
      for index in group.reversed() {
        let line = series[index]
        let number = line.style ?? index
        let style = palette.series(number)
        if let values = line.smoothed {
          draw(values, of: line, number: number, style: style, into: &canvas, plot: plot)
        } else {
          draw(line, number: number, style: style, into: &canvas, plot: plot, marks: &marks)
        }
      }
    }
    canvas.draw(into: &frame, area: plot.canvas)
    draw(marks, into: &frame, plot: plot)
  }

  /// Whether a line covers much of the height everywhere, as the loss of mini-batches does.
  private func wavers(_ line: ChartSeries, _ plot: PlotFrame) -> Bool {
    guard line.smoothed == nil else { return false }
    let places = line.places(in: xRange)
    var pen: Double?
    var (way, count) = (0.0, 0)
    // A few hundred of them tell.
    for place in stride(from: places.lowerBound, to: places.upperBound, by: 1 + places.count / 300)
    {
      let bucket = line.buckets[place]
      guard bucket.hasValue, let high = plot.y.position(bucket.maximum) else { continue }
      let low = plot.y.position(bucket.minimum) ?? 0
      way += high - low
      if let pen, bucket.maximum == bucket.minimum { way += abs(high - pen) }
      pen = high
      count += 1
    }
    return count > 8 && way / Double(count) > LineChart.mostWavering
  }

  /// Lines that go up and down by more of the plot's height at each place lie under the others.
  private static let mostWavering = 0.08

  private func draw(
    _ line: ChartSeries, number: Int = 0, style: Style, isFaint: Bool = false,
    into canvas: inout BrailleCanvas, plot: PlotFrame, marks: inout Marks
  ) {
    let stroke: BrailleCanvas.Line = isFaint ? .solid : .of(number)
    let mark = isFaint ? BrailleCanvas.faintMark : number
    /// Where the line stands, nil after a gap.
    var pen: (x: Int, y: Int)?
    /// The run of dots drawn last and the values that lie on it: many buckets share a column, and most
    /// of them draw nothing new.
    var run: (x: Int, end: Double, top: Int, bottom: Int, low: Double, high: Double)?
    /// The end of the buckets that were skipped since, where the line goes on.
    var skipped: Double?
    for bucket in line.buckets[line.places(in: xRange)] {
      if let run, bucket.x1 <= run.end, bucket.minimum >= run.low, bucket.maximum <= run.high,
        pen?.x == run.x, !bucket.isMarked
      {
        skipped = bucket.last
        continue
      }
      guard let last = plot.farDotColumn(bucket.x1, of: canvas.dotColumns) else {
        pen = nil
        skipped = nil
        continue
      }
      if let run, let pen, run.x == last, pen.x == last, !bucket.isMarked, bucket.hasValue,
        bucket.minimum >= run.low, bucket.maximum <= run.high
      {
        skipped = bucket.last
        continue
      }
      if let value = skipped {
        pen?.y = plot.dotRow(value, of: canvas.dotRows) ?? canvas.dotRows - 1
        skipped = nil
      }
      // A bucket that begins where a log axis has no place begins at its border.
      let first = plot.farDotColumn(bucket.x0, of: canvas.dotColumns) ?? min(0, last)
      let isInside = last >= 0 && first < canvas.dotColumns
      if isInside, bucket.isMarked || (plot.y.kind == .log10 && bucket.minimum <= 0) {
        let from = cell(max(0, first), canvas, plot)
        let to = cell(min(last, canvas.dotColumns - 1), canvas, plot)
        self.mark(bucket, columns: from...max(from, to), marks: &marks, plot: plot)
      }
      let isBroken = bucket.nanCount > 0 || bucket.infinityCount > 0
      guard bucket.hasValue, let top = plot.dotRow(bucket.maximum, of: canvas.dotRows) else {
        pen = nil
        continue
      }
      // A minimum without a place on a log axis reaches down to the border.
      let bottom = plot.dotRow(bucket.minimum, of: canvas.dotRows) ?? canvas.dotRows - 1
      let isDrawn = run.map { run in
        run.x == first && run.x == last && run.top <= top && bottom <= run.bottom
      }
      if isInside, isDrawn != true {
        let values = plot.values(top, bottom, of: canvas.dotRows)
        let end = plot.farthest(inDotColumn: last, of: canvas.dotColumns)
        run = (last, end, top, bottom, values.low, values.high)
        for x in max(0, first)...max(max(0, first), min(last, canvas.dotColumns - 1)) {
          canvas.span(x, from: top, to: bottom, style: style, series: mark, line: stroke)
        }
      }
      let end = plot.dotRow(bucket.last, of: canvas.dotRows) ?? bottom
      if let pen, !isBroken, first > pen.x {
        let entry = min(max(pen.y, top), bottom)
        canvas.line(from: pen, to: (first, entry), style: style, series: mark, line: stroke)
      } else if pen == nil {
        // A point on its own shows whatever the line's style.
        canvas.dot(first, end, style: style, series: mark)
      }
      pen = isBroken ? nil : (max(first, last), end)
    }
  }

  /// The smoothed course: a point at each bucket's end, joined over what is no number.
  private func draw(
    _ values: [Double], of line: ChartSeries, number: Int, style: Style,
    into canvas: inout BrailleCanvas, plot: PlotFrame
  ) {
    let stroke = BrailleCanvas.Line.of(number)
    var pen: (x: Int, y: Int)?
    for place in line.places(in: xRange) where place < values.count {
      let bucket = line.buckets[place]
      if bucket.nanCount > 0 || bucket.infinityCount > 0 { pen = nil }
      guard let x = plot.farDotColumn(bucket.x1, of: canvas.dotColumns),
        let y = plot.dotRow(values[place], of: canvas.dotRows)
      else { continue }
      if let pen, x > pen.x {
        canvas.line(from: pen, to: (x, y), style: style, series: number, line: stroke)
      } else if pen == nil {
        canvas.dot(x, y, style: style, series: number)
      }
      pen = (x, y)
    }
  }

  private func cell(_ dot: Int, _ canvas: BrailleCanvas, _ plot: PlotFrame) -> Int {
    plot.canvas.column + (canvas.glyphs == .unicode ? dot / 2 : dot)
  }

  private func mark(
    _ bucket: ChartBucket, columns: ClosedRange<Int>, marks: inout Marks, plot: PlotFrame
  ) {
    if bucket.nanCount > 0 { marks.notANumber.formUnion(columns) }
    if bucket.infinityCount > bucket.negativeInfinityCount { marks.up.formUnion(columns) }
    if bucket.negativeInfinityCount > 0 { marks.down.formUnion(columns) }
    if plot.y.kind == .log10 && bucket.minimum <= 0 { marks.below.formUnion(columns) }
  }

  private func draw(_ marks: Marks, into frame: inout Frame, plot: PlotFrame) {
    let glyphs = GlyphSet.of(plot.appearance)
    let palette = Palette(plot.appearance)
    let bottom = plot.hasBorder ? plot.canvas.endRow : plot.canvas.endRow - 1
    let layers: [(Set<Int>, String, Int, Style)] = [
      (marks.below, glyphs.below, bottom, palette[.warning]),
      (marks.down, glyphs.down, bottom, palette[.error]),
      (marks.up, glyphs.up, plot.canvas.row, palette[.error]),
      (marks.notANumber, glyphs.notANumber, bottom, palette[.error]),
    ]
    for (columns, glyph, row, style) in layers {
      for column in columns {
        frame.put(glyph, row: row, column: column, style: style, clip: plot.area)
      }
    }
  }
}
