// A table between a title and a line of totals.

public import Screen
import Translation

/// A table that keeps its title and its totals in sight while its rows are scrolled.
public struct LayerTableChart: Chart, Hashable {
  public var title: String
  public var table: Table
  public var total: String

  /// Columns that go when all have no room, the first first.
  public var lesser: [Int] = []

  public init(title: String, table: Table, total: String, lesser: [Int] = []) {
    self.lesser = lesser
    self.title = title
    self.table = table
    self.total = total
  }

  public func naturalRows(columns: Int) -> Int { table.naturalRows(columns: columns) + 2 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    var said = self
    said.table.header = table.header.map(appearance.language.label)
    said.table.rows = table.rows.map { $0.map(appearance.language.cell) }
    let (table, gone) = said.fitting(area.columns, appearance)
    let count = "\(gone.count) column\(gone.count == 1 ? "" : "s")"
    let note: HeadingWords =
      gone.isEmpty
      ? []
      : ["no room for \(gone.joined(separator: ", "))", "no room for \(count)", "\(count) more"]
    frame.heading(title, [note], area: area, appearance: appearance)
    let hasTotal = area.rows > 3
    let rows = area.rows - 1 - (hasTotal ? 1 : 0)
    guard rows > 0 else { return }
    table.draw(
      into: &frame,
      area: Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: rows),
      appearance: appearance)
    guard hasTotal else { return }
    let used = min(rows, table.naturalRows(columns: area.columns))
    frame.label(
      appearance.said(total), row: area.row + 1 + used, column: area.column, to: area.columns,
      style: palette[.accent], clip: area, appearance: appearance)
  }

  /// The table with the columns that have room, and the names of the others.
  private func fitting(_ columns: Int, _ appearance: Appearance) -> (Table, [String]) {
    let count = table.header.count
    let widths = (0..<count).map { column in
      ([table.header] + table.rows).map {
        column < $0.count ? DisplayWidth.of(appearance.text($0[column])) : 0
      }.max() ?? 0
    }
    var kept = Set(0..<count)
    func needed() -> Int { kept.reduce(0) { $0 + widths[$1] } + 2 * max(0, kept.count - 1) }
    for column in lesser where kept.count > 1 && needed() > columns { kept.remove(column) }
    guard kept.count < count else { return (table, []) }
    var smaller = table
    smaller.header = table.header.indices.filter(kept.contains).map { table.header[$0] }
    smaller.rows = table.rows.map { row in
      row.indices.filter(kept.contains).map { row[$0] }
    }
    return (smaller, table.header.indices.filter { !kept.contains($0) }.map { table.header[$0] })
  }
}
