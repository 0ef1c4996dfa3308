// A heat map's numbers never depend on colour, and masked, zero and NaN differ.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct HeatMapTests {
  let map = HeatMap(
    rows: 2, columns: 3, values: [0, 0.31, 1, .nan, 0.004, 0],
    masked: [
      false, false, false,
      false, false, true,
    ], rowLabels: ["sat", "on"], columnLabels: ["the", "cat", "x"],
    selected: MatrixPlace(row: 0, column: 1))

  @Test func zeroMaskedAndNaNDiffer() {
    expectLines(
      map.lines(columns: 24, rows: 5, appearance: .standard),
      equal: """
                      · masked
              the   cat    x
        sat         .31   1.0
         on   NaN   .00    ·
        q=sat k=cat 0.31
        """)
  }

  @Test func theCrosshairReadsMasked() {
    var masked = map
    masked.selected = MatrixPlace(row: 1, column: 2)
    #expect(masked.lines(columns: 24, rows: 5, appearance: .ascii).last == "q=on k=x masked")
    masked.selected = MatrixPlace(row: 5, column: 2)
    #expect(masked.lines(columns: 24, rows: 5, appearance: .ascii).last != "q=on k=x masked")
  }

  @Test func theCrosshairReadsTheExactValueOfAPooledMap() {
    var values = Array(repeating: 0.1, count: 10_000)
    values[4242] = 0.9
    let large = HeatMap(
      title: "m", rows: 100, columns: 100, values: values,
      selected: MatrixPlace(row: 42, column: 42))
    var frame = Frame(size: Size(columns: 30, rows: 12))
    large.draw(into: &frame, area: frame.bounds, appearance: .mono)
    #expect(frame.lines[11] == "q=42 k=42 0.9")
    #expect(frame.lines[0].hasPrefix("m  100×100, max of 10×4"))
    // The one large value is still in the picture.
    #expect(frame.lines[1..<11].joined().filter { $0 == "█" }.count == 1)
  }

  @Test func colourModesHalveTheRows() {
    var frame = Frame(size: Size(columns: 20, rows: 9))
    Samples.bigMap(16).draw(into: &frame, area: frame.bounds, appearance: .standard)
    #expect(frame.lines[0].hasPrefix("map") && !frame.lines[0].contains("max of"))
    #expect(frame.lines[1].hasPrefix("▀▄··"))
  }

  @Test func labelsAreVisibleAndCut() {
    let lines = Samples.attention.lines(columns: 60, rows: 12, appearance: .standard)
    #expect(lines[5].hasPrefix("on␛[0m"))
    #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
    let narrow = Samples.attention.lines(columns: 14, rows: 10, appearance: .standard)
    #expect(narrow.allSatisfy { DisplayWidth.of($0) <= 14 })
    #expect(narrow.contains { $0.hasPrefix("猫…") || $0.hasPrefix(" 猫…") })
  }
}
