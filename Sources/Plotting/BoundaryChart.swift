// A classifier's answer over the plane, with the data it was asked about.

public import Screen

/// A labelled point of the plane.
public struct BoundaryPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double
  /// The class, from 0.
  public var label: Int

  public init(x: Double, y: Double, label: Int) {
    self.x = x
    self.y = y
    self.label = label
  }
}

/// Regions by class (or by one probability, blue to orange), points as `o x +` by class.
public struct BoundaryChart: Chart, Hashable {
  public var title: String
  public var columns: Int
  public var rows: Int
  /// The centres of the outermost grid cells.
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>
  /// Row-major from the top: the class index; with `classes` below 2, or 2 and any fraction among
  /// the values, the probability of class 1.
  public var values: [Double]
  public var classes: Int
  public var points: [BoundaryPoint]

  private var isProbability: Bool {
    classes < 2 || classes == 2 && values.contains { $0 != $0.rounded() }
  }

  public init(
    title: String = "", columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    values: [Double], classes: Int, points: [BoundaryPoint]
  ) {
    self.title = title
    self.columns = min(max(0, columns), values.count)
    self.rows = min(max(0, rows), values.count)
    self.x = x
    self.y = y
    self.values = values
    self.classes = classes
    self.points = points
  }

  public func naturalRows(columns: Int) -> Int { 20 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let hasHeader = area.rows >= 3
    if hasHeader { drawHeader(into: &frame, area: area, appearance: appearance) }
    let top = hasHeader ? 1 : 0
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: area.rows - top)
    guard rows > 0, columns > 0 else {
      frame.label(
        "no data yet", row: body.row, column: body.column, to: body.columns, style: palette[.dim],
        clip: body, appearance: appearance)
      return
    }
    let plot = PlotFrame(
      area: body, x: Scale(.linear, lower: x.lowerBound, upper: x.upperBound),
      y: Scale(.linear, lower: y.lowerBound, upper: y.upperBound), right: 0,
      appearance: appearance)
    plot.drawAxes(into: &frame)
    let isProbability = isProbability
    var canvas = BlockCanvas(
      columns: plot.canvas.columns, rows: plot.canvas.rows, halves: true, appearance: appearance)
    for line in 0..<canvas.pixelRows {
      for column in 0..<canvas.columns {
        let value = value(
          at: column, of: canvas.columns, line: line, of: canvas.pixelRows)
        canvas.set(column, line, pixel(value, isProbability, palette))
      }
    }
    canvas.draw(into: &frame, area: plot.canvas)
    if !palette.hasRamps || appearance.glyphs == .ascii {
      drawRegions(isProbability, into: &frame, plot: plot)
    }
    drawPoints(into: &frame, plot: plot)
  }

  /// The grid's value nearest to a pixel.
  private func value(at column: Int, of width: Int, line: Int, of height: Int) -> Double {
    func place(_ index: Int, _ count: Int, _ grid: Int) -> Int {
      count > 1 ? nearest(Double(index) / Double(count - 1) * Double(grid - 1), 0...grid - 1) : 0
    }
    let index = place(line, height, rows) * columns + place(column, width, columns)
    return index < values.count ? values[index] : .nan
  }

  private func pixel(
    _ value: Double, _ isProbability: Bool, _ palette: Palette
  ) -> BlockCanvas.Pixel {
    if value.isNaN { return .missing }
    if isProbability {
      return .value(palette.diverging((value - 0.5) * 2), shade: min(max(0, value), 1))
    }
    guard palette.hasRamps else { return .empty }
    return .value(palette.region(nearest(value, 0...1023)), shade: 1)
  }

  private static let unicodeRegions = [" ", "░", "▒", "▓", "╱", "╲", "╳", "┄"]
  private static let asciiRegions = [" ", ".", ":", "-", "=", "~", "^", ","]

  /// Without colours classes are textures; a probability counts as two classes.
  private func drawRegions(_ isProbability: Bool, into frame: inout Frame, plot: PlotFrame) {
    let appearance = plot.appearance
    let textures =
      appearance.glyphs == .unicode ? BoundaryChart.unicodeRegions : BoundaryChart.asciiRegions
    let palette = Palette(appearance)
    for line in 0..<plot.canvas.rows {
      for column in 0..<plot.canvas.columns {
        let value = value(
          at: column, of: plot.canvas.columns, line: line, of: plot.canvas.rows)
        guard !value.isNaN else { continue }
        let region = isProbability ? (value >= 0.5 ? 1 : 0) : nearest(value, 0...1023)
        frame.put(
          textures[region % textures.count], row: plot.canvas.row + line,
          column: plot.canvas.column + column, style: palette[.dim], clip: plot.canvas)
      }
    }
  }

  private func drawPoints(into frame: inout Frame, plot: PlotFrame) {
    let glyphs = GlyphSet.of(plot.appearance)
    let palette = Palette(plot.appearance)
    for point in points {
      guard point.x >= x.lowerBound, point.x <= x.upperBound, point.y >= y.lowerBound,
        point.y <= y.upperBound, let place = plot.dotColumn(point.x, of: plot.canvas.columns),
        let line = plot.dotRow(point.y, of: plot.canvas.rows)
      else { continue }
      let label = nearest(Double(point.label), 0...1023)
      let (row, column) = (plot.canvas.row + line, plot.canvas.column + place)
      var style = Style(bold: true)
      if palette.hasRamps && plot.appearance.glyphs == .unicode {
        // On the region's colour, so that a point on the wrong side stands out.
        let background = frame[row, column].style.foreground
        style.background = background
        style.foreground = palette.ink(on: background)
      }
      frame.put(
        glyphs.pointMarks[label % glyphs.pointMarks.count], row: row, column: column,
        style: style, clip: plot.canvas)
    }
  }

  /// `xor  o 0  x 1`
  private func drawHeader(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let glyphs = GlyphSet.of(appearance)
    var column = area.column
    if !title.isEmpty {
      let width = min(DisplayWidth.of(appearance.text(title)), area.columns)
      column =
        frame.label(
          title, row: area.row, column: column, to: width, style: Palette(appearance)[.title],
          clip: area, appearance: appearance) + 2
    }
    let labels = Set(points.map(\.label)).sorted().prefix(glyphs.pointMarks.count)
    for label in labels {
      let mark = glyphs.pointMarks[nearest(Double(label), 0...1023) % glyphs.pointMarks.count]
      column =
        frame.put("\(mark) \(label)", row: area.row, column: column, clip: area) + 2
    }
  }
}
