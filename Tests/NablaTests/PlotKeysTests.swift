// Pinned plots of data in a terminal, driven by keys and the mouse, while nothing of it becomes part
// of the session.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct PlotKeysTests {
  @Test func keysReadPlotsOfData() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 100, rows: 40)
    terminal.awaitPrompt()
    terminal.type([
      "W = [[3, 1, 4], [1, 5, 9], [2, 6, 5]]", "plot W", "words = [[0.25, 1], [1, 0], [0, 1]]",
      "plot map(words)", "print 1 + 1",
    ])
    terminal.expect("    2")
    terminal.send("\u{1B}o")
    terminal.expect("[plots]")
    // The map is the newest; its next word has the nearest others beside it.
    terminal.send("\u{1B}[6~")
    terminal.expect("nearest to 0 (cosine): 2 0.970")
    // The matrix: a number by arrows, its rows in order, a number by the mouse.
    terminal.send("\t")
    terminal.expect("2 of 2: W")
    terminal.send("\r")
    terminal.expect("W alone; Enter shows the others too")
    terminal.expectGone("nearest to")
    terminal.send("\u{1B}[B\u{1B}[B\u{1B}[C\u{1B}[C")
    terminal.expect("W[1, 2] = 9")
    terminal.send("s")
    terminal.expect("W[1, 2] = 9  rows by column 2, greatest first")
    terminal.send("\u{1B}[B")
    terminal.expect("W[2, 2] = 5  rows by column 2")
    // A frame comes in parts.
    func rowOfNine(_ terminal: PseudoTerminal) -> Int? {
      terminal.screen.firstIndex { $0.contains("W [3, 3]") }.flatMap { row in
        terminal.screen.dropFirst(row + 2).first?.contains("9") == true ? row : nil
      }
    }
    #expect(terminal.wait(patience) { rowOfNine($0) != nil }, "\(terminal.text)")
    let row = try #require(rowOfNine(terminal))
    let line = Array(terminal.screen[row + 2])
    let column = try #require(line.lastIndex(of: "9"))
    terminal.send("\u{1B}[<0;\(column + 1);\(row + 3)M\u{1B}[<0;\(column + 1);\(row + 3)m")
    terminal.expect("W[1, 2] = 9  rows by column 2")
    // Other letters are the prompt's.
    terminal.type("print 40 + 2")
    terminal.expect("    42")
    terminal.type("save read")
    terminal.expect("saved read.nabla")
    terminal.quit()
    let verified = try Command.run(["verify", "read.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)")
  }
}
