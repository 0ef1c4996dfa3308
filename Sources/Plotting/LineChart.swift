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
  /// Bounds of x, what is zoomed into; nil takes the data's.
  public var xRange: ClosedRange<Double>?
  /// How x is scaled; what is not positive has no place on a log axis.
  public var xScale: Scale.Kind
  /// What x counts, for the axis and the cursor: `epoch`; empty says nothing.
  public var xName: String
  /// The x whose values are read: a line across, the numbers in the header.
  public var cursor: Double?
  /// Whether the x axis has its line and labels: of charts above each other only the last one's.
  public var showsX = true
  /// Whether the axes through 0 are drawn, as functions have them.
  public var showsZero: Bool
  /// What the header adds: `accuracy 0.93`.
  public var asides: [String] = []

  public init(
    title: String = "", series: [ChartSeries], yScale: YScale = .automatic,
    yRange: ClosedRange<Double>? = nil, xRange: ClosedRange<Double>? = nil,
    xScale: Scale.Kind = .linear, xName: String = "", cursor: Double? = nil,
    showsZero: Bool = false
  ) {
    self.showsZero = showsZero
    self.title = title
    self.series = series
    self.yScale = yScale
    self.yRange = yRange
    self.xRange = xRange
    self.xScale = xScale
    self.xName = xName
    self.cursor = cursor
  }

  /// The bounds of all finite values, of the positive ones only when `positive`; nil without any.
  /// A caller that keeps a `StickyRange` feeds it with these.
  public func dataRange(positive: Bool = false) -> ClosedRange<Double>? {
    let bounds = bounds
    return positive ? bounds.positive : bounds.all
  }

  /// What `automatic` comes to for these data.
  public var resolvedScale: Scale.Kind { resolvedScale(bounds) }

  private func resolvedScale(_ bounds: Bounds) -> Scale.Kind {
    switch yScale {
    case .linear: return .linear
    case .log10: return .log10
    case .automatic:
      guard let range = bounds.all, range.lowerBound > 0 else { return .linear }
      return range.upperBound / 100 > range.lowerBound ? .log10 : .linear
    }
  }

  /// The ranges of the values that are seen.
  private struct Bounds {
    var all: ClosedRange<Double>?
    var positive: ClosedRange<Double>?
  }

  /// Both ranges in one pass over the buckets.
  private var bounds: Bounds {
    var (low, high) = (Double.infinity, -Double.infinity)
    var (least, greatest) = (low, high)
    for line in series {
      for bucket in line.buckets[line.places(in: xRange)] where bucket.hasValue {
        if let range = xRange, bucket.x1 < range.lowerBound || bucket.x0 > range.upperBound {
          continue
        }
        if bucket.minimum < low { low = bucket.minimum }
        if bucket.maximum > high { high = bucket.maximum }
        guard bucket.maximum > 0 else { continue }
        greatest = max(greatest, bucket.maximum)
        let positive =
          bucket.minimum > 0
          ? bucket.minimum : bucket.last > 0 ? bucket.last : bucket.maximum
        if positive < least { least = positive }
      }
    }
    return Bounds(
      all: low <= high ? low...high : nil, positive: least <= greatest ? least...greatest : nil)
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    draw(into: &frame, area: area, appearance: appearance, margins: Margins())
  }

  /// Columns that charts above each other keep free alike.
  struct Margins {
    var left = 0
    var right = 0
    /// Whether the rows are scarce.
    var isTight = false
  }

  /// What the chart needs beside its canvas.
  func margins(area: Rect, appearance: Appearance) -> Margins {
    let body = body(of: area)
    let bounds = bounds
    let right = endLabels(columns: body.columns, range: linearRange(bounds), appearance).map(
      \.width
    )
    .max()
    let plot = plotFrame(body, Margins(), bounds, right: right, appearance)
    return Margins(left: plot.gutter, right: right.map { $0 + 1 } ?? 0)
  }

  func draw(into frame: inout Frame, area: Rect, appearance: Appearance, margins: Margins) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let body = body(of: area)
    let bounds = bounds
    if body.rows < area.rows {
      drawHeader(
        into: &frame, area: area, kind: resolvedScale(bounds), appearance: appearance)
    }
    let palette = Palette(appearance)
    guard series.contains(where: { !$0.buckets.isEmpty }) else {
      frame.label(
        appearance.said("no data yet"), row: body.row + body.rows / 2, column: body.column,
        to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
      return
    }
    let (plot, labels) = parts(of: body, bounds, margins, appearance)
    let place = cursorPlace(plot)
    plot.drawAxes(into: &frame, xName: appearance.said(xName), taken: place?.label ?? 0..<0)
    if showsZero { plot.drawZeros(into: &frame) }
    drawCursor(into: &frame, plot: plot)
    drawSeries(into: &frame, plot: plot)
    if plot.canvas.endColumn < body.endColumn {
      drawEndLabels(labels, into: &frame, plot: plot)
    }
  }

  /// The plot's frame and what stands at the ends of the lines.
  private func parts(
    of body: Rect, _ bounds: Bounds, _ margins: Margins, _ appearance: Appearance
  ) -> (plot: PlotFrame, labels: [EndLabel]) {
    let labels = endLabels(columns: body.columns, range: linearRange(bounds), appearance)
    let plot = plotFrame(body, margins, bounds, right: labels.map(\.width).max(), appearance)
    return (plot, labels)
  }

  /// The frame that `draw` has for an area; nil without data.
  func plot(in area: Rect, _ margins: Margins, _ appearance: Appearance) -> PlotFrame? {
    guard series.contains(where: { !$0.buckets.isEmpty }) else { return nil }
    return parts(of: body(of: area), bounds, margins, appearance).plot
  }

  /// What a linear axis spans, nil for a log axis.
  private func linearRange(_ bounds: Bounds) -> ClosedRange<Double>? {
    resolvedScale(bounds) == .linear ? yRange ?? bounds.all : nil
  }

  private func body(of area: Rect) -> Rect {
    let header = area.rows >= 3 ? 1 : 0
    return Rect(
      column: area.column, row: area.row + header, columns: area.columns, rows: area.rows - header)
  }

  private func plotFrame(
    _ body: Rect, _ margins: Margins, _ bounds: Bounds, right: Int?, _ appearance: Appearance
  ) -> PlotFrame {
    let kind = resolvedScale(bounds)
    let seen = kind == .log10 ? bounds.positive : bounds.all
    let range = yRange ?? seen ?? (kind == .log10 ? 0.1...1 : 0...1)
    return PlotFrame(
      area: body, x: horizontal, y: Scale(kind, lower: range.lowerBound, upper: range.upperBound),
      left: margins.left, right: max(margins.right, right.map { $0 + 1 } ?? 0), showsX: showsX,
      isTight: margins.isTight, appearance: appearance)
  }

  private var horizontal: Scale {
    if let range = xRange {
      return Scale(xScale, lower: range.lowerBound, upper: range.upperBound)
    }
    let range = LineChart.extent(of: series, xScale)
    return Scale(xScale, lower: range?.lowerBound ?? 0, upper: range?.upperBound ?? 1)
  }

  /// From the first to the last x, of the positive ones on a log axis; nil without any.
  public static func extent(
    of series: [ChartSeries], _ kind: Scale.Kind = .linear
  ) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for line in series {
      let from = kind == .linear ? 0 : line.buckets.partitioningIndex { $0.x1 > 0 }
      if from < line.buckets.count {
        let bucket = line.buckets[from]
        let first = kind == .linear || bucket.x0 > 0 ? bucket.x0 : bucket.x1
        if first.isFinite { low = min(low, first) }
      }
      if let last = line.buckets.last?.x1, last.isFinite { high = max(high, last) }
    }
    return low <= high ? low...high : nil
  }
}
