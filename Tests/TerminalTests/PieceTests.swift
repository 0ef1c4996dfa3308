// The pure pieces: the line as a value, colours, plain lines, the history file's format.

import Foundation
import Screen
import Testing

@testable import Terminal

@Suite struct LineStateTests {
  @Test(arguments: [
    ("abc", 2, 0, 2), ("日本", 3, 0, 2), ("é!", 2, 0, 1), ("e\u{301}x", 3, 0, 1), ("a\tb", 2, 0, 3),
    ("a\nbc", 4, 1, 2), ("a\n", 2, 1, 0), ("", 0, 0, 0), ("\u{1B}x", 1, 0, 2),
  ])
  func cursorIsCountedInColumns(text: String, offset: Int, line: Int, column: Int) {
    let state = LineState(text: text, cursorOffset: offset)
    #expect(state.cursorLine == line)
    #expect(state.cursorColumn == column)
  }

  @Test func anyOffsetIsTaken() {
    for offset in -1...12 {
      let state = LineState(text: "日\n本😀", cursorOffset: offset)
      #expect(state.cursorColumn <= 4)
      #expect(state.cursorLine <= 1)
    }
  }

  @Test func controlsAreShownAndMarkersAreNot() {
    let state = LineState(prompt: "\u{1}x\u{2}> ", text: "a\u{7}\tb\n\u{7F}")
    #expect(state.prompt == "x> ")
    #expect(state.displayLines == ["a^G^Ib", "^?"])
  }
}

@Suite struct ColorMappingTests {
  @Test(arguments: [
    (Color.rgb(255, 0, 0), 256, 196), (.rgb(8, 8, 8), 256, 232), (.rgb(0, 0, 0), 256, 16),
    (.palette(208), 256, 208), (.palette(9), 256, 9), (.standard, 256, -1), (.palette(208), 16, 3),
    (.palette(196), 16, 9), (.palette(9), 8, 1), (.palette(4), 0, -1),
    (.rgb(1, 2, 3), 1 << 24, 0x010203), (.rgb(0, 0, 5), 1 << 24, 8), (.palette(5), 1 << 24, 5),
    (.palette(196), 1 << 24, 0xFF0000),
  ])
  func nearest(color: Color, count: Int, number: Int) {
    #expect(ColorMapping(count: count).number(of: color).number == Int32(number))
  }

  @Test func boldStandsForBrightWhereThereAreEight() {
    #expect(ColorMapping(count: 8).number(of: .palette(9)).bright)
    #expect(!ColorMapping(count: 16).number(of: .palette(9)).bright)
  }

  @Test func everyPaletteEntryIsItsOwnNearest() {
    for index in UInt8(16)...255 {
      let components = ColorMapping.components(of: index)
      let nearest = ColorMapping.nearest256(to: components)
      #expect(ColorMapping.components(of: nearest) == components)
    }
  }
}

@Suite struct PlainLinesTests {
  @Test func linesAndWhatIsLeftAtTheEnd() {
    var lines = PlainLines()
    lines.append(Array("a\r\n\nb".utf8)[...])
    #expect(lines.next() == .input("a"))
    #expect(lines.next() == .input(""))
    #expect(lines.next() == nil)
    lines.append(Array("c".utf8)[...])
    lines.end()
    #expect(lines.next() == .input("bc"))
    #expect(lines.next() == .end)
  }

  @Test func aLineTooLongIsSkipped() {
    var lines = PlainLines()
    let part = [UInt8](repeating: 0x78, count: PlainLines.limit / 2 + 1)
    for _ in 0..<3 {
      lines.append(part[...])
      #expect(lines.next() == nil)
    }
    lines.append(Array("\nnext\n".utf8)[...])
    #expect(lines.next() == .tooLong)
    #expect(lines.next() == .input("next"))
  }
}

@Suite struct HistoryFileTests {
  private func withPath(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "nabla-history-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(arguments: ["plain", "two\nlines", "\\n is no break", "\\", "日本\\\n\\n", "\\\\n"])
  func entriesComeBack(entry: String) throws {
    try withPath { path in
      HistoryFile(path: path).append(entry)
      HistoryFile(path: path).append("next")
      #expect(HistoryFile(path: path).load() == [entry, "next"])
    }
  }

  @Test func aTornEndDoesNotSpoilTheNextEntry() throws {
    try withPath { path in
      try "whole\ntor".write(toFile: path, atomically: true, encoding: .utf8)
      HistoryFile(path: path).append("new")
      #expect(HistoryFile(path: path).load() == ["whole", "tor", "new"])
    }
  }

  @Test func aLongFileIsShortened() throws {
    try withPath { path in
      let lines = (0..<12_000).map { "\($0)" }
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
      #expect(HistoryFile(path: path).load() == Array(lines.suffix(HistoryFile.limit)))
      let kept = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(kept.count == HistoryFile.limit)
      #expect(kept.last == "11999")
    }
  }

  @Test func whatCannotBeReadIsNoHistory() throws {
    let folder = HistoryFile(path: NSTemporaryDirectory())
    #expect(folder.load() == [])
    #expect(
      folder.problem
        == "cannot read the history file \(NSTemporaryDirectory()): it is not a regular file")
    let nowhere = HistoryFile(path: "/nonexistent/history")
    #expect(nowhere.load() == [])
    #expect(nowhere.problem == nil)
    nowhere.append("x")
    #expect(
      nowhere.problem
        == "cannot write the history file /nonexistent/history: No such file or directory")
  }

  @Test func strangeBytesAreTaken() throws {
    try withPath { path in
      try Data([0x61, 0xFF, 0x00, 0x5C, 0x0A, 0x0A, 0x5C, 0x78, 0x0A]).write(
        to: URL(fileURLWithPath: path))
      #expect(HistoryFile(path: path).load() == ["a\u{FFFD}\\", "\\x"])
    }
  }
}
