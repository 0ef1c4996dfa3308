// The edges of a diagram as lines in cells. Each cell keeps which ways its line goes, so that lines
// of one source join and those of different ones cross.

import Screen

struct DiagramWires {
  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private struct Mark {
    var ways: Int
    var net: Int
    var isCrossed = false
  }

  private static let (up, down, left, right) = (1, 2, 4, 8)
  private var marks: [Place: Mark] = [:]

  private mutating func add(_ ways: Int, _ row: Int, _ column: Int, _ net: Int) {
    let place = Place(row: row, column: column)
    guard var mark = marks[place] else {
      marks[place] = Mark(ways: ways, net: net)
      return
    }
    if mark.net != net { mark.isCrossed = true }
    mark.ways |= ways
    marks[place] = mark
  }

  /// A line down a column; both ends included, each open only towards the other.
  mutating func vertical(_ column: Int, _ rows: ClosedRange<Int>, _ net: Int) {
    for row in rows {
      var ways = 0
      if row > rows.lowerBound { ways |= Self.up }
      if row < rows.upperBound { ways |= Self.down }
      add(ways, row, column, net)
    }
  }

  mutating func horizontal(_ row: Int, _ columns: ClosedRange<Int>, _ net: Int) {
    for column in columns {
      var ways = 0
      if column > columns.lowerBound { ways |= Self.left }
      if column < columns.upperBound { ways |= Self.right }
      add(ways, row, column, net)
    }
  }

  /// Opens a cell towards the box above or below it.
  mutating func open(_ row: Int, _ column: Int, above: Bool, _ net: Int) {
    add(above ? Self.up : Self.down, row, column, net)
  }

  private static let glyphs: [String] = [
    " ", "│", "│", "│", "─", "╯", "╮", "┤", "─", "╰", "╭", "├", "─", "┴", "┬", "┼",
  ]
  private static let ascii: [String] = [
    " ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+",
  ]

  func draw(with pen: DiagramPen, into frame: inout Frame) {
    let style = Palette(pen.appearance)[.axis]
    let isUnicode = pen.appearance.glyphs == .unicode
    for (place, mark) in marks where pen.shows(place.row..<place.row + 1) {
      var ways = mark.ways
      // Lines of different sources cross; only one of them shows there.
      if mark.isCrossed, ways == 15 { ways = Self.up | Self.down }
      guard ways != 0 else { continue }
      frame.put(
        (isUnicode ? Self.glyphs : Self.ascii)[ways], row: pen.row + place.row,
        column: pen.column + place.column, style: style, clip: pen.clip)
    }
  }
}
