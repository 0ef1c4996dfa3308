// How one looks at what is plotted over the training: what is zoomed into, where the cursor reads,
// how the axes are. One value for all panes, so that they stay in step with each other.

public import Notebook

/// A part of an x axis, and a place on it that is read.
public struct Viewport: Hashable, Sendable {
  /// What is read; nil is nothing.
  public var cursor: Double?
  /// How much is seen; nil is all.
  public var width: Double?
  /// Where that ends; nil is the newest, also as it moves on.
  public var end: Double?

  public init(cursor: Double? = nil, width: Double? = nil, end: Double? = nil) {
    self.cursor = cursor
    self.width = width
    self.end = end
  }

  /// The part of `extent` that is seen; nil is all of it.
  func window(in extent: ClosedRange<Double>) -> ClosedRange<Double>? {
    guard let width, width > 0, width < extent.upperBound - extent.lowerBound else { return nil }
    let end = min(max(end ?? extent.upperBound, extent.lowerBound + width), extent.upperBound)
    return end - width...end
  }

  /// The part that is seen, all of it where nothing is zoomed into.
  func visible(in extent: ClosedRange<Double>) -> ClosedRange<Double> {
    window(in: extent) ?? extent
  }

  /// Moves the cursor by so many hundredths of what is seen, by `least` at the least; what is seen
  /// follows it. The first move begins at the end.
  mutating func move(by count: Double, least: Double, in extent: ClosedRange<Double>) {
    let seen = visible(in: extent)
    let unit = max(least, ((seen.upperBound - seen.lowerBound) / 100 / least).rounded() * least)
    let old = cursor.map { min(max($0, extent.lowerBound), extent.upperBound) }
    let start = old ?? (count < 0 ? seen.upperBound + unit : seen.upperBound)
    place(start + count * unit, in: extent)
  }

  /// Puts the cursor somewhere; what is seen follows it.
  mutating func place(_ x: Double, in extent: ClosedRange<Double>) {
    let x = min(max(x, extent.lowerBound), extent.upperBound)
    cursor = x
    guard let seen = window(in: extent), let width, !seen.contains(x) else { return }
    end = x < seen.lowerBound ? x + width : x
  }

  /// Sees more or less, around the cursor where there is one in sight, otherwise the end.
  mutating func zoom(by factor: Double, least: Double, in extent: ClosedRange<Double>) {
    let seen = visible(in: extent)
    let old = seen.upperBound - seen.lowerBound
    let new = max(old * factor, least * 4)
    guard new < extent.upperBound - extent.lowerBound else {
      (width, end) = (nil, nil)
      return
    }
    width = new
    guard let cursor, seen.contains(cursor), old > 0 else {
      // What follows the newest goes on to do so.
      if end != nil { end = seen.upperBound }
      return
    }
    let part = (seen.upperBound - cursor) / old
    let wanted = cursor + part * new
    end = wanted >= extent.upperBound ? nil : wanted
  }

  /// Moves what is seen by a part of its width.
  mutating func pan(by part: Double, in extent: ClosedRange<Double>) {
    guard let seen = window(in: extent), let width else { return }
    let wanted = seen.upperBound + part * width
    end = wanted >= extent.upperBound ? nil : max(wanted, extent.lowerBound + width)
  }
}

/// How series and curves are looked at.
public struct SeriesView: Hashable, Sendable {
  /// Training steps.
  public var steps = Viewport()
  /// The x of plots that are not over training steps.
  public var curves = Viewport()
  /// What was chosen by key instead of what the plot was asked for with.
  public var unit: PlotAxes.Unit?
  public var xScale: PlotAxes.Scale?
  public var yScale: PlotAxes.Scale?
  public var smoothing: Double?

  public init() {}

  /// The axes of a plot that was asked for with `axes`.
  func applied(to axes: PlotAxes) -> PlotAxes {
    var axes = axes
    if let unit { axes.unit = unit }
    if let xScale { axes.xScale = xScale }
    if let yScale { axes.yScale = yScale }
    if let smoothing { axes.smoothing = smoothing }
    return axes
  }

  /// Smoothing goes through these and back to none.
  static let smoothings = [0, 0.6, 0.9, 0.97, 0.99]
}
