// The gradients pane.

extension KeyTable {
  static let gradients = KeyContext.pane(
    .gradients, "In the gradients pane",
    actions: [
      KeyAction("gradients.next", ["g"], "norms, strip, ratios, pinned plots of layers") {
        $0.turnGradients(by: 1)
      },
      KeyAction("gradients.previous", ["G"], "the one before") { $0.turnGradients(by: -1) },
      KeyAction("gradients.up", ["Up"], "choose the layer above") { $0.chooseLayer(by: -1) },
      KeyAction("gradients.down", ["Down"], "the layer below") { $0.chooseLayer(by: 1) },
      KeyAction("gradients.left", ["Left"], "read the numbers of an earlier step") {
        $0.moveStepCursor(by: -1)
      },
      KeyAction("gradients.right", ["Right"], "of a later one; at the end the run is followed") {
        $0.moveStepCursor(by: 1)
      },
    ])
}
