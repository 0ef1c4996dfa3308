// The attention pane in a terminal, driven by keys: views, crosshair, steps, while nothing of it
// becomes part of the session.

import Foundation
import TestSupport
import Testing

@Suite struct AttentionKeysTests {
  @Test func keysGoThroughTheViews() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 120, rows: 40)
    terminal.awaitPrompt()
    terminal.type([
      "t = tokens(\"the man sees the boy\")",
      "net = embedding(4, 8) | attention(heads=2, causal=true)", "L = mean(net(t) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "layout attention", "attention net", "train 20",
    ])
    terminal.expect("step 20")
    terminal.send("\u{1B}o")
    terminal.expect("[attn]")
    terminal.send("\u{1B}[B\u{1B}[B\u{1B}[C")
    terminal.expect("q=sees k=man 0.")
    terminal.send("\t")
    terminal.expect("net.1 head 1  2/2")
    terminal.send("v")
    terminal.expect("[heads]")
    terminal.send("vv")
    terminal.expect("[neuron]")
    terminal.expect("q=sees")
    terminal.send("v")
    terminal.expect("1 QKᵀ")
    terminal.send("v")
    terminal.expect("[map]")
    terminal.send("[")
    terminal.expect("step 19")
    terminal.send("]g")
    terminal.expect("∂L/∂A  ")
    // Other letters are the prompt's.
    terminal.type("print 40 + 2")
    terminal.expect("42")
  }
}
