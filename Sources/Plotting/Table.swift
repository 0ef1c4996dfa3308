// Rows of text under a header.

public import Screen

/// A table: columns that hold only numbers are aligned right, columns that do not fit are cut with
/// an ellipsis, the widest first, and rows beyond the area are counted.
public struct Table: Chart, Hashable {
  public var header: [String]
  public var rows: [[String]]
  /// The first row shown.
  public var offset: Int
  /// A row to mark.
  public var selected: Int?

  public init(header: [String], rows: [[String]], offset: Int = 0, selected: Int? = nil) {
    self.header = header
    self.rows = rows
    self.offset = offset
    self.selected = selected
  }

  public func naturalRows(columns: Int) -> Int { rows.count + (header.isEmpty ? 0 : 1) }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let top = header.isEmpty ? 0 : 1
    let window = Window(count: rows.count, offset: offset, room: area.rows - top)
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    let numeric = (0..<count).map(isNumeric)
    // Decimal points stand under each other where there is room for that.
    let points = (0..<count).map { column in
      numeric[column]
        ? rows.map { column < $0.count ? Table.decimals($0[column]) ?? 0 : 0 }.max() ?? 0 : 0
    }
    let none = Array(repeating: 0, count: count)
    let decimals =
      naturalWidth(points, appearance) <= area.columns ? points : none
    let widths = columnWidths(
      room: area.columns, numeric: numeric, decimals: decimals, appearance: appearance)
    if top > 0 {
      draw(
        header, widths: widths, numeric: numeric, row: area.row,
        style: Style(bold: true, underline: true), into: &frame, area: area,
        appearance: appearance)
    }
    // Words are cut so that those of a column still differ.
    let cuts = widths.indices.map { column in
      numeric[column]
        ? PathName.end
        : PathName(
          rows.compactMap { column < $0.count ? $0[column] : nil }, to: widths[column],
          appearance: appearance)
    }
    for (line, index) in window.items.enumerated() {
      let cells = rows[index].enumerated().map { column, text in
        let text = Table.padded(text, decimals[column])
        return widths.indices.contains(column) && !numeric[column]
          ? cuts[column].fit(text, to: widths[column], appearance: appearance) : text
      }
      draw(
        cells, widths: widths,
        numeric: numeric, row: area.row + top + line,
        style: index == selected ? palette[.selected] : .plain, into: &frame, area: area,
        appearance: appearance)
    }
    if let note = window.note(appearance) {
      frame.label(
        note, row: area.row + top + window.items.count, column: area.column, to: area.columns,
        style: palette[.dim], clip: area, appearance: appearance)
    }
  }

  private func draw(
    _ cells: [String], widths: [Int], numeric: [Bool], row: Int, style: Style,
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    var column = area.column
    for (index, width) in widths.enumerated() {
      guard column < area.endColumn else { return }
      frame.label(
        index < cells.count ? cells[index] : "", row: row, column: column, to: width, style: style,
        right: numeric[index], clip: area, appearance: appearance)
      column += width + Table.gap
    }
    if widths.count < numeric.count {
      frame.put(
        appearance.ellipsis, row: row, column: min(column - 1, area.endColumn - 1), clip: area)
    }
  }

  private static let gap = 2

  /// The characters of a number from its decimal point on; nil for what has an exponent or is none.
  private static func decimals(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 != 0x65 && $0 < 0x80 }) else {
      return text == "–" ? 0 : nil
    }
    let point = text.firstIndex { $0 == "." || $0 == "%" } ?? text.endIndex
    return text.distance(from: point, to: text.endIndex)
  }

  private static func padded(_ text: String, _ most: Int) -> String {
    decimals(text).map { text + String(repeating: " ", count: max(0, most - $0)) } ?? text
  }

  /// The columns of the whole table, nothing cut.
  private func naturalWidth(_ decimals: [Int], _ appearance: Appearance) -> Int {
    let widths = decimals.indices.map { column in
      ([header] + rows).map { cells in
        guard column < cells.count else { return 0 }
        let text = cells == header ? cells[column] : Table.padded(cells[column], decimals[column])
        return DisplayWidth.of(appearance.text(text))
      }.max() ?? 0
    }
    return widths.reduce(0, +) + Table.gap * max(0, widths.count - 1)
  }

  /// Each column's widest text, shrunk to the room: words first, then the headers of numbers;
  /// numbers are never cut, because a cut number is a wrong number. Columns beyond the room are
  /// dropped.
  private func columnWidths(
    room: Int, numeric: [Bool], decimals: [Int], appearance: Appearance
  ) -> [Int] {
    func width(_ cells: [String], _ column: Int) -> Int {
      column < cells.count ? DisplayWidth.of(appearance.text(cells[column])) : 0
    }
    let contents = numeric.indices.map { column in
      rows.map { cells in
        let text = column < cells.count ? cells[column] : ""
        return width([Table.padded(text, decimals[column])], 0)
      }.max() ?? 0
    }
    var widths = numeric.indices.map { max(contents[$0], width(header, $0)) }
    let least = numeric.indices.map { numeric[$0] ? contents[$0] : min(widths[$0], 4) }
    func needed(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + Table.gap * max(0, widths.count - 1)
        + (widths.count < numeric.count ? 2 : 0)
    }
    while widths.count > 1 && needed(Array(least.prefix(widths.count))) > room {
      widths.removeLast()
    }
    var excess = needed(widths) - room
    for numbers in [false, true] {
      while excess > 0 {
        let candidates = widths.indices.filter {
          numeric[$0] == numbers && widths[$0] > least[$0]
        }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
        let cut = min(excess, max(1, widths[widest] - max(next, least[widest])))
        widths[widest] -= cut
        excess -= cut
      }
    }
    if excess > 0, let only = widths.indices.last { widths[only] = max(1, widths[only] - excess) }
    return widths
  }

  /// Whether every filled cell of a column is a number, with a sign, a `%` or a unit of size.
  private func isNumeric(_ column: Int) -> Bool {
    var found = false
    for row in rows where column < row.count && !row[column].isEmpty {
      var text = Substring(row[column])
      if text.last == "%" { text.removeLast() }
      if text == "-" || text == "–" { continue }
      let plain = text.filter { $0 != "," }
      let words: Set<String> = ["nan", "inf", "-inf"]
      guard Double(plain) != nil || words.contains(plain.lowercased()) else { return false }
      found = true
    }
    return found
  }
}
