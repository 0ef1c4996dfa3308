// Links between two columns of tokens: attention's head view (Vig 2019, "BertViz").

public import Screen

/// Queries at the left, keys at the right, a line for every weight that is worth one. The chosen
/// query's links are bright and their weights are written out, with a bar for every head.
public struct LinksChart: Chart, Hashable {
  public var title: String
  public var left: [String]
  public var right: [String]
  /// Row-major, `left × right`.
  public var values: [Double]
  public var masked: [Bool]
  /// The chosen query.
  public var selected: Int?
  /// The key that is pointed at.
  public var pointed: Int?
  /// By head, the chosen query's weights of all keys.
  public var strips: [[Double]]
  /// Which of `strips` the lines are of.
  public var strip: Int
  /// Weights below this share of one have no line unless the query is chosen.
  public static let faintest = 0.1

  public init(
    title: String = "", left: [String], right: [String], values: [Double], masked: [Bool] = [],
    selected: Int? = nil, pointed: Int? = nil, strips: [[Double]] = [], strip: Int = 0
  ) {
    self.title = title
    self.left = left
    self.right = right
    self.values = values
    self.masked = masked
    self.selected = selected
    self.pointed = pointed
    self.strips = strips
    self.strip = strip
  }

  public func naturalRows(columns: Int) -> Int { max(left.count, right.count) + 2 }

  func value(_ row: Int, _ column: Int) -> Double {
    guard left.indices.contains(row), right.indices.contains(column) else { return .nan }
    let place = row * right.count + column
    return place < values.count ? values[place] : .nan
  }

  func isMasked(_ row: Int, _ column: Int) -> Bool {
    let place = row * right.count + column
    return masked.indices.contains(place) && masked[place]
  }

  /// Where the parts are.
  struct Layout {
    let body: Rect
    let spacing: Int
    let leftWidth: Int
    let rightWidth: Int
    let numberWidth: Int
    let stripWidth: Int
    let canvas: Rect
    /// The rows that show.
    let first: Int
    let count: Int

    init(_ chart: LinksChart, _ area: Rect, _ appearance: Appearance) {
      let total = max(chart.left.count, chart.right.count)
      let hasTitle = area.rows >= 3
      body = Rect(
        column: area.column, row: area.row + (hasTitle ? 2 : 0), columns: area.columns,
        rows: max(0, area.rows - (hasTitle ? 2 : 0)))
      func width(_ labels: [String]) -> Int {
        labels.map { DisplayWidth.of(appearance.text($0)) }.max() ?? 0
      }
      let share = max(1, area.columns / 4)
      leftWidth = min(max(5, width(chart.left)), share)
      rightWidth = min(width(chart.right), share)
      numberWidth = area.columns >= 24 ? 6 : 0
      let heads = chart.strips.count > 1 ? chart.strips.count + 2 : 0
      stripWidth = heads <= area.columns / 4 ? heads : 0
      // Wide screens do not need endless lines.
      let room = area.columns - leftWidth - rightWidth - numberWidth - stripWidth - 4
      canvas = Rect(
        column: area.column + leftWidth + 1, row: body.row, columns: max(0, min(room, 72)),
        rows: body.rows)
      spacing = total > 0 ? max(1, min(2, body.rows / max(1, total))) : 1
      count = min(total, max(0, body.rows / spacing))
      let place = chart.selected ?? 0
      first = max(0, min(place - count / 2, total - count))
    }

    func row(_ index: Int) -> Int { body.row + (index - first) * spacing }
    func shows(_ index: Int) -> Bool { index >= first && index < first + count }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    guard !left.isEmpty, !right.isEmpty else {
      frame.label(
        appearance.title(title.isEmpty ? "no data yet" : "\(title): no data yet"), row: area.row,
        column: area.column, to: area.columns, style: palette[.dim], clip: area,
        appearance: appearance)
      return
    }
    let layout = Layout(self, area, appearance)
    drawHeads(into: &frame, layout, area, appearance)
    drawLines(into: &frame, layout, appearance)
    drawTokens(into: &frame, layout, area, appearance)
  }

  private func drawHeads(
    into frame: inout Frame, _ layout: Layout, _ area: Rect, _ appearance: Appearance
  ) {
    guard layout.body.row > area.row else { return }
    let palette = Palette(appearance)
    var text = title
    let total = max(left.count, right.count)
    if layout.count < total {
      text += "  rows \(layout.first)–\(layout.first + layout.count - 1) of \(total)"
    }
    frame.label(
      appearance.title(text), row: area.row, column: area.column, to: area.columns,
      style: palette[.title],
      clip: area, appearance: appearance)
    let row = area.row + 1
    frame.label(
      appearance.said("query"), row: row, column: area.column, to: layout.leftWidth,
      style: palette[.dim],
      right: true, clip: area, appearance: appearance)
    let column = layout.canvas.endColumn + 1
    let room = max(3, layout.rightWidth)
    // The word may begin above the lines where the keys are narrow.
    let key = appearance.said("key")
    let wanted = DisplayWidth.of(appearance.text(key))
    let start = max(area.column + layout.leftWidth + 1, column - max(0, wanted - room))
    let fits = start + wanted <= column + room
    frame.label(
      fits ? key : "k", row: row, column: fits ? start : column,
      to: fits ? column + room - start : room,
      style: palette[.dim], clip: area, appearance: appearance)
    if layout.stripWidth > 0 {
      frame.label(
        appearance.said("heads"), row: row,
        column: column + layout.rightWidth + layout.numberWidth + 1,
        to: layout.stripWidth + 3, style: palette[.dim], clip: area, appearance: appearance)
    }
  }

