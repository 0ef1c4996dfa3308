// A classifier's answer over the plane, with the data it was asked about. How regions and points
// are drawn is in BoundaryChart+Drawing.swift.

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

/// One probability as shades from blue to orange, or the likeliest of several classes, each in its
/// colour and the paler the less it is ahead; points as `o x +` by class.
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
  /// How far the likeliest class is ahead of the second, 0…1; empty when that is not known.
  public var margins: [Double]
  public var classes: Int
  public var points: [BoundaryPoint]
  /// A place of the grid with a crosshair.
  public var selected: MatrixPlace?

  public var isProbability: Bool {
    classes < 2 || classes == 2 && values.contains { $0 != $0.rounded() }
  }

  public init(
    title: String = "", columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    values: [Double], margins: [Double] = [], classes: Int, points: [BoundaryPoint]
  ) {
    self.title = title
    self.columns = min(max(0, columns), values.count)
    self.rows = min(max(0, rows), values.count)
    self.x = x
    self.y = y
    self.values = values
    self.margins = margins
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
    let isProbability = isProbability
    if hasHeader {
      drawHeader(isProbability, into: &frame, area: area, appearance: appearance)
    }
    let top = hasHeader ? 1 : 0
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: area.rows - top)
    guard rows > 0, columns > 0 else {
      frame.label(
        appearance.said("no data yet"), row: body.row, column: body.column, to: body.columns,
        style: palette[.dim],
        clip: body, appearance: appearance)
      return
    }
    let plot = plotFrame(body, appearance)
    plot.drawAxes(into: &frame)
    if palette.hasRamps && appearance.glyphs == .unicode {
      drawShades(isProbability, into: &frame, plot: plot)
    } else {
      drawTextures(isProbability, into: &frame, plot: plot)
    }
    drawPoints(into: &frame, plot: plot)
    plot.drawCrosshair(selected, rows: rows, columns: columns, into: &frame)
  }

  private func plotFrame(_ body: Rect, _ appearance: Appearance) -> PlotFrame {
    PlotFrame(
      area: body, x: Scale(.linear, lower: x.lowerBound, upper: x.upperBound),
      y: Scale(.linear, lower: y.lowerBound, upper: y.upperBound), right: 0,
      appearance: appearance)
  }

  /// The place of the grid nearest to a place of the screen.
  public func place(
    at point: Point, in area: Rect, appearance: Appearance
  ) -> (row: Int, column: Int)? {
    guard !area.isEmpty, rows > 0, columns > 0 else { return nil }
    let top = area.rows >= 3 ? 1 : 0
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: area.rows - top)
    return plotFrame(body, appearance).gridPlace(at: point, rows: rows, columns: columns)
  }
}
