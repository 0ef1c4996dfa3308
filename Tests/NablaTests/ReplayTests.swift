// Replaying a session: its own pace, cell by cell, and taking over.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ReplayTests {
  @Test func byVerb() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type("replay xor speed=1000")
    terminal.expect("Try next")
    terminal.expectGone("REPLAY")
    terminal.expect("✓ L < 0.01")
    terminal.quit()
  }

  @Test func fromTheCommandLine() throws {
    let home = try Home()
    let terminal = try Nabla.start("replay", "logistic-regression", "--speed", "1000", home: home)
    terminal.expect("Try next")
    terminal.expectGone("REPLAY")
    terminal.quit()
  }

  @Test func cellByCellAndTakingOver() throws {
    let home = try Home()
    let file = try home.write(
      "#@ nabla 1\na = 1\n#@ t 1000\nb = 2\n#@ t 2000\nc = 3\n#@ t 3000\n", to: "slow.nabla")
    let terminal = try Nabla.start("replay", file, home: home)
    terminal.expect("REPLAY 0/3")
    terminal.expect("Space next cell")
    terminal.send(" ")
    terminal.expect("∇ a = 1")
    terminal.expect("REPLAY 1/3")
    terminal.send(" ")
    terminal.expect("∇ b = 2")
    terminal.type("b = a + 40")
    terminal.expectGone("REPLAY")
    terminal.type("b")
    terminal.expect("    41")
    #expect(!terminal.text.contains("c = 3"))
    terminal.type("save branch")
    terminal.expect("saved branch.nabla")
    terminal.quit()
    #expect(try home.read("branch.nabla").contains("b = a + 40\n"))
    #expect(try !home.read("branch.nabla").contains("c = 3"))
  }

  @Test func escapeTakesOver() throws {
    let home = try Home()
    let file = try home.write("#@ nabla 1\na = 1\n#@ t 1000\nb = 2\n#@ t 2000\n", to: "s.nabla")
    let terminal = try Nabla.start("replay", file, home: home)
    terminal.expect("REPLAY 0/2")
    terminal.send(" ")
    terminal.expect("REPLAY 1/2")
    terminal.send("\u{1B}")
    terminal.expectGone("REPLAY")
    terminal.type("a + 1")
    terminal.expect("    2")
    terminal.quit()
  }
}
