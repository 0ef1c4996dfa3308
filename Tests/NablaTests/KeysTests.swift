// Keys, the mouse, the person's editor and the questions of the whole program.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct KeysTests {
  static let cells = "\u{18}c"

  @Test(arguments: [(80, 24), (200, 60)])
  func cellsAreEditedAndTheSessionStaysTrue(_ columns: Int, _ rows: Int) throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: columns, rows: rows)
    terminal.awaitPrompt()
    terminal.type([
      "x = [[1, 2]]", "w = param([2, 1], init=ones)", "L = mean((x @ w) ** 2)",
      "train L with sgd(lr=0.01) steps=20",
    ])
    // What is typed while it trains would belong to the training.
    terminal.expect("step 20: L")
    terminal.type("print L")
    terminal.expect("[5] ∇ print L")
    terminal.send(Self.cells)
    terminal.expect("[cells] ")
    terminal.expect("▌ [5] ∇ print L")
    // The line takes the first cell; what follows it runs again.
    terminal.send("g")
    terminal.expect("▌ [1] ∇ x =")
    terminal.send("e")
    terminal.expect("[1] ∇ x = [[1, 2]]")
    terminal.send("\u{15}x = [[1, 3]]\r")
    terminal.expect("5 cells ran again")
    // Moved, deleted, undone.
    terminal.send(Self.cells + "g")
    terminal.expect("▌ [1] ∇ x = [[1, 3]]")
    terminal.send("j")
    terminal.expect("▌ [2] ∇ w =")
    terminal.send("K")
    terminal.expect("▌ [1] ∇ w =")
    terminal.expect("cells ran again")
    terminal.send("Gdd")
    terminal.expect("[5] deleted")
    terminal.expectGone("∇ print L")
    terminal.send("u")
    terminal.expect("[5] ∇ print L")
    // A search, then back to the prompt.
    terminal.send("/SGD\r")
    terminal.expect("▌ [4] ∇ train")
    terminal.send("\u{1B}")
    terminal.expect("^R history")
    terminal.type("save edited")
    terminal.expect("saved edited.nabla")
    terminal.quit()
    let text = try home.read("edited.nabla")
    #expect(text.contains("\nw = param([2, 1], init=ones)\n") && text.contains("x = [[1, 3]]"))
    let verified = try Command.run(["verify", "edited.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)\n\(text)")
  }

  @Test func theEditorOfThePersonChangesTheLineAndCells() throws {
    let home = try Home()
    let script = try home.write("#!/bin/sh\nsed -i s/2/7/ \"$2\"\n", to: "my editor.sh")
    let terminal = try Nabla.start(
      home: home, environment: ["VISUAL": "sh '\(script)' --wait", "EDITOR": "false"])
    terminal.awaitPrompt()
    terminal.send("print 1 + 2")
    terminal.expect("∇ print 1 + 2")
    terminal.send("\u{18}e")
    terminal.expect("∇ print 1 + 7")
    terminal.send("\r")
    terminal.expect("    8")
    terminal.type("y = 20")
    terminal.send(Self.cells)
    terminal.expect("▌ [2] ∇ y = 20")
    terminal.send("\u{1B}e")
    terminal.expect("[2] ∇ y = 70")
    terminal.send("\r")
    terminal.expect("1 cell ran again")
    terminal.type("print y + 1")
    terminal.expect("    71")
    terminal.quit()
  }

  @Test func anEditorThatFailsLeavesTheLine() throws {
    let home = try Home()
    let terminal = try Nabla.start(
      home: home, environment: ["VISUAL": "", "EDITOR": "no-such-editor"])
    terminal.awaitPrompt()
    terminal.send("1 + 1")
    terminal.expect("∇ 1 + 1")
    terminal.send("\u{18}e")
    terminal.expect("there is no such editor")
    terminal.expect("∇ 1 + 1")
    terminal.send("\u{15}")
    terminal.quit()
  }

  @Test func keysAreBoundByAFile() throws {
    let home = try Home()
    let folder = home.path + "/.config/nabla"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "# mine\n^T pane.zoom\nF9 pane.nxt\n".write(
      toFile: folder + "/keys", atomically: true, encoding: .utf8)
    let terminal = try Nabla.start(home: home, columns: 200, rows: 50)
    terminal.awaitPrompt()
    terminal.expect("keys line 3: there is no action 'pane.nxt'; did you mean 'pane.next'?")
    terminal.type("layout train")
    terminal.expect("no run yet")
    terminal.send("\u{14}")
    terminal.expect("[cells] alone")
    terminal.send("\u{14}")
    terminal.expect("no run yet")
    terminal.type(":pane.nex")
    terminal.expect("[loss]")
    terminal.send("\u{1B}")
    terminal.expectGone("[loss]")
    terminal.type("bind ^G app.help")
    terminal.expect("^G: app.help")
    terminal.send("\u{7}")
    terminal.expect("Panes and layouts")
    terminal.send("q")
    terminal.expectGone("Panes and layouts")
    terminal.quit()
  }

  @Test func theMouseResizesAndTheSessionKeepsIt() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(["layout training", "x = 1"])
    terminal.expect("no run yet")
    // A frame comes in parts.
    #expect(terminal.wait(patience) { $0.screen.dropFirst(2).first?.contains("│") == true })
    let column = try #require(
      terminal.screen.dropFirst(2).first?.firstIndex(of: "│").map {
        terminal.screen[2].distance(from: terminal.screen[2].startIndex, to: $0)
      })
    // Press on the rule, drag it ten columns to the left, release.
    terminal.send(
      "\u{1B}[<0;\(column + 1);5M\u{1B}[<32;\(column - 9);5M\u{1B}[<0;\(column - 9);5m")
    #expect(
      terminal.wait(patience) { terminal in
        let line = Array(terminal.screen[2])
        return line.count > column - 10 && line[column - 10] == "│"
      }, "\(terminal.text)")
    terminal.type("save arranged")
    terminal.expect("saved arranged.nabla")
    terminal.quit()
    #expect(try home.read("arranged.nabla").hasPrefix("#@ nabla 1  seed 42  layout training|"))
    let other = try Nabla.start("arranged", home: home)
    other.awaitPrompt()
    #expect(
      other.wait(patience) { terminal in
        let line = Array(terminal.screen[2])
        return line.count > column - 10 && line[column - 10] == "│"
      }, "\(other.text)")
    other.quit()
  }

  @Test func anotherSessionAsksFirst() throws {
    let home = try Home()
    _ = try home.write("#@ nabla 1  seed 42\nother = 5\n", to: "other.nabla")
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type("open othr")
    terminal.expect("error: cannot read 'othr.nabla'")
    terminal.type("mine = 41")
    terminal.expect("∇ mine = 41")
    terminal.type("open other")
    terminal.expect("This session is not saved.")
    terminal.send("\u{1B}")
    terminal.expectGone("This session is not saved.")
    terminal.type("open other")
    terminal.expect("s      save it")
    terminal.send("s")
    terminal.expect("∇ other = 5")
    #expect(try home.read("untitled.nabla").contains("mine = 41"))
    // What was only opened is not missed.
    terminal.type("open untitled")
    terminal.expect("∇ mine = 41")
    terminal.type("n = 1")
    terminal.expect("∇ n = 1")
    terminal.type("replay other")
    terminal.expect("d      discard it")
    terminal.send("d")
    terminal.expect("∇ other = 5")
    terminal.quit()
  }

  @Test func interruptEndsAWholeScript() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 100, rows: 40)
    terminal.awaitPrompt()
    let script = (Nabla.longRun + ["print 6 * 7", "print 7 * 7"]).joined(separator: "\r")
    terminal.send("\u{1B}[200~" + script + "\u{1B}[201~")
    terminal.expect("print 7 * 7")
    terminal.send("\r")
    terminal.expect("TRAIN")
    terminal.send("\u{3}")
    terminal.expect("stopped: 2 further cells of what was typed not run")
    terminal.type("print 11 + 11")
    terminal.expect("    22")
    #expect(!terminal.text.contains("    49"), "\(terminal.text)")
    terminal.quit()
  }
}
