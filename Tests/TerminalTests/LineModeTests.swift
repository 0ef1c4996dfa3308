// Where the full screen is not possible: what is said about it, and the line mode.

import Glibc
import Screen
import TestSupport
import Testing

@Suite struct LineModeTests {
  @Test(arguments: [
    (["TERM": "dumb"], "the terminal type 'dumb' cannot place the cursor"),
    (["TERM": "no-such-terminal"], "the terminal type 'no-such-terminal' is unknown"),
    (["TERM": ""], "the environment variable TERM is not set"),
    (["LC_ALL": "C"], "the locale's codeset is ANSI_X3.4-1968, not UTF-8"),
  ])
  func itRunsWhereTheScreenCannot(environment: [String: String], reason: String) throws {
    let terminal = try Probe.start(environment: environment)
    #expect(terminal.waitFor("line mode: \(reason)"), "\(terminal.screen)")
    #expect(terminal.waitFor(">"))
    #expect(!terminal.model.isAlternate)
    terminal.send("hello\r")
    #expect(terminal.waitFor("read input(\"hello\")"))
    Probe.awaitLinePrompt(terminal)
    terminal.send("\u{4}")
    #expect(terminal.waitForExit() == .code(0))
    Probe.expectRestored(terminal)
  }

  @Test func linesAreEditedAndContinued() throws {
    let terminal = try Probe.start("line")
    #expect(terminal.waitFor(">"))
    terminal.send("x pl\t y\r")
    #expect(terminal.waitFor("read input(\"x plot y\")"))
    terminal.send("f(1,\r")
    #expect(terminal.wait { $0.screen.contains(".") })
    terminal.send("2)\r")
    #expect(terminal.waitFor("read input(\"f(1,\\n2)\")"))
    terminal.send("\u{10}")
    terminal.send("\r")
    #expect(
      terminal.wait { $0.screen.filter { $0.contains("read input(\"f(1,\\n2)\")") }.count == 2 })
    Probe.awaitLinePrompt(terminal)
    terminal.send("\u{4}")
    #expect(terminal.waitForExit() == .code(0))
    Probe.expectRestored(terminal)
  }

  @Test func interruptDropsTheLine() throws {
    let terminal = try Probe.start("line")
    #expect(terminal.waitFor(">"))
    terminal.send("half")
    #expect(terminal.waitFor("> half"))
    terminal.send("\u{3}")
    #expect(terminal.waitFor("read interrupted"))
    #expect(terminal.waitFor(">"))
    terminal.send("whole\r")
    #expect(terminal.waitFor("read input(\"whole\")"))
    Probe.awaitLinePrompt(terminal)
    terminal.send("\u{4}")
    #expect(terminal.waitForExit() == .code(0))
    Probe.expectRestored(terminal)
  }

  @Test func signalsAndExitsRestore() throws {
    let terminated = try Probe.start("line")
    #expect(terminated.waitFor(">"))
    terminated.terminate(SIGTERM)
    #expect(terminated.waitFor("read terminate"))
    #expect(terminated.waitForExit() == .code(0))
    Probe.expectRestored(terminated)
    let left = try Probe.start("line")
    #expect(left.waitFor(">"))
    left.send("exit\r")
    #expect(left.waitForExit() == .code(5))
    Probe.expectRestored(left)
    let crashed = try Probe.start("line", environment: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(crashed.waitFor(">"))
    crashed.send("crash\r")
    #expect(crashed.waitForExit() == .signal(Int(SIGSEGV)))
    Probe.expectRestored(crashed)
  }

  @Test func aPipeIsReadPlainly() throws {
    var environment = PseudoTerminal.environment
    environment["PROBE"] = BuiltProducts.path(of: "terminal-probe")
    let terminal = try PseudoTerminal(
      command: ["/bin/sh", "-c", "printf 'a(\\n1)\\r\\nlast' | \"$PROBE\""],
      environment: environment)
    #expect(terminal.waitForExit() == .code(0))
    #expect(
      terminal.screen.filter { !$0.isEmpty } == [
        "line mode: standard input is not a terminal", "read input(\"a(\\n1)\")",
        "read input(\"last\")", "read end",
      ])
  }
}
