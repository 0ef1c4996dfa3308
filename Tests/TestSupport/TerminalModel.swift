// A small terminal: what the sequences that ncurses and readline send for xterm-256color and tmux
// do to a screen of cells. Independent of the code under test: it shares only the table of widths.

public import Screen

/// The screen of a terminal that bytes are written to.
public struct TerminalModel {
  /// What a cell shows.
  public struct ModelCell: Hashable, Sendable {
    public var text = " "
    public var attributes = Attributes()
  }

  /// SGR state. Colours: nil the terminal's own, else the palette's number or a packed RGB with
  /// bit 24 set.
  public struct Attributes: Hashable, Sendable {
    public var foreground: Int?
    public var background: Int?
    public var bold = false
    public var dim = false
    public var italic = false
    public var underline = false
    public var reverse = false
  }

  public private(set) var size: Size
  public internal(set) var cursor = Point(column: 0, row: 0)
  public internal(set) var cursorIsVisible = true
  public internal(set) var isAlternate = false
  /// Private modes that are set, such as 2004 for bracketed paste.
  public internal(set) var modes: Set<Int> = []
  /// Modes that were set at any time.
  public internal(set) var modesEverSet: Set<Int> = []
  /// Sequences that the model does not know; a test may expect none.
  public internal(set) var unknown: [String] = []
  /// Whether DECRQM for synchronized output is answered.
  public var answersSynchronized = true

  var cells: [[ModelCell]]
  var savedCells: [[ModelCell]]?
  var savedCursor = Point(column: 0, row: 0)
  var attributes = Attributes()
  var top = 0
  var bottom: Int
  var wrapsNext = false
  var last: Character = " "
  var parser = Parser()
  var answer: [UInt8] = []

  public init(size: Size) {
    self.size = size
    cells = Self.blank(size)
    bottom = size.rows - 1
  }

  /// The text of each row, trailing blanks removed.
  public var lines: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  public subscript(row: Int, column: Int) -> ModelCell { cells[row][column] }

  /// Takes what a program wrote; returns what the terminal answers.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    answer = []
    for byte in bytes { parse(byte) }
    return answer
  }

  /// The text stays at the top left, as in xterm.
  public mutating func resize(_ new: Size) {
    cells = Self.fitted(cells, to: new)
    savedCells = savedCells.map { Self.fitted($0, to: new) }
    size = new
    top = 0
    bottom = new.rows - 1
    moveTo(row: cursor.row, column: cursor.column)
  }

  // MARK: What sequences do

  mutating func write(_ character: Character) {
    let width = DisplayWidth.of(character)
    if width == 0 {
      let column = wrapsNext ? cursor.column : max(0, cursor.column - 1)
      cells[cursor.row][column].text.append(character)
      return
    }
    if wrapsNext || cursor.column + width > size.columns {
      cursor.column = 0
      lineFeed()
      wrapsNext = false
    }
    guard cursor.column + width <= size.columns else { return }
    splitWide(at: cursor.column)
    if width == 2 { splitWide(at: cursor.column + 1) }
    cells[cursor.row][cursor.column] = ModelCell(text: String(character), attributes: attributes)
    if width == 2 {
      cells[cursor.row][cursor.column + 1] = ModelCell(text: "", attributes: attributes)
    }
    last = character
    if cursor.column + width >= size.columns {
      cursor.column = size.columns - 1
      wrapsNext = true
    } else {
      cursor.column += width
    }
  }

  /// A wide character that loses one half becomes blank.
  private mutating func splitWide(at column: Int) {
    let row = cursor.row
    if cells[row][column].text.isEmpty, column > 0 {
      cells[row][column - 1].text = " "
    } else if column + 1 < size.columns, cells[row][column + 1].text.isEmpty {
      cells[row][column + 1].text = " "
    }
  }

  mutating func lineFeed() {
    if cursor.row == bottom {
      scroll(1)
    } else if cursor.row < size.rows - 1 {
      cursor.row += 1
    }
  }

  mutating func reverseLineFeed() {
    if cursor.row == top {
      scroll(-1)
    } else if cursor.row > 0 {
      cursor.row -= 1
    }
  }

  mutating func moveTo(row: Int, column: Int) {
    cursor = Point(
      column: max(0, min(size.columns - 1, column)), row: max(0, min(size.rows - 1, row)))
    wrapsNext = false
  }

  mutating func setRegion(top first: Int, bottom end: Int) {
    guard first >= 0, first < end, end < size.rows else { return }
    top = first
    bottom = end
    moveTo(row: 0, column: 0)
  }

  /// Up if positive.
  mutating func scroll(_ count: Int, from first: Int? = nil) {
    let first = first ?? top
    let rows = bottom - first + 1
    guard rows > 0 else { return }
    let count = max(-rows, min(rows, count))
    let blanks = Array(repeating: blankRow, count: abs(count))
    let kept = cells[first...bottom]
    cells.replaceSubrange(
      first...bottom,
      with: count > 0 ? kept.dropFirst(count) + blanks : blanks + kept.dropLast(-count))
  }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    guard cells.indices.contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { cells[row][column] = blankCell }
  }

  mutating func eraseDisplay(_ mode: Int) {
    let all = 0..<size.columns
    switch mode {
    case 0:
      erase(row: cursor.row, cursor.column..<size.columns)
      for row in (cursor.row + 1)..<max(size.rows, cursor.row + 1) { erase(row: row, all) }
    case 1:
      for row in 0..<cursor.row { erase(row: row, all) }
      erase(row: cursor.row, 0..<(cursor.column + 1))
    default: for row in 0..<size.rows { erase(row: row, all) }
    }
  }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    cells[cursor.row].removeLast(count)
    cells[cursor.row].insert(
      contentsOf: Array(repeating: blankCell, count: count), at: cursor.column)
  }

  mutating func deleteCharacters(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<(cursor.column + count))
    cells[cursor.row].append(contentsOf: Array(repeating: blankCell, count: count))
  }

  mutating func enterAlternate(_ enters: Bool) {
    guard enters != isAlternate else { return }
    isAlternate = enters
    if enters {
      savedCells = cells
      savedCursor = cursor
      cells = Self.blank(size)
    } else {
      cells = savedCells ?? Self.blank(size)
      savedCells = nil
      moveTo(row: savedCursor.row, column: savedCursor.column)
    }
  }

  private var blankCell: ModelCell {
    var cell = ModelCell()
    cell.attributes.background = attributes.background
    return cell
  }

  private var blankRow: [ModelCell] { Array(repeating: blankCell, count: size.columns) }

  private static func blank(_ size: Size) -> [[ModelCell]] {
    Array(repeating: Array(repeating: ModelCell(), count: size.columns), count: size.rows)
  }

  private static func fitted(_ cells: [[ModelCell]], to size: Size) -> [[ModelCell]] {
    var result = blank(size)
    for row in 0..<min(size.rows, cells.count) {
      for column in 0..<min(size.columns, cells[row].count) {
        result[row][column] = cells[row][column]
      }
    }
    return result
  }
}
