// The panes that plot lines over the training: loss and plots.

extension KeyTable {
  static let series = KeyContext(
    "series", "In the loss and plots panes", rank: .focus,
    actions: [
      KeyAction("cursor.left", ["Left"], "read the values further left, in all plots") {
        $0.moveSeriesCursor(by: -1)
      },
      KeyAction("cursor.right", ["Right"], "further right") { $0.moveSeriesCursor(by: 1) },
      KeyAction("cursor.far-left", ["["], "ten times as far left") {
        $0.moveSeriesCursor(by: -10)
      },
      KeyAction("cursor.far-right", ["]"], "ten times as far right") {
        $0.moveSeriesCursor(by: 10)
      },
      KeyAction("cursor.first", ["Home"], "read the first values") {
        $0.placeSeriesCursor(atEnd: false)
      },
      KeyAction("cursor.last", ["End"], "read the last values") {
        $0.placeSeriesCursor(atEnd: true)
      },
      KeyAction("series.zoom-in", ["+", "="], "zoom in, at the cursor or at the end") {
        $0.zoomSeries(by: 0.5)
      },
      KeyAction("series.zoom-out", ["-"], "zoom out") { $0.zoomSeries(by: 2) },
      KeyAction("series.pan-left", ["<", ","], "what is zoomed into: earlier") {
        $0.panSeries(by: -0.25)
      },
      KeyAction("series.pan-right", [">", "."], "later; at the end it follows the training") {
        $0.panSeries(by: 0.25)
      },
      KeyAction("series.log-y", ["l"], "y logarithmic or linear") { $0.toggleLogY() },
      KeyAction("series.log-x", ["L"], "x logarithmic or linear") { $0.toggleLogX() },
      KeyAction("series.unit", ["x"], "x by step, epoch or time") { $0.turnXUnit() },
      KeyAction("series.smooth", ["w"], "smooth by 0.6, 0.9, 0.97, 0.99 or not") {
        $0.turnSmoothing()
      },
      KeyAction("series.reset", ["0"], "all as it was asked for, without cursor") {
        $0.resetSeries()
      },
    ]
  ) { $0.focus.map { AppState.seriesPanes.contains($0) } == true && $0.overlay == nil }
}
