// The words that read the chosen place of a plot of data, with the exact value.

import Notebook
import Plotting

extension Picture {
  /// What the chosen place holds, from the longest words to the shortest; empty where nothing is
  /// chosen or the chart itself says it.
  var readouts: [String] {
    guard let cursor else { return orderWords.map { [$0] } ?? [] }
    var words: [String]
    switch plot.content {
    case .matrix(let matrix): words = reading(matrix)
    case .histogram(_, let lower, let upper, let counts):
      words = reading(cursor, lower: Double(lower), upper: Double(upper), counts)
    case .probabilities(let choices):
      let choice = choices.choices[cursor]
      let probability = NumberFormat.compact(choice.probability, significant: 9)
      words = [
        "\"\(choice.label)\" (choice \(choice.index)): p \(probability)",
        "\"\(choice.label)\": p \(probability)", "p \(probability)",
      ]
    case .contour(let contour): words = reading(contour)
    case .scatter(let picture): words = reading(picture)
    case .boundary(let boundary): words = reading(boundary)
    default: words = []
    }
    if let orderWords {
      words = (words.first.map { ["\($0)  \(orderWords)"] } ?? [orderWords]) + words
    }
    return words
  }

  /// `W[3, 5] = 0.25`
  private func reading(_ matrix: MatrixView) -> [String] {
    guard let place, let cursor else { return [] }
    let indices =
      matrix.leading
      + [matrix.firstRow &+ place.row, matrix.firstColumn &+ place.column]
    // A vector is a matrix of one row, a number one of one element.
    let shown = indices.suffix(matrix.shape.count).map(String.init).joined(separator: ", ")
    let name = plot.title.isEmpty ? matrix.name : plot.title
    let value = Self.exact(matrix.values[cursor])
    let index = matrix.shape.isEmpty ? "" : "[\(shown)]"
    let words = ["\(name)\(index) = \(value)", "\(index) = \(value)", value]
    let names = [matrix.rowNames[safe: place.row], matrix.columnNames[safe: place.column]]
      .compactMap { $0 }
    guard !names.isEmpty else { return words }
    return ["\(names.joined(separator: ", ")): \(value)"] + words.dropFirst()
  }

  /// `-0.5 … -0.4: 12 of 400 (3.0 %)`
  private func reading(_ bin: Int, lower: Double, upper: Double, _ counts: [Int]) -> [String] {
    func edge(_ index: Int) -> String {
      Self.between(lower, upper, Double(index) / Double(max(1, counts.count)))
    }
    let all = counts.reduce(0.0) { $0 + Double(max(0, $1)) }
    let count = NumberFormat.grouped(counts[bin])
    let range = "\(edge(bin)) … \(edge(bin + 1)): \(count)"
    guard all > 0 else { return [range, count] }
    let share = NumberFormat.fixed(Double(counts[bin]) / all * 100, decimals: 1)
    let whole = all < 1e15 ? NumberFormat.grouped(Int(all)) : NumberFormat.compact(all)
    return ["\(range) of \(whole) (\(share) %)", range, count]
  }

  /// `w 1.5, b -0.25: 0.693147`
  private func reading(_ contour: LossContour) -> [String] {
    guard let place, let cursor else { return [] }
    let x = Self.coordinate(place.column, of: grid.columns, contour.x)
    let y = Self.coordinate(place.row, of: grid.rows, contour.y, isDown: true)
    let value = Self.exact(contour.values[cursor])
    return [
      "\(contour.xName) \(x), \(contour.yName) \(y): \(value)", "\(x), \(y): \(value)", value,
    ]
  }

  /// `x 0.5, y -1: P(1) 0.73` or `x 0.5, y -1: class 2, ahead by 0.31`
  private func reading(_ boundary: DecisionBoundary) -> [String] {
    guard let place, let cursor else { return [] }
    let x = Self.coordinate(place.column, of: grid.columns, boundary.x)
    let y = Self.coordinate(place.row, of: grid.rows, boundary.y, isDown: true)
    let isProbability =
      (PlotDrawing.chart(for: plot) as? BoundaryChart)?.isProbability ?? false
    var value = Self.exact(boundary.values[cursor])
    value = isProbability ? "P(1) \(value)" : "class \(value)"
    if !isProbability, boundary.margins.indices.contains(cursor) {
      value += ", ahead by \(Self.exact(boundary.margins[cursor]))"
    }
    return ["x \(x), y \(y): \(value)", value]
  }

  /// Where a row or column of a grid lies that spans a range from edge to edge.
  private static func coordinate(
    _ index: Int, of count: Int, _ range: ClosedRange<Float>, isDown: Bool = false
  ) -> String {
    let part = count > 1 ? Double(index) / Double(count - 1) : 0
    return between(
      Double(range.lowerBound), Double(range.upperBound), isDown ? 1 - part : part)
  }

  private static func between(_ low: Double, _ high: Double, _ share: Double) -> String {
    let value = low * (1 - share) + high * share
    // What is left of a zero by rounding is none.
    let isZero = value.magnitude < max(low.magnitude, high.magnitude) * 1e-12
    return NumberFormat.compact(isZero ? 0 : value)
  }

  /// The shortest digits that name the number.
  static func exact(_ value: Float) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
