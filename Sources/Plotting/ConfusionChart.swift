// What a classifier said of examples of each class: counts, shares of the row, the scores of each
// class beside it and the worst confusions below. The words are in ConfusionChart+Words.swift.

public import Screen

/// A cell of a confusion matrix.
public struct ConfusionPlace: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A confusion matrix: rows are what the examples are, columns what was said.
///
/// Shades and percentages are shares of the row; the numbers in the cells are counts, or the shares
/// in percent.
public struct ConfusionChart: Chart, Hashable {
  public var title: String
  public let classes: [String]
  /// Row-major, `classes × classes`.
  public let counts: [Int]
  /// Whether the cells hold shares of the row in percent instead of counts.
  public var showsShares: Bool
  public var selected: ConfusionPlace?
  /// The classes of the rows from the top; empty takes them as they are numbered.
  public var rowOrder: [Int] = []
  private let rowSums: [Int]
  private let columnSums: [Int]

  public init(
    title: String = "", classes: [String], counts: [Int], showsShares: Bool = false,
    selected: ConfusionPlace? = nil
  ) {
    self.title = title
    self.classes = classes
    self.counts = counts
    self.showsShares = showsShares
    self.selected = selected
    var rows = Array(repeating: 0, count: classes.count)
    var columns = rows
    for (place, count) in counts.enumerated() where count > 0 {
      guard place / max(1, classes.count) < classes.count else { break }
      rows[place / classes.count] &+= count
      columns[place % classes.count] &+= count
    }
    rowSums = rows
    columnSums = columns
  }

  public func naturalRows(columns: Int) -> Int {
    let shown = min(classes.count, 1000)
    return 2 + shown + min(3, confusions(limit: 6).count) + (fitsBeside(columns) ? 0 : shown + 1)
  }

  func count(_ row: Int, _ column: Int) -> Int {
    let place = row * classes.count + column
    return counts.indices.contains(place) ? max(0, counts[place]) : 0
  }

  func rowSum(_ row: Int) -> Int { rowSums[row] }
  func columnSum(_ column: Int) -> Int { columnSums[column] }

  func share(_ row: Int, _ column: Int) -> Double {
    let sum = rowSum(row)
    return sum > 0 ? Double(count(row, column)) / Double(sum) : .nan
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    guard !classes.isEmpty, !counts.isEmpty else {
      frame.label(
        appearance.title(title.isEmpty ? "no answers yet" : "\(title): no answers yet"),
        row: area.row,
        column: area.column, to: area.columns, style: palette[.dim], clip: area,
        appearance: appearance)
      return
    }
    let readout = selected.flatMap(readout)
    let end = area.endRow - (readout != nil && area.rows >= 5 ? 1 : 0)
    var row = area.row
    if area.rows >= 3 {
      drawHeader(into: &frame, area: area, appearance: appearance)
      row += 1
    }
    let layout = layout(columns: area.columns, rows: max(1, end - row - 1), appearance: appearance)
    if end - row >= 2 {
      drawLabels(layout, row: row, into: &frame, area: area, appearance: appearance)
      row += 1
    }
    for line in layout.rows where row < end {
      draw(rowClass(line), layout, row: row, into: &frame, area: area, appearance: appearance)
      row += 1
    }
    if !layout.hasScores, end - row > classes.count + 1 {
      let table = Table(
        header: ["class", "n", "precision", "recall", "F1"].map(appearance.said),
        rows: classes.indices.map { [classes[$0]] + scores($0) })
      let rows = classes.count + 1
      table.draw(
        into: &frame,
        area: Rect(column: area.column, row: row, columns: area.columns, rows: rows),
        appearance: appearance)
      row += rows
    }
    drawConfusions(
      into: &frame,
      area: Rect(
        column: area.column, row: row, columns: area.columns, rows: max(0, min(3, end - row))),
      appearance: appearance)
    if let readout, end < area.endRow {
      frame.label(
        appearance.said(readout), row: end, column: area.column, to: area.columns,
        style: palette[.accent],
        clip: area, appearance: appearance)
    }
  }

  /// Which classes show, and how wide things are.
  struct Layout {
    var rows: Range<Int>
    var columns: Range<Int>
    var label: Int
    var cell: Int
    var hasScores: Bool
  }

