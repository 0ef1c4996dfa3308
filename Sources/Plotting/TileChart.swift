// Small pictures side by side: images with captions, filters, feature maps, the surfaces of single
// neurons. Where the tiles go is in TileChart+Layout.swift.

public import Screen

/// One small picture.
public struct ChartTile: Hashable, Sendable {
  public enum Mark: Hashable, Sendable { case none, right, wrong }

  /// What stands under it.
  public var caption: String
  public var mark: Mark
  public var rows: Int
  public var columns: Int
  /// Row-major from the top.
  public var values: [Double]

  public init(
    caption: String = "", mark: Mark = .none, rows: Int, columns: Int, values: [Double]
  ) {
    self.caption = caption
    self.mark = mark
    self.rows = min(max(0, rows), values.count)
    self.columns = min(max(0, columns), values.count)
    self.values = values
  }

  /// The mean of a block of pixels; NaN when one of them is.
  func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    var sum = 0.0
    var count = 0
    for row in rows {
      for column in columns {
        let place = row * self.columns + column
        guard place < values.count else { return .nan }
        sum += values[place]
        count += 1
      }
    }
    return count > 0 ? sum / Double(count) : .nan
  }
}

/// Tiles of one kind, under one heading and on one scale.
public struct ChartTileGroup: Hashable, Sendable {
  public var title: String
  public var tiles: [ChartTile]
  /// The scale's ends; nil takes the least and the greatest value.
  public var range: ClosedRange<Double>?
  /// Whether 0 lies in the middle of the scale: blue below, orange above. Of values on one side of it
  /// half the colours would be of no use: those get the scale of brightness, from 0 or up to it.
  public var isSigned: Bool
  /// Whether all tiles should stand in one row, shrunk where they must be.
  public var fitsOneRow: Bool

  public init(
    title: String, tiles: [ChartTile], range: ClosedRange<Double>? = nil, isSigned: Bool = false,
    fitsOneRow: Bool = false
  ) {
    self.title = title
    self.tiles = tiles
    self.range = range
    self.isSigned = isSigned
    self.fitsOneRow = fitsOneRow
  }

  /// The scale that the tiles share, and whether its middle is 0.
  var scale: (range: ClosedRange<Double>, isSigned: Bool) {
    if let range, range.lowerBound.isFinite, range.upperBound.isFinite { return (range, isSigned) }
    var low = Double.infinity
    var high = -Double.infinity
    for value in tiles.lazy.flatMap(\.values) where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return (0...1, false) }
    guard isSigned else { return (low...high, false) }
    if low < 0, high > 0 {
      let bound = max(low.magnitude, high.magnitude)
      return (-bound...bound, true)
    }
    // Nothing but zeros is dark.
    return (min(low, 0)...(low == high && low == 0 ? 1 : max(high, 0)), false)
  }
}

/// Groups of tiles one below the other, each flowing over as many rows as it needs.
///
/// With colours and Unicode a pixel is half a cell; else it is a shade two columns wide, so that
/// pictures keep their proportions. Pictures wider than the area are averaged and say so.
public struct TileChart: Chart, Hashable {
  public var title: String
  /// What the marks mean, and how much is shown; the most important first.
  public var notes: [HeadingWords]
  public var groups: [ChartTileGroup]
  /// The rows of tiles that are left out above.
  public var offset: Int
  /// A tile to mark and to read out, counted over all groups.
  public var selected: Int?

  public init(
    title: String = "", notes: [HeadingWords] = [], groups: [ChartTileGroup], offset: Int = 0,
    selected: Int? = nil
  ) {
    self.title = title
    self.notes = notes
    self.groups = groups
    self.offset = offset
    self.selected = selected
  }

  /// How many tiles there are in all.
  public var count: Int { groups.reduce(0) { $0 + $1.tiles.count } }

  public func naturalRows(columns: Int) -> Int { rows(columns: columns, halves: true) }

  /// The rows that show every tile in an appearance.
  public func naturalRows(columns: Int, appearance: Appearance) -> Int {
    rows(columns: columns, halves: BlockCanvas.hasHalves(appearance))
  }

  private func rows(columns: Int, halves: Bool) -> Int {
    1 + bands(columns: columns, halves: halves).reduce(0) { $0 + $1.rows }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let hasHeader = area.rows >= 3
    let readout = selected.flatMap(readout)
    let window = window(in: area, appearance: appearance)
    let end = window.end
    var row = window.row
    var bands = window.bands
    if hasHeader { drawHeader(into: &frame, area: area, appearance: appearance) }
    guard !bands.isEmpty else {
      frame.label(
        appearance.said("nothing to show"), row: row, column: area.column, to: area.columns,
        style: palette[.dim],
        clip: area, appearance: appearance)
      return
    }
    let first = firstBand(bands, rows: end - row)
    // The heading of the group stays above its rows.
    if first > 0, !bands[first].isHeading,
      let heading = bands[..<first].last(where: \.isHeading), end - row > bands[first].rows
    {
      bands.insert(heading, at: first)
    }
    var shown = first
    while shown < bands.count {
      let band = bands[shown]
      let isLast = shown == bands.count - 1
      // A line is kept for what follows; the first band is drawn even if it is cut.
      guard row + band.rows + (isLast ? 0 : 1) <= end || shown == first, row < end else { break }
      draw(
        band, row: row, into: &frame,
        area: Rect(column: area.column, row: row, columns: area.columns, rows: end - row),
        appearance: appearance)
      row += band.rows
      shown += 1
    }
    let rest = bands[shown...].reduce(0) { $0 + $1.tiles.count }
    if rest > 0 || first > 0, row < end {
      let above = bands[..<first].reduce(0) { $0 + $1.tiles.count }
      let sign = appearance.glyphs == .unicode ? "…" : "..."
      let text =
        sign + " "
        + appearance.said(above > 0 ? "\(above) above, \(rest) below" : "\(rest) more below")
      frame.label(
        text, row: row, column: area.column, to: area.columns, style: palette[.dim], clip: area,
        appearance: appearance)
    }
    if let readout, end < area.endRow {
      frame.label(
        appearance.said(readout), row: end, column: area.column, to: area.columns,
        style: palette[.accent],
        clip: area, appearance: appearance)
    }
  }

  private func drawHeader(into frame: inout Frame, area: Rect, appearance: Appearance) {
    frame.heading(title, notes, area: area, appearance: appearance)
  }

  /// `low.1 3: 8×8, -0.41 … 1.2, mean 0.2`
  private func readout(_ index: Int) -> String? {
    var place = index
    for group in groups {
      if place >= 0, place < group.tiles.count {
        let tile = group.tiles[place]
        let finite = tile.values.filter(\.isFinite)
        var text = tile.caption.isEmpty ? "\(group.title) \(place)" : tile.caption
        text += ": \(tile.rows)×\(tile.columns)"
        if let low = finite.min(), let high = finite.max() {
          let mean = finite.reduce(0) { $0 + $1 / Double(finite.count) }
          text += ", \(NumberFormat.compact(low)) … \(NumberFormat.compact(high))"
          text += ", mean \(NumberFormat.compact(mean))"
        }
        if finite.count < tile.values.count {
          text += ", NaN or inf \(tile.values.count - finite.count)"
        }
        return text
      }
      place -= group.tiles.count
    }
    return nil
  }
}
