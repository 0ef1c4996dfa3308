// A scatter plot as a chart, and how its cursor goes from point to point and reads them.

import Notebook
import Plotting
import Screen

enum ScatterDrawing {
  static func chart(
    _ title: String, _ picture: ScatterPicture, _ axes: PlotAxes, cursor: Int? = nil
  ) -> ScatterChart {
    func kind(_ scale: PlotAxes.Scale) -> Scale.Kind { scale == .log ? .log10 : .linear }
    return ScatterChart(
      title: title, xName: picture.xName, yName: picture.yName, valueName: picture.valueName,
      points: (0..<picture.count).map { index in
        ScatterPoint(
          x: Double(picture.x[index]), y: Double(picture.y[index]),
          value: index < picture.values.count ? Double(picture.values[index]) : .nan)
      }, xScale: kind(axes.xScale), yScale: kind(axes.yScale), selected: cursor)
  }
}

extension Picture {
  /// `lenet: rates 0.1, scores 0.25, decays 1e-5`
  func reading(_ picture: ScatterPicture) -> [String] {
    guard let cursor, cursor < picture.count else { return [] }
    let name = cursor < picture.names.count ? picture.names[cursor] : "point \(cursor)"
    let (x, y) = (Self.exact(picture.x[cursor]), Self.exact(picture.y[cursor]))
    var words = "\(picture.xName) \(x), \(picture.yName) \(y)"
    var short = "\(x), \(y)"
    if cursor < picture.values.count {
      let value = Self.exact(picture.values[cursor])
      words += ", \(picture.valueName) \(value)"
      short += ", \(value)"
    }
    return ["\(name): \(words)", "\(name): \(short)", short]
  }

  /// Where points lie on their axes, as they are drawn.
  static func positions(_ values: [Float], _ scale: PlotAxes.Scale) -> [Double] {
    guard scale == .log else { return values.map(Double.init) }
    // The binary logarithm orders and spaces them as the decimal one does.
    return values.map { value in
      guard value.isFinite, value > 0 else { return .nan }
      let (exponent, significand) = (Double(value.exponent), Double(value.significand))
      // Between powers of two a straight line is near enough to find neighbours.
      return exponent + significand - 1
    }
  }

  /// The point nearest in a direction; the same one where there is none.
  static func nearest(
    _ x: [Double], _ y: [Double], to index: Int, _ columns: Int, _ rows: Int
  ) -> Int {
    func span(_ values: [Double]) -> Double {
      let finite = values.filter(\.isFinite)
      guard let low = finite.min(), let high = finite.max(), high > low else { return 1 }
      return high - low
    }
    let (wide, high) = (span(x), span(y))
    let count = min(x.count, y.count)
    guard index < count else { return index }
    var best = (index: index, distance: Double.infinity)
    for other in 0..<count where other != index {
      let across = (x[other] - x[index]) / wide
      let up = (y[other] - y[index]) / high
      let along = columns != 0 ? across * Double(columns.signum()) : -up * Double(rows.signum())
      let beside = columns != 0 ? up : across
      guard along > 0 else { continue }
      let distance = along * along + 4 * beside * beside
      if distance < best.distance { best = (other, distance) }
    }
    return best.index
  }
}
