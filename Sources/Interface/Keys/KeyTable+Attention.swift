// The attention pane.

extension KeyTable {
  static let attention = KeyContext.pane(
    .attention, "In the attention pane",
    actions: [
      KeyAction("attention.next-view", ["v"], "next view: map, heads, model, neuron, stages") {
        $0.turnView(by: 1)
      },
      KeyAction("attention.previous-view", ["V"], "previous view") { $0.turnView(by: -1) },
      KeyAction("attention.left", ["Left"], "previous key token, or head") {
        $0.moveCursor(-1, 0)
      },
      KeyAction("attention.right", ["Right"], "next key token; Up and Down: query, or layer") {
        $0.moveCursor(1, 0)
      },
      KeyAction(
        "attention.open", ["Enter"], "open: a thumbnail's map, a query's q · k, back to the map"
      ) { $0.openAttention() },
      KeyAction("attention.next-head", ["l", "Tab"], "next head") { $0.turn(by: 1) },
      KeyAction("attention.previous-head", ["h", "Shift-Tab"], "previous head") {
        $0.turn(by: -1)
      },
      KeyAction("attention.next-layer", ["PgDn"], "next layer") { $0.turnLayer(by: 1) },
      KeyAction("attention.previous-layer", ["PgUp"], "previous layer") { $0.turnLayer(by: -1) },
      KeyAction("attention.back-in-time", ["["], "the step before, of those that are kept") {
        $0.turnStep(by: -1)
      },
      KeyAction("attention.on-in-time", ["]"], "the step after; the last is now") {
        $0.turnStep(by: 1)
      },
      KeyAction("attention.first-step", ["Home"], "the first step that is kept") {
        $0.turnStep(by: -1_000_000)
      },
      KeyAction("attention.now", ["End"], "now") { $0.goToStep(nil) },
      KeyAction("attention.gradient", ["g"], "∂L/∂A beside A, on and off") {
        $0.toggleGradient()
      },
      KeyAction("attention.pool", ["z"], "a large map: scrolled, or pooled and whole") {
        $0.togglePooling()
      },
      KeyAction("attention.next-sequence", ["b"], "next sequence of the batch") {
        $0.turnSequence(by: 1)
      },
      KeyAction("attention.previous-sequence", ["B"], "previous sequence") {
        $0.turnSequence(by: -1)
      },
      KeyAction("attention.next-stage", ["."], "next stage, when not all have room") {
        $0.turnStage(by: 1)
      },
      KeyAction("attention.previous-stage", [","], "previous stage") { $0.turnStage(by: -1) },
    ])
}
