// Lines over training steps: the loss and whatever else is recorded. Drawing the canvas is in
// LineChart+Canvas.swift, the words around it in LineChart+Labels.swift.

public import Screen

/// Series over a common x axis, drawn as the minimum and maximum of each column.
///
/// NaN is a gap with `!` on the bottom border and a count in the legend, infinities are arrows on
/// the borders, what is not positive is `≤` below a log axis. Nothing is connected across a gap.
public struct LineChart: Chart, Hashable {
  /// How y is scaled.
  public enum YScale: Hashable, Sendable {
    case linear, log10
    /// Logarithmic when everything is positive and spans more than two decades.
    case automatic
  }

  public var title: String
  public var series: [ChartSeries]
  public var yScale: YScale
  /// Bounds of y, for instance a `StickyRange`'s; nil takes the data's.
  public var yRange: ClosedRange<Double>?
  /// Bounds of x; nil takes the data's.
  public var xRange: ClosedRange<Double>?
  /// Whether the axes through 0 are drawn, as functions have them.
  public var showsZero: Bool

  public init(
    title: String = "", series: [ChartSeries], yScale: YScale = .automatic,
    yRange: ClosedRange<Double>? = nil, xRange: ClosedRange<Double>? = nil,
    showsZero: Bool = false
  ) {
    self.showsZero = showsZero
    self.title = title
    self.series = series
    self.yScale = yScale
    self.yRange = yRange
    self.xRange = xRange
  }

  /// The bounds of all finite values, of the positive ones only when `positive`; nil without any.
  /// A caller that keeps a `StickyRange` feeds it with these.
  public func dataRange(positive: Bool = false) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for bucket in series.lazy.flatMap(\.buckets) where bucket.hasValue {
      for value in [bucket.minimum, bucket.maximum, bucket.last] where value.isFinite {
        if positive && value <= 0 { continue }
        low = min(low, value)
        high = max(high, value)
      }
    }
    return low <= high ? low...high : nil
  }

  /// What `automatic` comes to for these data.
  public var resolvedScale: Scale.Kind {
    switch yScale {
    case .linear: return .linear
    case .log10: return .log10
    case .automatic:
      guard let range = dataRange(), range.lowerBound > 0 else { return .linear }
      return range.upperBound / 100 > range.lowerBound ? .log10 : .linear
    }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let kind = resolvedScale
    let hasHeader = area.rows >= 3
    if hasHeader { drawHeader(into: &frame, area: area, kind: kind, appearance: appearance) }
    let body = Rect(
      column: area.column, row: area.row + (hasHeader ? 1 : 0), columns: area.columns,
      rows: area.rows - (hasHeader ? 1 : 0))
    let palette = Palette(appearance)
    guard series.contains(where: { !$0.buckets.isEmpty }) else {
      frame.label(
        "no data yet", row: body.row + body.rows / 2, column: body.column, to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
      return
    }
    let bounds = yRange ?? dataRange(positive: kind == .log10) ?? (kind == .log10 ? 0.1...1 : 0...1)
    let labels = endLabels(columns: body.columns, appearance: appearance)
    let plot = PlotFrame(
      area: body, x: xScale,
      y: Scale(kind, lower: bounds.lowerBound, upper: bounds.upperBound),
      right: labels.map(\.width).max().map { $0 + 1 } ?? 0, appearance: appearance)
    plot.drawAxes(into: &frame)
    if showsZero { plot.drawZeros(into: &frame) }
    drawSeries(into: &frame, plot: plot)
    if plot.canvas.endColumn < body.endColumn {
      drawEndLabels(labels, into: &frame, plot: plot)
    }
  }

  private var xScale: Scale {
    if let range = xRange {
      return Scale(.linear, lower: range.lowerBound, upper: range.upperBound)
    }
    var low = Double.infinity
    var high = -Double.infinity
    for line in series {
      if let first = line.buckets.first?.x0, first.isFinite { low = min(low, first) }
      if let last = line.buckets.last?.x1, last.isFinite { high = max(high, last) }
    }
    return low <= high
      ? Scale(.linear, lower: low, upper: high) : Scale(.linear, lower: 0, upper: 1)
  }
}
