// Series as text with the axes that were asked for: the part that is shown, epochs, the smoothed
// course's end. Seconds are measured and stay out of it.

extension PlotText {
  /// `60 points, 1.1 → 0.15, min 0.15, max 1.1, smoothed by 0.9 to 0.17, epochs 0.1 … 7.5`
  static func series(_ series: SeriesSnapshot, _ axes: PlotAxes) -> String {
    var shown = series
    if let range = axes.range, axes.unit != .time {
      let isInside = { (bucket: SeriesSnapshot.Bucket) in
        series.x(step: Double(bucket.lastStep), axes.unit) >= range.lowerBound
          && series.x(step: Double(bucket.firstStep), axes.unit) <= range.upperBound
      }
      shown.buckets = SeriesSnapshot.Buckets(series.finest.filter(isInside))
    }
    var text = Self.series(shown)
    guard let first = shown.buckets.first, let last = shown.buckets.last else { return text }
    if axes.smoothing > 0 {
      let all = series.finest
      let course = SeriesSnapshot.smoothed(all, weight: axes.smoothing)
      if let place = all.lastIndex(where: { $0.lastStep <= last.lastStep }) {
        text += ", smoothed by \(NumberText.short(axes.smoothing)) "
        text += "to \(NumberText.short(course[place]))"
      }
    }
    if axes.unit == .epoch {
      let from = series.x(step: Double(first.firstStep), .epoch)
      let to = series.x(step: Double(last.lastStep), .epoch)
      text += ", epochs \(NumberText.short(from)) … \(NumberText.short(to))"
    }
    return text
  }
}
