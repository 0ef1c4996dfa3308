import Language
import Testing

@Suite struct RenderingTests {
  private func render(
    _ source: String, _ lower: Int, _ upper: Int, hint: String? = nil, firstLine: Int = 1
  ) -> [String] {
    Diagnostic("oops", at: SourceRange(lower, upper), hint: hint)
      .rendered(in: source, firstLine: firstLine)
  }

  @Test func withoutAPlaceThereIsNoLine() {
    #expect(
      Diagnostic("no such file", hint: "look").rendered(in: "x") == [
        "error: no such file", "hint: look",
      ])
  }

  @Test func linesCountFromTheFirst() {
    #expect(
      render("a\nbc", 2, 4, firstLine: 99) == ["error: oops", "100 │ bc", "    │ ^^"])
    #expect(render("a", 0, 1, firstLine: Int.max)[1] == "\(Int.max) │ a")
  }

  @Test func anEmptyPlaceGetsOneCaret() {
    #expect(render("ab", 2, 2) == ["error: oops", "1 │ ab", "  │   ^"])
    #expect(render("", 0, 0) == ["error: oops", "1 │ ", "  │ ^"])
    #expect(render("ab\n", 3, 3) == ["error: oops", "2 │ ", "  │ ^"])
    #expect(render("ab\ncd", 2, 3) == ["error: oops", "1 │ ab", "  │   ^"])
  }

  @Test func severalLinesShowTheFirst() {
    #expect(render("f(1,\n2)", 1, 7) == ["error: oops", "1 │ f(1,", "  │  ^^^"])
    #expect(render("ab\r\ncd", 0, 6) == ["error: oops", "1 │ ab", "  │ ^^"])
  }

  @Test func columnsAreTheTerminals() {
    #expect(render("日本x", 6, 7) == ["error: oops", "1 │ 日本x", "  │     ^"])
    #expect(render("日本x", 3, 6) == ["error: oops", "1 │ 日本x", "  │   ^^"])
    #expect(render("a\tb", 2, 3) == ["error: oops", "1 │ a   b", "  │     ^"])
    #expect(render("e\u{301}x", 3, 4) == ["error: oops", "1 │ e\u{301}x", "  │  ^"])
    #expect(render("😀 x", 5, 6) == ["error: oops", "1 │ 😀 x", "  │    ^"])
  }

  @Test func controlCharactersAreVisible() {
    #expect(
      Diagnostic("bad \u{1B}[31m", at: SourceRange(1, 2), hint: "\u{7}")
        .rendered(in: "\u{1B}x\u{202E}") == ["error: bad ␛[31m", "1 │ ␛x�", "  │  ^", "hint: ␇"])
  }

  @Test func longLinesAreCutAroundTheMistake() {
    let lines = render(String(repeating: "a", count: 1_000_000) + "b", 500_000, 500_003)
    #expect(lines[1] == "1 │ …" + String(repeating: "a", count: 160) + "…")
    #expect(lines[2] == "  │ " + String(repeating: " ", count: 81) + "^^^")
    let end = render(String(repeating: "a", count: 500), 500, 500)
    #expect(end[1] == "1 │ …" + String(repeating: "a", count: 160))
    #expect(end[2] == "  │ " + String(repeating: " ", count: 161) + "^")
  }

  @Test func placesOutsideTheTextDoNoHarm() {
    #expect(render("ab", 7, 9) == ["error: oops", "1 │ ab", "  │   ^"])
    #expect(render("ab", -3, 1) == ["error: oops", "1 │ ab", "  │ ^"])
  }

  @Test func positionsCountFromOne() {
    let diagnostic = Diagnostic("", at: SourceRange(8, 9))
    let position = diagnostic.position(in: "ab\r\nößx")
    #expect(position?.line == 2)
    #expect(position?.column == 3)
    #expect(Diagnostic("").position(in: "a") == nil)
    #expect(Diagnostic("", at: SourceRange(99, 99)).position(in: "a")?.column == 2)
  }
}
