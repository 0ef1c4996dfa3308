// The keys that hold everywhere: help, what runs, the system, the line editor's own.

extension KeyTable {
  static let everywhere = KeyContext(
    "everywhere", "Keys", rank: .everywhere, takesText: true,
    actions: [
      KeyAction(
        "app.help", ["F1", "Alt-h", "^X h"], "help; again to close", isFixed: true
      ) { $0.toggleHelp() },
      KeyAction(
        "app.interrupt", ["^C"], "stop what runs, or clear the line", isFixed: true
      ) { $0.interrupt() },
      KeyAction("app.suspend", ["^Z"], "to the shell; fg comes back") { _ in [.suspend] },
      KeyAction("app.redraw", ["^L"], "redraw the screen") { _ in [.redraw] },
      KeyAction("run.pause", ["Alt-p", "^X p"], "pause the training, or go on") {
        $0.pauseOrGoOn()
      },
      KeyAction(
        "walk.keys", ["Alt-s", "^X s"], "single keys on and off, while walking a program"
      ) { $0.toggleSingleKeys() },
      KeyAction("app.editor", ["Alt-e", "^X e"], "the line or the cell in $VISUAL or $EDITOR") {
        $0.editExternally()
      },
      KeyAction(
        "view.theme", ["^X t"], "colours for a light background, or for a dark one"
      ) { $0.switchTheme() },
      .editor(["Tab"], "complete the word"),
      .editor(["^R"], "search the history"),
    ]
  ) { _ in true }

  static let emptyPrompt = KeyContext(
    "empty", "While the line is empty", rank: .prompt, takesText: true,
    actions: [
      KeyAction("app.quit", ["^D"], "quit (on an empty line)", isFixed: true) { _ in [.quit] }
    ]
  ) { $0.overlay != .help && $0.isLineEmpty }

  static let replay = KeyContext(
    "replay", "While a session is replayed", rank: .prompt,
    actions: [
      KeyAction("replay.next", ["Space"], "next cell") { _ in [.replayNext] },
      KeyAction("replay.take-over", ["Esc"], "take over; so does any command") {
        $0.takeOverReplay()
      },
    ]
  ) { $0.overlay != .help && $0.isLineEmpty && $0.isReplaying }

  static let help = KeyContext(
    "help", "In this help", rank: .overlay,
    actions: [
      KeyAction("help.close", ["Esc", "q"], "close", isFixed: true) { $0.closeOverlay() },
      KeyAction("help.up", ["Up"], "up") { $0.moveCursor(0, -1) },
      KeyAction("help.down", ["Down"], "down") { $0.moveCursor(0, 1) },
    ]
  ) { $0.overlay == .help }
}
