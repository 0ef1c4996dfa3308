// A function of two numbers from above, with the paths that optimizers took on it.

public import Screen

/// Where a run went.
public struct ContourPath: Hashable, Sendable {
  public struct Place: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// `sgd(lr=0.1)`
  public var name: String
  /// What its end is worth saying: `60 steps, 0.012`.
  public var note: String
  public var places: [Place]

  public init(name: String, note: String = "", places: [Place]) {
    self.name = name
    self.note = note
    self.places = places
  }
}

/// Shaded bands between labelled levels, darker is lower; over them each path in its own letter,
/// from `S` to the capital letter.
public struct ContourChart: Chart, Hashable {
  public var title: String
  public var note: String
  public var xName: String
  public var yName: String
  public var columns: Int
  public var rows: Int
  /// The centres of the outermost grid cells.
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>
  /// Row-major from the top.
  public var values: [Double]
  public var paths: [ContourPath]
  /// A place of the grid with a crosshair.
  public var selected: MatrixPlace?

  public init(
    title: String = "", note: String = "", xName: String = "", yName: String = "", columns: Int,
    rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>, values: [Double],
    paths: [ContourPath] = []
  ) {
    self.title = title
    self.note = note
    self.xName = xName
    self.yName = yName
    self.columns = min(max(0, columns), values.count)
    self.rows = min(max(0, rows), values.count)
    self.x = x
    self.y = y
    self.values = values
    self.paths = paths
  }

  public func naturalRows(columns: Int) -> Int { 20 + min(paths.count, 18) }

  private static let unicodeBands = [" ", "·", "░", "▒", "▓", "█"]
  private static let asciiBands = [" ", ".", ":", "-", "=", "#"]

