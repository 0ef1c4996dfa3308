// A value changed in the middle of a step and taken back, in the full screen and in the line mode.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct WhatIfTests {
  @Test func changedAndTakenBackInTheFullScreen() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 100, rows: 40)
    terminal.awaitPrompt()
    terminal.type(SteppingTests.setUp + ["forward"])
    terminal.expect("WALK step 1 backward")
    terminal.type("set w[0, 0] = 2")
    terminal.expect("stale: instructions 1 to 4")
    terminal.expect("   1 s L.matmul = x @ w")
    terminal.type("step")
    terminal.expect("   1 c L.matmul = x @ w")
    terminal.type("print L")
    terminal.expect("L = 1")
    terminal.type("undo 2")
    terminal.expect("set w[0, 0] = 2  (undone)")
    terminal.type("L")
    terminal.expect("L = 9")
    terminal.type("redo")
    terminal.expect("   1 s L.matmul = x @ w")
    terminal.type("undo")
    terminal.type("save whatif")
    terminal.expect("saved whatif.nabla")
    terminal.quit()
    let verified = try Command.run(["verify", "whatif.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)")
  }

  @Test func changedAndTakenBackInTheLineMode() throws {
    let home = try Home()
    let terminal = try Nabla.start("--plain", home: home, rows: 60)
    terminal.expect("∇")
    for line in SteppingTests.setUp + ["forward", "set w[0, 0] = 2", "list", "undo"] {
      terminal.send(line + "\r")
    }
    terminal.expect("undone: set w[0, 0] = 2")
    #expect(terminal.text.contains("1  s  L.matmul = x @ w"), "\(terminal.text)")
    terminal.send("redo\r")
    terminal.expect("done again: set w[0, 0] = 2")
    terminal.send("quit\r")
    terminal.expectEnd()
  }
}
