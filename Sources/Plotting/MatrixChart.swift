// A matrix as numbers in coloured cells.

public import Screen

/// A place in a matrix; nil stands for all of that axis.
public struct MatrixPlace: Hashable, Sendable {
  public var row: Int?
  public var column: Int?

  public init(row: Int? = nil, column: Int? = nil) {
    self.row = row
    self.column = column
  }
}

/// A matrix printed with aligned numbers, blue below zero, orange above; what does not fit is
/// marked with an ellipsis and the title says how much is shown.
public struct MatrixChart: Chart, Hashable {
  public var name: String
  /// The whole tensor's shape, of which `values` may be the leading corner.
  public var shape: [Int]
  public var rows: Int
  public var columns: Int
  /// Row-major, `rows × columns`.
  public var values: [Double]
  public var highlight: MatrixPlace?
  /// The first row and column shown.
  public var rowOffset: Int
  public var columnOffset: Int
  /// The indices that stand beside the rows, where these are not in order; empty counts.
  public var rowIndices: [Int] = []
  /// Names that stand beside the rows and above the columns in place of their numbers.
  public var rowNames: [String] = []
  public var columnNames: [String] = []

  public init(
    name: String = "", shape: [Int]? = nil, rows: Int, columns: Int, values: [Double],
    highlight: MatrixPlace? = nil, rowOffset: Int = 0, columnOffset: Int = 0
  ) {
    self.name = name
    self.values = values
    self.rows = min(max(0, rows), values.count)
    self.columns = min(max(0, columns), values.count)
    self.shape = shape ?? [rows, columns]
    self.highlight = highlight
    self.rowOffset = rowOffset
    self.columnOffset = columnOffset
  }

  /// Title, column indices and all rows.
  public func naturalRows(columns: Int) -> Int {
    rows == 0 ? 1 : rows + (rows > 1 || self.columns > 1 ? 2 : 1)
  }

  /// The value at a place, NaN where there is none.
  func value(_ row: Int, _ column: Int) -> Double {
    guard row >= 0, row < rows, column >= 0, column < columns else { return .nan }
    let index = row * columns + column
    return index < values.count ? values[index] : .nan
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let hasTitle = area.rows >= 2
    guard rows > 0, columns > 0 else {
      drawTitle(note: "(empty)", into: &frame, area: area, appearance: appearance)
      return
    }
    let layout = layout(in: area)
    let (rowWindow, shown) = (layout.rows, layout.columns)
    let (gutter, top) = (layout.gutter, layout.top)
    let hasIndices = top > (hasTitle ? 1 : 0)
    let width = layout.cell
    if hasTitle {
      let note = note(rows: rowWindow.items, columns: shown)
      drawTitle(note: note, into: &frame, area: area, appearance: appearance)
    }
    let grid = Rect(
      column: area.column, row: area.row + top, columns: area.columns, rows: area.rows - top)
    if hasIndices {
      drawIndices(
        shown, gutter: gutter, width: width, into: &frame, area: area, row: grid.row - 1,
        appearance: appearance)
    }
    for (line, row) in rowWindow.items.enumerated() {
      drawRow(
        row, layout, line: grid.row + line, into: &frame, area: area, appearance: appearance)
    }
    if let text = rowWindow.note(appearance) {
      frame.label(
        text, row: grid.row + rowWindow.items.count, column: area.column, to: area.columns,
        style: Palette(appearance)[.dim], clip: area, appearance: appearance)
    }
  }

  private func drawRow(
    _ row: Int, _ layout: Layout, line: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let (shown, gutter, format) = (layout.columns, layout.gutter, layout.format)
    if gutter > 0 {
      frame.label(
        rowIndex(row), row: line, column: area.column,
        to: gutter - (rowNames.isEmpty ? 0 : 1), style: palette[.dim], right: rowNames.isEmpty,
        clip: area, appearance: appearance)
    }
    var column = area.column + gutter
    for index in shown {
      let value = value(row, index)
      frame.label(
        format.text(value), row: line, column: column, to: layout.cell,
        style: style(value, row: row, column: index, greatest: format.greatest, palette),
        right: true, clip: area, appearance: appearance)
      column += layout.cell
    }
    if shown.upperBound < columns {
      frame.put(
        " " + appearance.ellipsis, row: line, column: column, style: palette[.dim], clip: area)
    }
  }

