// A cell gives back the text it was given, whatever its length.

import Screen
import Testing

@Suite struct GlyphTests {
  static let texts = [
    "", " ", "a", "ğ", "İ", "∇", "猫", "😀", "e\u{301}", "👨‍👩‍👧", "👩🏽‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "123456789012345", "1234567890123456", String(repeating: "ç", count: 200),
    "a" + String(repeating: "\u{301}", count: 40),
  ]

  @Test(arguments: texts) func theTextIsKept(_ text: String) {
    let cell = Cell(text, width: 1)
    #expect(Array(cell.text.utf8) == Array(text.utf8))
    #expect(cell == Cell(text, width: 1))
    #expect(cell.hashValue == Cell(text, width: 1).hashValue)
  }

  @Test func differentTextsAreDifferentCells() {
    for (place, first) in Self.texts.enumerated() {
      for second in Self.texts.dropFirst(place + 1) { #expect(Cell(first) != Cell(second)) }
    }
  }

  @Test func aCellChanges() {
    var cell = Cell("x")
    cell.text = "👨‍👩‍👧"
    cell.width = 2
    #expect(cell.text == "👨‍👩‍👧" && cell.width == 2)
    cell.text = ""
    #expect(cell.text.isEmpty)
  }
}
