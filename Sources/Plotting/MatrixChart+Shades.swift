// A matrix as shades, where its numbers would not all fit.

public import Screen

extension MatrixChart {
  /// The whole matrix as shades, blue below zero and orange above, where an area would show no
  /// more than a corner of its numbers and colours can be told apart; nil where the numbers fit.
  public func shades(columns width: Int, rows height: Int, appearance: Appearance) -> HeatMap? {
    guard rows > 1, columns > 1, Palette(appearance).hasRamps else { return nil }
    let layout = layout(in: Rect(column: 0, row: 0, columns: width, rows: height))
    guard layout.rows.items.count < rows || layout.columns.count < columns else { return nil }
    let extent = "[" + shape.map(String.init).joined(separator: ", ") + "]"
    let note = appearance.said(self.note(rows: 0..<rows, columns: 0..<columns))
    var map = HeatMap(
      title: note.isEmpty ? "\(name) \(extent)" : "\(name) \(extent) \(note)", rows: rows,
      columns: columns, values: values,
      rowLabels: rowNames, columnLabels: columnNames)
    map.isSigned = values.contains { $0 < 0 }
    return map
  }
}
