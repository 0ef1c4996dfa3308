// Many small maps in rows: attention's model view, layers by heads.

public import Screen

/// Small maps under headings; one is chosen.
public struct ThumbnailGrid: Chart, Hashable {
  /// One small map.
  public struct Thumbnail: Hashable, Sendable {
    public var caption: String
    public var rows: Int
    public var columns: Int
    /// Row-major, within 0…1.
    public var values: [Double]
    public var masked: [Bool]

    public init(
      caption: String, rows: Int, columns: Int, values: [Double], masked: [Bool] = []
    ) {
      self.caption = caption
      self.rows = min(max(0, rows), values.count)
      self.columns = min(max(0, columns), values.count)
      self.values = values
      self.masked = masked
    }
  }

  /// A row of thumbnails under a heading.
  public struct Section: Hashable, Sendable {
    public var heading: String
    public var thumbnails: [Thumbnail]

    public init(heading: String, thumbnails: [Thumbnail]) {
      self.heading = heading
      self.thumbnails = thumbnails
    }
  }

  public var title: String
  public var sections: [Section]
  /// The chosen one: section and place in it.
  public var selected: MatrixPlace?

  public init(title: String = "", sections: [Section], selected: MatrixPlace? = nil) {
    self.title = title
    self.sections = sections
    self.selected = selected
  }

  public func naturalRows(columns: Int) -> Int {
    let layout = Layout(self, Rect(column: 0, row: 0, columns: columns, rows: 4096), .standard)
    return 1 + layout.lines.reduce(0) { $0 + layout.rows($1) }
  }

  /// Where the thumbnails are.
  struct Layout {
    enum Line: Hashable {
      case heading(Int)
      case thumbnails(section: Int, from: Int)
    }

    let area: Rect
    let width: Int
    let height: Int
    let perLine: Int
    let lines: [Line]
    /// The lines that show.
    let shown: Range<Int>

    init(_ grid: ThumbnailGrid, _ area: Rect, _ appearance: Appearance) {
      self.area = area
      let most = grid.sections.map(\.thumbnails.count).max() ?? 0
      let least = 9
      let fitting = max(1, (area.columns + 1) / (least + 1))
      let perLine = max(1, min(most, fitting))
      self.perLine = perLine
      width = max(1, min(24, (area.columns + 1) / perLine - 1))
      var lines: [Line] = []
      for (section, content) in grid.sections.enumerated() {
        lines.append(.heading(section))
        for from in stride(from: 0, to: content.thumbnails.count, by: perLine) {
          lines.append(.thumbnails(section: section, from: from))
        }
      }
      self.lines = lines
      let room = area.rows - 1
      let maps = lines.count { if case .thumbnails = $0 { true } else { false } }
      let spare = room - (lines.count - maps) - maps
      // A map that is as wide as high takes half as many rows as columns.
      let halves = BlockCanvas.hasHalves(appearance)
      let width = width
      let tallest =
        grid.sections.flatMap(\.thumbnails).map { thumbnail in
          let factor = max(1, width / (halves ? 1 : 2) / max(1, thumbnail.columns))
          return (min(thumbnail.rows, 96) * factor + (halves ? 1 : 0)) / (halves ? 2 : 1)
        }.max() ?? 2
      height = max(2, min(width / 2, tallest, maps > 0 ? spare / maps : 2))
      var start = 0
      let wanted =
        grid.selected.map { place in
          lines.lastIndex { line in
            if case .thumbnails(let section, let from) = line {
              return section == place.row && from <= (place.column ?? 0)
            }
            return false
          } ?? 0
        } ?? 0
      let height = height
      func rows(_ range: Range<Int>) -> Int {
        range.reduce(0) {
          if case .heading = lines[$1] { return $0 + 1 }
          return $0 + 1 + height
        }
      }
      while start < wanted, rows(start..<wanted + 1) > room { start += 1 }
      var end = start
      while end < lines.count, end == start || rows(start..<end + 1) <= room { end += 1 }
      // A heading needs something below it.
      if end > start + 1, case .heading = lines[end - 1], end < lines.count { end -= 1 }
      // What room is left shows what came before.
      while start > 0, rows(start - 1..<end) <= room { start -= 1 }
      shown = start..<end
    }

