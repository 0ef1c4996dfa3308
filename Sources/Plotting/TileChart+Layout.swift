// Where the tiles of a tile chart go, and how one is drawn.

import Screen

extension TileChart {
  /// A heading or a row of tiles.
  struct Band {
    var isHeading: Bool
    var group: Int
    /// The tiles of the row, within the group.
    var tiles: Range<Int>
    /// The number of the first of them over all groups.
    var number: Int
    /// Pixels of a tile as drawn.
    var width: Int
    var height: Int
    /// Rows of cells, caption and gap included.
    var rows: Int
    var hasCaptions: Bool
  }

  private static let gap = 2
  /// Heading, caption and eight pixels.
  static let leastRows = 6
  /// Smaller pictures are magnified to this.
  private static let leastWidth = 6

  /// - Parameters:
  ///   - rows: pictures are made small enough that one row of them fits with its heading.
  ///   - magnified: how many times larger than they need to be, where there is room.
  func bands(columns: Int, rows: Int = .max, halves: Bool, magnified: Int = 1) -> [Band] {
    var bands: [Band] = []
    var number = 0
    guard columns > 0 else { return [] }
    for (index, group) in groups.enumerated() where !group.tiles.isEmpty {
      let perPixel = halves ? 1 : 2
      let columnsOf = max(1, group.tiles.map(\.columns).max() ?? 1)
      let rowsOf = max(1, group.tiles.map(\.rows).max() ?? 1)
      var width = columnsOf
      if width < TileChart.leastWidth {
        width *= (TileChart.leastWidth + width - 1) / width
      }
      width *= magnified
      if group.fitsOneRow {
        let each =
          ((columns + TileChart.gap) / group.tiles.count - TileChart.gap) / perPixel
        width = max(TileChart.leastWidth, min(width, each))
      }
      let tall = min(max(2, rows - 2), 4096) * (halves ? 2 : 1)
      width = max(1, min(width, columns / perPixel, max(2, tall * columnsOf / rowsOf)))
      let height = max(
        1, nearest((Double(width) / Double(columnsOf) * Double(rowsOf)).rounded(), 1...4096))
      let hasCaptions = group.tiles.contains { !$0.caption.isEmpty }
      // A caption may need more room than its picture.
      let caption = group.tiles.map { DisplayWidth.of($0.caption) }.max() ?? 0
      let cell = min(columns, max(width * perPixel, min(caption, 12)))
      let perRow = max(1, (columns + TileChart.gap) / (cell + TileChart.gap))
      bands.append(
        Band(
          isHeading: true, group: index, tiles: 0..<0, number: number, width: width,
          height: height, rows: 1, hasCaptions: false))
      var start = 0
      while start < group.tiles.count {
        let tiles = start..<min(group.tiles.count, start + perRow)
        bands.append(
          Band(
            isHeading: false, group: index, tiles: tiles, number: number + start, width: width,
            height: height,
            rows: (halves ? (height + 1) / 2 : height) + 1, hasCaptions: hasCaptions))
        start = tiles.upperBound
      }
      number += group.tiles.count
    }
    return bands
  }

  /// The first band shown: as many rows of tiles are left out as `offset` says, or as it takes to
  /// see the selected tile.
  func firstBand(_ bands: [Band], rows: Int) -> Int {
    var first = 0
    var left = min(max(0, offset), bands.count)
    for (index, band) in bands.enumerated() where !band.isHeading && left > 0 {
      left -= 1
      first = index + 1
    }
    // The last band is not left out, nor are those that fit with it.
    var last = bands.count - 1
    var used = bands.last?.rows ?? 0
    while last > 0, used + bands[last - 1].rows <= rows - 1 {
      last -= 1
      used += bands[last].rows
    }
    first = min(first, last)
    if let selected,
      let place = bands.firstIndex(where: { band in
        !band.isHeading && selected >= band.number && selected < band.number + band.tiles.count
      })
    {
      if place < first { first = place }
      while first < place, bands[first...place].reduce(1, { $0 + $1.rows }) > rows { first += 1 }
    }
    return max(0, first)
  }

