// The plots of layers as lines of text: what a session records and what is read without a screen.

enum LayerPlotText {
  /// One line for all: `plot gradients` says each layer's numbers.
  static func strip(_ title: String, _ rows: [GradientRow]) -> [String] {
    let lasts = rows.map(\.last).filter(\.isFinite)
    guard let low = lasts.min(), let high = lasts.max() else { return ["\(title): no layers"] }
    var text = "\(title): \(rows.count) layer\(rows.count == 1 ? "" : "s")"
    if let first = rows.first?.norms.buckets.first, let last = rows.first?.norms.buckets.last {
      text += ", steps \(first.firstStep) … \(last.lastStep)"
    }
    text += ", last ‖g‖ \(NumberText.short(low)) … \(NumberText.short(high))"
    let vanishing = rows.count { $0.verdict == .vanishing }
    let exploding = rows.count { $0.verdict == .exploding }
    if vanishing > 0 { text += ", ▼ \(vanishing) vanishing" }
    if exploding > 0 { text += ", ▲ \(exploding) exploding" }
    return [text]
  }

  static func ratios(_ title: String, _ plot: RatioPlot) -> [String] {
    if plot.rows.isEmpty { return ["\(title): no layers"] }
    var lines = plot.rows.map { row in
      let verdict =
        switch row.verdict {
        case .healthy, .unknown: ""
        case .small: "  ▼ small"
        case .large: "  ▲ large"
        }
      return "\(title) \(row.path): \(PlotText.series(row.ratios))\(verdict)"
    }
    if plot.interval > 1 { lines.append("  every \(plot.interval) steps") }
    if plot.weightStride > 1 { lines.append("  of one weight in \(plot.weightStride)") }
    return lines
  }

  static func profiles(_ title: String, _ profiles: [ProfilePlot]) -> [String] {
    profiles.map { profile in
      let medians = profile.layers.map(\.median).filter(\.isFinite)
      guard let first = profile.layers.first, let last = profile.layers.last,
        let low = medians.min(), let high = medians.max()
      else { return "\(title) \(profile.name): no gradients" }
      return "\(title) \(profile.name): \(profile.layers.count) layers, median ‖g‖ "
        + "\(first.path) \(NumberText.short(first.median)) … \(last.path) "
        + "\(NumberText.short(last.median)), min \(NumberText.short(low)), "
        + "max \(NumberText.short(high))"
    }
  }

  /// Counts of neighbouring bins are added, so that a line holds them.
  private static let groups = 10

  static func distributions(_ title: String, _ plot: DistributionPlot) -> [String] {
    let (low, high) = (NumberText.short(plot.lower), NumberText.short(plot.upper))
    let scale = plot.isMagnitude ? "log10 |x| " : ""
    var lines = ["\(title): step \(plot.step), bins over \(scale)\(low) … \(high)"]
    for row in plot.rows {
      guard let now = row.now else {
        lines.append("  \(row.name): not computed yet")
        continue
      }
      var parts = [
        "\(now.total) value\(now.total == 1 ? "" : "s")", "mean \(NumberText.short(now.mean))",
        "std \(NumberText.short(now.deviation))",
      ]
      if let idle = now.idle {
        parts.append("\(row.idleWord) \(NumberText.short((idle * 1000).rounded() / 10)) %")
      }
      if now.below > 0 { parts.append("below \(now.below)") }
      if now.above > 0 { parts.append("above \(now.above)") }
      if now.nanCount > 0 { parts.append("NaN \(now.nanCount)") }
      if row.stride > 1 { parts.append("one in \(row.stride)") }
      lines.append("  \(row.name): \(parts.joined(separator: ", "))")
      lines.append("    \(grouped(now.counts).map(String.init).joined(separator: " "))")
    }
    return lines
  }

  private static func grouped(_ counts: [UInt32]) -> [Int] {
    let groups = min(Self.groups, counts.count)
    return (0..<groups).map { group in
      let start = group * counts.count / groups
      let end = (group + 1) * counts.count / groups
      return counts[start..<end].reduce(0) { $0 + Int($1) }
    }
  }

  /// More time steps than these are cut in the middle.
  private static let mostTimes = 16

  static func times(_ title: String, _ plot: TimePlot) -> [String] {
    var lines = ["\(title): ‖∂\(plot.loss)/∂h‖ by time, ┃ where it was cut"]
    for row in plot.rows {
      let count = row.places.count
      let half = mostTimes / 2
      let shown =
        count <= mostTimes ? Array(0..<count) : Array(0..<half) + Array(count - half..<count)
      var text = "  \(row.path):"
      for (place, time) in shown.enumerated() {
        if place > 0, shown[place - 1] != time - 1 { text += "  …" }
        if row.cuts.contains(time) { text += "  ┃" }
        let value =
          switch row.places[time] {
          case .norm(let norm): NumberText.short(norm)
          case .pending: "…"
          case .unreached: "–"
          }
        text += "  t\(time) \(value)"
      }
      lines.append(text)
    }
    return lines
  }
}
