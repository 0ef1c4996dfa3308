// Every sample chart, at an ordinary and a cramped size, in three appearances, against the text
// that was looked at and recorded. NABLA_RECORD=1 records anew.

import Foundation
import Plotting
import Screen
import TestSupport
import Testing

@Suite struct FixtureTests {
  static let appearances: [(String, Appearance)] = [
    ("unicode, 256 colours", .standard), ("unicode, mono", .mono), ("ascii", .ascii),
  ]

  @Test(arguments: Samples.all.indices)
  func chartsLookAsRecorded(index: Int) {
    let (name, chart) = Samples.all[index]
    var lines: [String] = []
    for (columns, rows) in [(60, 12), (24, 6)] {
      for (words, appearance) in Self.appearances {
        lines.append("== \(columns)×\(rows) \(words)")
        lines += chart.lines(columns: columns, rows: rows, appearance: appearance)
      }
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name.replacingOccurrences(of: " ", with: "-")).txt")
    expectLines(lines, matchFixture: file)
  }

  @Test(arguments: Samples.all.indices)
  func asciiIsAscii(index: Int) {
    for (columns, rows) in [(80, 24), (60, 12), (24, 6)] {
      for line in Samples.all[index].chart.lines(
        columns: columns, rows: rows, appearance: .ascii)
      {
        #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(line)")
      }
    }
  }

  @Test(arguments: Samples.all.indices)
  func monoHasNoColour(index: Int) {
    var frame = Frame(size: Size(columns: 80, rows: 24))
    Samples.all[index].chart.draw(into: &frame, area: frame.bounds, appearance: .mono)
    for row in 0..<24 {
      for column in 0..<80 {
        #expect(frame[row, column].style.foreground == .standard)
        #expect(frame[row, column].style.background == .standard)
      }
    }
  }
}