  func draw(_ band: Band, row: Int, into frame: inout Frame, area: Rect, appearance: Appearance) {
    let group = groups[band.group]
    if band.isHeading {
      drawHeading(group, band, row: row, into: &frame, area: area, appearance: appearance)
      return
    }
    let palette = Palette(appearance)
    let halves = BlockCanvas.hasHalves(appearance)
    let columns = band.width * (halves ? 1 : 2)
    let cell = cellColumns(band, area, appearance)
    let (scale, isSigned) = group.scale
    for (place, index) in band.tiles.enumerated() {
      let tile = group.tiles[index]
      let column = area.column + place * (cell + TileChart.gap)
      let tall = min(band.rows - 1, area.rows)
      draw(
        tile, band, scale: scale, isSigned: isSigned, into: &frame,
        area: Rect(column: column, row: row, columns: columns, rows: tall).intersection(area),
        appearance: appearance)
      if !band.hasCaptions, band.number + place == selected {
        let mark = appearance.glyphs == .unicode ? "▔" : "^"
        frame.put(
          String(repeating: mark, count: min(columns, area.columns)), row: row + tall,
          column: column, style: palette[.accent], clip: area)
      }
      guard band.hasCaptions, row + band.rows - 1 < area.endRow else { continue }
      var style = tile.mark == .wrong ? palette[.error] : palette[.label]
      if band.number + place == selected { style.reverse = true }
      let end = min(column + max(cell, columns), area.endColumn)
      frame.label(
        tile.caption, row: row + band.rows - 1, column: column, to: end - column, style: style,
        clip: area, appearance: appearance)
    }
  }

  /// `net.0  8 tiles 16×16   -1 ░▒▓ 1`
  private func drawHeading(
    _ group: ChartTileGroup, _ band: Band, row: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let (scale, isSigned) = group.scale
    let low = "  \(NumberFormat.compact(scale.lowerBound, significant: 3)) "
    let high = " " + NumberFormat.compact(scale.upperBound, significant: 3)
    let source = group.tiles.first.map { ($0.rows, $0.columns) } ?? (0, 0)
    let size = "\(source.0)×\(source.1)"
    let words: HeadingWords =
      band.width < source.1
      ? ["\(size) averaged to \(band.height)×\(band.width)", size] : [size]
    // What the colours mean matters more than how large the tiles are.
    let bar = low.count + 5 + high.count
    let room = area.columns - bar
    let shown = Heading(group.title, [words]).fitted(to: room, appearance: appearance)
    var column = frame.label(
      shown.title, row: row, column: area.column,
      to: min(DisplayWidth.of(appearance.text(shown.title)), area.columns),
      style: Style(bold: true), clip: area, appearance: appearance)
    if !shown.words.isEmpty {
      let text = "  " + shown.words
      column = frame.label(
        text, row: row, column: column, to: DisplayWidth.of(appearance.text(text)),
        style: palette[.dim], clip: area, appearance: appearance)
    }
    guard column + bar <= area.endColumn else { return }
    column = frame.put(low, row: row, column: column, style: palette[.dim], clip: area)
    let canvas = BlockCanvas(columns: 0, rows: 0, halves: true, appearance: appearance)
    for step in 0...4 {
      let value =
        scale.lowerBound + (scale.upperBound / 4 - scale.lowerBound / 4) * Double(step)
      frame.place(
        canvas.whole(
          TileChart.pixel(value, scale: scale, isSigned: isSigned, palette: palette)),
        row: row, column: column, clip: area)
      column += 1
    }
    frame.put(high, row: row, column: column, style: palette[.dim], clip: area)
  }

  private func draw(
    _ tile: ChartTile, _ band: Band, scale: ClosedRange<Double>, isSigned: Bool,
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    guard !area.isEmpty, tile.rows > 0, tile.columns > 0 else { return }
    let palette = Palette(appearance)
    var canvas = BlockCanvas(
      columns: area.columns, rows: area.rows, halves: true, appearance: appearance)
    let wide = canvas.perCell == 2 ? 1 : 2
    for y in 0..<min(canvas.pixelRows, band.height) {
      let rows = TileChart.part(y, of: band.height, over: tile.rows)
      for x in 0..<band.width {
        let columns = TileChart.part(x, of: band.width, over: tile.columns)
        let pixel = TileChart.pixel(
          tile.mean(rows: rows, columns: columns), scale: scale, isSigned: isSigned,
          palette: palette)
        for step in 0..<wide { canvas.set(x * wide + step, y, pixel) }
      }
    }
    canvas.draw(into: &frame, area: area)
  }

  /// The source pixels of a drawn one: several when the picture is shrunk, one when it is grown.
  private static func part(_ index: Int, of count: Int, over source: Int) -> Range<Int> {
    if count <= source { return share(index, of: count, over: source) }
    let place = min(source - 1, index * source / count)
    return place..<place + 1
  }

  static func pixel(
    _ value: Double, scale: ClosedRange<Double>, isSigned: Bool, palette: Palette
  ) -> BlockCanvas.Pixel {
    if value.isNaN { return .missing }
    let range = Scale(.linear, lower: scale.lowerBound, upper: scale.upperBound)
    let position = scale.lowerBound == scale.upperBound ? 0.5 : range.position(value) ?? 0
    let place = min(max(0, position), 1)
    let color = isSigned ? palette.diverging(place * 2 - 1) : palette.sequential(place)
    return .value(color, shade: place)
  }
}
