// One neuron: what comes in, times its weights, summed, through the activation, with the
// activation's curve beside where there is room.

public import Screen

/// A neuron's numbers. They are shown as they are given: the chart computes none.
public struct NeuronChart: Chart, Hashable {
  public struct Line: Hashable, Sendable {
    /// `x[0]`, `b`
    public var name: String
    /// `0.5 · 0.31`; empty for a bias.
    public var factors: String
    /// What is added to the sum.
    public var value: String

    public init(name: String, factors: String = "", value: String) {
      self.name = name
      self.factors = factors
      self.value = value
    }
  }

  public var title: String
  /// Beside the title, the most important first.
  public var notes: [HeadingWords]
  public var lines: [Line]
  public var sum: String
  /// `tanh`; nil when nothing follows.
  public var activation: String?
  public var output: String
  /// The activation's curve, and the neuron's place on it.
  public var x: [Double]
  public var y: [Double]
  public var point: (x: Double, y: Double)? {
    get { pointX.flatMap { x in pointY.map { (x, $0) } } }
    set {
      pointX = newValue?.x
      pointY = newValue?.y
    }
  }
  private var pointX: Double?
  private var pointY: Double?
  /// The first line shown.
  public var offset: Int

  public init(
    title: String, notes: [HeadingWords] = [], lines: [Line], sum: String,
    activation: String? = nil, output: String = "",
    x: [Double] = [], y: [Double] = [], point: (x: Double, y: Double)? = nil, offset: Int = 0
  ) {
    self.notes = notes
    self.title = title
    self.lines = lines
    self.sum = sum
    self.activation = activation
    self.output = output
    self.x = x
    self.y = y
    self.offset = offset
    self.point = point
  }

  public func naturalRows(columns: Int) -> Int {
    let hasCurve = columns >= Self.leastWithCurve && x.count > 1
    let widths = Widths(self, .standard)
    let room = columns - (hasCurve ? Self.curveColumns + 2 : 0)
    return max(lines.count + (widths.hasOwnRow(room) ? 4 : 3), hasCurve ? 11 : 0)
  }

  /// The columns of a term, and of what follows the sum.
  private struct Widths {
    let names: Int
    let factors: Int
    let values: Int
    let tail: Int
    let decimals: Int
    /// Where the numbers that are added end.
    var end: Int { names + 2 + factors + 3 + values }

    init(_ chart: NeuronChart, _ appearance: Appearance) {
      func width(_ text: String) -> Int { DisplayWidth.of(appearance.text(text)) }
      names = max(1, chart.lines.map { width($0.name) }.max() ?? 1)
      factors = chart.lines.map { width($0.factors) }.max() ?? 0
      let numbers = chart.lines.map(\.value) + [chart.sum]
      let decimals = numbers.map(Self.decimals).max() ?? 0
      self.decimals = decimals
      values = numbers.map { width($0) + decimals - Self.decimals($0) }.max() ?? 0
      tail = chart.activation.map { 11 + width($0) + width(chart.output) } ?? 0
    }

    private static func decimals(_ text: String) -> Int {
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
    }

    /// The blanks behind a number, so that decimal points stand under each other.
    func after(_ text: String) -> String {
      String(repeating: " ", count: decimals - Self.decimals(text))
    }

    /// Whether what follows the sum has no room beside it.
    func hasOwnRow(_ columns: Int) -> Bool { tail > 0 && end + 1 + tail > columns }
  }

