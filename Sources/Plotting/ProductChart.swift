// One vector against many, feature by feature: attention's neuron view (Vig 2019, "BertViz").

public import Screen

/// The query's vector above, a key a row: its vector, the products, their sum, what the softmax
/// reads and gives. The chosen key is written out in numbers below.
public struct ProductChart: Chart, Hashable {
  public struct Row: Hashable, Sendable {
    public var label: String
    public var vector: [Double]
    public var products: [Double]
    /// q · k
    public var sum: Double
    /// −∞ where masked.
    public var score: Double
    public var weight: Double

    public init(
      label: String, vector: [Double], products: [Double], sum: Double, score: Double,
      weight: Double
    ) {
      self.label = label
      self.vector = vector
      self.products = products
      self.sum = sum
      self.score = score
      self.weight = weight
    }
  }

  public var title: String
  public var label: String
  public var vector: [Double]
  /// Features of the whole vector, of which `vector` may be the first.
  public var depth: Int
  public var rows: [Row]
  public var selected: Int?
  /// What leads from the sum to the score: `scale mask`.
  public var stages: String

  public init(
    title: String = "", label: String, vector: [Double], depth: Int, rows: [Row],
    selected: Int? = nil, stages: String = ""
  ) {
    self.title = title
    self.label = label
    self.vector = vector
    self.depth = depth
    self.rows = rows
    self.selected = selected
    self.stages = stages
  }

  public func naturalRows(columns: Int) -> Int { rows.count + 8 }

  /// The columns of a row.
  struct Layout {
    let label: Int
    let strip: Int
    let number: Int
    let body: Rect
    let detail: Int
    let first: Int
    let count: Int

    init(_ chart: ProductChart, _ area: Rect, _ appearance: Appearance) {
      let names = chart.rows.map { DisplayWidth.of(appearance.text($0.label)) }
      let own = DisplayWidth.of(appearance.text("q=" + chart.label))
      label = min(max(names.max() ?? 0, own), max(3, area.columns / 5))
      number = area.columns >= 40 ? 8 : 6
      let room = area.columns - label - 3 * number - 10
      strip = max(0, min(chart.vector.count, room / 2))
      // Title, heads, the query; below, four lines of numbers.
      let isTall = area.rows >= 12
      detail = isTall ? 5 : 0
      body = Rect(
        column: area.column, row: area.row + 3, columns: area.columns,
        rows: max(0, area.rows - 3 - detail))
      count = min(chart.rows.count, body.rows)
      first = max(0, min((chart.selected ?? 0) - count / 2, chart.rows.count - count))
    }

    var products: Int { label + 1 + strip + 1 }
    var sum: Int { products + strip }
    var weight: Int { sum + 2 * number }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let layout = Layout(self, area, appearance)
    var text = title
    if layout.strip < depth { text += "  \(layout.strip) of \(depth) features show" }
    if layout.count < rows.count {
      text += "  keys \(layout.first)–\(layout.first + layout.count - 1) of \(rows.count)"
    }
    frame.label(
      appearance.title(text), row: area.row, column: area.column, to: area.columns,
      style: palette[.title],
      clip: area, appearance: appearance)
    guard !rows.isEmpty, area.rows >= 4 else { return }
    drawHeads(into: &frame, layout, area, appearance)
    let most = rows.flatMap(\.vector).filter(\.isFinite).map(\.magnitude).max() ?? 0
    let mostProduct = rows.flatMap(\.products).filter(\.isFinite).map(\.magnitude).max() ?? 0
    let own = vector.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let row = area.row + 2
    frame.label(
      "q=" + label, row: row, column: area.column, to: layout.label, style: palette[.accent],
      right: true, clip: area, appearance: appearance)
    strip(
      vector, layout.strip, most: own, row: row, column: area.column + layout.label + 1,
      into: &frame, area, appearance)
    for index in layout.first..<layout.first + layout.count {
      draw(
        rows[index], isSelected: index == selected, row: layout.body.row + index - layout.first,
        most: (most, mostProduct), into: &frame, layout, area, appearance)
    }
    if layout.detail > 0 { drawDetail(into: &frame, layout, area, appearance) }
  }

  private func drawHeads(
    into frame: inout Frame, _ layout: Layout, _ area: Rect, _ appearance: Appearance
  ) {
    let style = Palette(appearance)[.dim]
    func head(_ text: String, _ column: Int, _ width: Int, right: Bool = false) {
      frame.label(
        appearance.said(text), row: area.row + 1, column: area.column + column, to: width,
        style: style,
        right: right, clip: area, appearance: appearance)
    }
    if layout.strip > 0 {
      head("k", layout.label + 1, layout.strip)
      head("q×k", layout.products, layout.strip)
    }
    head("q·k", layout.sum, layout.number, right: true)
    head(stages.isEmpty ? "score" : stages, layout.sum + layout.number, layout.number, right: true)
    head("softmax", layout.weight + 2, layout.number + 9)
  }

