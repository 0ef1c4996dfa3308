// A frame: the whole screen as cells. Views draw into it, a presenter shows it, tests read it as
// text. Nothing here knows a terminal.

/// A rectangular buffer of cells with clipping.
public struct Frame: Sendable {
  public let size: Size
  /// Where the terminal's cursor is to be shown; nil hides it.
  public var cursor: Point?
  private var cells: [Cell]
  /// By row, whether anything was written: where nothing was, nothing is to be blanked.
  private var isWritten: [Bool]

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    self.isWritten = Array(repeating: false, count: self.size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place; outside `bounds` it reads blank and writing does nothing.
  public subscript(row: Int, column: Int) -> Cell {
    get { holds(row, column) ? cells[row * size.columns + column] : .blank }
    set {
      guard holds(row, column) else { return }
      cells[row * size.columns + column] = newValue
      isWritten[row] = true
    }
  }

  /// Writes text from a place to the right, clipped to `clip` and to the frame. Control characters
  /// are made visible (`␛`; for `^[` see `Appearance.text`), wide characters are never cut in
  /// half: one that does not fit leaves its column as it was.
  ///
  /// - Returns: the column after the last one that the text would have taken.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, style: Style = .plain, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { bounds.intersection($0) } ?? bounds
    var position = column
    for unit in DisplayWidth.units(text) {
      let width = unit.width
      if row >= area.row && row < area.endRow && position >= area.column
        && position + width <= area.endColumn
      {
        split(row: row, column: position)
        if width == 2 { split(row: row, column: position + 1) }
        self[row, position] = Cell(unit.text, width: width, style: style)
        if width == 2 { self[row, position + 1] = Cell("", width: 0, style: style) }
      }
      position += width
    }
    return position
  }

  /// Places one cell of width 1 whose text is known to be harmless: quicker than `put` for charts.
  public mutating func place(_ cell: Cell, row: Int, column: Int, clip: Rect? = nil) {
    guard holds(row, column), clip?.contains(Point(column: column, row: row)) ?? true else {
      return
    }
    split(row: row, column: column)
    self[row, column] = cell
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    let isBlank = cell == .blank
    for row in area.row..<area.endRow where isWritten[row] || !isBlank {
      // Inside, both halves of a wide character are overwritten.
      split(row: row, column: area.column)
      split(row: row, column: area.endColumn - 1)
      let start = row * size.columns
      for place in start + area.column..<start + area.endColumn where cells[place] != cell {
        cells[place] = cell
      }
      isWritten[row] = true
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
      let filled = (0..<size.columns).last { self[row, $0].text != " " }
      guard let filled else { return "" }
      return (0...filled).map { self[row, $0].text }.joined()
    }
  }

  /// The style plane: one character a column, ` ` for plain, the legend's for the styles it names,
  /// `?` for any other; trailing blanks removed.
  public func stylePlane(_ legend: [Style: Character]) -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns {
        let style = self[row, column].style
        line.append(style == .plain ? legend[style] ?? " " : legend[style] ?? "?")
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A control character as `put` shows it.
  public static func visible(_ character: Character) -> Character {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return character == "\r\n" ? "\u{240D}" : character
    }
    return Character(VisibleText.scalar(scalar))
  }

  private func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Blanks the other half when one half of a wide character is overwritten.
  private mutating func split(row: Int, column: Int) {
    guard holds(row, column) else { return }
    if self[row, column].width == 0 && column > 0 {
      self[row, column - 1] = Cell(" ", style: self[row, column - 1].style)
    } else if self[row, column].width == 2 && column + 1 < size.columns {
      self[row, column + 1] = Cell(" ", style: self[row, column + 1].style)
    }
  }
}

extension Frame: Equatable {
  /// The same cells and cursor.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.cursor == b.cursor && a.cells == b.cells
  }
}
