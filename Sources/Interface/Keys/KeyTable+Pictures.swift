// The plots pane: choosing a plot, and looking around in a plot of data.

extension KeyTable {
  static let plots = KeyContext.pane(
    .plots, "In the plots pane",
    actions: [
      KeyAction("plot.next", ["Tab"], "next plot") { $0.choosePlot(by: 1) },
      KeyAction("plot.previous", ["Shift-Tab"], "previous plot") { $0.choosePlot(by: -1) },
      KeyAction("plot.alone", ["Enter"], "the plot alone in the pane; again, all") {
        $0.zoomPlot()
      },
    ])

  static let pictures = KeyContext(
    "picture", "In a plot of data: cells, tiles, words, tokens, bars", rank: .focus,
    actions: [
      KeyAction("picture.left", ["Left"], "read what is at the left") {
        $0.movePicture(-1, 0)
      },
      KeyAction("picture.right", ["Right"], "at the right") { $0.movePicture(1, 0) },
      KeyAction("picture.up", ["Up"], "above") { $0.movePicture(0, -1) },
      KeyAction("picture.down", ["Down"], "below") { $0.movePicture(0, 1) },
      KeyAction("picture.first", ["Home"], "the first") { $0.endPicture(isLast: false) },
      KeyAction("picture.last", ["End"], "the last") { $0.endPicture(isLast: true) },
      KeyAction("picture.page-up", ["PgUp"], "a page up; on a map the word before") {
        $0.pagePicture(-1)
      },
      KeyAction("picture.page-down", ["PgDn"], "a page down; on a map the next word") {
        $0.pagePicture(1)
      },
    ]
  ) { $0.focus == .plots && $0.overlay == nil && $0.chosenPicture != nil }

  /// Single keys, which walk a program, come first.
  static let sorting = KeyContext(
    "sorting", "In a matrix, a confusion or probabilities", rank: .focus,
    actions: [
      KeyAction("picture.sort", ["s"], "rows by the chosen column: greatest, least, as they were") {
        $0.sortPicture()
      }
    ]
  ) {
    $0.focus == .plots && $0.overlay == nil && !$0.singleKeysHold
      && $0.chosenPicture?.isSortable == true
  }
}
