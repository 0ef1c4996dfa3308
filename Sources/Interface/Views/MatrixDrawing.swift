// A matrix with its name: the numbers as a grid, cut with `…` where the room ends. The role colours
// the name, so that incoming gradient, local derivative and product are told apart; the sign of a
// number always shows as a sign too. Cells are coloured by value as in `MatrixChart`, which labels
// its axes and so takes more room than operands side by side have.

import Notebook
import Plotting
import Screen

/// A matrix that knows how much room it wants.
struct MatrixDrawing {
  let matrix: MatrixView
  let appearance: Appearance
  /// Drawn with `=` before its name.
  var isResult = false
  /// Set: elements are drawn in colours that name them and this matrix.
  var pick: Int?
  private let rows: Int
  private let columns: Int
  private let numberWidth: Int
  /// The numbers of `textRows` and `textColumns`: those that can show in the room there is.
  private let texts: [[String]]
  private let textRows: Range<Int>
  private let textColumns: Range<Int>
  /// The greatest finite magnitude, which has the strongest colour.
  private let greatest: Double
  /// Cells that are ever looked at: no screen shows more.
  private static let reach = 128

  /// - Parameter room: the largest area that the matrix will be drawn in. Numbers beyond are not
  ///   made into text: that is what a large matrix costs.
  init(_ matrix: MatrixView, room: Size, appearance: Appearance) {
    self.matrix = matrix
    self.appearance = appearance
    rows = max(0, min(matrix.rows, Self.reach))
    columns = max(0, min(matrix.columns, Self.reach))
    greatest = matrix.values.prefix(Self.reach * Self.reach).reduce(0.0) {
      $1.isFinite ? max($0, Double($1.magnitude)) : $0
    }
    let decimals = Self.decimals(matrix.values.prefix(Self.reach * Self.reach), greatest)
    let focus = Self.focus(of: matrix)
    textRows = Self.visible(room.rows, of: rows, around: focus?.row)
    // A number takes a column and a blank at least.
    textColumns = Self.visible(room.columns / 2 + 1, of: columns, around: focus?.column)
    texts = textRows.map { [textColumns] row in
      textColumns.map { Self.text(matrix, row, $0, decimals) }
    }
    numberWidth = texts.lazy.joined().map(\.count).max() ?? 1
  }

  /// Decimals that all numbers share, so that their points stand below each other; nil where
  /// their sizes differ too much for that.
  private static func decimals(_ values: ArraySlice<Float>, _ greatest: Double) -> Int? {
    if values.allSatisfy({ !$0.isFinite || $0 == $0.rounded() }) { return greatest < 1e6 ? 0 : nil }
    switch greatest {
    case 0.05..<10: return 3
    case 10..<100: return 2
    case 100..<10_000: return 1
    default: return nil
    }
  }

  private var header: StyledLine {
    var line = StyledLine()
    if isResult { line.append("= ", appearance.style(.heading)) }
    line.append(appearance.shown(matrix.name), appearance.style(role))
    if !matrix.shape.isEmpty {
      line.append(" " + NumberText.shape(matrix.shape), appearance.style(.dim))
      if matrix.leading.contains(where: { $0 != 0 }) {
        line.append(" at " + NumberText.shape(matrix.leading), appearance.style(.dim))
      }
    }
    return line
  }

  private var role: Role {
    switch matrix.role {
    case .value: .forward
    case .parameter, .state: .update
    case .incomingGradient: .backward
    case .localDerivative: .warning
    case .gradient: .error
    }
  }

  /// Whether the matrix is a window of a larger tensor.
  private var isWindowRight: Bool {
    columns < (matrix.shape.last ?? 1) && columns > 0
  }

  private var isWindowBelow: Bool {
    rows > 0 && matrix.shape.count > 1 && rows < matrix.shape[matrix.shape.count - 2]
  }

  /// Columns for everything.
  var preferredWidth: Int {
    max(
      header.width + 2,
      columns * (numberWidth + 1) - 1 + (isWindowRight ? matrix.firstColumn > 0 ? 4 : 2 : 0))
  }

  /// Columns below which it is better on a line of its own.
  var leastWidth: Int {
    max(min(header.width, 24), min(columns, 3) * (numberWidth + 1) + 1)
  }

  /// Rows with the header, for at most `limit` rows of numbers.
  func height(limit: Int) -> Int {
    let limit = max(1, limit)
    return min(rows, limit) + (saysMore(limit) ? 2 : 1)
  }

  private func isCut(_ limit: Int) -> Bool { rows > limit || isWindowBelow }

  /// Whether a line counts the hidden rows; where rows are scarce the header has an ellipsis.
  private func saysMore(_ limit: Int) -> Bool { isCut(limit) && limit >= 4 }

  /// The row and the column that have to be seen.
  private var focus: (row: Int, column: Int)? { Self.focus(of: matrix) }

  private static func focus(of matrix: MatrixView) -> (row: Int, column: Int)? {
    guard let focus = matrix.focus, focus >= 0, matrix.columns > 0 else { return nil }
    return (focus / matrix.columns, focus % matrix.columns)
  }

  /// `count` of `all` places, with the one that has to be seen.
  private static func visible(_ count: Int, of all: Int, around focus: Int?) -> Range<Int> {
    let count = max(0, min(count, all))
    let first = max(0, min((focus ?? 0) - count / 2, all - count))
    return first..<first + count
  }

