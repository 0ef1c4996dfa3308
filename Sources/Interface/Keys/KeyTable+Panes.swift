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
      KeyAction("pane.next", ["F6", "Alt-o", "^X o"], "next pane; its keys are arrows") {
        $0.nextPane()
      },
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
