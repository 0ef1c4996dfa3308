// Widths as glibc 2.36's wcwidth gives them in C.UTF-8, and cutting by them.

import Screen
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("猫", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("⣿", 1), ("▀", 1), ("─", 1), ("∇", 1), ("✓", 1), ("⚡", 2),
    ("🙂", 2), ("👨‍👩‍👧", 6), ("❤\u{FE0F}", 1), ("🇩🇪", 2), ("\u{200B}", 0), ("\u{AD}", 1),
    ("\u{1B}", 1), ("\r\n", 2), ("\u{301}", 1), ("\u{1CD00}", 1), ("ไก่", 2), ("का", 2),
    ("\u{2460}", 1),
  ])
  func widths(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    var frame = Frame(size: Size(columns: 10, rows: 1))
    #expect(frame.put(text, row: 0, column: 0) == columns)
  }

  @Test(arguments: [
    ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""),
    ("hello", -3, ""), ("猫猫猫", 6, "猫猫猫"), ("猫猫猫", 5, "猫猫…"), ("猫猫猫", 4, "猫…"),
    ("猫", 1, "…"), ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"), ("", 3, ""),
  ])
  func clipping(text: String, columns: Int, shown: String) {
    #expect(DisplayWidth.clip(text, to: columns) == shown)
    #expect(DisplayWidth.of(DisplayWidth.clip(text, to: columns)) <= max(0, columns))
    #expect(DisplayWidth.of(DisplayWidth.fit(text, to: columns)) == max(0, columns))
  }

  @Test func fitsToEitherSide() {
    #expect(DisplayWidth.fit("ab", to: 4) == "ab  ")
    #expect(DisplayWidth.fit("ab", to: 4, right: true) == "  ab")
    #expect(DisplayWidth.fit("abcdef", to: 4, ellipsis: "~") == "abc~")
    #expect(DisplayWidth.clip("abc", to: 2, ellipsis: "...") == "ab")
  }

  @Test(arguments: [
    ("plain", "plain"), ("‖g‖₂", "||g||2"), ("\u{1B}[0m", "^[[0m"), ("a\u{7F}", "a^?"),
    ("∂L/∂z → 8×6 …", "dL/dz -> 8x6 ..."), ("猫", "?"), ("e\u{301}", "e"), ("\u{85}", "?"),
  ])
  func folding(text: String, folded: String) {
    #expect(VisibleText.ascii(text) == folded)
    #expect(Appearance.ascii.text(text) == folded)
    #expect(Appearance.standard.text(text) == text)
  }
}
