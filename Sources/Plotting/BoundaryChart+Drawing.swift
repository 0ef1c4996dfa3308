// Regions, points and legend of a decision boundary.

import Screen

extension BoundaryChart {
  /// The grid's place nearest to a pixel.
  private func place(at column: Int, of width: Int, line: Int, of height: Int) -> Int {
    func place(_ index: Int, _ count: Int, _ grid: Int) -> Int {
      count > 1 ? nearest(Double(index) / Double(count - 1) * Double(grid - 1), 0...grid - 1) : 0
    }
    return place(line, height, rows) * columns + place(column, width, columns)
  }

  private func value(_ place: Int) -> Double { place < values.count ? values[place] : .nan }

  private func margin(_ place: Int) -> Double {
    place < margins.count && !margins[place].isNaN ? margins[place] : 1
  }

  /// Two pixels a cell, in colour.
  func drawShades(_ isProbability: Bool, into frame: inout Frame, plot: PlotFrame) {
    let palette = Palette(plot.appearance)
    var canvas = BlockCanvas(
      columns: plot.canvas.columns, rows: plot.canvas.rows, halves: true,
      appearance: plot.appearance)
    for line in 0..<canvas.pixelRows {
      for column in 0..<canvas.columns {
        let place = place(at: column, of: canvas.columns, line: line, of: canvas.pixelRows)
        let value = value(place)
        if value.isNaN {
          canvas.set(column, line, .missing)
        } else if isProbability {
          canvas.set(
            column, line,
            .value(palette.diverging((value - 0.5) * 2), shade: min(max(0, value), 1)))
        } else {
          let color = palette.region(nearest(value, 0...1023), margin: margin(place))
          canvas.set(column, line, .value(color, shade: 1))
        }
      }
    }
    canvas.draw(into: &frame, area: plot.canvas)
  }

  private static let unicodeRegions = [" ", "░", "╱", "╲", "╳", "┄", "▒", "▓"]
  private static let asciiRegions = [" ", ".", "/", "\\", "=", "~", "^", ","]
  private static let unicodeShades = [" ", "·", "░", "▒"]
  private static let asciiShades = [" ", ".", ":", "="]

  /// Without colours a class is a texture and a probability a shade in quarters: the boundary lies
  /// between the second and the third. Where no class is a tenth ahead, `?` stands.
  func drawTextures(_ isProbability: Bool, into frame: inout Frame, plot: PlotFrame) {
    let isUnicode = plot.appearance.glyphs == .unicode
    let regions = isUnicode ? BoundaryChart.unicodeRegions : BoundaryChart.asciiRegions
    let shades = isUnicode ? BoundaryChart.unicodeShades : BoundaryChart.asciiShades
    let palette = Palette(plot.appearance)
    for line in 0..<plot.canvas.rows {
      for column in 0..<plot.canvas.columns {
        let place = place(
          at: column, of: plot.canvas.columns, line: line, of: plot.canvas.rows)
        let value = value(place)
        let texture: String
        if value.isNaN {
          texture = GlyphSet.of(plot.appearance).notANumber
        } else if isProbability {
          texture = shades[value >= 0.75 ? 3 : value >= 0.5 ? 2 : value >= 0.25 ? 1 : 0]
        } else if margin(place) < 0.1 {
          texture = "?"
        } else {
          texture = regions[nearest(value, 0...1023) % regions.count]
        }
        frame.put(
          texture, row: plot.canvas.row + line, column: plot.canvas.column + column,
          style: palette[.dim], clip: plot.canvas)
      }
    }
  }

  func drawPoints(into frame: inout Frame, plot: PlotFrame) {
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
        let cell = frame[row, column].style
        let background = cell.background == .standard ? cell.foreground : cell.background
        style.background = background
        style.foreground = palette.ink(on: background)
      }
      frame.put(
        glyphs.pointMarks[label % glyphs.pointMarks.count], row: row, column: column,
        style: style, clip: plot.canvas)
    }
  }

  /// `xor  o 0  x 1  P(1) 0 ░░▒▒ 1`
  func drawHeader(
    _ isProbability: Bool, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let glyphs = GlyphSet.of(appearance)
    let palette = Palette(appearance)
    var column = area.column
    if !title.isEmpty {
      let width = min(DisplayWidth.of(appearance.text(appearance.title(title))), area.columns)
      column =
        frame.label(
          appearance.title(title), row: area.row, column: column, to: width, style: palette[.title],
          clip: area, appearance: appearance) + 2
    }
    let hasColour = palette.hasRamps && appearance.glyphs == .unicode
    let isUnicode = appearance.glyphs == .unicode
    let regions = isUnicode ? BoundaryChart.unicodeRegions : BoundaryChart.asciiRegions
    let labels = Set(points.map(\.label)).sorted().prefix(glyphs.pointMarks.count)
    for label in labels {
      let place = nearest(Double(label), 0...1023)
      let mark = glyphs.pointMarks[place % glyphs.pointMarks.count]
      column = frame.put("\(mark) \(label)", row: area.row, column: column, clip: area)
      if !isProbability {
        // The region that this class has.
        let style =
          hasColour ? Style(background: palette.region(place, margin: 1)) : palette[.dim]
        let texture = hasColour ? " " : regions[place % regions.count]
        frame.put(texture + texture, row: area.row, column: column + 1, style: style, clip: area)
        column += 3
      }
      column += 2
    }
    guard isProbability else {
      let words = appearance.said(hasColour ? "the paler, the closer" : "? undecided")
      if !margins.isEmpty, column + words.count <= area.endColumn {
        frame.put(words, row: area.row, column: column, style: palette[.dim], clip: area)
      }
      return
    }
    guard column + 16 <= area.endColumn else { return }
    column = frame.put("P(1): 0 ", row: area.row, column: column, style: palette[.dim], clip: area)
    let shades = isUnicode ? BoundaryChart.unicodeShades : BoundaryChart.asciiShades
    for step in 0...3 {
      let color = palette.diverging(Double(step) / 1.5 - 1)
      frame.put(
        hasColour ? " " : shades[step], row: area.row, column: column,
        style: hasColour ? Style(background: color) : palette[.dim], clip: area)
      column += 1
    }
    frame.put(" 1", row: area.row, column: column, style: palette[.dim], clip: area)
  }
}
