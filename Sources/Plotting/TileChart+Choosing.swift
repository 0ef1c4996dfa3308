// Which rows of tiles show in an area, and going from tile to tile.

public import Screen

extension TileChart {
  /// All bands, the first row for them and the end of their rows.
  func window(in area: Rect, appearance: Appearance) -> (bands: [Band], row: Int, end: Int) {
    let halves = BlockCanvas.hasHalves(appearance)
    let isRead = selected.map { $0 >= 0 && $0 < count } ?? false
    let end = area.endRow - (isRead && area.rows >= 6 ? 1 : 0)
    let row = area.row + (area.rows >= 3 ? 1 : 0)
    let bands = bands(columns: area.columns, halves: halves)
    guard bands.reduce(0, { $0 + $1.rows }) > end - row else {
      let large = [4, 3, 2].lazy.compactMap {
        self.magnified($0, bands, columns: area.columns, rows: end - row, halves: halves)
      }.first
      return (large ?? bands, row, end)
    }
    // Large pictures are made smaller as long as all of them can be seen then.
    if groups.count > 1 {
      for rows in stride(from: end - row - 1, through: TileChart.leastRows, by: -1) {
        let small = self.bands(columns: area.columns, rows: rows, halves: halves)
        if small.reduce(0, { $0 + $1.rows }) <= end - row { return (small, row, end) }
      }
    }
    // A line is kept for what is left out.
    return (self.bands(columns: area.columns, rows: end - row - 1, halves: halves), row, end)
  }

  /// The bands with pictures that many times larger, if all of them still fit.
  private func magnified(
    _ factor: Int, _ bands: [Band], columns: Int, rows: Int, halves: Bool
  ) -> [Band]? {
    let large = self.bands(columns: columns, halves: halves, magnified: factor)
    let widths = large.filter(\.isHeading).map(\.width)
    guard large.reduce(0, { $0 + $1.rows }) <= rows,
      widths == bands.filter(\.isHeading).map({ $0.width * factor })
    else { return nil }
    return large
  }

  /// The rows of tiles that are left out above in an area.
  public func firstShown(in area: Rect, appearance: Appearance) -> Int {
    guard !area.isEmpty else { return 0 }
    let (bands, row, end) = window(in: area, appearance: appearance)
    guard !bands.isEmpty else { return 0 }
    return bands[..<firstBand(bands, rows: end - row)].filter { !$0.isHeading }.count
  }

  /// About how many rows of tiles have room in an area.
  public func rowsShown(in area: Rect, appearance: Appearance) -> Int {
    guard !area.isEmpty else { return 1 }
    let (bands, row, end) = window(in: area, appearance: appearance)
    let tallest = bands.filter { !$0.isHeading }.map(\.rows).max() ?? 1
    return max(1, (end - row - 1) / max(1, tallest))
  }

  /// The tile so many rows of tiles below another, or above it; the last or the first there is.
  public func tile(
    _ rows: Int, below tile: Int, in area: Rect, appearance: Appearance
  ) -> Int {
    let rowsOfTiles = window(in: area, appearance: appearance).bands.filter { !$0.isHeading }
    guard
      let here = rowsOfTiles.firstIndex(where: {
        tile >= $0.number && tile < $0.number + $0.tiles.count
      })
    else { return tile }
    let there = rowsOfTiles[max(0, min(here + rows, rowsOfTiles.count - 1))]
    let across = tile - rowsOfTiles[here].number
    return there.number + min(across, there.tiles.count - 1)
  }

  /// The tile drawn at a place of the screen.
  public func tile(at point: Point, in area: Rect, appearance: Appearance) -> Int? {
    guard !area.isEmpty, area.contains(point) else { return nil }
    let window = window(in: area, appearance: appearance)
    let end = window.end
    var (bands, row) = (window.bands, window.row)
    guard !bands.isEmpty else { return nil }
    let first = firstBand(bands, rows: end - row)
    if first > 0, !bands[first].isHeading,
      let heading = bands[..<first].last(where: \.isHeading), end - row > bands[first].rows
    {
      bands.insert(heading, at: first)
    }
    for band in bands[first...] {
      guard row < end else { return nil }
      if !band.isHeading, point.row >= row, point.row < min(row + band.rows, end) {
        let place = (point.column - area.column) / (cellColumns(band, area, appearance) + 2)
        return place < band.tiles.count ? band.number + place : nil
      }
      row += band.rows
    }
    return nil
  }

  /// The columns of a picture with its caption.
  func cellColumns(_ band: Band, _ area: Rect, _ appearance: Appearance) -> Int {
    let columns = band.width * (BlockCanvas.hasHalves(appearance) ? 1 : 2)
    let caption = groups[band.group].tiles.map { DisplayWidth.of($0.caption) }.max() ?? 0
    return min(area.columns, max(columns, min(caption, 12)))
  }
}
