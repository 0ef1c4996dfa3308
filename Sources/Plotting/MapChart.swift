// Labelled points of a plane: words by their vectors. Labels never cover each other; those without
// room are counted.

public import Screen

/// A point with its name.
public struct MapPoint: Hashable, Sendable {
  public var label: String
  public var x: Double
  public var y: Double

  public init(label: String, x: Double, y: Double) {
    self.label = label
    self.x = x
    self.y = y
  }
}

/// Another point and how near it is.
public struct MapNeighbour: Hashable, Sendable {
  public var index: Int
  public var similarity: Double

  public init(index: Int, similarity: Double) {
    self.index = index
    self.similarity = similarity
  }
}

/// A map of named points, with one that is looked at and its neighbours.
public struct MapChart: Chart, Hashable {
  public var title: String
  /// What the axes are and how many points there are, the most important first.
  public var notes: [HeadingWords]
  public var points: [MapPoint]
  public var selected: Int?
  /// The neighbours of the selected point, the nearest first.
  public var near: [MapNeighbour]

  public init(
    title: String = "", notes: [HeadingWords] = [], points: [MapPoint], selected: Int? = nil,
    near: [MapNeighbour] = []
  ) {
    self.title = title
    self.notes = notes
    self.points = points
    self.selected = selected
    self.near = near
  }

  public func naturalRows(columns: Int) -> Int { 20 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let shown = points.indices.filter { points[$0].x.isFinite && points[$0].y.isFinite }
    let top = area.rows >= 3 ? 1 : 0
    let readout = readout
    let end = area.endRow - (readout != nil && area.rows >= 5 ? 1 : 0)
    guard let plot = plotFrame(shown, area: area, appearance: appearance) else {
      frame.label(
        appearance.title(title.isEmpty ? "no points yet" : "\(title): no points yet"),
        row: area.row,
        column: area.column, to: area.columns, style: palette[.dim], clip: area,
        appearance: appearance)
      return
    }
    plot.drawAxes(into: &frame)
    let hidden = draw(shown, plot, into: &frame, appearance: appearance)
    if top > 0 { drawHeader(hidden, into: &frame, area: area, appearance: appearance) }
    if let readout, end < area.endRow {
      frame.label(
        appearance.said(readout), row: end, column: area.column, to: area.columns,
        style: palette[.accent],
        clip: area, appearance: appearance)
    }
  }

  private func plotFrame(_ shown: [Int], area: Rect, appearance: Appearance) -> PlotFrame? {
    let top = area.rows >= 3 ? 1 : 0
    let end = area.endRow - (readout != nil && area.rows >= 5 ? 1 : 0)
    let body = Rect(
      column: area.column, row: area.row + top, columns: area.columns,
      rows: max(0, end - area.row - top))
    return bounds(shown).map {
      PlotFrame(area: body, x: $0.x, y: $0.y, right: 0, appearance: appearance)
    }
  }

  /// The point whose mark or name is at a place of the screen, or the nearest one.
  public func point(at point: Point, in area: Rect, appearance: Appearance) -> Int? {
    let shown = points.indices.filter { points[$0].x.isFinite && points[$0].y.isFinite }
    guard !area.isEmpty, area.contains(point),
      let plot = plotFrame(shown, area: area, appearance: appearance), !plot.canvas.isEmpty
    else { return nil }
    let placed = places(shown, plot, appearance: appearance)
    let named = placed.first { one in
      one.spot.map {
        $0.row == point.row && point.column >= $0.column
          && point.column < $0.column + DisplayWidth.of(one.label)
      } ?? false
    }
    // A cell is about twice as high as wide.
    func distance(_ place: Point) -> Int {
      let (across, down) = (place.column - point.column, 2 * (place.row - point.row))
      return across * across + down * down
    }
    return (named ?? placed.min { distance($0.place) < distance($1.place) })?.index
  }

  private func bounds(_ shown: [Int]) -> (x: Scale, y: Scale)? {
    func scale(_ values: [Double]) -> Scale? {
      guard let low = values.min(), let high = values.max() else { return nil }
      let margin = (high / 20 - low / 20)
      return Scale(.linear, lower: low - margin, upper: high + margin)
    }
    guard let x = scale(shown.map { points[$0].x }), let y = scale(shown.map { points[$0].y })
    else { return nil }
    return (x, y)
  }

  /// Draws points and labels; returns how many labels found no room.
  private func draw(
    _ shown: [Int], _ plot: PlotFrame, into frame: inout Frame, appearance: Appearance
  ) -> Int {
    let canvas = plot.canvas
    guard !canvas.isEmpty else { return shown.count }
    let palette = Palette(appearance)
    let mark = appearance.glyphs == .unicode ? "•" : "*"
    let places = places(shown, plot, appearance: appearance)
    for one in places where one.isFirst {
      frame.put(
        mark, row: one.place.row, column: one.place.column, style: style(one.index, palette),
        clip: canvas)
    }
    for one in places {
      guard let spot = one.spot else { continue }
      frame.put(
        one.label, row: spot.row, column: spot.column, style: style(one.index, palette),
        clip: canvas)
    }
    return places.filter { $0.spot == nil && !$0.label.isEmpty }.count
  }

