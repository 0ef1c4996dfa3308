// Layouts, the panes and what moves within any of them.

extension KeyTable {
  /// Everywhere too, under a heading of their own.
  static let panes = KeyContext(
    "panes", "Panes and layouts", rank: .everywhere, takesText: true,
    actions: [
      layout(.notebook, ["F2", "Alt-1", "^X 1"], "layout notebook (chooses itself)"),
      layout(.training, ["F3", "Alt-2", "^X 2"], "layout training"),
      layout(.debugging, ["F4", "Alt-3", "^X 3"], "layout debugging"),
      layout(.attention, ["F5", "Alt-4", "^X 4"], "layout attention"),
      layout(.lecture, ["Alt-5", "^X 5"], "layout lecture, for a projector"),
      KeyAction("pane.next", ["F6", "Alt-o", "^X o"], "next pane; its keys are arrows") {
        $0.nextPane()
      },
      KeyAction("pane.previous", ["Alt-O", "^X O"], "previous pane") { $0.nextPane(by: -1) },
      KeyAction("pane.cells", ["^X c"], "to the cells, to edit, run, move and search them") {
        $0.enterCells()
      },
      KeyAction("pane.zoom", ["Alt-z", "^X z"], "the pane alone on the screen; again, all") {
        $0.zoom()
      },
      KeyAction("pane.wider", ["^X >"], "wider; dragging a rule resizes too") {
        $0.widen(by: 4)
      },
      KeyAction("pane.narrower", ["^X <"], "narrower") { $0.widen(by: -4) },
      KeyAction("pane.taller", ["^X +"], "taller") { $0.heighten(by: 2) },
      KeyAction("pane.shorter", ["^X -"], "shorter") { $0.heighten(by: -2) },
      KeyAction("pane.reset", ["^X ="], "sizes and places as the layout has them") {
        $0.resetArrangement()
      },
      KeyAction("pane.focus-left", ["^X Left"], "to the pane at the left") {
        $0.focusNeighbour(-1, 0)
      },
      KeyAction("pane.focus-right", ["^X Right"], "at the right") { $0.focusNeighbour(1, 0) },
      KeyAction("pane.focus-up", ["^X Up"], "above") { $0.focusNeighbour(0, -1) },
      KeyAction("pane.focus-down", ["^X Down"], "below") { $0.focusNeighbour(0, 1) },
      KeyAction("pane.move-left", ["^X H"], "change places with the pane at the left") {
        $0.movePane(-1, 0)
      },
      KeyAction("pane.move-right", ["^X L"], "at the right") { $0.movePane(1, 0) },
      KeyAction("pane.move-up", ["^X K"], "above") { $0.movePane(0, -1) },
      KeyAction("pane.move-down", ["^X J"], "below") { $0.movePane(0, 1) },
      KeyAction("pane.page-up", ["PgUp", "^X u"], "scroll back") { $0.page(-1) },
      KeyAction("pane.page-down", ["PgDn", "^X d"], "scroll on") { $0.page(1) },
    ]
  ) { _ in true }

  private static func layout(
    _ preset: Layout.Preset, _ keys: [String], _ summary: String
  ) -> KeyAction {
    KeyAction("layout.\(preset.rawValue)", keys, summary) { $0.choose(preset) }
  }

  static let pane = KeyContext(
    "pane", "In a pane", rank: .pane,
    actions: [
      KeyAction("pane.up", ["Up"], "up") { $0.moveCursor(0, -1) },
      KeyAction("pane.down", ["Down"], "down") { $0.moveCursor(0, 1) },
      KeyAction("pane.first", ["Home"], "first") { $0.moveRows(by: -1_000_000) },
      KeyAction("pane.last", ["End"], "last") { $0.moveRows(by: 1_000_000) },
      KeyAction("pane.leave", ["Esc"], "back to the prompt", isFixed: true) { $0.leavePane() },
    ]
  ) { $0.focus != nil && $0.overlay != .help }
}
