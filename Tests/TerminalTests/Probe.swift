// How the tests here start and end the probe program.

import Screen
import TestSupport
import Testing

/// The probe in a pseudo-terminal.
enum Probe {
  static func start(
    _ arguments: String..., size: Size = Size(columns: 80, rows: 24),
    environment changes: [String: String] = [:]
  ) throws -> PseudoTerminal {
    var environment = PseudoTerminal.environment
    for (name, value) in changes { environment[name] = value.isEmpty ? nil : value }
    return try PseudoTerminal(
      command: [BuiltProducts.path(of: "terminal-probe")] + arguments, size: size,
      environment: environment)
  }

  /// Ends the probe by its own command and looks at what it leaves behind.
  static func quit(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    terminal.send("quit\r")
    #expect(terminal.waitForExit() == .code(0), sourceLocation: sourceLocation)
    expectRestored(terminal, sourceLocation: sourceLocation)
  }

  /// Waits until line mode reads again: between two lines the terminal is the shell's, and a ^D
  /// typed then is the terminal's and not readline's.
  static func awaitLinePrompt(_ terminal: PseudoTerminal) {
    #expect(
      terminal.wait { [">", "> "].contains($0.screen.last { !$0.isEmpty }) },
      "\(terminal.screen)")
  }

  /// The line settings, the modes and the screen are as they were.
  static func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.settings == terminal.settingsBefore, sourceLocation: sourceLocation)
    #expect(!terminal.model.isAlternate, sourceLocation: sourceLocation)
    #expect(terminal.model.cursorIsVisible, sourceLocation: sourceLocation)
    let left = terminal.model.modes.intersection([1000, 1002, 1006, 2004, 2026])
    #expect(left.isEmpty, sourceLocation: sourceLocation)
    #expect(terminal.model.unknown.isEmpty, sourceLocation: sourceLocation)
  }
}
