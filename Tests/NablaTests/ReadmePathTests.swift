// A new user's path: the first network typed line by line, and a session opened at two sizes; the
// frames are kept as text.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ReadmePathTests {
  @Test func theFirstNetwork() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.expect("train L with adam(lr=0.05) steps=500")
    for (line, answer) in [
      ("x, y = batch(xor(), 4)", "y: [4, 1]"),
      ("net = dense(8) | tanh | dense(1) | sigmoid", "net: ? → 8 → 1"),
      ("L = binary_cross_entropy(net(x), y)", "L: scalar"),
      ("train L with adam(lr=0.05) steps=500", "step 500: L 0.7076 → 0.0002075"),
    ] {
      terminal.type(line)
      terminal.expect(answer)
    }
    terminal.expect("step 500/500")
    terminal.expect("loss (log10)")
    #expect(terminal.text.contains("grad ‖g‖₂ log10"))
    #expect(terminal.screen.contains { $0.contains(/│net\.0 [▁-▇]/) })
    #expect(terminal.screen.contains { $0.contains(/│net\.2 [▁-▇]/) })
    terminal.type("print net(x)")
    terminal.expect("[4, 1] =")
    terminal.type("save first")
    terminal.expect("saved first.nabla")
    terminal.quit()
    #expect(try home.read("first.nabla").contains("train L with adam(lr=0.05) steps=500\n"))
  }

  @Test(arguments: ["xor", "attention", "logistic-regression"], ["80x24", "200x60"])
  func aSessionsLastFrame(name: String, size: String) throws {
    let home = try Home()
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let terminal = try Nabla.start(home: home, columns: parts[0], rows: parts[1])
    terminal.awaitPrompt()
    terminal.type("open \(name)")
    terminal.expect("Try next")
    terminal.expect("PgUp scroll  ^R history")
    terminal.settle()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)-\(size).txt")
    // The last picture may come later than the last line on a busy machine.
    _ = terminal.wait(patience) { lines(Self.masked($0.screen), matchFixture: file) }
    expectLines(Self.masked(terminal.screen), matchFixture: file)
    terminal.quit()
    #expect(!terminal.text.contains("not saved"), "\(terminal.text)")
  }

  /// The recording's clock, the speed and the time left differ from run to run.
  static func masked(_ lines: [String]) -> [String] {
    lines.map { line in
      line.replacing(/● \d\d:\d\d/, with: "● mm:ss").replacing(/[0-9.k]+ it\/s +/, with: "")
        .replacing(/ETA [0-9a-z ]+ +/, with: "")
    }
  }
}