  /// Where a point and its name are.
  private struct Placed {
    var index: Int
    var place: Point
    /// No other point has its mark there.
    var isFirst: Bool
    var label = ""
    /// Where the name begins; nil where there is no room for it.
    var spot: Point?
  }

  private func places(
    _ shown: [Int], _ plot: PlotFrame, appearance: Appearance
  ) -> [Placed] {
    let canvas = plot.canvas
    var taken = Set<Point>()
    var places: [Placed] = []
    // The selected point first, its neighbours next: they always have their labels.
    let first = [selected].compactMap { $0 } + near.map(\.index)
    let order = first.filter(shown.contains) + shown.filter { !first.contains($0) }
    for index in order {
      guard let column = plot.dotColumn(points[index].x, of: canvas.columns),
        let row = plot.dotRow(points[index].y, of: canvas.rows)
      else { continue }
      let place = MapChart.free(
        Point(column: canvas.column + column, row: canvas.row + row), taken, in: canvas,
        exact: exact(index, plot))
      places.append(
        Placed(index: index, place: place, isFirst: taken.insert(place).inserted))
    }
    for number in places.indices {
      let place = places[number].place
      let label = DisplayWidth.clip(
        appearance.text(points[places[number].index].label), to: min(16, canvas.columns),
        ellipsis: appearance.ellipsis)
      let width = DisplayWidth.of(label)
      guard width > 0 else { continue }
      places[number].label = label
      let spots = [
        (place.column + 1, place.row), (place.column - width, place.row),
        (place.column - width / 2, place.row - 1), (place.column - width / 2, place.row + 1),
        (place.column + 1, place.row - 1), (place.column + 1, place.row + 1),
        (place.column - width, place.row - 1), (place.column - width, place.row + 1),
      ]
      let spot = spots.first { column, row in
        guard row >= canvas.row, row < canvas.endRow, column >= canvas.column,
          column + width <= canvas.endColumn
        else { return false }
        // A blank on both sides, so that two labels never read as one; the own point may touch.
        return (column - 1...column + width).allSatisfy { column in
          let here = Point(column: column, row: row)
          return here == place || !taken.contains(here)
        }
      }
      guard let (column, row) = spot else { continue }
      for column in column..<column + width { taken.insert(Point(column: column, row: row)) }
      places[number].spot = Point(column: column, row: row)
    }
    return places
  }

  /// Where a point is, in cells and parts of them.
  private func exact(_ index: Int, _ plot: PlotFrame) -> (column: Double, row: Double) {
    let canvas = plot.canvas
    let across = plot.x.position(points[index].x) ?? 0
    let up = plot.y.position(points[index].y) ?? 0
    return (
      Double(canvas.column) + across * Double(canvas.columns - 1),
      Double(canvas.row) + (1 - up) * Double(canvas.rows - 1)
    )
  }

  /// A point's own cell; where another point is already there the nearest free one beside it, so that
  /// each word has its dot: a cell off is about what a cell is worth.
  private static func free(
    _ place: Point, _ taken: Set<Point>, in canvas: Rect, exact: (column: Double, row: Double)
  ) -> Point {
    guard taken.contains(place) else { return place }
    var best: (place: Point, distance: Double)?
    for (across, down) in [
      (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1),
    ] {
      let other = Point(column: place.column + across, row: place.row + down)
      guard canvas.contains(other), !taken.contains(other) else { continue }
      // A cell is about twice as high as wide.
      let (x, y) = (Double(other.column) - exact.column, 2 * (Double(other.row) - exact.row))
      let distance = x * x + y * y
      if best.map({ distance < $0.distance }) ?? true { best = (other, distance) }
    }
    return best?.place ?? place
  }

  private func style(_ index: Int, _ palette: Palette) -> Style {
    if index == selected { return palette[.selected] }
    if near.contains(where: { $0.index == index }) {
      var style = palette[.accent]
      style.underline = true
      return style
    }
    return palette[.label]
  }

  private func drawHeader(
    _ hidden: Int, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let count = "\(hidden) of \(points.count)"
    let lost: HeadingWords =
      hidden > 0 ? ["\(count) labels without room", "\(count) unnamed"] : []
    let missing = points.count { !$0.x.isFinite || !$0.y.isFinite }
    frame.heading(
      title, notes + [lost, missing > 0 ? ["\(missing) without a place"] : []], area: area,
      appearance: appearance)
  }

  /// `nearest to king (cosine): queen 0.91  man 0.80`
  private var readout: String? {
    guard let selected, points.indices.contains(selected) else { return nil }
    let words = near.compactMap { one -> String? in
      guard points.indices.contains(one.index) else { return nil }
      return
        "\(points[one.index].label) \(NumberFormat.fixed(one.similarity, decimals: 3))"
    }
    let point = points[selected]
    if words.isEmpty {
      return "\(point.label) at \(NumberFormat.compact(point.x)), \(NumberFormat.compact(point.y))"
    }
    return "nearest to \(point.label) (cosine): " + words.joined(separator: "  ")
  }
}
