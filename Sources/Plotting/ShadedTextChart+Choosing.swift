// Which lines of a shaded text show, and going from token to token.

public import Screen

extension ShadedTextChart {
  /// All lines, the first that shows, how many have room and the end of their rows.
  func window(
    top: Int, in area: Rect, appearance: Appearance
  ) -> (lines: [[Piece]], first: Int, room: Int, end: Int) {
    let lines = lines(area.columns, appearance)
    let high = Palette(appearance).hasRamps ? 1 : 2
    let isRead = selected.map { tokens.indices.contains($0) } ?? false
    let end = area.endRow - (isRead && area.rows >= 4 ? 1 : 0)
    let room = max(1, (end - area.row - top) / high)
    var first = min(max(0, offset), max(0, lines.count - room))
    if let selected,
      let line = lines.firstIndex(where: { $0.contains { $0.index == selected } })
    {
      first = min(max(first, line - room + 1), line)
    }
    return (lines, first, room, end)
  }

  /// The rows that title and legend take in an area.
  private func headerRows(in area: Rect, _ appearance: Appearance) -> Int {
    guard area.rows >= 2 else { return 0 }
    var scratch = Frame(size: Size(columns: area.columns, rows: min(area.rows, 5)))
    return drawHeader(into: &scratch, area: scratch.bounds, appearance: appearance)
  }

  /// The first line shown in an area.
  public func firstShown(in area: Rect, appearance: Appearance) -> Int {
    guard !area.isEmpty, !tokens.isEmpty else { return 0 }
    return window(top: headerRows(in: area, appearance), in: area, appearance: appearance).first
  }

  /// The token so many lines below another, or above it, in about the same column.
  public func token(
    _ rows: Int, below token: Int, columns: Int, appearance: Appearance
  ) -> Int {
    let lines = lines(columns, appearance)
    guard
      let here = lines.firstIndex(where: { $0.contains { $0.index == token } }),
      let piece = lines[here].first(where: { $0.index == token })
    else { return token }
    let there = lines[max(0, min(here + rows, lines.count - 1))]
    return there.last { $0.column <= piece.column }?.index ?? there.first?.index ?? token
  }

  /// The token drawn at a place of the screen.
  public func token(at point: Point, in area: Rect, appearance: Appearance) -> Int? {
    guard !area.isEmpty, area.contains(point), !tokens.isEmpty else { return nil }
    let top = headerRows(in: area, appearance)
    let (lines, first, room, end) = window(top: top, in: area, appearance: appearance)
    guard point.row >= area.row + top, point.row < end else { return nil }
    let line = (point.row - area.row - top) / (Palette(appearance).hasRamps ? 1 : 2)
    guard line < room, first + line < lines.count else { return nil }
    let across = point.column - area.column
    return lines[first + line].last { $0.column <= across && across < $0.column + $0.width }?
      .index
  }
}