  /// `   n  precis. recall     F1`
  static let scoreWidths = [6, 10, 7, 7]

  private func labelWidth(_ columns: Int, _ appearance: Appearance) -> Int {
    let widest = classes.map { DisplayWidth.of(appearance.text($0)) }.max() ?? 1
    return max(1, min(widest, max(4, min(16, columns / 5))))
  }

  private func cellWidth(_ appearance: Appearance, labels: Bool) -> Int {
    let digits =
      showsShares ? 3 : String(counts.map { max(0, $0) }.max() ?? 0).count
    guard labels else { return max(2, digits) }
    let widest = classes.map { DisplayWidth.of(appearance.text($0)) }.max() ?? 1
    return max(2, digits, min(widest, 10))
  }

  func fitsBeside(_ columns: Int) -> Bool {
    let scores = ConfusionChart.scoreWidths.reduce(2, +)
    return labelWidth(columns, .standard) + 1 + classes.count
      * (cellWidth(.standard, labels: false) + 1)
      + scores <= columns
  }

  func layout(columns: Int, rows: Int, appearance: Appearance) -> Layout {
    var label = min(labelWidth(columns, appearance), columns)
    let hasScores = fitsBeside(columns)
    var room = columns - label - 1 - (hasScores ? ConfusionChart.scoreWidths.reduce(2, +) : 0)
    var cell = cellWidth(appearance, labels: true)
    if classes.count * (cell + 1) > room {
      cell = max(cellWidth(appearance, labels: false), room / max(1, classes.count) - 1)
    }
    // What rows and columns are is said where there is room for it.
    let corner = DisplayWidth.of(ConfusionChart.corner(appearance)) - label
    if corner > 0, classes.count * (cell + 1) + corner <= room {
      label += corner
      room -= corner
    }
    let shownColumns = max(1, min(classes.count, room / (cell + 1)))
    let shownRows = max(1, min(classes.count, rows))
    func range(_ shown: Int, around place: Int?) -> Range<Int> {
      let middle = min(max(0, place ?? 0), classes.count - 1)
      let start = min(max(0, middle - shown / 2), classes.count - shown)
      return start..<start + shown
    }
    return Layout(
      rows: range(shownRows, around: selected.flatMap { place in rowPlace(of: place.row) }),
      columns: range(shownColumns, around: selected?.column), label: label, cell: cell,
      hasScores: hasScores)
  }

  private func draw(
    _ line: Int, _ layout: Layout, row: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    frame.label(
      classes[line], row: row, column: area.column, to: layout.label,
      style: line == selected?.row ? Style(bold: true) : palette[.label], right: true, clip: area,
      appearance: appearance)
    var column = area.column + layout.label + 1
    for place in layout.columns {
      let isChosen = selected == ConfusionPlace(row: line, column: place)
      frame.label(
        text(line, place, appearance) + " ", row: row, column: column, to: layout.cell + 1,
        style: style(line, place, isChosen: isChosen, palette), right: true, clip: area,
        appearance: appearance)
      column += layout.cell + 1
    }
    guard layout.hasScores else { return }
    column += 1
    for (text, width) in zip(scores(line), ConfusionChart.scoreWidths) {
      frame.label(
        text, row: row, column: column, to: width, right: true, clip: area, appearance: appearance)
      column += width
    }
  }

  private func text(_ row: Int, _ column: Int, _ appearance: Appearance) -> String {
    let count = count(row, column)
    if count == 0 { return appearance.glyphs == .unicode ? "·" : "." }
    return showsShares
      ? String(nearest(share(row, column) * 100, 0...100)) : String(count)
  }

  /// The share of the row as a shade; without colours the diagonal is bold and a mistake of a tenth
  /// of its row or more is underlined.
  private func style(_ row: Int, _ column: Int, isChosen: Bool, _ palette: Palette) -> Style {
    var style = Style()
    let share = share(row, column)
    let hasAny = count(row, column) > 0
    if palette.hasRamps, hasAny {
      style.background = row == column ? palette.diverging(-share) : palette.diverging(share)
      style.foreground = palette.ink(on: style.background)
    } else if !hasAny {
      style = palette[.dim]
    }
    style.bold = row == column && hasAny
    if row != column, share >= 0.1 { style.underline = true }
    if isChosen { style.reverse.toggle() }
    return style
  }
}
