import Language
import Notebook
import Testing

/// Random documents, from a fixed seed.
struct SessionRoundTripTests {
  struct Generator {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    mutating func text() -> String {
      (0..<below(6)).map { _ in pick(["net", "→", " ", "#>", "# ", "é", "漢", "[", "0.5", "\t"]) }
        .joined()
    }

    mutating func cell(_ number: Int) -> Cell {
      var cell = Cell(number: number)
      if below(3) == 0 {
        cell.prose = (0...below(3)).map { _ in text() }.joined(separator: "\n")
      } else {
        cell.source = pick([
          "a = 1", "x, y = xor()", "net = dense(8)\n  | tanh\n  | dense(1)", "print a",
          "def f(a) {\n  b = a\n\n  b\n}", "s = \"# [ no\"", "train L with sgd(lr=0.1) steps=5",
          "m = [[1, 2],\n# row\n#> [\n[3, 4]]", "a = 1 # said [",
        ])
        cell.recorded = (0..<below(4)).map { _ in
          var text = text()
          while text.last == " " || text.last == "\t" { text.removeLast() }
          return RecordedLine(text, isVolatile: below(3) == 0)
        }
        cell.digest = below(2) == 0 ? "5b1f" : nil
      }
      cell.time = below(2) == 0 ? Double(below(100_000)) / 1000 : nil
      cell.unknownData = below(4) == 0 ? ["mood very good", "x"] : []
      return cell
    }
  }

  /// What must survive.
  func essence(_ cell: Cell) -> Cell {
    var cell = cell
    cell.line = 1
    cell.leadingLines = nil
    return cell
  }

  @Test func randomCellsSurvive() throws {
    var generator = Generator(state: 1)
    for _ in 0..<300 {
      let cells = (0..<generator.below(8)).map { generator.cell($0 + 1) }
      let header = SessionHeader(
        seed: generator.below(2) == 0 ? UInt64(generator.below(1000)) : nil,
        unknownData: generator.below(3) == 0 ? ["theme dark", "a b c"] : [])
      let text = SessionFile.serialise(cells: cells, header: header)
      let document = try SessionFile.parse(text, verbs: testVerbs)
      #expect(document.header == header)
      #expect(document.problems.isEmpty)
      #expect(document.cells.map(essence) == cells.map(essence), "\(text)")
      #expect(SessionFile.serialise(document) == text)
      #expect(SessionFile.serialise(cells: document.cells, header: document.header) == text)
    }
  }

  @Test func randomLinesAreKept() throws {
    var generator = Generator(state: 2)
    for _ in 0..<500 {
      let lines = (0..<generator.below(12)).map { _ in
        generator.pick(["", "# ", "#> ", "#~ ", "#@ ", "#@ t 1  digest ", "a = ", "(", ")", "  |"])
          + generator.text()
      }
      let text = lines.joined(separator: "\n")
      let document = try SessionFile.parse(text, verbs: testVerbs)
      #expect(SessionFile.serialise(document) == text)
      var line = 1
      for item in document.items {
        #expect(item.line == line)
        line += item.lines.count
      }
    }
  }

  @Test func whatRanIsWrittenWithItsOutput() {
    let cells = [
      Cell(
        number: 1, source: "\n a = 1 \n\n", outputs: [.text("one\ntwo"), .volatile("1 ms")],
        status: .done, digest: "ff", time: 0.12345),
      Cell(number: 2, source: "b", error: Diagnostic("unknown name 'b'"), status: .failed),
      Cell(number: 3, prose: "End"), Cell(number: 4, prose: "Really\n\n> quoted"),
    ]
    #expect(
      SessionFile.serialise(cells: cells, header: SessionHeader(seed: 4)) == """
        #@ nabla 1  seed 4
         a = 1 
        #> one
        #> two
        #~ 1 ms
        #@ t 0.123  digest ff
        b
        #> error: unknown name 'b'

        # End

        # Really
        #
        # > quoted

        """)
    let passed = SessionFile.serialise(
      cells: cells, header: SessionHeader(), skippingFailed: true)
    #expect(!passed.contains("unknown name"))
  }

  @Test func wildTimesAreLeftOutOrKept() {
    for (time, line) in [(Double.nan, ""), (-1, ""), (.infinity, ""), (1e300, "#@ t 1e+300\n")] {
      let cell = Cell(number: 1, source: "a", time: time)
      #expect(
        SessionFile.serialise(cells: [cell], header: SessionHeader()) == "#@ nabla 1\na\n\(line)")
    }
  }
}