  /// Levels that cut the values into bands of about equal area, as round numbers.
  func levels(_ bands: Int) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard bands > 1, let low = sorted.first, let high = sorted.last, low < high else { return [] }
    var levels: [Double] = []
    for index in 1..<bands {
      let exact = sorted[index * (sorted.count - 1) / bands]
      let level = Double(NumberFormat.compact(exact, significant: 2)) ?? exact
      if level > low, level < high, level > levels.last ?? -.infinity { levels.append(level) }
    }
    return levels
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let hasColour = palette.hasRamps && appearance.glyphs == .unicode
    let levels = levels(hasColour ? 9 : ContourChart.unicodeBands.count)
    let top = area.rows >= 3 ? 1 : 0
    if top > 0 {
      drawHeader(levels, hasColour: hasColour, into: &frame, area: area, appearance: appearance)
    }
    guard rows > 0, columns > 0 else {
      frame.label(
        appearance.said("no data yet"), row: area.row + top, column: area.column, to: area.columns,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    let parts = parts(of: area, appearance: appearance)
    let plot = parts.plot
    plot.drawAxes(into: &frame)
    drawSurface(levels, hasColour: hasColour, plot, into: &frame)
    for index in paths.indices.reversed() {
      draw(paths[index], index: index, plot, into: &frame, hasColour: hasColour)
    }
    // No way covers another's end.
    for index in paths.indices.reversed() {
      let ends = ContourPath(name: "", places: [paths[index].places.last].compactMap { $0 })
      draw(ends, index: index, plot, into: &frame, hasColour: hasColour, isEnd: true)
    }
    plot.drawCrosshair(selected, rows: rows, columns: columns, into: &frame)
    if parts.levelsRow > 0 {
      drawLevels(
        levels, hasColour: hasColour, into: &frame, row: plot.area.endRow, area: area,
        appearance: appearance)
    }
    drawLegend(parts.legend, into: &frame, area: parts.legendArea, appearance: appearance)
  }

  private func band(_ value: Double, _ levels: [Double]) -> Int? {
    if value.isNaN { return nil }
    return levels.firstIndex { value < $0 } ?? levels.count
  }

  private func drawSurface(
    _ levels: [Double], hasColour: Bool, _ plot: PlotFrame, into frame: inout Frame
  ) {
    let palette = Palette(plot.appearance)
    func value(_ x: Int, _ width: Int, _ y: Int, _ height: Int) -> Double {
      func place(_ index: Int, _ count: Int, _ grid: Int) -> Int {
        count > 1 ? nearest(Double(index) / Double(count - 1) * Double(grid - 1), 0...grid - 1) : 0
      }
      let index = place(y, height, rows) * columns + place(x, width, columns)
      return index < values.count ? values[index] : .nan
    }
    let canvas = plot.canvas
    if hasColour {
      var pixels = BlockCanvas(
        columns: canvas.columns, rows: canvas.rows, halves: true, appearance: plot.appearance)
      for line in 0..<pixels.pixelRows {
        for column in 0..<pixels.columns {
          let value = value(column, pixels.columns, line, pixels.pixelRows)
          guard let band = band(value, levels) else {
            pixels.set(column, line, .missing)
            continue
          }
          let place = Double(band) / Double(max(1, levels.count))
          pixels.set(column, line, .value(palette.sequential(place), shade: place))
        }
      }
      pixels.draw(into: &frame, area: canvas)
      return
    }
    let textures =
      plot.appearance.glyphs == .unicode ? ContourChart.unicodeBands : ContourChart.asciiBands
    for line in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        let band = band(value(column, canvas.columns, line, canvas.rows), levels)
        frame.put(
          band.map { textures[min($0, textures.count - 1)] } ?? "!", row: canvas.row + line,
          column: canvas.column + column, style: palette[.dim], clip: canvas)
      }
    }
  }

  static func letter(_ index: Int) -> (small: String, capital: String) {
    let letters = Array("abcdefghijklmnopqr")
    let letter = letters[((index % letters.count) + letters.count) % letters.count]
    return (String(letter), letter.uppercased())
  }

  private func draw(
    _ path: ContourPath, index: Int, _ plot: PlotFrame, into frame: inout Frame, hasColour: Bool,
    isEnd: Bool = false
  ) {
    let canvas = plot.canvas
    guard !canvas.isEmpty else { return }
    let letter = ContourChart.letter(index)
    func style(_ row: Int, _ column: Int, isEnd: Bool) -> Style {
      var style = Style(bold: true)
      if hasColour {
        style.background = frame[row, column].style.background
        if style.background == .standard { style.background = frame[row, column].style.foreground }
        style.foreground = Palette(plot.appearance).ink(on: style.background)
      }
      style.reverse = isEnd
      return style
    }
    func cell(_ place: ContourPath.Place) -> Point? {
      guard place.x >= x.lowerBound, place.x <= x.upperBound, place.y >= y.lowerBound,
        place.y <= y.upperBound, let column = plot.dotColumn(place.x, of: canvas.columns),
        let row = plot.dotRow(place.y, of: canvas.rows)
      else { return nil }
      return Point(column: canvas.column + column, row: canvas.row + row)
    }
    func put(_ text: String, at place: Point, isEnd: Bool = false) {
      frame.put(
        text, row: place.row, column: place.column,
        style: style(place.row, place.column, isEnd: isEnd), clip: canvas)
    }
    var before: Point?
    for place in path.places {
      let here = cell(place)
      if let before, let here {
        let length = max(abs(here.column - before.column), abs(here.row - before.row))
        for step in 0..<max(0, length) {
          let part = Double(step) / Double(max(1, length))
          let row = Double(before.row) + Double(here.row - before.row) * part
          let column = Double(before.column) + Double(here.column - before.column) * part
          put(
            letter.small,
            at: Point(
              column: nearest(column, canvas.column...canvas.endColumn - 1),
              row: nearest(row, canvas.row...canvas.endRow - 1)))
        }
      }
      if let here { put(letter.small, at: here) }
      before = here
    }
    guard let place = path.places.first.flatMap(cell) else { return }
    put(isEnd ? letter.capital : "S", at: place, isEnd: isEnd)
  }

  /// `contour(L, w[0], w[1])  → w[0]  ↑ w[1]`
  private func drawHeader(
    _ levels: [Double], hasColour: Bool, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let isUnicode = appearance.glyphs == .unicode
    var words: [HeadingWords] = []
    if !xName.isEmpty { words.append(HeadingWords(["\(isUnicode ? "→" : "->") \(xName)"])) }
    if !yName.isEmpty { words.append(HeadingWords(["\(isUnicode ? "↑" : "^") \(yName)"])) }
    frame.heading(title, words, separator: "  ", area: area, appearance: appearance)
  }

  /// `levels █ 0.01 █ 0.1 █ 1 █  note`: each number is the border between the shades beside it.
  private func drawLevels(
    _ levels: [Double], hasColour: Bool, into frame: inout Frame, row: Int, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let textures =
      appearance.glyphs == .unicode ? ContourChart.unicodeBands : ContourChart.asciiBands
    var column = frame.put(
      appearance.said("levels") + " ", row: row, column: area.column, style: palette[.dim],
      clip: area)
    let numbers = levels.map { NumberFormat.compact($0, significant: 2) }
    for band in 0...levels.count {
      // A number is there whole or not at all: its first digits would be another one.
      let width = 3 + (band < levels.count ? DisplayWidth.of(numbers[band]) : 0)
      let isLast = band >= levels.count - 1
      guard column + width + (isLast ? 0 : 2) <= area.endColumn || band == levels.count else {
        frame.put(
          appearance.ellipsis, row: row, column: column, style: palette[.dim], clip: area)
        return
      }
      if hasColour {
        let color = palette.sequential(Double(band) / Double(max(1, levels.count)))
        frame.put("  ", row: row, column: column, style: Style(background: color), clip: area)
      } else {
        let texture = textures[min(band, textures.count - 1)]
        frame.put(
          "\(texture)\(texture)", row: row, column: column, style: palette[.dim], clip: area)
      }
      column += 3
      guard band < levels.count else { break }
      column = frame.put(numbers[band], row: row, column: column, clip: area) + 1
    }
    frame.label(
      appearance.said(note), row: row, column: column + 1, to: area.endColumn - column - 1,
      style: palette[.dim],
      clip: area, appearance: appearance)
  }
}
