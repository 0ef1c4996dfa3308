// A canvas of 2×4 dots a cell, drawn with the Unicode braille patterns; one dot a cell in ASCII,
// where each series has its own character.

public import Screen

/// Dots that are drawn together into cells. A cell has the colour of the series drawn last.
public struct BrailleCanvas: Sendable {
  /// How a line is interrupted, so that series differ without colour.
  public enum Line: Hashable, Sendable, CaseIterable {
    case solid, dashed, dotted

    /// The style of a series by its place.
    public static func of(_ index: Int) -> Line {
      allCases[((index % allCases.count) + allCases.count) % allCases.count]
    }

    func isDrawn(at column: Int) -> Bool {
      switch self {
      case .solid: return true
      case .dashed: return column % 8 < 5
      case .dotted: return column % 3 < 1
      }
    }
  }

  public let columns: Int
  public let rows: Int
  public let glyphs: Appearance.Glyphs
  private var patterns: [UInt8]
  private var styles: [Style]
  /// In ASCII the character of each cell; no string, because there are ten thousand of them.
  private var marks: [UInt8]

  /// A canvas of so many cells.
  public init(columns: Int, rows: Int, glyphs: Appearance.Glyphs) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.glyphs = glyphs
    let count = self.columns * self.rows
    patterns = Array(repeating: 0, count: count)
    styles = Array(repeating: .plain, count: count)
    marks = Array(repeating: 0, count: glyphs == .ascii ? count : 0)
  }

  public var dotColumns: Int { glyphs == .unicode ? columns * 2 : columns }
  public var dotRows: Int { glyphs == .unicode ? rows * 4 : rows }

  /// The ASCII characters of series by place.
  public static let asciiMarks = ["*", "o", "+", "x", "#", "%", "@"]
  private static let asciiBytes = asciiMarks.flatMap(\.utf8)
  /// The series number of what lies faintly behind a line; `.` in ASCII.
  static let faintMark = Int.min

  /// The bit of U+2800 for a dot of a cell, by its row and column.
  private static func bit(_ row: Int, _ column: Int) -> UInt8 {
    row == 3 ? 0x40 << UInt8(column) : 1 << UInt8(row + 3 * column)
  }

  /// Sets a dot, (0, 0) at the top left; outside the canvas nothing happens.
  public mutating func dot(_ x: Int, _ y: Int, style: Style, series: Int = 0) {
    guard x >= 0, y >= 0, x < dotColumns, y < dotRows else { return }
    let place: Int
    if glyphs == .unicode {
      place = y / 4 * columns + x / 2
      patterns[place] |= BrailleCanvas.bit(y & 3, x & 1)
    } else {
      place = y * columns + x
      patterns[place] = 1
      let count = BrailleCanvas.asciiBytes.count
      marks[place] =
        series == BrailleCanvas.faintMark
        ? UInt8(ascii: ".") : BrailleCanvas.asciiBytes[((series % count) + count) % count]
    }
    styles[place] = style
  }

  /// A vertical run of dots, both ends included; a run that is taller than a few dots is drawn
  /// whatever the line's style, because it is an event.
  public mutating func span(
    _ x: Int, from top: Int, to bottom: Int, style: Style, series: Int = 0, line: Line = .solid
  ) {
    let first = max(0, min(top, bottom))
    let last = min(dotRows - 1, max(top, bottom))
    guard first <= last else { return }
    let isEvent = last - first >= (glyphs == .unicode ? 4 : 2)
    guard isEvent || glyphs == .ascii || line.isDrawn(at: x) else { return }
    for y in first...last { dot(x, y, style: style, series: series) }
  }

  /// A straight line between two dots.
  public mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), style: Style, series: Int = 0,
    line: Line = .solid
  ) {
    let limit = 1 << 20
    let from = (x: min(max(start.x, -limit), limit), y: min(max(start.y, -limit), limit))
    let to = (x: min(max(end.x, -limit), limit), y: min(max(end.y, -limit), limit))
    let (left, right) = from.x <= to.x ? (from, to) : (to, from)
    guard left.x < right.x else {
      span(left.x, from: left.y, to: right.y, style: style, series: series, line: line)
      return
    }
    // One run of dots a column: from halfway before to halfway after it.
    let slope = Double(right.y - left.y) / Double(right.x - left.x)
    func height(_ x: Double) -> Int {
      let value = Double(left.y) + (x - Double(left.x)) * slope
      return nearest(value, min(left.y, right.y)...max(left.y, right.y))
    }
    for x in max(left.x, 0)...max(max(left.x, 0), min(right.x, dotColumns - 1)) {
      let from = height(max(Double(left.x), Double(x) - 0.5))
      let to = height(min(Double(right.x), Double(x) + 0.5))
      guard glyphs == .ascii || line.isDrawn(at: x) else { continue }
      for y in max(0, min(from, to))...max(0, max(from, to)) {
        dot(x, y, style: style, series: series)
      }
    }
  }

  /// Puts the cells that have dots into a frame.
  public func draw(into frame: inout Frame, area: Rect) {
    for row in 0..<min(rows, area.rows) {
      for column in 0..<min(columns, area.columns) {
        let place = row * columns + column
        guard patterns[place] != 0 else { continue }
        let text: String
        if glyphs == .unicode {
          text = String(Unicode.Scalar(0x2800 + UInt32(patterns[place])) ?? "?")
        } else {
          text = String(Unicode.Scalar(marks[place]))
        }
        frame.place(
          Cell(text, style: styles[place]), row: area.row + row, column: area.column + column,
          clip: area)
      }
    }
  }
}