    func rows(_ line: Line) -> Int {
      if case .heading = line { return 1 }
      return 1 + height
    }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let layout = Layout(self, area, appearance)
    var text = title
    let count = sections.reduce(0) { $0 + $1.thumbnails.count }
    if count == 0 { text += text.isEmpty ? "no data yet" : ": no data yet" }
    if layout.shown.count < layout.lines.count {
      text += "  \(shownCount(layout)) of \(count) maps show"
    }
    frame.label(
      appearance.title(text), row: area.row, column: area.column, to: area.columns,
      style: palette[.title],
      clip: area, appearance: appearance)
    var row = area.row + 1
    for line in layout.lines[layout.shown] {
      switch line {
      case .heading(let section):
        frame.label(
          appearance.title(sections[section].heading), row: row, column: area.column,
          to: area.columns,
          style: section == selected?.row ? palette[.accent] : palette[.dim], clip: area,
          appearance: appearance)
      case .thumbnails(let section, let from):
        for (place, index) in indices(section, from, layout).enumerated() {
          let thumbnail = sections[section].thumbnails[index]
          let column = area.column + place * (layout.width + 1)
          let isSelected = section == selected?.row && index == selected?.column
          // The mark says what the style says, for those who see no style.
          frame.label(
            (isSelected ? ">" : " ") + thumbnail.caption, row: row, column: column,
            to: layout.width, style: isSelected ? palette[.selected] : .plain, clip: area,
            appearance: appearance)
          draw(
            thumbnail, into: &frame,
            at: Rect(
              column: column, row: row + 1, columns: layout.width, rows: layout.height
            ).intersection(area), appearance)
        }
      }
      row += layout.rows(line)
    }
  }

  private func shownCount(_ layout: Layout) -> Int {
    layout.lines[layout.shown].reduce(0) { sum, line in
      guard case .thumbnails(let section, let from) = line else { return sum }
      return sum + indices(section, from, layout).count
    }
  }

  private func indices(_ section: Int, _ from: Int, _ layout: Layout) -> Range<Int> {
    from..<min(from + layout.perLine, sections[section].thumbnails.count)
  }

  private func draw(
    _ thumbnail: Thumbnail, into frame: inout Frame, at area: Rect, _ appearance: Appearance
  ) {
    guard !area.isEmpty, thumbnail.rows > 0, thumbnail.columns > 0 else { return }
    var canvas = BlockCanvas(
      columns: area.columns, rows: area.rows, halves: true, appearance: appearance)
    // A pixel is a square with half blocks and twice as high as wide without.
    let wide = canvas.perCell == 2 ? 1 : 2
    var factor = max(
      1,
      min(canvas.columns / wide / thumbnail.columns, canvas.pixelRows / thumbnail.rows))
    var step = factor * wide
    if thumbnail.columns * step > canvas.columns || thumbnail.rows * factor > canvas.pixelRows {
      (factor, step) = (1, 1)
    }
    let across = min(thumbnail.columns * step, canvas.columns)
    let down = min(thumbnail.rows * factor, canvas.pixelRows)
    let palette = Palette(appearance)
    for y in 0..<down {
      for x in 0..<across {
        let rows =
          y * thumbnail.rows
          / down..<max(
            y * thumbnail.rows / down + 1, (y + 1) * thumbnail.rows / down)
        let columns =
          x * thumbnail.columns
          / across..<max(
            x * thumbnail.columns / across + 1, (x + 1) * thumbnail.columns / across)
        canvas.set(x, y, pixel(thumbnail, rows, columns, palette))
      }
    }
    canvas.draw(into: &frame, area: area)
  }

  private func pixel(
    _ thumbnail: Thumbnail, _ rows: Range<Int>, _ columns: Range<Int>, _ palette: Palette
  ) -> BlockCanvas.Pixel {
    var greatest: Double?
    for row in rows where row < thumbnail.rows {
      for column in columns where column < thumbnail.columns {
        let place = row * thumbnail.columns + column
        guard place < thumbnail.values.count else { continue }
        if place < thumbnail.masked.count, thumbnail.masked[place] { continue }
        let value = thumbnail.values[place]
        if value.isNaN { return .missing }
        greatest = max(greatest ?? value, value)
      }
    }
    guard let greatest else { return .masked }
    return .value(palette.sequential(greatest), shade: min(1, max(0, greatest)))
  }

  /// The thumbnail under a place of the screen.
  public func place(at point: Point, area: Rect, appearance: Appearance) -> MatrixPlace? {
    let layout = Layout(self, area, appearance)
    var row = area.row + 1
    for line in layout.lines[layout.shown] {
      let end = row + layout.rows(line)
      if case .thumbnails(let section, let from) = line, point.row >= row, point.row < end,
        point.column >= area.column
      {
        let index = from + (point.column - area.column) / (layout.width + 1)
        return indices(section, from, layout).contains(index)
          ? MatrixPlace(row: section, column: index) : nil
      }
      row = end
    }
    return nil
  }
}
