// Every way out of the program leaves the terminal as it was; so does stopping and continuing.

import Glibc
import Screen
import TestSupport
import Testing

@Suite struct WaysOutTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func anOrderlyEndBySignal(signal: Int32) throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.terminate(signal)
    #expect(terminal.waitForExit() == .code(3))
    Probe.expectRestored(terminal)
  }

  @Test func aSecondSignalEndsAProgramThatHangs() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("hang\r")
    terminal.settle()
    terminal.terminate(SIGTERM)
    terminal.settle()
    #expect(terminal.exitStatus == nil)
    terminal.terminate(SIGTERM)
    #expect(terminal.waitForExit() == .signal(Int(SIGTERM)))
    Probe.expectRestored(terminal)
  }

  @Test func exitRestores() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("exit\r")
    #expect(terminal.waitForExit() == .code(5))
    Probe.expectRestored(terminal)
  }

  @Test(arguments: [
    ("crash", [SIGSEGV]), ("trap", [SIGILL, SIGTRAP]), ("overflow", [SIGSEGV]),
  ])
  func aCrashRestores(command: String, signals: [Int32]) throws {
    let terminal = try Probe.start(environment: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(terminal.waitFor("∇"))
    terminal.send("\(command)\r")
    let status = terminal.waitForExit()
    #expect(signals.map { .signal(Int($0)) }.contains(status))
    Probe.expectRestored(terminal)
    if command == "trap" {
      let written = String(decoding: terminal.transcript, as: UTF8.self)
      #expect(written.contains("Fatal error: trapped on purpose"))
    }
  }

  @Test func interruptBySignalIsAnEvent() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.terminate(SIGINT)
    #expect(terminal.waitFor("interrupt"))
    Probe.quit(terminal)
  }

  /// A real shell with job control.
  private func startShell() throws -> PseudoTerminal {
    var environment = PseudoTerminal.environment
    environment["PS1"] = "shell> "
    environment["PROBE"] = BuiltProducts.path(of: "terminal-probe")
    let terminal = try PseudoTerminal(
      command: ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: environment)
    #expect(terminal.waitFor("shell>"))
    return terminal
  }

  @Test func stoppingAndContinuingTheLineMode() throws {
    let terminal = try startShell()
    let settings = terminal.settings
    terminal.send("\"$PROBE\" line\r")
    #expect(terminal.wait { $0.screen.contains(">") })
    terminal.send("half")
    #expect(terminal.waitFor("> half"))
    terminal.send("\u{1A}")
    #expect(terminal.waitFor("Stopped"), "\(terminal.screen)")
    #expect(terminal.wait { $0.settings == settings })
    terminal.send("fg\r")
    #expect(terminal.wait { $0.screen.filter { $0.contains("> half") }.count == 2 })
    terminal.send(" more\r")
    #expect(terminal.waitFor("read input(\"half more\")"), "\(terminal.screen)")
    terminal.send("\u{4}")
    #expect(terminal.waitFor("read end"))
    #expect(terminal.wait { $0.settings == settings })
    terminal.send("exit\r")
    #expect(terminal.waitForExit() == .code(0))
  }

  @Test func stoppingAndContinuing() throws {
    let terminal = try startShell()
    let settings = terminal.settings
    terminal.send("\"$PROBE\"\r")
    #expect(terminal.waitFor("probe 80x24"))
    terminal.send("unfinished")
    #expect(terminal.waitFor("∇ unfinished"))
    terminal.send("\u{1A}")
    #expect(
      terminal.wait { $0.screen.contains { $0.contains("Stopped") } }, "\(terminal.screen)")
    #expect(!terminal.model.isAlternate)
    #expect(!terminal.model.modes.contains(2004))
    #expect(terminal.wait { $0.settings == settings })
    terminal.resize(Size(columns: 100, rows: 30))
    terminal.send("fg\r")
    #expect(terminal.waitFor("probe 100x30"), "\(terminal.screen)")
    #expect(terminal.waitFor("resumed"))
    #expect(terminal.screen.last == "∇ unfinished")
    #expect(terminal.model.modes.contains(2004))
    terminal.send("\u{15}quit\r")
    #expect(terminal.waitFor("bye"))
    #expect(terminal.wait { $0.settings == settings })
    terminal.send("exit\r")
    #expect(terminal.waitForExit() == .code(0))
  }
}
