// What remains of a session after the program was killed, quit, or saved.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct RecoveryTests {
  private func kill(in home: Home) throws {
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(["a = 17 * 3"] + Nabla.longRun)
    terminal.expect("it/s")
    terminal.terminate(SIGKILL)
    #expect(terminal.waitForExit(timeout: patience) == .signal(Int(SIGKILL)))
    #expect(home.kept.count == 1)
  }

  @Test func killedWhileTraining() throws {
    let home = try Home()
    try kill(in: home)
    let terminal = try Nabla.start(home: home)
    terminal.expect("An unfinished session was found: 5 cells.")
    terminal.expect("Enter  open it")
    terminal.send("\r")
    terminal.expectGone("An unfinished session")
    for cell in ["a = 17 * 3"] + Nabla.longRun.dropLast() {
      terminal.expect("∇ " + cell)
    }
    #expect(!terminal.text.contains("train L"))
    terminal.type("a")
    terminal.expect("    51")
    // What was found is still not saved.
    terminal.quit()
    terminal.expect("The session was not saved; nabla will offer it at the next start.")
    #expect(home.kept.count == 1)
    let again = try Nabla.start(home: home)
    again.expect("An unfinished session was found: 6 cells.")
    again.send("\u{1B}")
    again.expect("∇ a notebook for neural nets")
    again.quit()
    #expect(home.kept.isEmpty)
  }

  @Test func killedBeforeTheAnswer() throws {
    let home = try Home()
    try kill(in: home)
    let terminal = try Nabla.start(home: home)
    terminal.expect("An unfinished session was found: 5 cells.")
    terminal.terminate(SIGKILL)
    _ = terminal.waitForExit(timeout: patience)
    let again = try Nabla.start(home: home)
    again.expect("An unfinished session was found: 5 cells.")
    again.send("\r")
    again.expect("∇ L = mse_loss(net(x), y)")
    again.terminate(SIGKILL)
    _ = again.waitForExit(timeout: patience)
    // Taken over and killed again: still there.
    #expect(home.kept.count == 1)
  }

  /// Opened and quit without a word: it is still not saved.
  @Test func whatWasFoundStaysUntilItIsSaved() throws {
    let home = try Home()
    try kill(in: home)
    let terminal = try Nabla.start(home: home)
    terminal.expect("An unfinished session was found: 5 cells.")
    terminal.send("\r")
    terminal.expect("∇ L = mse_loss(net(x), y)")
    terminal.quit()
    terminal.expect("The session was not saved; nabla will offer it at the next start.")
    #expect(home.kept.count == 1)
    // Another session takes its place; that one is a file.
    _ = try home.write("b = 2\n", to: "other.nabla")
    let again = try Nabla.start(home: home)
    again.expect("An unfinished session was found: 5 cells.")
    again.send("\r")
    again.expect("∇ L = mse_loss(net(x), y)")
    again.type("open other")
    again.expect("This session is not saved.")
    again.send("d")
    again.expect("∇ b = 2")
    again.quit()
    #expect(home.kept.isEmpty)
  }

  @Test func aLeftoverInTheLineMode() throws {
    let home = try Home()
    try kill(in: home)
    let terminal = try Nabla.start("--plain", home: home)
    terminal.expect("An unfinished session was found: 5 cells.")
    terminal.expect("open it? [y/n]")
    terminal.send("y\r")
    terminal.expect("∇ L = mse_loss(net(x), y)")
    terminal.send("a\r")
    terminal.expect("    51")
    terminal.send("save kept\r")
    terminal.expect("saved kept.nabla")
    terminal.awaitLinePrompt()
    terminal.send("\u{4}")
    terminal.expectEnd()
    #expect(home.kept.isEmpty)
    #expect(try home.read("kept.nabla").contains("a = 17 * 3\n"))
  }

  @Test func savedLeavesNothing() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type("a = 5")
    terminal.expect("[1] ∇ a = 5")
    terminal.type("save five")
    terminal.expect("saved five.nabla")
    terminal.quit()
    #expect(home.kept.isEmpty)
    #expect(!terminal.text.contains("not saved"))
    let again = try Nabla.start("five", home: home)
    again.expect("∇ a = 5")
    again.type("a")
    again.expect("    5")
    again.quit()
    again.expect("The session was not saved")
  }

  @Test func nothingTypedLeavesNothing() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.send("\u{4}")
    terminal.expectEnd()
    #expect(home.kept.isEmpty)
    #expect(!terminal.text.contains("not saved"))
  }
}
