// A canvas of coloured pixels: two a cell with half blocks where the terminal has colours and
// Unicode, else one a cell, as a shade.

public import Screen

/// Pixels that are drawn together into cells.
public struct BlockCanvas: Sendable {
  public enum Pixel: Hashable, Sendable {
    /// Nothing: the background shows.
    case empty
    /// A place that has no value by intention: `·`.
    case masked
    /// NaN: `!`.
    case missing
    /// A colour, and 0…1 for terminals that can only shade.
    case value(Color, shade: Double)
  }

  public let columns: Int
  public let rows: Int
  public let appearance: Appearance
  /// Pixels a cell: 2 with half blocks.
  public let perCell: Int
  private var pixels: [Pixel]

  /// - Parameter halves: whether half blocks are wanted; they are used only where they can be.
  public init(columns: Int, rows: Int, halves: Bool, appearance: Appearance) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.appearance = appearance
    perCell = halves && BlockCanvas.hasHalves(appearance) ? 2 : 1
    pixels = Array(repeating: .empty, count: self.columns * self.rows * perCell)
  }

  public static func hasHalves(_ appearance: Appearance) -> Bool {
    appearance.glyphs == .unicode && Palette(appearance).hasRamps
  }

  public var pixelRows: Int { rows * perCell }

  /// Sets a pixel, (0, 0) at the top left; outside the canvas nothing happens.
  public mutating func set(_ x: Int, _ y: Int, _ pixel: Pixel) {
    guard x >= 0, y >= 0, x < columns, y < pixelRows else { return }
    pixels[y * columns + x] = pixel
  }

  /// Puts all cells into a frame.
  public func draw(into frame: inout Frame, area: Rect) {
    for row in 0..<min(rows, area.rows) {
      for column in 0..<min(columns, area.columns) {
        let top = pixels[row * perCell * columns + column]
        let cell =
          perCell == 1 ? whole(top) : pair(top, pixels[(row * 2 + 1) * columns + column])
        frame.place(cell, row: area.row + row, column: area.column + column, clip: area)
      }
    }
  }

  /// One pixel a cell.
  func whole(_ pixel: Pixel) -> Cell {
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    switch pixel {
    case .empty: return .blank
    case .masked: return Cell(glyphs.masked, style: palette[.dim])
    case .missing: return Cell(glyphs.notANumber, style: palette[.error])
    case .value(let color, let shade):
      if palette.hasRamps && appearance.glyphs == .unicode {
        return shade <= 0
          ? Cell(" ", style: Style(background: color)) : Cell("█", style: Style(foreground: color))
      }
      let level = glyphs.shades[
        nearest(
          shade * Double(glyphs.shades.count - 1),
          (shade > 0 ? 1 : 0)...glyphs.shades.count - 1)]
      return Cell(level, style: palette.hasRamps ? Style(foreground: color) : .plain)
    }
  }

  private func pair(_ top: Pixel, _ bottom: Pixel) -> Cell {
    if top == .missing || bottom == .missing { return whole(.missing) }
    switch (top, bottom) {
    case (.value(let upper, _), .value(let lower, _)):
      return Cell("▀", style: Style(foreground: upper, background: lower))
    case (.value(let upper, _), _): return Cell("▀", style: Style(foreground: upper))
    case (_, .value(let lower, _)): return Cell("▄", style: Style(foreground: lower))
    case (.empty, .empty): return .blank
    default: return whole(.masked)
    }
  }
}
