// What stands beside a heat map's grid, and the part of a large one around the crosshair.

public import Screen

extension HeatMap {
  private static let noteWidth = 10

  private func hasNotes(_ area: Rect) -> Bool {
    !notes.isEmpty && area.columns >= 34 && area.rows >= 3
  }

  /// The area without the column of notes.
  func mapArea(_ area: Rect) -> Rect {
    guard hasNotes(area) else { return area }
    var left = area
    left.columns = max(0, area.columns - HeatMap.noteWidth)
    return left
  }

  /// `1.52 ███▌` beside every row; rows that share a line have their mean.
  func drawNotes(into frame: inout Frame, layout: Layout, area: Rect) {
    guard hasNotes(area), layout.gridEndColumn + HeatMap.noteWidth <= area.endColumn else { return }
    let palette = Palette(layout.appearance)
    let column = layout.gridEndColumn + 1
    if layout.labelRows > 0 || layout.hasTitle {
      frame.label(
        layout.appearance.said(noteTitle),
        row: layout.labelRows > 0 ? layout.grid.row - 1 : layout.area.row,
        column: column, to: 4, style: palette[.dim], right: true, clip: area,
        appearance: layout.appearance)
    }
    for line in 0..<layout.lines {
      let first = layout.mapRows(line * layout.perCell, self)
      let last = layout.mapRows(line * layout.perCell + layout.perCell - 1, self)
      let members = notes.indices.filter { first.contains($0) || last.contains($0) }.map {
        notes[$0]
      }
      guard !members.isEmpty else { continue }
      let note = members.reduce(0, +) / Double(members.count)
      let row = layout.row(of: line)
      let isSelected = crosshair.map { first.contains($0.row) || last.contains($0.row) } ?? false
      let text = note.isNaN ? "NaN" : NumberFormat.fixed(note, decimals: 2)
      frame.label(
        text, row: row, column: column, to: 4, style: isSelected ? palette[.accent] : .plain,
        right: true, clip: area, appearance: layout.appearance)
      guard fullNote > 0, note.isFinite else { continue }
      frame.put(
        Bar.text(note / fullNote, columns: 4, layout.appearance), row: row, column: column + 5,
        style: palette[.dim], clip: area)
    }
  }

  /// Where this part stands in the whole: `q 12–31 of 64  k 0–15 of 64`.
  var placeText: String? {
    var parts: [String] = []
    if let wholeRows, wholeRows > rows {
      parts.append("\(rowAxis) \(firstRow)–\(firstRow &+ rows &- 1) of \(wholeRows)")
    }
    if let wholeColumns, wholeColumns > columns {
      parts.append("\(columnAxis) \(firstColumn)–\(firstColumn &+ columns &- 1) of \(wholeColumns)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }

  /// The part of the map around the crosshair that can be printed, when the whole does not fit and
  /// is to be scrolled; nil when the whole is drawn.
  public func scrolled(to area: Rect, appearance: Appearance) -> HeatMap? {
    guard overflow == .scroll, rows > 0, columns > 0 else { return nil }
    let range = resolvedRange
    let inner = mapArea(area)
    let layout = Layout(self, area: inner, range: range, appearance: appearance)
    let isHidden = isSigned && !Palette(appearance).hasRamps && layout.style != .numbers
    let lines =
      inner.rows - (layout.hasTitle ? 1 : 0) - (layout.hasCrosshair ? 1 : 0)
      - (columnLabels.isEmpty ? 0 : 1)
    let cell = numberWidth(range) + 1
    // Numbers of nearly all say more than shades of all.
    let isNear =
      layout.style != .numbers && columns * cell <= inner.columns - layout.gutter
      && lines * 3 >= rows * 2
    guard layout.isPooled(self) || isHidden || isNear else { return nil }
    let shownRows = min(rows, max(1, lines))
    let shownColumns = min(columns, max(1, (inner.columns - layout.gutter) / cell))
    func start(_ place: Int, _ shown: Int, _ count: Int) -> Int {
      max(0, min(place - shown / 2, count - shown))
    }
    let top = start(crosshair?.row ?? 0, shownRows, rows)
    let left = start(crosshair?.column ?? 0, shownColumns, columns)
    return part(rows: top..<top + shownRows, columns: left..<left + shownColumns, range)
  }

  private func part(
    rows shownRows: Range<Int>, columns shownColumns: Range<Int>, _ range: ClosedRange<Double>
  ) -> HeatMap {
    var part = HeatMap(
      title: title, rows: shownRows.count, columns: shownColumns.count,
      values: shownRows.flatMap { row in shownColumns.map { value(row, $0) } },
      masked: masked.isEmpty
        ? [] : shownRows.flatMap { row in shownColumns.map { isMasked(row, $0) } },
      rowLabels: shownRows.map { $0 < rowLabels.count ? rowLabels[$0] : "" },
      columnLabels: columnLabels.isEmpty
        ? [] : shownColumns.map { $0 < columnLabels.count ? columnLabels[$0] : "" },
      rowAxis: rowAxis, columnAxis: columnAxis, range: range,
      selected: crosshair.map {
        MatrixPlace(row: $0.row - shownRows.lowerBound, column: $0.column - shownColumns.lowerBound)
      })
    part.notes = notes.isEmpty ? [] : shownRows.map { $0 < notes.count ? notes[$0] : .nan }
    part.noteTitle = noteTitle
    part.fullNote = fullNote
    part.isSigned = isSigned
    part.firstRow = firstRow &+ shownRows.lowerBound
    part.firstColumn = firstColumn &+ shownColumns.lowerBound
    part.wholeRows = wholeRows ?? rows
    part.wholeColumns = wholeColumns ?? columns
    return part
  }

  /// The row and column of the map under a place of the screen.
  public func place(
    at point: Point, area: Rect, appearance: Appearance
  ) -> (row: Int, column: Int)? {
    if let part = scrolled(to: area, appearance: appearance) {
      guard let place = part.place(at: point, area: area, appearance: appearance) else {
        return nil
      }
      return (place.row + part.firstRow - firstRow, place.column + part.firstColumn - firstColumn)
    }
    guard rows > 0, columns > 0 else { return nil }
    let layout = Layout(
      self, area: mapArea(area), range: resolvedRange, appearance: appearance)
    guard layout.grid.contains(point), layout.cell > 0 else { return nil }
    let column = layout.mapColumns((point.column - layout.grid.column) / layout.cell, self)
    let row = layout.mapRows((point.row - layout.grid.row) / layout.tall * layout.perCell, self)
    guard let row = row.first, let column = column.first, row < rows, column < columns else {
      return nil
    }
    return (row, column)
  }
}

extension HeatMap.Layout {
  var gridEndColumn: Int { min(grid.endColumn, area.endColumn) }
}

/// Horizontal bars.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of a share of so many columns; eighths of a column where there are glyphs for them.
  static func text(_ share: Double, columns: Int, _ appearance: Appearance) -> String {
    guard columns > 0, share > 0 else { return "" }
    let parts = nearest(min(share, 1) * Double(columns * 8), 0...columns * 8)
    if appearance.glyphs == .ascii {
      return String(repeating: "#", count: max(1, (parts + 4) / 8))
    }
    let text = String(repeating: "█", count: parts / 8) + eighths[parts % 8]
    return text.isEmpty ? eighths[1] : text
  }
}
