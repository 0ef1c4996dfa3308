// The picture at the head of the README is a screen that nabla shows.

import Foundation
import TestSupport
import Testing

@Suite struct ReadmePictureTests {
  @Test func theFirstPictureIsTheScreen() throws {
    let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
    let blocks = try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "```\n")
    let picture = try #require(blocks.dropFirst().first).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 98, rows: picture.count)
    terminal.awaitPrompt()
    for (line, answer) in [
      ("open xor", "Try next"), ("layout debugging", "─ rec"), ("forward", "8 c L = mean"),
      ("step 6", "WALK step 2002 backward"),
    ] {
      terminal.type(line)
      terminal.expect(answer)
    }
    func shown() -> [String] {
      ReadmePathTests.masked(terminal.screen).map {
        String($0.reversed().drop { $0 == " " }.reversed())
      }
    }
    let expected = ReadmePathTests.masked(picture)
    _ = terminal.wait(patience) { _ in shown() == expected }
    expectLines(shown(), equal: expected.joined(separator: "\n"))
    terminal.quit()
  }
}