  /// Faint lines first, the chosen query's last, so that these lie on top.
  private func drawLines(
    into frame: inout Frame, _ layout: Layout, _ appearance: Appearance
  ) {
    var canvas = BrailleCanvas(
      columns: layout.canvas.columns, rows: layout.canvas.rows, glyphs: appearance.glyphs)
    let tall = appearance.glyphs == .unicode ? 4 : 1
    func link(_ query: Int, _ key: Int, style: Style, series: Int, line: BrailleCanvas.Line) {
      let y0 = (query - layout.first) * layout.spacing * tall + (tall > 1 ? 1 : 0)
      let y1 = (key - layout.first) * layout.spacing * tall + (tall > 1 ? 1 : 0)
      canvas.line(
        from: (0, y0), to: (max(0, canvas.dotColumns - 1), y1), style: style, series: series,
        line: line)
    }
    let palette = Palette(appearance)
    // Without colours the others would hide the chosen query's.
    let faintest = selected == nil ? LinksChart.faintest : palette.hasRamps ? 0.25 : 0.5
    var quiet = palette[.dim]
    if palette.hasRamps { quiet.foreground = .palette(240) }
    for query in left.indices where layout.shows(query) && query != selected {
      for key in right.indices {
        let value = value(query, key)
        guard value >= faintest, !isMasked(query, key) else { continue }
        let style = selected == nil ? style(value, palette) : quiet
        link(query, key, style: style, series: 2, line: value >= 0.5 ? .solid : .dotted)
      }
    }
    if let selected, layout.shows(selected) {
      let order = right.indices.filter { value(selected, $0) > 0 && !isMasked(selected, $0) }
        .sorted { value(selected, $0) < value(selected, $1) }
      for key in order {
        let value = value(selected, key)
        guard value >= 0.005 else { continue }
        link(
          selected, key, style: style(value, palette), series: 0,
          line: value >= 0.25 ? .solid : value >= 0.05 ? .dashed : .dotted)
      }
    }
    canvas.draw(into: &frame, area: layout.canvas)
  }

  private func style(_ value: Double, _ palette: Palette) -> Style {
    guard palette.hasRamps else { return Style(bold: value >= 0.25) }
    // The darkest shades are lost as thin lines on a dark ground.
    return Style(foreground: palette.sequential(0.5 + 0.5 * min(1, max(0, value))))
  }

  private func drawTokens(
    into frame: inout Frame, _ layout: Layout, _ area: Rect, _ appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    for query in left.indices where layout.shows(query) {
      let isSelected = query == selected
      frame.label(
        left[query], row: layout.row(query), column: area.column, to: layout.leftWidth,
        style: isSelected ? palette[.selected] : palette[.label], right: true, clip: area,
        appearance: appearance)
    }
    let column = layout.canvas.endColumn + 1
    for key in right.indices where layout.shows(key) {
      let row = layout.row(key)
      frame.label(
        right[key], row: row, column: column, to: layout.rightWidth,
        style: key == pointed ? palette[.selected] : palette[.label], clip: area,
        appearance: appearance)
      guard let selected else { continue }
      let value = value(selected, key)
      let isHidden = isMasked(selected, key)
      let text = isHidden ? glyphs.masked : HeatMap.number(value, 0...1)
      if layout.numberWidth > 0 {
        frame.label(
          text, row: row, column: column + layout.rightWidth + 1, to: layout.numberWidth - 1,
          style: isHidden ? palette[.dim] : value >= 0.25 ? palette[.accent] : .plain, right: true,
          clip: area, appearance: appearance)
      }
      guard layout.stripWidth > 0 else { continue }
      for (head, weights) in strips.enumerated() {
        let weight = weights.indices.contains(key) ? weights[key] : .nan
        let level = nearest(weight * Double(glyphs.bars.count), 0...glyphs.bars.count)
        let mark = isHidden ? glyphs.masked : level == 0 ? " " : glyphs.bars[level - 1]
        frame.put(
          mark, row: row, column: column + layout.rightWidth + layout.numberWidth + 1 + head,
          style: head == strip ? palette[.accent] : palette[.dim], clip: area)
      }
    }
  }

  /// The token under a place of the screen.
  public func place(
    at point: Point, area: Rect, appearance: Appearance
  ) -> (isKey: Bool, index: Int)? {
    let layout = Layout(self, area, appearance)
    guard point.row >= layout.body.row, layout.body.contains(point) else { return nil }
    let index = layout.first + (point.row - layout.body.row) / layout.spacing
    if point.column < layout.canvas.column + layout.canvas.columns / 2 {
      return left.indices.contains(index) ? (false, index) : nil
    }
    return right.indices.contains(index) ? (true, index) : nil
  }
}
