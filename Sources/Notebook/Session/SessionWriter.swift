// From cells to the text of a session file.

/// Writes the lines of a session file.
enum SessionWriter {
  static func text(cells: [Cell], header: SessionHeader) -> String {
    var fields = ["nabla \(header.version)"]
    if let seed = header.seed { fields.append("seed \(seed)") }
    var lines = [SessionData.line(fields + header.unknownData) ?? ""]
    // A line before the header (`#!/usr/bin/env …`) stays before it.
    if let first = cells.first?.leadingLines?.first, first.hasPrefix("#!") {
      lines.insert(first, at: 0)
    }
    for (index, cell) in cells.enumerated() {
      let previous = index > 0 ? cells[index - 1] : nil
      lines.append(contentsOf: leading(cell, after: previous))
      if let prose = cell.prose {
        lines.append(contentsOf: VisibleText.split(prose).map { $0.isEmpty ? "#" : "# " + $0 })
      } else {
        lines.append(contentsOf: source(cell))
        lines.append(contentsOf: cell.recordedLines.map(\.fileLine))
      }
      if let data = SessionData.line(data(cell)) { lines.append(data) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Blank lines and indented comments as the file had them. Lines with a mark are kept before the
  /// first cell alone: anywhere else they would be taken for what the previous cell showed.
  private static func leading(_ cell: Cell, after previous: Cell?) -> [String] {
    guard var lines = cell.leadingLines else {
      return previous != nil && cell.prose != nil ? [""] : []
    }
    lines.removeAll { $0.hasPrefix("#!") }
    if previous != nil { lines.removeAll { $0.hasPrefix("#") } }
    // Two paragraphs without a blank line would be one.
    if lines.isEmpty, previous?.prose != nil, cell.prose != nil { return [""] }
    return lines
  }

  private static func source(_ cell: Cell) -> [String] {
    var lines = VisibleText.split(cell.source)[...]
    while let first = lines.first, VisibleText.trimmed(first).isEmpty { lines.removeFirst() }
    while let last = lines.last, VisibleText.trimmed(last).isEmpty { lines.removeLast() }
    return Array(lines)
  }

  private static func data(_ cell: Cell) -> [String] {
    var fields: [String] = []
    if let time = cell.time, time.isFinite, time >= 0 {
      // Milliseconds are more than a replay needs; a wild time is left as it is.
      let rounded = time < 1e12 ? (time * 1000).rounded() / 1000 : time
      fields.append("t \(NumberText.full(rounded))")
    }
    if let digest = cell.digest { fields.append("digest \(digest)") }
    return fields + cell.unknownData
  }
}
