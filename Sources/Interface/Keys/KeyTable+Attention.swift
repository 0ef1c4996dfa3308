// The attention pane.

extension KeyTable {
  static let attention = KeyContext.pane(
    .attention, "In the attention pane",
    actions: [
      KeyAction("attention.left", ["Left"], "previous key token") { $0.moveCursor(-1, 0) },
      KeyAction("attention.right", ["Right"], "next key token") { $0.moveCursor(1, 0) },
      KeyAction("attention.next-head", ["PgDn"], "next head") {
        $0.turn(by: 1)
        return []
      },
      KeyAction("attention.previous-head", ["PgUp"], "previous head") {
        $0.turn(by: -1)
        return []
      },
    ])
}
