// The debug view driven by keys: the list, the matrices, going there, breakpoints; the prompt keeps
// its own keys, and looking around is no part of the session.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct DebugViewTests {
  static let setUp = [
    "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "y = [[0], [1], [1], [0]]",
    "net = dense(3) | tanh | dense(1) | sigmoid", "L = binary_cross_entropy(net(x), y)",
    "train L with sgd(lr=0.5) steps=0",
  ]
  static let (up, down, left, right) = ("\u{1B}[A", "\u{1B}[B", "\u{1B}[D", "\u{1B}[C")
  static let (pane, escape, backTab) = ("\u{1B}o", "\u{1B}", "\u{1B}[Z")

  @Test(arguments: [(80, 24), (200, 60)])
  func keysLookAround(_ columns: Int, _ rows: Int) throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: columns, rows: rows)
    terminal.awaitPrompt()
    terminal.type(["layout debugging"])
    terminal.expect("no program yet")
    terminal.type(Self.setUp)
    terminal.expect("sgd(lr=0.5)")
    terminal.type("step")
    terminal.expect("│1/22 forward  net.0.matmul  step 1")
    terminal.expect("   1 c net.0.matmul ")
    terminal.expect("reads  x [4, 2] data, net.0.weight [3, 2]")

    // The list: an instruction that has not run, then going there.
    terminal.send(Self.pane)
    terminal.expect("[program]")
    terminal.send(Self.down + Self.down)
    terminal.expect("│3/22 forward  net.1  not yet")
    terminal.expect("not run yet: step 2 goes there")
    terminal.send("\r")
    terminal.expect("│3/22 forward  net.1  step 1")
    // A breakpoint in the gutter, and off again.
    terminal.send(Self.down + "\u{1B}b")
    terminal.expect("●▶  4 - net.2.matmul")
    terminal.send("\u{1B}b")
    terminal.expect(" ▶  4 - net.2.matmul")

    // The matrices: one element, then the operand that it was made of, then who wrote that.
    terminal.send(Self.up)
    terminal.expect("│3/22 forward  net.1  looked at")
    terminal.send(Self.pane)
    terminal.expect("[instr]")
    terminal.send("\u{1B}[H")
    terminal.expect("│net.1[0, 0] = tanh(")
    terminal.send(Self.down + Self.right)
    terminal.expect("│net.1[1, 1] = tanh(")
    terminal.send("\t")
    terminal.expect("│net.0[1, 1] = ")
    terminal.send("\r")
    terminal.expect("│2/22 forward  net.0  looked at")
    terminal.send("\t" + Self.right)
    terminal.expect("│net.0.matmul[")
    terminal.send(Self.backTab)

    // The prompt has its keys back: the history, a command with an argument, completion.
    terminal.send(Self.escape)
    terminal.expect("Alt-s single keys")
    terminal.send(Self.up)
    terminal.expect("∇ step")
    terminal.send("\u{15}")
    terminal.type("print 5 + 6")
    terminal.expect("    11")
    terminal.type("backward")
    terminal.expect("│18/22 backward  net.0.weight.grad  step 1")
    terminal.expect("rule  ∂L/∂net.0.weight = ")
    terminal.type("iterate")
    terminal.expect("│22/22 update  net.2.bias  step 1")
    terminal.expect("▶ end of step 1")
    // Single keys and arrows together.
    terminal.send("\u{1B}s" + Self.pane)
    terminal.send("S")
    terminal.expect("│21/22 update  net.2.weight  step 1")
    terminal.send(Self.up)
    terminal.expect("│20/22 update  net.0.bias  looked at")
    terminal.send("s")
    terminal.expect("│22/22 update  net.2.bias  step 1")
    terminal.send("\u{1B}s")
    terminal.expect("single keys off")
    terminal.send(Self.escape)
    terminal.expect("Alt-s single keys")

    // Nothing that was looked at is in the session.
    terminal.type("save looked")
    terminal.expect("saved looked.nabla")
    terminal.quit()
    let text = try home.read("looked.nabla")
    #expect(text.contains("\nstep 2\n") && !text.contains("look"), "\(text)")
    let verified = try Command.run(["verify", "looked.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)")
  }
}
