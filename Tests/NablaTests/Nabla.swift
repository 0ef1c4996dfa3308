// The program in a pseudo-terminal with a home of its own, and how tests speak with it.

import Foundation
import Screen
import TestSupport
import Testing

/// A fresh home folder with the repository's sessions beside it; removed at the end.
final class Home {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "nabla-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path + "/work", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the program runs and saves.
  var work: String { path + "/work" }
  var journal: String { path + "/.local/state/nabla/sessions" }

  /// The session files of the journal.
  var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: journal)) ?? [])
      .filter { $0.hasSuffix(".nabla") }
  }

  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: work + "/" + name, atomically: true, encoding: .utf8)
    return work + "/" + name
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: work + "/" + name, encoding: .utf8)
  }

  /// The environment of a program that runs here.
  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var environment = PseudoTerminal.environment
    environment["HOME"] = path
    environment["NABLA_SESSIONS"] = Repository.sessions
    environment["NABLA"] = Nabla.path
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}

enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let sessions = root + "/sessions"
}

enum Nabla {
  static let path = BuiltProducts.path(of: "nabla")

  /// A run long enough to be steered: it ends by being stopped.
  static let longRun = [
    "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "y = [[0], [1], [1], [0]]",
    "net = dense(8) | tanh | dense(1)", "L = mse_loss(net(x), y)",
    "train L with sgd(lr=0.01) steps=100000000",
  ]

  /// Starts the program; it works in the home's folder.
  static func start(
    _ arguments: String..., home: Home, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let shell = "cd \"$HOME/work\" && exec \"$NABLA\" \"$@\""
    return try PseudoTerminal(
      command: ["/bin/sh", "-c", shell, "nabla"] + arguments,
      size: Size(columns: columns, rows: rows), environment: home.environment(environment))
  }
}

/// Deadlines are for machines that do many things at once; conditions are strict.
let patience = 30_000

extension PseudoTerminal {
  /// The screen as one text, for messages and searches.
  var text: String { screen.joined(separator: "\n") }

  /// Waits for the idle prompt of the full screen.
  func awaitPrompt(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      wait(patience) { $0.model.isAlternate && $0.screen.contains("∇") }, "\(text)",
      sourceLocation: sourceLocation)
  }

  /// Waits for the line mode's prompt below everything else: a ^D before it is the terminal's and
  /// would be lost when readline takes over.
  func awaitLinePrompt(_ sign: String = "∇", sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      wait(patience) { $0.screen.last { !$0.isEmpty } == sign }, "\(text)",
      sourceLocation: sourceLocation)
  }

  /// Waits until the screen shows a text.
  func expect(_ wanted: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      waitFor(wanted, timeout: patience), "no '\(wanted)' in\n\(text)",
      sourceLocation: sourceLocation)
  }

  /// Waits until the screen shows a text no more.
  func expectGone(_ unwanted: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      wait(patience) { !$0.text.contains(unwanted) }, "'\(unwanted)' stays in\n\(text)",
      sourceLocation: sourceLocation)
  }

  /// Types a line; waits until it is echoed before Enter, as a person would.
  func type(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) {
    send(line)
    let tail = String(line.suffix(30))
    #expect(
      wait(patience) {
        $0.screen.contains { ($0.hasPrefix("∇ ") || $0.hasPrefix("nabla> ")) && $0.hasSuffix(tail) }
      },
      "'\(line)' is not echoed in\n\(text)", sourceLocation: sourceLocation)
    send("\r")
  }

  /// Types lines one after the other; each has been carried out when its cell stands there.
  func type(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    for line in lines { type(line, sourceLocation: sourceLocation) }
  }

  /// Ends the program by a line and looks at what it leaves behind.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) {
    type("quit", sourceLocation: sourceLocation)
    expectEnd(sourceLocation: sourceLocation)
  }

  func expectEnd(_ code: Int = 0, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      waitForExit(timeout: patience) == .code(code), "\(text)", sourceLocation: sourceLocation)
    expectRestored(sourceLocation: sourceLocation)
  }

  /// The line settings, the modes and the screen are as they were.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(settings == settingsBefore, sourceLocation: sourceLocation)
    #expect(!model.isAlternate, sourceLocation: sourceLocation)
    #expect(model.cursorIsVisible, sourceLocation: sourceLocation)
    let left = model.modes.intersection([1000, 1002, 1006, 2004, 2026])
    #expect(left.isEmpty, sourceLocation: sourceLocation)
    #expect(model.unknown.isEmpty, "\(model.unknown)", sourceLocation: sourceLocation)
  }

  /// The step that the status line shows.
  var step: Int? {
    guard let range = screen.first?.range(of: "step ") else { return nil }
    return screen.first.flatMap {
      Int($0[range.upperBound...].drop { $0 == " " }.prefix { $0.isNumber })
    }
  }
}