  /// Draws the header and as much of the grid as fits.
  func draw(into frame: inout Frame, area: Rect, limit: Int) {
    let limit = min(max(1, limit), area.rows - 1)
    let cut = saysMore(limit)
    var header = header
    if isCut(limit) && !cut {
      header.append(appearance.glyph(" …", ascii: " ~"), appearance.style(.dim))
    }
    header.draw(into: &frame, row: area.row, column: area.column, clip: area)
    guard limit > 0 else { return }
    let shown = Self.visible(
      cut ? max(1, min(rows, limit, area.rows - 2)) : min(rows, limit), of: rows,
      around: focus?.row)
    let step = numberWidth + 1
    var visible = 0..<columns
    var isElidedLeft = false
    var isElidedRight = isWindowRight
    if isWindowRight || columns * step - 1 > area.columns {
      // A sign at either end says that there is more.
      for signs in 0...2 {
        let count = (area.columns - 2 * signs + 1) / step
        visible = Self.visible(count, of: columns, around: focus?.column)
        isElidedLeft = matrix.firstColumn > 0 || visible.lowerBound > 0
        isElidedRight =
          (matrix.shape.last ?? 1) > matrix.firstColumn &+ visible.upperBound
          || visible.upperBound < columns
        if (isElidedLeft ? 1 : 0) + (isElidedRight ? 1 : 0) <= signs { break }
      }
    }
    let mark = appearance.glyph("…", ascii: "~")
    let start = area.column + (isElidedLeft ? 2 : 0)
    for row in shown {
      let line = area.row + 1 + row - shown.lowerBound
      if isElidedLeft {
        frame.put(
          mark, row: line, column: area.column, style: appearance.style(.dim), clip: area)
      }
      for column in visible {
        let text = text(row, column).rightAligned(to: numberWidth)
        frame.put(
          text, row: line, column: start + (column - visible.lowerBound) * step,
          style: pick.map { Self.pickStyle($0, row &* columns &+ column) } ?? style(row, column),
          clip: area)
      }
      if isElidedRight {
        frame.put(
          mark, row: line, column: start + visible.count * step, style: appearance.style(.dim),
          clip: area)
      }
    }
    if cut && area.row + 1 + shown.count < area.endRow {
      let text = rowsNote(shown)
      frame.put(
        text, row: area.row + 1 + shown.count, column: area.column, style: appearance.style(.dim),
        clip: area)
    }
  }

  /// A colour that names an element, for asking a drawing what is at a place.
  private static func pickStyle(_ matrix: Int, _ element: Int) -> Style {
    Style(
      foreground: .rgb(
        UInt8(truncatingIfNeeded: matrix &+ 1), UInt8(truncatingIfNeeded: element >> 8),
        UInt8(truncatingIfNeeded: element)))
  }

  private func rowsNote(_ shown: Range<Int>) -> String {
    let all = matrix.shape.count > 1 ? max(rows, matrix.shape[matrix.shape.count - 2]) : rows
    let dots = appearance.glyph("…", ascii: "...")
    let first = matrix.firstRow &+ shown.lowerBound
    let note =
      first > 0
      ? appearance.words("rows \(first)-\(first &+ shown.count - 1) of \(NumberText.grouped(all))")
      : dots + " " + appearance.words("\(NumberText.grouped(all - shown.count)) more")
    return DisplayWidth.of(note) <= preferredWidth ? note : dots
  }

  /// The colour by value; what is lit is reversed, the cursor's row and column are underlined.
  private func style(_ row: Int, _ column: Int) -> Style {
    let place = row &* matrix.columns &+ column
    if matrix.hasCursor, place == matrix.focus {
      var style = appearance.style(.accent)
      style.reverse = true
      return style
    }
    if matrix.lit.contains(place) { return Style(bold: true, reverse: true) }
    var style = valueStyle(row, column)
    if matrix.hasCursor, let focus, focus.row == row || focus.column == column {
      style.underline = true
    }
    return style
  }

  private func valueStyle(_ row: Int, _ column: Int) -> Style {
    guard let value = Self.value(matrix, row, column) else { return appearance.style(.dim) }
    if !value.isFinite { return appearance.style(.error) }
    if value == 0 { return appearance.style(.dim) }
    let palette = Palette(appearance)
    guard palette.hasRamps, greatest > 0 else { return .plain }
    let background = palette.diverging(Double(value) / greatest)
    return Style(foreground: palette.ink(on: background), background: background)
  }

  /// The value at a place, nil where the data end early.
  private static func value(_ matrix: MatrixView, _ row: Int, _ column: Int) -> Float? {
    let (start, overflow) = row.multipliedReportingOverflow(by: matrix.columns)
    let index = start &+ column
    return !overflow && matrix.values.indices.contains(index) ? matrix.values[index] : nil
  }

  private func text(_ row: Int, _ column: Int) -> String {
    guard textRows.contains(row), textColumns.contains(column) else { return "" }
    return texts[row - textRows.lowerBound][column - textColumns.lowerBound]
  }

  private static func text(
    _ matrix: MatrixView, _ row: Int, _ column: Int, _ decimals: Int?
  ) -> String {
    guard let value = Self.value(matrix, row, column).map(Double.init) else { return "-" }
    if value == 0 { return "0" }
    guard let decimals, value.isFinite else {
      return NumberFormat.even(value, significant: 3)
    }
    return NumberFormat.fixed(value, decimals: decimals)
  }
}
