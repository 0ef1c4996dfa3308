// Leaving and stopping the program, also in the middle of training, and being idle.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct WaysOutTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func anOrderlyEndBySignal(signal: Int32) throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("it/s")
    terminal.terminate(signal)
    #expect(terminal.waitForExit(timeout: patience) != nil)
    terminal.expectRestored()
    // The finished cells are offered at the next start.
    #expect(home.kept.count == 1)
  }

  @Test func endOfInputOnAnEmptyLineOnly() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.send("12")
    terminal.expect("∇ 12")
    terminal.send("\u{1}\u{4}")
    terminal.expect("∇ 2")
    terminal.send("\u{4}")
    #expect(terminal.wait(patience) { $0.screen.contains("∇") }, "\(terminal.text)")
    terminal.send("\u{4}")
    terminal.expectEnd()
  }

  @Test func stoppedAndContinuedWhileTraining() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      command: ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: home.environment(["PS1": "shell> "]))
    terminal.expect("shell>")
    let settings = terminal.settings
    terminal.send("\"$NABLA\"\r")
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("it/s")
    terminal.send("half")
    terminal.expect("∇ half")
    terminal.send("\u{1A}")
    terminal.expect("Stopped")
    #expect(!terminal.model.isAlternate)
    #expect(terminal.wait(patience) { $0.settings == settings })
    terminal.resize(Size(columns: 100, rows: 30))
    terminal.send("fg\r")
    terminal.expect("TRAIN")
    terminal.expect("∇ half")
    let step = try #require(terminal.step)
    #expect(terminal.wait(patience) { ($0.step ?? 0) > step }, "\(terminal.text)")
    #expect(terminal.screen.count == 30)
    terminal.send("\u{15}\u{3}")
    terminal.expectGone("TRAIN")
    terminal.type("quit")
    terminal.expect("The session was not saved")
    #expect(terminal.wait(patience) { $0.settings == settings })
    terminal.send("exit\r")
    #expect(terminal.waitForExit(timeout: patience) == .code(0))
  }

  @Test func anIdleScreenWritesNothing() throws {
    let home = try Home()
    let terminal = try Nabla.start("xor", home: home)
    terminal.expect("Try next")
    terminal.expect("PgUp scroll  ^R history")
    terminal.settle(milliseconds: 600)
    let count = terminal.transcript.count
    terminal.settle(milliseconds: 1000)
    let written = terminal.transcript[count...]
    #expect(written.isEmpty, "\(String(decoding: written, as: UTF8.self).debugDescription)")
    terminal.quit()
  }
}
