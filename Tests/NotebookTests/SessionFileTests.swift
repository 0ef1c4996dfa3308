import Language
import Notebook
import Testing

struct SessionFileTests {
  let example = """
    #@ nabla 1  seed 42  theme dark
    # # XOR
    # Four points.

    x, y = xor()
    #> x: [4, 2]
    #~ took 0.1 ms
    #@ t 3.2  digest 5b1f  mood good
    net = chain([
      # inside a bracket
      dense(8),

      tanh])
    #@ t 4

    # The end.

    """

  func parse(_ text: String) throws -> SessionDocument {
    try SessionFile.parse(text, name: "x.nabla", verbs: testVerbs)
  }

  func message(_ text: String) -> String? { message(Array(text.utf8)) }

  func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try SessionFile.parse(bytes: bytes, name: "x.nabla", verbs: testVerbs)
      return nil
    } catch {
      return error.message + (error.hint.map { " | \($0)" } ?? "")
    }
  }

  @Test func itemsOfAFile() throws {
    let document = try parse(example)
    #expect(document.header == SessionHeader(seed: 42, unknownData: ["theme dark"]))
    #expect(
      document.items.map(\.kind) == [
        .header, .prose, .blank, .code, .code, .blank, .prose, .blank,
      ])
    #expect(document.items.map(\.line) == [1, 2, 4, 5, 9, 15, 16, 17])
    #expect(document.problems.isEmpty)
    let cells = document.cells
    #expect(cells.map(\.prose) == ["# XOR\nFour points.", nil, nil, "The end."])
    #expect(cells[1].source == "x, y = xor()")
    #expect(
      cells[1].recorded == [
        RecordedLine("x: [4, 2]"), RecordedLine("took 0.1 ms", isVolatile: true),
      ])
    #expect(cells[1].time == 3.2)
    #expect(cells[1].digest == "5b1f")
    #expect(cells[1].unknownData == ["mood good"])
    #expect(document.items[3].digestLine == 8)
    #expect(document.items[3].shown.map(\.line) == [6, 7])
    #expect(cells[2].source == "net = chain([\n  # inside a bracket\n  dense(8),\n\n  tanh])")
    #expect(cells.map(\.number) == [1, 2, 3, 4])
    #expect(cells.map(\.line) == [2, 5, 9, 16])
    #expect(cells.allSatisfy { $0.status == .pending })
  }

  @Test func theFileIsWrittenBackAsItWas() throws {
    let document = try parse(example)
    #expect(SessionFile.serialise(document) == example)
    // …and through its cells too: nothing has run, so everything stands.
    #expect(SessionFile.serialise(cells: document.cells, header: document.header) == example)
  }

  @Test(arguments: [
    "", "\n", "\n\n", "a = 1", "a = 1\n", "#", "#\n", "#!/usr/bin/env nabla\na = 1\n", "#> lost\n",
    "#@ lost\n#@ lost too\n", "a = 1\n\n\n#> shown\n\n#@ later\n", "# p\n#> not of prose\n",
    "   indented = 1\n", "#~\n#>\n#@\n", "a = [1,\n#> inside\n2]\n#> outside\n", "x\n  | tanh\n",
    "# a\n#\n# b\n", "\t\n \n", "f = \"a # b [\"\n", "x = 1 # said\n#>  two blanks\n",
  ])
  func handTypedTextIsKept(_ text: String) throws {
    #expect(SessionFile.serialise(try parse(text)) == text)
  }

  @Test func singleBlanksInAHeader() throws {
    #expect(try parse("#@ nabla 1 seed 7\n").header.seed == 7)
    #expect(try parse("a = 1\n#@ t 2 digest ab\n").cells[0].digest == "ab")
  }

  @Test func aSheBangStaysFirst() throws {
    let text = "#!/usr/bin/env -S nabla run\n#@ nabla 1  seed 3\na = 1\n"
    let document = try parse(text)
    #expect(document.header.seed == 3)
    #expect(SessionFile.serialise(cells: document.cells, header: document.header) == text)
  }

  @Test func indentedCommentsStay() throws {
    let text = "#@ nabla 1\na = 1\n  # aside\n\nb = 2\n"
    let document = try parse(text)
    #expect(document.cells.map(\.source) == ["a = 1", "b = 2"])
    #expect(SessionFile.serialise(cells: document.cells, header: document.header) == text)
  }

  @Test func whereCommandsEnd() throws {
    let text = """
      a = 1 +
        2
      train L with sgd(lr=0.1) steps=5 {
        at 2 { set lr = 1 }
      }
      net = dense(8)

      | tanh
      if a > 1 { b = 1 } else { b = 2 }
      a = 1; b = 2
      """
    #expect(
      try parse(text).cells.map(\.source) == [
        "a = 1 +\n  2", "train L with sgd(lr=0.1) steps=5 {\n  at 2 { set lr = 1 }\n}",
        "net = dense(8)", "| tanh", "if a > 1 { b = 1 } else { b = 2 }", "a = 1; b = 2",
      ])
  }

  @Test func windowsLineEndsAndByteOrderMark() throws {
    let document = try parse("\u{FEFF}#@ nabla 1  seed 1\r\n# Hi\r\na = 1\r\n#> a = 1\r\n")
    #expect(document.header.seed == 1)
    #expect(document.cells.map(\.prose) == ["Hi", nil])
    #expect(document.cells[1].source == "a = 1")
    #expect(document.cells[1].recorded == [RecordedLine("a = 1")])
  }

  @Test func headerMessages() {
    #expect(
      message("#@ nabla 2  seed 1\n")
        == "'x.nabla' line 1: format 2 is newer than this nabla, which reads up to format 1"
        + " | update nabla to open this session")
    #expect(message("\n#@ nabla one\n") == "'x.nabla' line 2: 'one' is not a format version")
    #expect(message("#@ nabla 0\n") == "'x.nabla' line 1: '0' is not a format version")
    #expect(
      message("#@ nabla 1  seed -1\n")
        == "'x.nabla' line 1: '-1' is not a seed"
        + " | a seed is a whole number from 0 to 18446744073709551615")
    #expect(
      message("#@ nabla 99999999999999999999\n")
        == "'x.nabla' line 1: '99999999999999999999' is not a format version")
  }

  @Test func bytesThatAreNotText() {
    #expect(message([0x61, 0x0A, 0xFF, 0x0A]) == "'x.nabla' line 2 is not UTF-8 text")
    #expect(message([0xC3, 0x28, 0x0A, 0x61]) == "'x.nabla' line 1 is not UTF-8 text")
    #expect(message([0xED, 0xA0, 0x80, 0x0A]) == "'x.nabla' line 1 is not UTF-8 text")
    #expect(message([0x61, 0x80]) == "'x.nabla' line 1 is not UTF-8 text")
    #expect(
      message([0x61, 0x0A, 0x0A, 0x00]) == "'x.nabla' line 3 holds a zero byte: not a text file")
    #expect(
      message([UInt8](repeating: 0x20, count: SessionFile.maximumBytes + 1))
        == "'x.nabla' is larger than 64 MiB | a session file holds no weights")
  }

  @Test func aTornCharacterIsDroppedAndReported() throws {
    for (bytes, kept) in [("→", 1), ("→", 2), ("é", 1), ("😀", 3)] {
      let torn = Array("a = 1\n#> net: 2 ".utf8) + bytes.utf8.prefix(kept)
      let document = try SessionFile.parse(bytes: torn, name: "x.nabla", verbs: testVerbs)
      #expect(
        document.problems.map(\.message) == [
          "'x.nabla' line 2 is cut off in the middle of a character"
        ])
      #expect(document.cells[0].recorded == [RecordedLine("net: 2")])
    }
  }

  @Test func anUnfinishedCommandIsReportedAndKept() throws {
    let text = "a = 1\nnet = chain([\n  dense(8),\n#> lost\n"
    let document = try parse(text)
    #expect(document.problems.map(\.message) == ["'x.nabla' line 2: the command is not finished"])
    #expect(document.cells.count == 2)
    #expect(document.cells[1].source.hasPrefix("net = chain(["))
    #expect(SessionFile.serialise(document) == text)
  }

  @Test func everyCutOfAFileIsReadOrRefused() throws {
    let bytes = Array(example.replacing("good", with: "gu→t").utf8)
    for end in 0...bytes.count {
      let document = try SessionFile.parse(
        bytes: Array(bytes[..<end]), name: "x.nabla", verbs: testVerbs)
      let whole = String(decoding: bytes[..<end], as: UTF8.self)
      let text = SessionFile.serialise(document)
      let isTorn = document.problems.contains { $0.message.contains("cut off") }
      #expect(isTorn ? whole.hasPrefix(text) && text.utf8.count + 3 >= end : text == whole)
    }
  }

  @Test func garbageNeverTraps() {
    var state: UInt64 = 7
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let letters = Array("#@>~ \n\r\t[](){}|\"'=a1;→\u{0301}".utf8)
    for round in 0..<400 {
      let bytes = (0..<60).map { _ in
        round.isMultiple(of: 2) ? next() : letters[Int(next()) % letters.count]
      }
      _ = try? SessionFile.parse(bytes: bytes, verbs: testVerbs)
    }
  }

  @Test func deepAndLongInput() throws {
    let deep = String(repeating: "[", count: 200_000)
    #expect(try parse(deep).cells.map(\.source) == [deep])
    #expect(try parse(String(repeating: "#> x\n", count: 50_000)).items.count == 50_001)
  }
}
