// The mouse in a terminal: what is clicked and where the wheel turns, by the places on the screen.

import TestSupport
import Testing

@Suite struct MouseTests {
  @Test func aClickChoosesATab() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 50, rows: 15)
    terminal.awaitPrompt()
    terminal.type(["w = param([2])", "L = mean((w - 1) ** 2)", "train L with sgd(lr=0.1) steps=20"])
    terminal.expect("step 20: L 1 → 0.01825")
    try terminal.click(on: "loss   grad")
    terminal.expect("[loss]")
    terminal.expect("1.0┤")
    try terminal.click(on: "program")
    terminal.expect("[program]")
    terminal.expectGone("1.0┤")
    try terminal.click(on: "cells")
    terminal.expect("[cells]")
    terminal.expect("step 20: L 1 → 0.01825")
    terminal.type("quit")
    terminal.expect("not saved")
  }

  @Test func aClickChoosesAViewACellAndAStep() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 120, rows: 40)
    terminal.awaitPrompt()
    terminal.type([
      "t = tokens(\"the man sees the boy\")",
      "net = embedding(4, 8) | attention(heads=2, causal=true)", "L = mean(net(t) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "layout attention", "attention net", "train 20",
    ])
    terminal.expect("● [ ] 21 steps")
    terminal.expect("sees     .27       .33")
    try terminal.click(on: ".33")
    terminal.expect("q=sees k=man 0.33")
    // The wheel goes through the queries, the slider through the steps.
    try terminal.click(on: ".33", button: 65)
    terminal.expect("q=the k=man 0.4")
    terminal.expect("now        ┼")
    try terminal.click(on: "┼────┼")
    terminal.expectGone("now        ┼")
    terminal.expect("step 0     ●")
    // A view by its name.
    try terminal.click(on: "model")
    terminal.expect("layers × heads")
    try terminal.click(on: "stages")
    terminal.expect("[stages]")
    try terminal.click(on: "map ")
    terminal.expect("[map]")
    // The wheel over the cells reads back in them.
    try terminal.click(on: "[7] ∇ train 20", button: 64)
    terminal.expectGone("step 20: L 0.1509")
    // Typed one by one, every letter is the prompt's, those that mean something in the pane too.
    terminal.expect("[attn]")
    for (letter, line) in zip("plvh", ["∇ p", "∇ pl", "∇ plv", "∇ plvh"]) {
      terminal.send(String(letter))
      #expect(terminal.wait(patience) { $0.screen.contains(line) }, "\(terminal.text)")
    }
    terminal.send("\u{15}")
    #expect(terminal.wait(patience) { $0.screen.contains("∇") }, "\(terminal.text)")
    terminal.type("quit")
    terminal.expect("not saved")
  }
}

extension PseudoTerminal {
  /// Presses and releases a button on the first character of a text on the screen; 64 and 65 are the
  /// wheel up and down.
  fileprivate func click(
    on text: String, button: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    expect(text, sourceLocation: sourceLocation)
    // A frame comes in parts.
    settle()
    let row = try #require(screen.firstIndex { $0.contains(text) }, sourceLocation: sourceLocation)
    let line = screen[row]
    let range = try #require(line.firstRange(of: text), sourceLocation: sourceLocation)
    let column = line.distance(from: line.startIndex, to: range.lowerBound)
    send("\u{1B}[<\(button);\(column + 1);\(row + 1)M")
    if button < 64 { send("\u{1B}[<\(button);\(column + 1);\(row + 1)m") }
  }
}
