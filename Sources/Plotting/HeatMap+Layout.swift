// Where the parts of a heat map go: the most readable of four ways that fits.

import Screen

extension HeatMap {
  struct Layout {
    enum Style: Equatable {
      case numbers
      case blocks
      /// Two rows a cell.
      case halves
    }

    let area: Rect
    let appearance: Appearance
    let style: Style
    let grid: Rect
    /// Columns a cell of the map takes.
    let cell: Int
    /// Rows a cell takes: in a large area its number has room around it.
    let tall: Int
    /// Whether words stand in the middle of their cells, not at the right.
    let isCentred: Bool
    let gutter: Int
    /// Rows of column labels: one when they lie, more when they stand.
    let labelRows: Int
    let labelsStand: Bool
    let hasTitle: Bool
    let hasCrosshair: Bool
    /// Pixels of the map after pooling.
    let pixelRows: Int
    let pixelColumns: Int

    init(_ map: HeatMap, area: Rect, range: ClosedRange<Double>, appearance: Appearance) {
      self.area = area
      self.appearance = appearance
      hasTitle = area.rows >= 3
      hasCrosshair = map.crosshair != nil && area.rows >= 2
      let inner = area.rows - (hasTitle ? 1 : 0) - (hasCrosshair ? 1 : 0)
      let widest =
        map.rowLabels.prefix(map.rows).map {
          DisplayWidth.of(appearance.text($0))
        }.max() ?? 0
      gutter = widest > 0 && area.columns >= 8 ? min(widest, max(2, area.columns / 4)) + 1 : 0
      let room = area.columns - gutter
      let labels = map.columnLabels.prefix(map.columns).map {
        DisplayWidth.of(appearance.text($0))
      }
      let longest = labels.max() ?? 0
      let number = map.numberWidth(range) + 1
      let wide = max(number, min(longest, 8) + 1)
      let lying = longest > 0 ? 1 : 0
      let numbersFit = map.columns <= room / number && map.rows + lying <= inner
      let top = area.row + (hasTitle ? 1 : 0)
      if numbersFit {
        style = .numbers
        let roomy = Layout.roomy(map, longest, number, room, inner - lying, appearance)
        cell = roomy?.columns ?? (map.columns <= room / wide ? wide : number)
        tall = roomy?.rows ?? 1
        isCentred = roomy != nil
        labelRows = lying
        labelsStand = false
        pixelRows = map.rows
        pixelColumns = map.columns
      } else {
        let halves = map.rows > inner && BlockCanvas.hasHalves(appearance)
        style = halves ? .halves : .blocks
        tall =
          halves
          ? 1
          : [3, 2].first { map.rows <= (inner - lying) / $0 && map.columns <= room / (2 * $0) } ?? 1
        let most = halves ? 3 : 2 * tall
        cell = max(1, min(most, map.columns > 0 ? room / map.columns : 1))
        isCentred = false
        let perCell = halves ? 2 : 1
        pixelColumns = min(map.columns, max(0, room / cell))
        let needed = (map.rows + perCell - 1) / perCell * tall
        // Standing labels only where every column has its own and rows are left.
        let spare = inner - needed
        let standing = pixelColumns == map.columns ? max(0, min(longest, spare, 8)) : 0
        // One row of nothing but ellipses helps nobody.
        labelRows = standing == 1 && longest > 1 ? 0 : standing
        labelsStand = true
        pixelRows = min(map.rows, max(0, inner - labelRows) / tall * perCell)
      }
      let perCell = style == .halves ? 2 : 1
      grid = Rect(
        column: area.column + gutter, row: top + labelRows,
        columns: min(room, pixelColumns * cell), rows: (pixelRows + perCell - 1) / perCell * tall)
    }

    /// Cells of three, two or one row and about as wide as high or wider, where all of them fit, so
    /// that a map of few tokens fills its pane and long tokens are read whole.
    private static func roomy(
      _ map: HeatMap, _ longest: Int, _ number: Int, _ room: Int, _ rows: Int,
      _ appearance: Appearance
    ) -> (rows: Int, columns: Int)? {
      guard map.rows > 0, map.columns > 0, Palette(appearance).hasRamps else { return nil }
      let words = max(number, min(longest, 12) + 1)
      for tall in [3, 2, 1] where map.rows <= rows / tall {
        let columns = min(max(words, 2 * tall + 6), room / map.columns)
        if columns >= (tall > 1 ? max(number, 3 * tall + 1) : number) { return (tall, columns) }
      }
      return nil
    }

    /// The lines of values, and the row of the screen on which such a line's words stand.
    var lines: Int { grid.rows / tall }
    func row(of line: Int) -> Int { grid.row + line * tall + (tall - 1) / 2 }

    var perCell: Int { style == .halves ? 2 : 1 }

    /// The rows of the map in a pixel row.
    func mapRows(_ pixel: Int, _ map: HeatMap) -> Range<Int> {
      share(pixel, of: pixelRows, over: map.rows)
    }

    func mapColumns(_ pixel: Int, _ map: HeatMap) -> Range<Int> {
      share(pixel, of: pixelColumns, over: map.columns)
    }

    /// Whether several values share a pixel.
    func isPooled(_ map: HeatMap) -> Bool {
      pixelRows < map.rows || pixelColumns < map.columns
    }
  }

  /// Columns of the widest number: 3 within 0…1 (`.31`).
  func numberWidth(_ range: ClosedRange<Double>) -> Int {
    if range.lowerBound >= 0 && range.upperBound <= 1 { return 3 }
    guard values.count <= 4096 else { return NumberFormat.compactWidth(significant: 2) }
    return values.map { HeatMap.number($0, range).utf8.count }.max() ?? 1
  }

  /// `-.05`, `1.43`
  private static func trimmed(_ value: Double, decimals: Int) -> String {
    let text = NumberFormat.fixed(value, decimals: decimals)
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : text
  }

  /// `.31`, `1.0`; beyond 0…1 two significant digits; nothing for an exact zero.
  static func number(_ value: Double, _ range: ClosedRange<Double>) -> String {
    if value == 0 { return "" }
    if range.lowerBound < 0, range.upperBound == -range.lowerBound, value.isFinite {
      // Signed: four columns and the sign, the same number of decimals in all.
      let most = range.upperBound
      if most >= 0.001, most < 100 {
        return trimmed(value, decimals: most < 0.1 ? 4 : most < 10 ? 2 : 1)
      }
    }
    if range.lowerBound >= 0 && range.upperBound <= 1 && value >= 0 && value <= 1 {
      let text = NumberFormat.fixed(value, decimals: 2)
      return text.hasPrefix("0") ? String(text.dropFirst()) : "1.0"
    }
    return NumberFormat.compact(value, significant: 2)
  }
}