  private func style(
    _ value: Double, row: Int, column: Int, greatest: Double, _ palette: Palette
  ) -> Style {
    var style = Style.plain
    if value.isNaN || value.isInfinite {
      style = palette[.error]
    } else if palette.hasRamps {
      let background = palette.diverging(greatest > 0 ? value / greatest : 0)
      style = Style(foreground: palette.ink(on: background), background: background)
    }
    if let highlight, highlight.row ?? row == row, highlight.column ?? column == column {
      style.bold = true
      // One element is turned round; a line of them is underlined, so that colours stay readable.
      if highlight.row != nil && highlight.column != nil {
        style.reverse.toggle()
      } else {
        style.underline = true
      }
    }
    return style
  }

  private func drawIndices(
    _ shown: Range<Int>, gutter: Int, width: Int, into frame: inout Frame, area: Rect, row: Int,
    appearance: Appearance
  ) {
    var column = area.column + gutter
    // Numbers that would touch each other are left out evenly; the last one is the widest.
    let digits = String(max(0, shown.upperBound - 1)).utf8.count
    let step =
      columnNames.isEmpty ? [1, 2, 5].first { digits < $0 * width } ?? 10 : 1
    for index in shown {
      defer { column += width }
      guard index % step == 0 else { continue }
      let text = columnIndex(index, width, appearance)
      // With the places before it free a number may be wider than its column.
      let more = step > 1 && index > shown.lowerBound ? max(0, text.utf8.count - width) : 0
      frame.label(
        text, row: row, column: column - more, to: width + more,
        style: Palette(appearance)[.dim],
        right: true, clip: area, appearance: appearance)
    }
  }

  private func drawTitle(
    note: String, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let dimensions = "[" + shape.map(String.init).joined(separator: ", ") + "]"
    frame.heading(
      name, [[note.isEmpty ? dimensions : "\(dimensions) \(appearance.said(note))", dimensions]],
      gap: 1, area: area, appearance: appearance)
  }

  /// ` (first 8×6)` when that is not all.
  func note(rows shownRows: Range<Int>, columns shownColumns: Range<Int>) -> String {
    var whole = 1.0
    for extent in shape { whole *= Double(extent) }
    guard Double(shownRows.count) * Double(shownColumns.count) < whole else { return "" }
    let extent = "\(shownRows.count)×\(shownColumns.count)"
    if shownRows.lowerBound == 0 && shownColumns.lowerBound == 0 { return "(first \(extent))" }
    return "(\(extent) from \(shownRows.lowerBound), \(shownColumns.lowerBound))"
  }
}

extension MatrixChart {
  /// One format for all numbers in sight.
  struct Format {
    let width: Int
    let greatest: Double
    private let decimals: Int?

    init(_ matrix: MatrixChart, rows: Range<Int>) {
      let values = rows.flatMap { row in
        (0..<min(matrix.columns, 256)).map { matrix.value(row, $0) }
      }
      let finite = values.filter(\.isFinite)
      let greatest = finite.map(\.magnitude).max() ?? 0
      let decimals: Int?
      if greatest >= 1e5 || (greatest > 0 && greatest < 1e-3) {
        decimals = nil
      } else if finite.allSatisfy({ $0 == $0.rounded() }) {
        decimals = 0
      } else {
        let exponent = nearest(decimalLogarithm(greatest).rounded(.down), -3...5)
        decimals = min(max(1, 3 - exponent), 4)
      }
      self.greatest = greatest
      self.decimals = decimals
      width = values.map { Format.text($0, decimals).utf8.count }.max() ?? 1
    }

    func text(_ value: Double) -> String { Format.text(value, decimals) }

    /// What would round to zero without being it takes an exponent.
    private static func text(_ value: Double, _ decimals: Int?) -> String {
      guard let decimals, value.isFinite else {
        return NumberFormat.even(value, significant: 3)
      }
      if value != 0 && value.magnitude < 0.5 * powerOfTen(-Double(decimals)) {
        return NumberFormat.compact(value, significant: 1)
      }
      return NumberFormat.fixed(value, decimals: decimals)
    }
  }
}
