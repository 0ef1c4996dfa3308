// Single keys: gdb's letters while a program is being walked.

extension KeyTable {
  static let singleKeys = KeyContext(
    "walking", "Single keys (Alt-s), while walking a program; any other key types", rank: .prompt,
    actions: [
      command("walk.step", "s", "step", "one instruction"),
      command("walk.next", "n", "next", "over the layer"),
      command("walk.finish", "f", "finish", "out of the layer"),
      command("walk.continue", "c", "continue", "run on, to the next breakpoint"),
      command("walk.backward", "b", "backward", "to the backward pass's end"),
      command("walk.back-step", "S", "back step", "one instruction back"),
      command("walk.back-next", "N", "back next", "back over the layer"),
      command("walk.back-finish", "F", "back finish", "back out of the layer"),
      command(
        "walk.back-continue", "C", "back continue", "run back, to the last stop of a breakpoint"),
      command(
        "walk.back-backward", "B", "back backward", "back to the backward pass's beginning"),
    ]
  ) { $0.overlay != .help && $0.isLineEmpty && $0.singleKeysHold }

  /// A verb under a key.
  private static func command(
    _ name: String, _ key: String, _ command: String, _ summary: String
  ) -> KeyAction {
    KeyAction(name, [key], summary) { $0.command(command) }
  }
}
