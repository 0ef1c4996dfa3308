// A frame: the whole screen as cells. Views draw into it, a presenter shows it, tests read it as
// text. Nothing here knows a terminal.

/// A rectangular buffer of cells with clipping.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Where the terminal's cursor is to be shown; nil hides it.
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place inside `bounds`.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// Writes text from a place to the right, clipped to `clip` and to the frame. Control characters
  /// are made visible (`␛`, `^[` in ASCII is the caller's choice), wide characters are never cut.
  ///
  /// - Returns: the column after the last one that the text would have taken.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, style: Style = .plain, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { bounds.intersection($0) } ?? bounds
    var position = column
    for character in text {
      let shown = Frame.visible(character)
      let width = DisplayWidth.of(shown)
      if width == 0 {
        appendCombining(shown, row: row, column: position - 1, area: area)
        continue
      }
      if row >= area.row && row < area.endRow && position >= area.column
        && position + width <= area.endColumn
      {
        split(row: row, column: position)
        if width == 2 { split(row: row, column: position + 1) }
        self[row, position] = Cell(String(shown), width: width, style: style)
        if width == 2 { self[row, position + 1] = Cell("", width: 0, style: style) }
      }
      position += width
    }
    return position
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        split(row: row, column: column)
        self[row, column] = cell
      }
    }
  }

  /// Changes the style of a rectangle and leaves its text.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn { change(&self[row, column].style) }
    }
  }

  /// The text plane: one string a row, trailing blanks removed.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += self[row, column].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A control character as its visible picture (U+2400 block), so that text from outside never
  /// reaches the terminal as a command. Bidirectional overrides and the replacement of C1 controls
  /// become U+FFFD.
  public static func visible(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    switch scalar.value {
    case 0..<0x20: return Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return "\u{FFFD}"
    default: return character
    }
  }

  private mutating func appendCombining(_ mark: Character, row: Int, column: Int, area: Rect) {
    guard area.contains(Point(column: column, row: row)) else { return }
    self[row, column].text.append(mark)
  }

  /// Blanks the other half when one half of a wide character is overwritten.
  private mutating func split(row: Int, column: Int) {
    guard column >= 0 && column < size.columns else { return }
    if self[row, column].width == 0 && column > 0 {
      self[row, column - 1] = Cell(" ", style: self[row, column - 1].style)
    } else if self[row, column].width == 2 && column + 1 < size.columns {
      self[row, column + 1] = Cell(" ", style: self[row, column + 1].style)
    }
  }
}
