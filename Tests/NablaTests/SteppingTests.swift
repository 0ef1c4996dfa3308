// Walking the program by verbs and by single keys, in the full screen and in the line mode.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct SteppingTests {
  static let setUp = [
    "x = [[1, 2]]", "w = param([2, 1])", "L = mean((x @ w - 3) ** 2)",
    "train L with sgd(lr=0.1) steps=0",
  ]

  @Test func verbsWalkInTheFullScreen() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 100, rows: 40)
    terminal.awaitPrompt()
    terminal.type(Self.setUp)
    terminal.expect("sgd(lr=0.1)")
    terminal.type("step")
    terminal.expect("WALK step 1 forward")
    terminal.expect("│1/9 forward  L.matmul  step 1")
    terminal.expect("   1 c L.matmul = x @ w")
    terminal.expect(" ▶ 2 - L.sub = L.matmul − 3")
    // The operands and the result as matrices, and the sum that makes the number.
    terminal.expect("│x [1, 2]     w [2, 1]     = L.matmul [1, 1]")
    terminal.expect("│L.matmul[0, 0] = x[0, 0] · w[0, 0] + x[0, 1] · w[1, 0]")
    terminal.expect("│  = 1 · 0 + 2 · 0 = 0")
    terminal.type("forward")
    terminal.expect("WALK step 1 backward")
    terminal.type("backward")
    terminal.expect("WALK step 1 update")
    terminal.expect("rule  ∂L/∂w =")
    terminal.type("update")
    terminal.expect("▶ end of step 1")
    terminal.type("print w")
    terminal.expect("[[0.6]")
    terminal.type("back step")
    terminal.expect("WALK step 1 update")
    terminal.type("back continue")
    terminal.expect("WALK step 1 forward")
    terminal.type("where")
    terminal.expect("step 1")
    terminal.type("save walk")
    terminal.expect("saved walk.nabla")
    terminal.quit()
    let verified = try Command.run(["verify", "walk.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)")
  }

  @Test func singleKeys() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 100, rows: 40)
    terminal.awaitPrompt()
    terminal.type([
      "x = [[1, 2]]", "net = dense(2) | tanh | dense(1)", "L = mean(net(x) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "step",
    ])
    terminal.expect("│1/20 forward  net.0.matmul")
    terminal.send("\u{1B}s")
    terminal.expect("single keys on")
    // Instructions, out of the network, over the loss, to the end of the backward pass.
    for (key, place) in [
      ("s", "│2/20 forward  net.0 "), ("s", "│3/20 forward  net.1 "),
      ("f", "│5/20 forward  net.2 "), ("n", "│7/20 forward  L "),
      ("b", "│16/20 backward"), ("S", "│15/20 backward"), ("B", "program  step 1  7/20"),
      ("C", "program  step 1  0/20"),
      ("c", "program  step 1  20/20"),
    ] {
      terminal.send(key)
      terminal.expect(place)
    }
    // Text can be typed after the line has begun with another key; off, letters are letters.
    terminal.send("print 20 + 22\r")
    terminal.expect("    42")
    terminal.send("S")
    terminal.expect("program  step 1  19/20")
    // Quick fingers: every key counts, also while a move is executed.
    for key in "BssSs" { terminal.send(String(key)) }
    terminal.expect("program  step 1  9/20")
    terminal.send("\u{1B}s")
    terminal.expect("single keys off")
    terminal.send("sn")
    terminal.expect("∇ sn")
    terminal.send("\u{15}")
    terminal.quit()
  }

  /// Keys that arrive in one chunk, the switch among them, keep their order.
  @Test func keysInOneChunkKeepTheirOrder() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(Self.setUp + ["step"])
    terminal.expect("│1/9 forward")
    terminal.send("\u{1B}sss\u{1B}sprint x\r")
    terminal.expect("│3/9 forward")
    terminal.expect("[[1, 2]]")
    terminal.send("1 + \u{1B}s2\r")
    terminal.send("\u{1B}sprint 5 + 6\r")
    terminal.expect("    11")
    #expect(terminal.screen.contains("    3"), "\(terminal.text)")
    terminal.quit()
  }

  @Test func theLineModeWalks() throws {
    let home = try Home()
    let terminal = try Nabla.start("--plain", home: home, rows: 60)
    terminal.expect("∇")
    for line in Self.setUp + ["step", "next", "where", "backward", "back step", "list"] {
      terminal.send(line + "\r")
    }
    terminal.expect("1/9 forward  L.matmul  step 1")
    terminal.expect("▶")
    #expect(terminal.text.contains("x[0, 0] · w[0, 0] + x[0, 1] · w[1, 0]"), "\(terminal.text)")
    terminal.send("quit\r")
    terminal.expectEnd()
  }
}
