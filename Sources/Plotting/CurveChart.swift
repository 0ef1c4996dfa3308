// Functions of a real variable and their derivatives: y over x, both linear.

public import Screen

/// A named line of a curve chart, a value for each x.
public struct ChartCurve: Hashable, Sendable {
  public var name: String
  public var values: [Double]

  public init(name: String, values: [Double]) {
    self.name = name
    self.values = values
  }
}

/// Curves over common x values.
public struct CurveChart: Chart, Hashable {
  public var title: String
  public var x: [Double]
  public var curves: [ChartCurve]
  public var yRange: ClosedRange<Double>?

  public init(
    title: String = "", x: [Double], curves: [ChartCurve], yRange: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.x = x
    self.curves = curves
    self.yRange = yRange
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let series = curves.map { curve in
      ChartSeries(name: curve.name, points: zip(x, curve.values).map { ($0, $1) })
    }
    LineChart(title: title, series: series, yScale: .linear, yRange: yRange, showsZero: true)
      .draw(into: &frame, area: area, appearance: appearance)
  }
}
