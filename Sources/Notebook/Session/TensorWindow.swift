// A part of a tensor with its indices: what `print X at [i, j]` and `print X where …` show. Marked
// elements stand in brackets; the screen colours them too.

/// A window of a tensor's last two axes.
public struct TensorWindow: Hashable, Sendable {
  public var name: String
  /// The whole tensor's shape.
  public var shape: [Int]
  /// The index along the axes before the last two.
  public var leading: [Int]
  /// Indices of the rows and columns that are shown; one row 0 for a vector or a number.
  public var rows: [Int]
  public var columns: [Int]
  /// Row-major, `rows × columns`.
  public var values: [Float]
  /// For each value whether it is marked.
  public var marked: [Bool]
  /// The element that was asked for.
  public var element: [Int]?
  /// How many elements of the whole tensor are marked; nil when nothing was asked.
  public var markedCount: Int?

  /// Rows and columns that a window has at most.
  static let mostRows = 9
  static let mostColumns = 7

  /// The window around one element.
  ///
  /// - Parameters:
  ///   - place: the element's row-major place; kept inside the tensor.
  ///   - marked: for each element of the tensor whether it is marked; may be empty.
  /// - Precondition: `shape` and `values` belong together.
  init(
    name: String, shape: [Int], values all: [Float], around place: Int, marked marks: [Bool],
    element: [Int]?
  ) {
    self.name = name
    self.shape = shape
    self.element = element
    markedCount = marks.isEmpty ? nil : marks.count { $0 }
    let width = shape.last ?? 1
    let height = shape.count > 1 ? shape[shape.count - 2] : 1
    let place = max(0, min(place, all.count - 1))
    let block = all.isEmpty ? 0 : place / (width * height)
    var rest = block
    var leading: [Int] = []
    for extent in shape.dropLast(2).reversed() {
      leading.append(rest % max(extent, 1))
      rest /= max(extent, 1)
    }
    self.leading = leading.reversed()
    guard !all.isEmpty else {
      (rows, columns, values, marked) = ([], [], [], [])
      return
    }
    let rows = Self.around(place / width % height, of: height, Self.mostRows)
    let columns = Self.around(place % width, of: width, Self.mostColumns)
    let places = rows.flatMap { row in
      columns.map { (block * height + row) * width + $0 }
    }
    (self.rows, self.columns) = (rows, columns)
    values = places.map { all[$0] }
    marked = places.map { marks.isEmpty ? $0 == place && element != nil : marks[$0] }
  }

  private static func around(_ index: Int, of count: Int, _ most: Int) -> [Int] {
    let first = max(0, min(index - most / 2, count - most))
    return Array(first..<min(count, first + most))
  }

  /// `net.0.weight [500, 64], rows 496–504, columns 9–15`
  public var title: String {
    var text = "\(name) \(TensorText.shapeText(shape))"
    if !leading.isEmpty {
      text += " at [\((leading.map(String.init) + [":", ":"]).joined(separator: ", "))]"
    }
    func part(_ what: String, _ indices: [Int], _ extent: Int) {
      guard indices.count < extent, let first = indices.first, let last = indices.last else {
        return
      }
      text += ", \(what) \(first) to \(last) of \(extent)"
    }
    if shape.count > 1 { part("rows", rows, shape[shape.count - 2]) }
    part(shape.count > 1 ? "columns" : "elements", columns, shape.last ?? 1)
    return text
  }

  /// The grid as words: a line of column numbers, then a line a row; all of one width a column.
  public var grid: [[(text: String, isMarked: Bool)]] {
    guard !values.isEmpty else { return [] }
    let isMatrix = shape.count > 1
    var lines: [[(text: String, isMarked: Bool)]] = []
    if !shape.isEmpty {
      lines.append((isMatrix ? [("", false)] : []) + columns.map { ("\($0) ", false) })
    }
    for (row, index) in rows.enumerated() {
      var line: [(text: String, isMarked: Bool)] = isMatrix ? [("\(index)", false)] : []
      for column in columns.indices {
        let place = row * columns.count + column
        let number = NumberText.short(values[place])
        line.append(marked[place] ? ("[\(number)]", true) : ("\(number) ", false))
      }
      lines.append(line)
    }
    let count = lines[0].count
    for column in 0..<count {
      let width = lines.map { $0[column].text.count }.max() ?? 0
      for index in lines.indices {
        let text = lines[index][column].text
        lines[index][column].text = String(repeating: " ", count: width - text.count) + text
      }
    }
    return lines
  }

  var lines: [String] {
    [title] + grid.map { $0.map(\.text).joined(separator: " ") }
  }
}