  private func draw(
    _ row: Row, isSelected: Bool, row place: Int, most: (vector: Double, product: Double),
    into frame: inout Frame, _ layout: Layout, _ area: Rect, _ appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let isMasked = row.score == -.infinity
    frame.label(
      row.label, row: place, column: area.column, to: layout.label,
      style: isSelected ? palette[.selected] : palette[.label], right: true, clip: area,
      appearance: appearance)
    strip(
      row.vector, layout.strip, most: most.vector, row: place,
      column: area.column + layout.label + 1, into: &frame, area, appearance)
    strip(
      row.products, layout.strip, most: most.product, row: place,
      column: area.column + layout.products, into: &frame, area, appearance)
    func number(_ text: String, _ column: Int, _ style: Style = .plain) {
      frame.label(
        text, row: place, column: area.column + column, to: layout.number - 1, style: style,
        right: true, clip: area, appearance: appearance)
    }
    func compact(_ value: Double) -> String {
      let text = NumberFormat.compact(value, significant: 3)
      return text.utf8.count < layout.number ? text : NumberFormat.compact(value, significant: 2)
    }
    let masked = GlyphSet.of(appearance).masked
    number(compact(row.sum), layout.sum + 1)
    number(
      isMasked ? masked : compact(row.score),
      layout.sum + layout.number + 1, isMasked ? palette[.dim] : .plain)
    number(
      isMasked ? masked : compact(row.weight),
      layout.weight + 1, isMasked ? palette[.dim] : isSelected ? palette[.accent] : .plain)
    frame.put(
      Bar.text(
        row.weight.isFinite ? row.weight : 0,
        columns: max(0, min(20, area.columns - layout.weight - layout.number - 2)), appearance),
      row: place, column: area.column + layout.weight + layout.number + 1,
      style: isSelected ? palette[.accent] : palette[.dim], clip: area)
  }

  /// A cell a feature: a colour, or where there are none a sign whose weight is the magnitude's.
  private func strip(
    _ values: [Double], _ count: Int, most: Double, row: Int, column: Int,
    into frame: inout Frame, _ area: Rect, _ appearance: Appearance
  ) {
    let palette = Palette(appearance)
    for (place, value) in values.prefix(count).enumerated() {
      let part = most > 0 ? value / most : 0
      var cell = Cell(" ")
      if !value.isFinite {
        cell = Cell("!", style: palette[.error])
      } else if palette.hasRamps {
        cell = Cell(" ", style: Style(background: palette.diverging(part)))
      } else {
        cell = Cell(ProductChart.sign(part))
      }
      frame.place(cell, row: row, column: column + place, clip: area)
    }
  }

  /// `#` and `+` above zero, `=` and `-` below, a dot around it.
  static func sign(_ part: Double) -> String {
    if part >= 0.5 { return "#" }
    if part >= 0.1 { return "+" }
    if part <= -0.5 { return "=" }
    if part <= -0.1 { return "-" }
    return "."
  }

  /// The chosen key in numbers.
  private func drawDetail(
    into frame: inout Frame, _ layout: Layout, _ area: Rect, _ appearance: Appearance
  ) {
    guard let selected, rows.indices.contains(selected) else { return }
    let key = rows[selected]
    let palette = Palette(appearance)
    let top = area.endRow - layout.detail + 1
    let cell = 8
    let shown = max(0, min(vector.count, (area.columns - 6) / cell))
    let lines: [(String, [String])] = [
      ("", (0..<shown).map { "[\($0)]" }),
      ("q", vector.prefix(shown).map { NumberFormat.compact($0, significant: 3) }),
      ("k", key.vector.prefix(shown).map { NumberFormat.compact($0, significant: 3) }),
      ("q×k", key.products.prefix(shown).map { NumberFormat.compact($0, significant: 3) }),
    ]
    for (line, (name, cells)) in lines.enumerated() {
      let style = line == 0 ? palette[.dim] : Style.plain
      frame.label(
        name, row: top + line, column: area.column, to: 4, style: palette[.dim], clip: area,
        appearance: appearance)
      for (place, text) in cells.enumerated() {
        frame.label(
          text, row: top + line, column: area.column + 4 + place * cell, to: cell - 1,
          style: style, right: true, clip: area, appearance: appearance)
      }
      if shown < depth {
        frame.label(
          appearance.ellipsis, row: top + line, column: area.column + 4 + shown * cell + 1, to: 3,
          style: palette[.dim], clip: area, appearance: appearance)
      }
    }
  }

  /// The key under a place of the screen.
  public func place(at point: Point, area: Rect, appearance: Appearance) -> Int? {
    let layout = Layout(self, area, appearance)
    guard layout.body.contains(point) else { return nil }
    let index = layout.first + point.row - layout.body.row
    return index < layout.first + layout.count ? index : nil
  }
}
