// Tables as text: columns under their headers, two blanks apart.

/// Lines for a table.
enum TableText {
  static func lines(_ table: TableOutput) -> [String] {
    let rows = table.rows.map { $0.map(VisibleText.line) }
    let header = table.header.map(VisibleText.line)
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    var widths = [Int](repeating: 0, count: count)
    var isNumeric = [Bool](repeating: !rows.isEmpty, count: count)
    for row in rows {
      for (column, text) in row.enumerated() {
        widths[column] = max(widths[column], VisibleText.width(text))
        if !text.isEmpty, !isNumber(text) { isNumeric[column] = false }
      }
    }
    for (column, text) in header.enumerated() {
      widths[column] = max(widths[column], VisibleText.width(text))
    }
    let all = header.isEmpty ? rows : [header] + rows
    return all.map { row in
      row.enumerated().map { column, text in
        VisibleText.padded(text, to: widths[column], right: isNumeric[column])
      }.joined(separator: "  ")
    }
  }

  /// Whether a cell reads as a number, perhaps a percentage or with thousands set apart.
  private static func isNumber(_ text: String) -> Bool {
    var digits = text.filter { $0 != "," }
    if digits.hasSuffix("%") { digits = VisibleText.trimmed(digits.dropLast()) }
    if ["NaN", "Infinity", "-Infinity", "–", "-", "—"].contains(digits) { return true }
    guard let first = digits.unicodeScalars.first, "+-.0123456789".unicodeScalars.contains(first)
    else { return false }
    return Double(digits) != nil
  }
}
