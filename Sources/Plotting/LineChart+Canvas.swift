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

  /// Draws series in reverse, so that the first, which matters most, lies on top.
  func drawSeries(into frame: inout Frame, plot: PlotFrame) {
    var canvas = BrailleCanvas(
      columns: plot.canvas.columns, rows: plot.canvas.rows, glyphs: plot.appearance.glyphs)
    let palette = Palette(plot.appearance)
    var marks = Marks()
    for index in series.indices.reversed() {
      draw(
        series[index], index: index, style: palette.series(index), into: &canvas, plot: plot,
        marks: &marks)
    }
    canvas.draw(into: &frame, area: plot.canvas)
    draw(marks, into: &frame, plot: plot)
  }

  private func draw(
    _ line: ChartSeries, index: Int, style: Style, into canvas: inout BrailleCanvas,
    plot: PlotFrame, marks: inout Marks
  ) {
    let stroke = BrailleCanvas.Line.of(index)
    /// Where the line stands, nil after a gap.
    var pen: (x: Int, y: Int)?
    for bucket in line.buckets {
      guard let first = plot.dotColumn(bucket.x0, of: canvas.dotColumns),
        let last = plot.dotColumn(bucket.x1, of: canvas.dotColumns)
      else {
        pen = nil
        continue
      }
      mark(
        bucket,
        columns: cell(
          first, canvas, plot)...max(
            cell(first, canvas, plot),
            cell(last, canvas, plot)), marks: &marks, plot: plot)
      let isBroken = bucket.nanCount > 0 || bucket.infinityCount > 0
      guard bucket.hasValue, let top = plot.dotRow(bucket.maximum, of: canvas.dotRows) else {
        pen = nil
        continue
      }
      // A minimum without a place on a log axis reaches down to the border.
      let bottom = plot.dotRow(bucket.minimum, of: canvas.dotRows) ?? canvas.dotRows - 1
      for x in first...max(first, last) {
        canvas.span(x, from: top, to: bottom, style: style, series: index, line: stroke)
      }
      let end = plot.dotRow(bucket.last, of: canvas.dotRows) ?? bottom
      if let pen, !isBroken, first > pen.x {
        let entry = min(max(pen.y, top), bottom)
        canvas.line(from: pen, to: (first, entry), style: style, series: index, line: stroke)
      } else if pen == nil {
        // A point on its own shows whatever the line's style.
        canvas.dot(first, end, style: style, series: index)
      }
      pen = isBroken ? nil : (max(first, last), end)
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