  private static let leastWithCurve = 76
  private static let curveColumns = 34

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    frame.heading(title, notes, area: area, appearance: appearance)
    let hasCurve =
      area.columns >= Self.leastWithCurve && area.rows >= 7 && x.count > 1 && x.count == y.count
    let columns = area.columns - (hasCurve ? Self.curveColumns + 2 : 0)
    drawTerms(
      into: &frame,
      area: Rect(
        column: area.column, row: area.row + 1, columns: columns, rows: area.rows - 1),
      appearance: appearance)
    if hasCurve {
      drawCurve(
        into: &frame,
        area: Rect(
          column: area.endColumn - Self.curveColumns, row: area.row + 1,
          columns: Self.curveColumns, rows: min(area.rows - 1, 12)), appearance: appearance)
    }
  }

  private func drawTerms(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard !area.isEmpty else { return }
    let palette = Palette(appearance)
    let isUnicode = appearance.glyphs == .unicode
    func width(_ text: String) -> Int { DisplayWidth.of(appearance.text(text)) }
    let widths = Widths(self, appearance)
    let (names, factors, values, end) = (
      widths.names, widths.factors, widths.values, widths.end
    )
    let arrow = isUnicode ? "─▶" : "->"
    let hasOwnRow = widths.hasOwnRow(area.columns)
    // The line, the sum and what follows keep their rows.
    let window = Window(
      count: lines.count, offset: offset, room: max(1, area.rows - (hasOwnRow ? 3 : 2)))
    var row = area.row
    func put(_ text: String, _ column: Int, _ to: Int, _ style: Style, right: Bool = false) {
      frame.label(
        text, row: row, column: area.column + column,
        to: min(to, area.columns - column), style: style, right: right, clip: area,
        appearance: appearance)
    }
    // As one adds by hand: the products under each other, a line, the sum.
    for index in window.items {
      let line = lines[index]
      put(line.name, 0, names, palette[.label])
      put(line.factors, names + 2, factors, .plain, right: true)
      if !line.factors.isEmpty { put("=", names + 2 + factors + 1, 1, palette[.dim]) }
      put(
        line.value + widths.after(line.value), names + 2 + factors + 3, values, .plain, right: true)
      row += 1
    }
    if let note = window.note(appearance) {
      put(note, names + 2, max(0, end - names - 2), palette[.dim])
      row += 1
    }
    put(
      String(repeating: isUnicode ? "─" : "-", count: values), end - values, values, palette[.axis])
    row += 1
    put(isUnicode ? "Σ" : "S", 0, 1, palette[.accent])
    put("z = \(sum)\(widths.after(sum))", 2, end - 2, palette[.title], right: true)
    guard let activation else { return }
    if hasOwnRow { row += 1 }
    let next = hasOwnRow ? 0 : end + 1
    put("\(arrow) \(activation) \(arrow)", next, width(activation) + 6, palette[.axis])
    put("a = \(output)", next + width(activation) + 7, width(output) + 4, palette[.title])
  }

  /// The curve between its extremes, with the neuron's own place as a mark.
  private func drawCurve(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let palette = Palette(appearance)
    let finite = y.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), let first = x.first, let last = x.last,
      last > first, area.rows > 3, area.columns > 12
    else { return }
    let top = NumberFormat.compact(high, significant: 3)
    let bottom = NumberFormat.compact(low, significant: 3)
    let gutter = max(DisplayWidth.of(top), DisplayWidth.of(bottom)) + 1
    let grid = Rect(
      column: area.column + gutter, row: area.row, columns: area.columns - gutter,
      rows: area.rows - 2)
    frame.label(
      top, row: grid.row, column: area.column, to: gutter - 1, style: palette[.label], right: true,
      clip: area, appearance: appearance)
    frame.label(
      bottom, row: grid.endRow - 1, column: area.column, to: gutter - 1, style: palette[.label],
      right: true, clip: area, appearance: appearance)
    var canvas = BrailleCanvas(
      columns: grid.columns, rows: grid.rows, glyphs: appearance.glyphs)
    func place(_ px: Double, _ py: Double, _ columns: Int, _ rows: Int) -> (Int, Int)? {
      guard px.isFinite, py.isFinite else { return nil }
      let across = min(max(0, (px - first) / (last - first)), 1)
      let up = high > low ? min(max(0, (py - low) / (high - low)), 1) : 0.5
      guard across.isFinite, up.isFinite else { return nil }
      return (Int(across * Double(columns - 1)), Int((1 - up) * Double(rows - 1)))
    }
    for index in x.indices.dropLast() {
      // Points between two of the curve, so that it is a line at any width.
      for part in 0..<8 {
        let share = Double(part) / 8
        let px = x[index] + (x[index + 1] - x[index]) * share
        let py = y[index] + (y[index + 1] - y[index]) * share
        if let (column, row) = place(px, py, canvas.dotColumns, canvas.dotRows) {
          canvas.dot(column, row, style: palette.series(0))
        }
      }
    }
    canvas.draw(into: &frame, area: grid)
    let left = NumberFormat.compact(first, significant: 3)
    let right = NumberFormat.compact(last, significant: 3)
    frame.label(
      left, row: grid.endRow, column: grid.column, to: grid.columns, style: palette[.label],
      clip: area, appearance: appearance)
    frame.label(
      right, row: grid.endRow, column: grid.endColumn - DisplayWidth.of(right),
      to: DisplayWidth.of(right), style: palette[.label], clip: area, appearance: appearance)
    frame.label(
      "\(activation ?? "")(z), "
        + appearance.said("this neuron at \(appearance.glyphs == .unicode ? "●" : "O")"),
      row: grid.endRow + 1, column: grid.column, to: grid.columns, style: palette[.dim],
      clip: area, appearance: appearance)
    if let point, let (column, row) = place(point.x, point.y, grid.columns, grid.rows) {
      frame.put(
        appearance.glyphs == .unicode ? "●" : "O", row: grid.row + row,
        column: grid.column + column, style: palette[.accent], clip: area)
    }
  }
}
