// The debug view: the program's list and the instruction's matrices.

extension KeyTable {
  static let program = KeyContext.pane(
    .program, "In the program's list",
    actions: [
      KeyAction(
        "program.page-up", ["PgUp"], "a page up; Up and Down choose what is looked at"
      ) { $0.page(-1) },
      KeyAction("program.page-down", ["PgDn"], "a page down") { $0.page(1) },
      KeyAction("program.open", ["Right"], "open the layer") {
        $0.foldLayer(isOpen: true)
        return []
      },
      KeyAction("program.fold", ["Left"], "fold the layer") { $0.closeLayer() },
      KeyAction("program.go", ["Enter"], "go there, forward or back; open or fold a layer") {
        $0.enterRow()
      },
      KeyAction("program.breakpoint", ["Ins", "Alt-b", "^X b"], "breakpoint on and off") {
        $0.toggleBreakpoint()
      },
    ])

  static let instruction = KeyContext.pane(
    .instruction, "In the instruction's matrices",
    actions: [
      KeyAction("matrix.left", ["Left"], "the element that is written out: left") {
        $0.moveCursor(-1, 0)
      },
      KeyAction("matrix.right", ["Right"], "right; Up and Down likewise") { $0.moveCursor(1, 0) },
      KeyAction("matrix.next", ["Tab"], "next matrix: operands, then the result") {
        $0.turnMatrix(by: 1)
      },
      KeyAction("matrix.previous", ["Shift-Tab"], "previous matrix") { $0.turnMatrix(by: -1) },
      KeyAction("matrix.next-slice", ["PgDn"], "next head, or other leading index") {
        $0.moveSlice(by: 1)
      },
      KeyAction("matrix.previous-slice", ["PgUp"], "previous head") { $0.moveSlice(by: -1) },
      KeyAction("matrix.first", ["Home"], "first element") { $0.moveElement { _, _ in 0 } },
      KeyAction("matrix.last", ["End"], "last element") {
        $0.moveElement { _, shape in shape.reduce(1, *) - 1 }
      },
      KeyAction("matrix.writer", ["Enter"], "look at the instruction that wrote this") {
        $0.enterOperand()
      },
    ])
}
