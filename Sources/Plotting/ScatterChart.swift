// Points of a plane by two numbers each, and a third as the size and colour of their marks. Which
// numbers they are is someone else's business; nothing is joined by lines.

public import Screen

/// A point with its value; NaN where there is none.
public struct ScatterPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var value: Double

  public init(x: Double, y: Double, value: Double = .nan) {
    self.x = x
    self.y = y
    self.value = value
  }
}

/// A scatter plot, with one point that is looked at.
public struct ScatterChart: Chart, Hashable {
  public var title: String
  public var xName: String
  public var yName: String
  /// What the marks tell; empty where all are alike.
  public var valueName: String
  public var points: [ScatterPoint]
  public var xScale: Scale.Kind
  public var yScale: Scale.Kind
  public var selected: Int?

  public init(
    title: String = "", xName: String = "", yName: String = "", valueName: String = "",
    points: [ScatterPoint], xScale: Scale.Kind = .linear, yScale: Scale.Kind = .linear,
    selected: Int? = nil
  ) {
    self.title = title
    self.xName = xName
    self.yName = yName
    self.valueName = valueName
    self.points = points
    self.xScale = xScale
    self.yScale = yScale
    self.selected = selected
  }

  public func naturalRows(columns: Int) -> Int { 16 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    guard let plot = plotFrame(area, appearance) else {
      let words = points.isEmpty ? "no points" : "no point has a place"
      frame.label(
        appearance.title(title.isEmpty ? words : "\(title): \(words)"), row: area.row,
        column: area.column,
        to: area.columns, style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    plot.drawAxes(into: &frame, xName: xName)
    let range = valueRange
    let marks = Self.marks(appearance)
    var taken = Set<Point>()
    var covered = 0
    for index in order {
      guard let place = place(points[index], plot) else { continue }
      // Where several share a cell the first stands for them.
      guard taken.insert(place).inserted else {
        covered += 1
        continue
      }
      let level = level(points[index].value, range)
      frame.put(
        mark(level, marks), row: place.row, column: place.column,
        style: index == selected ? palette[.selected] : style(level, palette), clip: plot.canvas)
    }
    if area.rows >= 3 { drawHeader(covered, into: &frame, area: area, appearance: appearance) }
  }

  /// The point whose mark is at a place of the screen, or the nearest one.
  public func point(at point: Point, in area: Rect, appearance: Appearance) -> Int? {
    guard !area.isEmpty, area.contains(point), let plot = plotFrame(area, appearance),
      !plot.canvas.isEmpty
    else { return nil }
    // A cell is about twice as high as wide.
    func distance(_ place: Point) -> Int {
      let (across, down) = (place.column - point.column, 2 * (place.row - point.row))
      return across * across + down * down
    }
    var best: (index: Int, distance: Int)?
    for index in points.indices {
      guard let place = place(points[index], plot) else { continue }
      let distance = distance(place)
      if distance < best?.distance ?? .max { best = (index, distance) }
    }
    return best?.index
  }

  // MARK: Places

  private func hasPlace(_ point: ScatterPoint) -> Bool {
    point.x.isFinite && point.y.isFinite && (xScale == .linear || point.x > 0)
      && (yScale == .linear || point.y > 0)
  }

  /// The selected one first, so that it is seen.
  private var order: [Int] {
    guard let selected, points.indices.contains(selected) else { return Array(points.indices) }
    return [selected] + points.indices.filter { $0 != selected }
  }

  private func place(_ point: ScatterPoint, _ plot: PlotFrame) -> Point? {
    guard hasPlace(point), let column = plot.dotColumn(point.x, of: plot.canvas.columns),
      let row = plot.dotRow(point.y, of: plot.canvas.rows)
    else { return nil }
    return Point(column: plot.canvas.column + column, row: plot.canvas.row + row)
  }

  private func plotFrame(_ area: Rect, _ appearance: Appearance) -> PlotFrame? {
    let shown = points.filter(hasPlace)
    guard let x = scale(shown.map(\.x), xScale), let y = scale(shown.map(\.y), yScale) else {
      return nil
    }
    let top = area.rows >= 3 ? 1 : 0
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: area.rows - top)
    return PlotFrame(area: body, x: x, y: y, right: 0, appearance: appearance)
  }

  /// From the least to the greatest, with a little air.
  private func scale(_ values: [Double], _ kind: Scale.Kind) -> Scale? {
    guard let low = values.min(), let high = values.max() else { return nil }
    switch kind {
    case .linear:
      let margin = high / 25 - low / 25
      return Scale(.linear, lower: low - margin, upper: high + margin)
    case .log10:
      let margin = powerOfTen((decimalLogarithm(high) - decimalLogarithm(low)) / 25)
      guard margin.isFinite, margin >= 1 else { return Scale(.log10, lower: low, upper: high) }
      return Scale(.log10, lower: low / margin, upper: high * margin)
    }
  }

  // MARK: Marks

  /// From the least value to the greatest; the last is also that of points without values.
  private static func marks(_ appearance: Appearance) -> [String] {
    appearance.glyphs == .unicode ? ["·", "∘", "○", "◉", "●"] : [".", ":", "o", "O", "@"]
  }

  private var valueRange: ClosedRange<Double>? {
    let values = points.map(\.value).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// 0…1; nil for what has no value.
  private func level(_ value: Double, _ range: ClosedRange<Double>?) -> Double? {
    guard let range, value.isFinite else { return nil }
    let width = range.upperBound / 2 - range.lowerBound / 2
    guard width > 0 else { return 1 }
    return min(1, max(0, (value / 2 - range.lowerBound / 2) / width))
  }

  private func mark(_ level: Double?, _ marks: [String]) -> String {
    guard let level else { return valueName.isEmpty ? marks[4] : "?" }
    return marks[nearest(level * 4, 0...4)]
  }

  private func style(_ level: Double?, _ palette: Palette) -> Style {
    guard let level, palette.hasRamps else { return palette[valueName.isEmpty ? .accent : .text] }
    // A single mark needs more contrast to the background than a filled cell: the far part of the ramp.
    let start = palette.isLight ? 0.75 : 0.6
    return Style(foreground: palette.sequential(start + (1 - start) * level))
  }

  // MARK: Header

  /// `scatter(r, d, s)  ↑ d  score · 0.07 ∘ ○ ◉ ● 0.33`
  private func drawHeader(
    _ covered: Int, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    var column = frame.heading(title, area: area, appearance: appearance)
    column += column > area.column ? 2 : 0
    func width(_ text: String) -> Int { DisplayWidth.of(appearance.text(text)) }
    /// Whole or not at all.
    func words(_ text: String, _ style: Style) {
      guard column + width(text) <= area.endColumn else { return }
      column = frame.label(
        text, row: area.row, column: column, to: width(text), style: style, clip: area,
        appearance: appearance)
    }
    // What the marks mean goes before what the axis is, which the title tells as well.
    var scale: (low: String, high: String)?
    var room = area.endColumn - column
    if let range = valueRange, !valueName.isEmpty {
      let low = "\(valueName) \(NumberFormat.compact(range.lowerBound)) "
      let high = NumberFormat.compact(range.upperBound)
      let needed = width(low) + 2 * Self.marks(appearance).count + width(high)
      if column + needed <= area.endColumn {
        scale = (low, high)
        room -= needed + 2
      }
    }
    let up = appearance.glyphs == .unicode ? "↑ \(yName)" : appearance.said("up \(yName)")
    if !yName.isEmpty, width(up) <= room {
      words(up, palette[.dim])
      column += 2
    }
    if let (low, high) = scale {
      words(low, palette[.dim])
      let marks = Self.marks(appearance)
      for place in marks.indices {
        words(marks[place], style(Double(place) / 4, palette))
        words(" ", palette[.dim])
      }
      words(high, palette[.dim])
      column += 2
    }
    let lost = points.count - points.filter(hasPlace).count
    if lost > 0 {
      words(appearance.said("\(lost) without a place"), palette[.warning])
      column += 2
    }
    if covered > 0 { words(appearance.said("\(covered) covered"), palette[.dim]) }
  }
}
