// Gradient norms of layers over time: a row a layer instead of many crossing lines. Rows are drawn
// in GradientChart+Rows.swift.

public import Screen

/// One layer's gradient norms.
public struct GradientChartRow: Hashable, Sendable {
  public enum Marker: Hashable, Sendable {
    case none
    /// Vanishing.
    case down
    /// Exploding.
    case up
  }

  public var name: String
  public var norms: [ChartBucket]
  public var last: Double
  public var marker: Marker
  /// What clipping left of the last norm; nil without clipping.
  public var clipped: Double?

  public init(
    name: String, norms: [ChartBucket], last: Double, marker: Marker = .none,
    clipped: Double? = nil
  ) {
    self.name = name
    self.norms = norms
    self.last = last
    self.marker = marker
    self.clipped = clipped
  }
}

/// Sparklines on a shared log10 scale with the last value and ▲/▼; beyond twenty layers a heat
/// strip. A norm of exactly zero is `0`, NaN `!` and infinity `↑`, apart from the scale.
public struct GradientChart: Chart, Hashable {
  public var title: String
  public var rows: [GradientChartRow]
  /// The first row shown when they do not fit.
  public var offset: Int
  public var style: RowStyle
  /// The row whose name is marked.
  public var selected: Int?
  /// The step whose column is marked.
  public var cursor: Double?
  /// What the numbers are of: `last`, `step 40`.
  public var moment: String

  /// How a row is drawn.
  public enum RowStyle: Hashable, Sendable {
    /// Sparklines, or a heat strip beyond `mostSparklines` rows.
    case automatic
    case sparklines, strip
  }

  public init(
    title: String = "‖g‖₂", rows: [GradientChartRow], offset: Int = 0,
    style: RowStyle = .automatic, selected: Int? = nil, cursor: Double? = nil,
    moment: String = "last"
  ) {
    self.title = title
    self.rows = rows
    self.offset = offset
    self.style = style
    self.selected = selected
    self.cursor = cursor
    self.moment = moment
  }

  /// Whether rows are shaded.
  var isStrip: Bool {
    switch style {
    case .automatic: rows.count > GradientChart.mostSparklines
    case .sparklines: false
    case .strip: true
    }
  }

  /// More layers than this become a heat strip.
  public static let mostSparklines = 20
  /// Norms smaller than the greatest by more decades than this lie on the bottom.
  static let mostDecades = 12.0

  public func naturalRows(columns: Int) -> Int { rows.count + 1 }

  /// Whole decades around all positive norms, as exponents.
  var decades: ClosedRange<Int> {
    var low = Double.infinity
    var high = 0.0
    for bucket in rows.lazy.flatMap(\.norms) where bucket.hasValue {
      if bucket.maximum > 0 { high = max(high, bucket.maximum) }
      if bucket.maximum > 0 { low = min(low, bucket.minimum > 0 ? bucket.minimum : bucket.maximum) }
    }
    guard high > 0 else { return -1...0 }
    let top = nearest(decimalLogarithm(high).rounded(.up), -320...309)
    let bottom = decimalLogarithm(low).rounded(.down)
    return min(
      nearest(max(bottom, Double(top) - GradientChart.mostDecades), -330...309), top - 1)...top
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let hasHeader = area.rows >= 2
    let body = Rect(
      column: area.column, row: area.row + (hasHeader ? 1 : 0), columns: area.columns,
      rows: area.rows - (hasHeader ? 1 : 0))
    guard !rows.isEmpty else {
      frame.label(
        appearance.said("no data yet"), row: body.row + body.rows / 2, column: body.column,
        to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
      return
    }
    let isPooled = isStrip && rows.count > body.rows
    let layout = Layout(chart: self, area: body, appearance: appearance)
    if hasHeader {
      drawHeader(into: &frame, area: area, pooled: isPooled, layout: layout)
    }
    if isStrip {
      let slots = min(rows.count, body.rows)
      for slot in 0..<slots {
        let group = rows[share(slot, of: slots, over: rows.count)]
        draw(
          group, row: body.row + slot, strip: true,
          isChosen: selected.map { group.indices.contains($0) } ?? false, into: &frame,
          layout: layout)
      }
    } else {
      let window = Window(count: rows.count, offset: offset, room: body.rows)
      for (line, index) in window.items.enumerated() {
        draw(
          rows[index...index], row: body.row + line, strip: false, isChosen: index == selected,
          into: &frame, layout: layout)
      }
      if let note = window.note(appearance) {
        frame.label(
          note, row: body.row + window.items.count, column: body.column, to: body.columns,
          style: palette[.dim], clip: body, appearance: appearance)
      }
    }
  }

  /// `‖g‖₂ log10 [1e-4..1e0]  60 layers, max of 3 a row          last`
  private func drawHeader(
    into frame: inout Frame, area: Rect, pooled: Bool, layout: Layout
  ) {
    let appearance = layout.appearance
    let slots = layout.area.rows
    let palette = Palette(appearance)
    let range = decades
    let bottom = NumberFormat.decade(range.lowerBound)
    let top = NumberFormat.decade(range.upperBound)
    var text = "\(title) log10 [\(bottom)..\(top)]"
    if pooled {
      let most = (rows.count + max(1, slots) - 1) / max(1, slots)
      text += "  \(rows.count) layers, max of \(most) a row"
    }
    text = appearance.title(text)
    let end = area.column + layout.name + layout.line + layout.value
    let moment = appearance.said(moment)
    let word = DisplayWidth.of(moment)
    let hasLast =
      layout.value > 4 && DisplayWidth.of(appearance.text(text)) <= end - word - 1 - area.column
    frame.label(
      text, row: area.row, column: area.column, to: area.columns, style: palette[.title],
      clip: area,
      appearance: appearance)
    if hasLast {
      frame.put(moment, row: area.row, column: end - word, style: palette[.dim], clip: area)
      frame.label(
        appearance.said("clipped"), row: area.row, column: end, to: layout.clipped,
        style: palette[.dim],
        right: true, clip: area, appearance: appearance)
    }
  }
}
