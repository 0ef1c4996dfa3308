// A scatter plot as text: how many points, where they lie, the first of them.

enum ScatterText {
  /// Points that are written out; the others are counted.
  private static let most = 12

  static func lines(_ title: String, _ picture: ScatterPicture, _ axes: PlotAxes) -> [String] {
    let count = picture.count
    guard count > 0 else { return ["\(title): no points"] }
    let part = count < picture.total ? "\(count) of \(picture.total)" : "\(count)"
    var first = "\(title): \(part) point\(picture.total == 1 ? "" : "s")"
    first += span(", x ", picture.xName, picture.x) + span(", y ", picture.yName, picture.y)
    if !picture.values.isEmpty {
      first += span(", marks ", picture.valueName, picture.values)
    }
    var lines = [first]
    // On logarithmic axes a straight line is not what the numbers of a correlation tell.
    let isPlain = axes.xScale != .log && axes.yScale != .log
    if isPlain, let correlation = picture.correlation {
      lines.append("  correlation \(NumberText.short(correlation))")
    }
    let rows = (0..<min(count, most)).map { index -> [String] in
      let name = index < picture.names.count ? VisibleText.line(picture.names[index]) : "\(index)"
      return [name, NumberText.short(picture.x[index]), NumberText.short(picture.y[index])]
        + (index < picture.values.count ? [NumberText.short(picture.values[index])] : [])
    }
    var widths = [0, 0, 0, 0]
    for row in rows {
      for (place, word) in row.enumerated() {
        widths[place] = max(widths[place], VisibleText.width(word))
      }
    }
    for row in rows {
      let words = row.enumerated().map {
        VisibleText.padded($1, to: widths[$0], right: $0 > 0)
      }
      lines.append("  " + words.joined(separator: "  "))
    }
    if count > most { lines.append("  … \(count - most) more") }
    return lines
  }

  /// `, x rates 0.01 … 1.28`
  private static func span(_ start: String, _ name: String, _ values: [Float]) -> String {
    let finite = values.filter(\.isFinite)
    var text = start + VisibleText.line(name)
    if let low = finite.min(), let high = finite.max() {
      text += " \(NumberText.short(low)) … \(NumberText.short(high))"
    }
    if finite.count < values.count { text += ", NaN or infinite \(values.count - finite.count)" }
    return text
  }
}
