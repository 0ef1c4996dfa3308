// A frame clips, never cuts a wide character in half, and shows no control as a control.

import Screen
import Testing

@Suite struct FrameTests {
  func frame(_ columns: Int, _ rows: Int) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  @Test func putsAndClips() {
    var frame = frame(5, 2)
    #expect(frame.put("hello world", row: 0, column: 0) == 11)
    #expect(frame.put("abc", row: 1, column: -1) == 2)
    frame.put("no", row: 2, column: 0)
    frame.put("no", row: -1, column: 0)
    #expect(frame.lines == ["hello", "bc"])
    frame.put("XYZ", row: 1, column: 0, clip: Rect(column: 1, row: 1, columns: 1, rows: 1))
    #expect(frame.lines[1] == "bY")
  }

  @Test func wideCharactersAreNeverCut() {
    var frame = frame(5, 1)
    #expect(frame.put("a猫猫猫", row: 0, column: 0) == 7)
    #expect(frame.lines == ["a猫猫"])
    #expect(frame[0, 1].width == 2 && frame[0, 2].width == 0 && frame[0, 2].text.isEmpty)
    frame.put("猫", row: 0, column: 4)
    #expect(frame.lines == ["a猫猫"])
    frame.put("猫", row: 0, column: -1)
    #expect(frame.lines == ["a猫猫"])
  }

  @Test(arguments: [(1, "ax 猫"), (2, "a x猫"), (3, "a猫x"), (4, "a猫 x")])
  func overwritingHalfBlanksTheOther(column: Int, line: String) {
    var frame = frame(5, 1)
    frame.put("a猫猫", row: 0, column: 0)
    frame.put("x", row: 0, column: column)
    #expect(frame.lines == [line])
    #expect(frame.lines.map { DisplayWidth.of($0) }[0] <= 5)
  }

  @Test func aWideCharacterOverTwoHalves() {
    var frame = frame(5, 1)
    frame.put("猫猫", row: 0, column: 0)
    frame.put("犬", row: 0, column: 1)
    #expect(frame.lines == [" 犬"])
    frame.fill(Rect(column: 1, row: 0, columns: 1, rows: 1), with: Cell("|"))
    #expect(frame.lines == [" |"])
  }

  @Test func combiningMarksJoinTheirBase() {
    var frame = frame(6, 1)
    #expect(frame.put("e\u{301}猫\u{301}x", row: 0, column: 0) == 4)
    #expect(frame[0, 0].text == "e\u{301}" && frame[0, 1].text == "猫\u{301}")
    // A mark whose base is clipped disappears with it.
    frame.put("x\u{301}y", row: 0, column: -1)
    #expect(frame[0, 0].text == "y")
    // A mark with no base stands on a dotted circle.
    frame.put("\u{301}", row: 0, column: 5)
    #expect(frame[0, 5].text == "\u{25CC}\u{301}")
    // No more marks than a terminal's cell can hold.
    frame.put("a" + String(repeating: "\u{301}", count: 400), row: 0, column: 0)
    #expect(frame[0, 0].text.unicodeScalars.count == 5)
  }

  @Test func controlsAreMadeVisible() {
    var frame = frame(20, 1)
    #expect(frame.put("\u{1B}[2J\r\n\t\u{7F}\u{9B}\u{202E}z", row: 0, column: 0) == 11)
    #expect(frame.lines == ["␛[2J␍␊␉␡\u{FFFD}\u{FFFD}z"])
    #expect(Frame.visible("\u{1B}") == "␛" && Frame.visible("a") == "a")
  }

  @Test func outsideReadsBlankAndWritesNothing() {
    var frame = frame(2, 2)
    frame.put("ab", row: 0, column: 0)
    frame[0, 2] = Cell("x")
    frame[-1, 0] = Cell("x")
    frame[2, 0] = Cell("x")
    #expect(frame.lines == ["ab", ""])
    #expect(frame[5, 5] == .blank && frame[0, -1] == .blank)
    #expect(Frame(size: Size(columns: -3, rows: 4)).lines == ["", "", "", ""])
  }

  @Test func placesOneCell() {
    var frame = frame(4, 1)
    frame.put("猫猫", row: 0, column: 0)
    frame.place(Cell("x"), row: 0, column: 1)
    frame.place(Cell("x"), row: 0, column: 9)
    frame.place(
      Cell("y"), row: 0, column: 2, clip: Rect(column: 0, row: 0, columns: 2, rows: 1))
    #expect(frame.lines == [" x猫"])
  }

  @Test func stylesArePlanes() {
    var frame = frame(6, 2)
    let bold = Style(bold: true)
    frame.put("ab", row: 0, column: 1, style: bold)
    frame.put("c", row: 0, column: 4, style: Style(dim: true))
    frame.restyle(Rect(column: 2, row: 0, columns: 9, rows: 1)) { $0.underline = true }
    #expect(frame.stylePlane([bold: "b"]) == [" b????", ""])
    #expect(frame.lines == [" ab c", ""])
  }

  @Test func rectanglesHoldForHugeNumbers() {
    let huge = Rect(column: Int.min, row: Int.max, columns: Int.max, rows: Int.max)
    #expect(huge.endRow > huge.row && huge.intersection(Rect(Size(columns: 3, rows: 3))).isEmpty)
    let part = Rect(column: 2, row: 2, columns: 5, rows: 5).intersection(
      Rect(column: 4, row: 0, columns: 9, rows: 4))
    #expect(part == Rect(column: 4, row: 2, columns: 3, rows: 2))
    #expect(Rect(column: 0, row: 0, columns: 3, rows: 3).inset(2).isEmpty)
  }
}
