import Language
import Testing

@Suite struct CellSplitterTests {
  private func split(_ text: String) -> [SourceChunk] {
    let chunks = CellSplitter.split(text, verbs: testVerbs)
    #expect(chunks.map(\.raw).joined() == text)
    var line = 1
    for chunk in chunks {
      #expect(chunk.line == line)
      line += max(1, chunk.raw.utf8.count { $0 == 0x0A })
    }
    return chunks
  }

  private func summary(_ text: String) -> [String] {
    split(text).map { "\($0.line) \($0.kind): \($0.text.replacing("\n", with: "⏎"))" }
  }

  @Test func aWholeFile() {
    let file = """
      #@ nabla 1  seed 42
      # # XOR
      #
      # Four rows.
      net = dense(8) | tanh
      #> net: 2 → 8
      #>  33 parameters
      #~ 0.2 s
      #@ t 3.2
      #@ unknown

      train L with adam steps=500 {
        at 137 { set lr = 0.01 }
      # a comment
      #> no output
      }
      x = 1
      y = 2; z = 3
      """
    #expect(
      summary(file) == [
        "1 data: nabla 1  seed 42", "2 prose: # XOR⏎⏎Four rows.", "5 code: net = dense(8) | tanh",
        "6 output: net: 2 → 8⏎ 33 parameters", "8 volatile: 0.2 s", "9 data: t 3.2",
        "10 data: unknown", "11 blank: ",
        "12 code: train L with adam steps=500 {⏎  at 137 { set lr = 0.01 }⏎# a comment⏎#> no output⏎}",
        "17 code: x = 1", "18 code: y = 2; z = 3",
      ])
  }

  @Test(arguments: [
    ("", []), ("\n", ["1 blank: "]), ("\n\n", ["1 blank: ⏎"]), ("a", ["1 code: a"]),
    ("a\n  | b\n  # note\n  | c\nd", ["1 code: a⏎  | b⏎  # note⏎  | c", "5 code: d"]),
    ("a\n\n| b", ["1 code: a", "2 blank: ", "3 code: | b"]),
    ("a |\nb", ["1 code: a |⏎b"]), ("a +\n# note", ["1 code: a +", "2 prose: note"]),
    ("a + # (\nb", ["1 code: a + # (⏎b"]), ("a +\n\nb", ["1 code: a +", "2 blank: ", "3 code: b"]),
    ("x = [\n1,\n2]\ny", ["1 code: x = [⏎1,⏎2]", "4 code: y"]),
    ("  # alone\nx", ["1 blank:   # alone", "2 code: x"]), ("  x", ["1 code:   x"]),
    ("#!/usr/bin/env nabla\nx", ["1 data: /usr/bin/env nabla", "2 code: x"]),
    ("#note\n#\tb", ["1 prose: note⏎\tb"]), ("\"(\nx", ["1 code: \"(", "2 code: x"]),
    ("help |\nhelp +\nx", ["1 code: help |", "2 code: help +", "3 code: x"]),
    ("save a(b\nx", ["1 code: save a(b", "2 code: x"]),
    ("f(1]\nx", ["1 code: f(1]", "2 code: x"]), ("a)\nx", ["1 code: a)", "2 code: x"]),
    ("f(1 2\n#> error\nx", ["1 code: f(1 2", "2 output: error", "3 code: x"]),
    ("f(\n#> no error\n1)\nx", ["1 code: f(⏎#> no error⏎1)", "4 code: x"]),
    ("f(\n# note\nx", ["1 code: f(⏎# note⏎x"]), ("a\0b\nc", ["1 code: a\0b", "2 code: c"]),
    ("not\na", ["1 code: not⏎a"]),
  ])
  func cells(text: String, expected: [String]) { #expect(summary(text) == expected) }

  @Test func windowsLineEnds() {
    #expect(
      summary("# a\r\n# b\r\nf(\r\n1)\r\n#> c\r\n\r\nx\r\n") == [
        "1 prose: a⏎b", "3 code: f(⏎1)", "5 output: c", "6 blank: ", "7 code: x",
      ])
  }

  @Test func byteOrderMark() {
    #expect(summary("\u{FEFF}#@ nabla 1\nx") == ["1 data: nabla 1", "2 code: x"])
    #expect(summary("\u{FEFF}x = 1") == ["1 code: x = 1"])
  }

  @Test func longLinesAndManyLines() {
    let long = "x = \"" + String(repeating: "a", count: 1_000_000) + "\""
    #expect(split(long + "\ny").map(\.line) == [1, 2])
    #expect(split(String(repeating: "f(1 2\n", count: 20_000)).count == 1)
    #expect(split(String(repeating: "x = 1\n", count: 20_000)).count == 20_000)
    #expect(split("[\n" + String(repeating: "#> a\n1,\n", count: 5_000)).count == 1)
    #expect(split("x = [\n" + String(repeating: "1,\n", count: 20_000) + "]\ny").count == 2)
  }

  /// Each chunk of code is what the prompt would have waited for.
  @Test(arguments: 0..<150)
  func codeIsWhole(seed: Int) {
    var trees = RandomTrees(seed: UInt64(seed) + 9000)
    let statements = (0..<4).map { _ in formatted(trees.statement(3), verbs: testVerbs) }
    let chunks = split(statements.joined(separator: "\n") + "\n")
    #expect(chunks.map(\.text) == statements)
    #expect(chunks.allSatisfy { $0.kind == .code })
  }
}
