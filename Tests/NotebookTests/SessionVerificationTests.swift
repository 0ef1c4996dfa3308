import Notebook
import Testing

struct SessionVerificationTests {
  let text = """
    #@ nabla 1  seed 1
    # Prose.
    a = 1
    b = 2
    #> b = 2
    #~ took 1 ms
    #> done
    #@ t 1  digest aaaa
    c = [
      3]
    #@ t 2
    """

  func differences(_ results: [CellResult]) throws -> [String] {
    let document = try SessionFile.parse(text, verbs: testVerbs)
    let found = Verification.compare(document: document, results: results, name: "xor.nabla")
    #expect(found.allSatisfy { $0.message.hasPrefix("xor.nabla:\($0.line): ") })
    return found.map(\.message)
  }

  func result(_ lines: [String], _ digest: String? = nil) -> CellResult {
    CellResult(lines: lines.map { RecordedLine($0) }, digest: digest)
  }

  var same: [CellResult] { [result([]), result(["b = 2", "done"], "aaaa"), result([])] }

  @Test func agreement() throws {
    #expect(try differences(same) == [])
  }

  @Test func measuredLinesAndBlanksAtTheEndDoNotCount() throws {
    var results = same
    results[1].lines.insert(RecordedLine("took 9 ms", isVolatile: true), at: 0)
    results[1].lines[1].text = "b = 2  "
    #expect(try differences(results) == [])
  }

  @Test func cellsWithoutARecordingAreNotCompared() throws {
    var results = same
    results[0] = result(["whatever"], "ffff")
    #expect(try differences(results) == [])
  }

  @Test func aChangedLine() throws {
    var results = same
    results[1] = result(["b = 3", "also"], "aaaa")
    #expect(try differences(results) == ["xor.nabla:5: recorded 'b = 2', now 'b = 3'"])
    results[1] = result(["b = 2", "fine"], "aaaa")
    #expect(try differences(results) == ["xor.nabla:7: recorded 'done', now 'fine'"])
  }

  @Test func missingAndExtraLines() throws {
    var results = same
    results[1] = result(["b = 2"], "aaaa")
    #expect(try differences(results) == ["xor.nabla:7: recorded 'done', now nothing"])
    results[1] = result(["b = 2", "done", "more"], "aaaa")
    #expect(try differences(results) == ["xor.nabla:7: recorded nothing more, now 'more'"])
    results = same
    results[2] = result(["c"])
    #expect(try differences(results) == ["xor.nabla:10: recorded nothing more, now 'c'"])
  }

  @Test func digests() throws {
    var results = same
    results[1].digest = "aaab"
    #expect(
      try differences(results) == ["xor.nabla:8: recorded digest 'aaaa', now 'aaab'"])
    results[1].digest = nil
    #expect(try differences(results) == ["xor.nabla:8: recorded digest 'aaaa', now none"])
    results[1] = result(["x"], nil)
    #expect(
      try differences(results) == [
        "xor.nabla:5: recorded 'b = 2', now 'x'", "xor.nabla:8: recorded digest 'aaaa', now none",
      ])
  }

  @Test func aRunThatEndedEarly() throws {
    #expect(
      try differences([]) == ["xor.nabla:4: recorded, but the run ended before this cell"])
    #expect(
      try differences(Array(same.prefix(2))) == [
        "xor.nabla:9: recorded, but the run ended before this cell"
      ])
    #expect(try differences(same + same) == [])
  }

  @Test func theFreshResultsOfACell() {
    let cell = Cell(number: 1, source: "a", outputs: [.text("1")], status: .done, digest: "d")
    #expect(CellResult(cell) == result(["1"], "d"))
  }

  @Test func everyEditedDigitIsFound() throws {
    let document = try SessionFile.parse(text, verbs: testVerbs)
    let bytes = Array(text.utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var offset = 0
    for (index, line) in lines.enumerated() {
      defer { offset += line.utf8.count + 1 }
      guard line.hasPrefix("#> ") else { continue }
      for place in 3..<line.utf8.count {
        var edited = bytes
        edited[offset + place] = edited[offset + place] == 0x78 ? 0x79 : 0x78
        let changed = try SessionFile.parse(bytes: edited, verbs: testVerbs)
        #expect(changed != document)
        let found = Verification.compare(document: changed, results: same, name: "x")
        #expect(found.map(\.line) == [index + 1])
      }
    }
  }
}
