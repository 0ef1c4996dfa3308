// A matrix of values as shades with labels on both axes: attention above all. How it is laid out
// is in HeatMap+Layout.swift, how its parts are drawn in HeatMap+Drawing.swift.

public import Screen

/// Values by row (query) and column (key). Numbers are printed where they fit; larger maps are
/// blocks, then half blocks, and what is larger than the area is max-pooled and says so. A masked
/// place is `·` (`x` in ASCII), a zero is blank, and the crosshair's value is written out.
public struct HeatMap: Chart, Hashable {
  public var title: String
  public var rows: Int
  public var columns: Int
  /// Row-major, `rows × columns`.
  public var values: [Double]
  /// True where there is no value by intention; empty when nothing is masked.
  public var masked: [Bool]
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// The names of the axes in the crosshair's line.
  public var rowAxis: String
  public var columnAxis: String
  /// The values of the darkest and the brightest shade; nil takes 0…1 when all lie within, else
  /// the data's bounds.
  public var range: ClosedRange<Double>?
  /// The crosshair; it needs both a row and a column.
  public var selected: MatrixPlace?
  /// A number a row, written with a bar at the row's end where there is room: the entropy.
  public var notes: [Double] = []
  /// What the notes are: `bits`; and the note that a full bar stands for.
  public var noteTitle = ""
  public var fullNote = 1.0
  /// What becomes of a map that is larger than its area.
  public var overflow = Overflow.pool
  /// Blue below zero, orange above; else dark to bright.
  public var isSigned = false
  /// Where this part of a larger map begins, and the larger map's size.
  public var firstRow = 0
  public var firstColumn = 0
  public var wholeRows: Int?
  public var wholeColumns: Int?

  /// Ways to show what does not fit; each says so.
  public enum Overflow: Hashable, Sendable {
    /// The greatest value of every block.
    case pool
    /// Numbers of the part around the crosshair.
    case scroll
  }

  public init(
    title: String = "", rows: Int, columns: Int, values: [Double], masked: [Bool] = [],
    rowLabels: [String] = [], columnLabels: [String] = [], rowAxis: String = "q",
    columnAxis: String = "k", range: ClosedRange<Double>? = nil, selected: MatrixPlace? = nil
  ) {
    self.title = title
    self.values = values
    self.rows = min(max(0, rows), values.count)
    self.columns = min(max(0, columns), values.count)
    self.masked = masked
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    self.range = range
    self.selected = selected
  }

  /// Title, column labels, rows, crosshair.
  public func naturalRows(columns: Int) -> Int {
    rows + 2 + (selected == nil ? 0 : 1)
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    guard rows > 0, columns > 0 else {
      frame.label(
        appearance.title(title.isEmpty ? "no data yet" : "\(title): no data yet"), row: area.row,
        column: area.column, to: area.columns, style: Palette(appearance)[.dim], clip: area,
        appearance: appearance)
      return
    }
    if let part = scrolled(to: area, appearance: appearance) {
      part.drawWhole(into: &frame, area: area, appearance: appearance)
    } else {
      drawWhole(into: &frame, area: area, appearance: appearance)
    }
  }

  func drawWhole(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let bounds = resolvedRange
    let layout = Layout(
      self, area: mapArea(area), range: bounds, appearance: appearance)
    drawNotes(into: &frame, layout: layout, area: area)
    drawTitle(into: &frame, layout: layout, range: bounds)
    drawLabels(into: &frame, layout: layout)
    if layout.style == .numbers {
      drawNumbers(into: &frame, layout: layout, range: bounds)
    } else {
      drawBlocks(into: &frame, layout: layout, range: bounds)
    }
    drawCrosshair(into: &frame, layout: layout)
  }

  /// The value at a place, NaN where there is none.
  func value(_ row: Int, _ column: Int) -> Double {
    guard row >= 0, row < rows, column >= 0, column < columns else { return .nan }
    let index = row * columns + column
    return index < values.count ? values[index] : .nan
  }

  func isMasked(_ row: Int, _ column: Int) -> Bool {
    guard row >= 0, row < rows, column >= 0, column < columns else { return false }
    let index = row * columns + column
    return index < masked.count && masked[index]
  }

  /// The crosshair when it lies inside.
  var crosshair: (row: Int, column: Int)? {
    guard let row = selected?.row, let column = selected?.column, row >= 0, row < rows,
      column >= 0, column < columns
    else { return nil }
    return (row, column)
  }

  var resolvedRange: ClosedRange<Double> {
    if isSigned {
      let most = values.filter(\.isFinite).map(\.magnitude).max() ?? 1
      return most > 0 ? -most...most : -1...1
    }
    if let range, range.lowerBound.isFinite, range.upperBound.isFinite { return range }
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    return low >= 0 && high <= 1 ? 0...1 : low...high
  }

  /// 0…1 within a range; the middle when the range is a point.
  func shade(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let width = range.upperBound / 2 - range.lowerBound / 2
    guard width > 0 else { return value == 0 ? 0 : 0.5 }
    return min(max(0, (value / 2 - range.lowerBound / 2) / width), 1)
  }

  /// The colour of a value.
  func color(_ value: Double, _ range: ClosedRange<Double>, _ palette: Palette) -> Color {
    guard isSigned else { return palette.sequential(shade(value, range)) }
    return palette.diverging(range.upperBound > 0 ? value / range.upperBound : 0)
  }
}
