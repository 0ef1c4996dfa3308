// Details of the matrix, gradient, table, histogram and boundary charts and the progress bar.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct SmallChartTests {
  @Test func aMatrixSaysWhatItLeavesOut() {
    let chart = MatrixChart(
      name: "W", rows: 10, columns: 9, values: (0..<90).map { Double($0) }, rowOffset: 4)
    expectLines(
      chart.lines(columns: 18, rows: 6, appearance: .ascii),
      equal: """
        W [10, 9]
           0  1  2  3  4
        4 36 37 38 39 40 ~
        5 45 46 47 48 49 ~
        6 54 55 56 57 58 ~
        ... 4 above, 3 be~
        """)
  }

  @Test func matricesColourBySign() {
    let chart = MatrixChart(
      rows: 1, columns: 3, values: [-1, 0, 1], highlight: MatrixPlace(row: 0, column: 2))
    var frame = Frame(size: Size(columns: 20, rows: 3))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    let palette = Palette(.standard)
    let row = frame.lines.firstIndex { $0.contains("-1") } ?? 0
    let column = frame.lines[row].distance(
      from: frame.lines[row].startIndex,
      to: frame.lines[row].firstIndex(of: "-") ?? frame.lines[row].startIndex)
    #expect(frame[row, column].style.background == palette.diverging(-1))
    #expect(frame[row, column + 4].style.background == palette.diverging(0))
    #expect(frame[row, column + 7].style.background == palette.diverging(1))
    #expect(frame[row, column + 7].style.reverse && !frame[row, column].style.reverse)
  }

  @Test func hugeAndTinyMatricesKeepTheirWidth() {
    let chart = MatrixChart(rows: 1, columns: 3, values: [1e38, -2.5, 1e-38])
    #expect(
      chart.lines(columns: 40, rows: 2, appearance: .ascii) == [
        "[1, 3]", "  1.00e38    -2.50 1.00e-38",
      ])
  }

  @Test func gradientMarksAreWordsToo() {
    let lines = Samples.gradients.lines(columns: 60, rows: 6, appearance: .ascii)
    #expect(lines[3].hasSuffix("1.2e-7 v vanishing"))
    #expect(lines[4].hasSuffix("128 ^ exploding"))
    #expect(lines[5].contains("000!^^0"))
  }

  @Test func manyLayersArePooledAndSaySo() {
    let lines = Samples.layers(60).lines(columns: 80, rows: 11, appearance: .mono)
    #expect(lines[0].contains("60 layers, max of 6 a row"))
    #expect(lines[1].hasPrefix("net.0 +5"))
    #expect(lines[10].hasPrefix("net.59 +5") && lines[10].hasSuffix("▼ vanishing"))
    #expect(!Samples.layers(21).lines(columns: 80, rows: 22, appearance: .mono)[0].contains("max"))
  }

  @Test func fewerLayersScroll() {
    var chart = Samples.layers(12)
    chart.offset = 100
    let lines = chart.lines(columns: 60, rows: 6, appearance: .standard)
    #expect(lines[5] == "… 8 above, 0 below")
    #expect(lines[4].hasPrefix("net.11"))
  }

  @Test func tablesAlignNumbersAndCutWords() {
    let lines = Samples.table.lines(columns: 40, rows: 3, appearance: .ascii)
    expectLines(
      lines,
      equal: """
        layer      shape       parameters  share
        net.0      [64, 128]        8,192  12.5%
        ... 2 more
        """)
  }

  @Test func histogramsMergeBinsAndSaySo() {
    let chart = HistogramChart(
      title: "w", lower: 0, upper: 10, counts: Array(repeating: 3, count: 10),
      orientation: .horizontal)
    let lines = chart.lines(columns: 40, rows: 6, appearance: .ascii)
    #expect(lines[0] == "w  10 bins, up to 2 together")
    #expect(lines[1].hasPrefix(" 0.. 2 ####") && lines[1].hasSuffix("# 6"))
  }

  @Test func verticalHistograms() {
    let chart = HistogramChart(
      lower: -1, upper: 1, counts: [1, 4, 8, 4, 0], orientation: .vertical)
    expectLines(
      chart.lines(columns: 10, rows: 3, appearance: .standard),
      equal: """
            ██
        ▂▂██████
        -1   0   1
        """)
  }

  @Test func boundariesShowPointsByClass() {
    var frame = Frame(size: Size(columns: 40, rows: 12))
    Samples.boundary.draw(into: &frame, area: frame.bounds, appearance: .standard)
    #expect(frame.lines[0] == "xor  o 0     x 1")
    #expect(frame.lines[1].filter { $0 == "x" }.count == 1)
    #expect(frame.lines[9].filter { $0 == "o" }.count == 1)
    // Class 1 has one colour above and another below on the right.
    #expect(
      frame[2, 10].style.foreground != frame[2, 35].style.foreground
        && frame[2, 10].style.foreground == frame[8, 35].style.foreground)
  }

  @Test func progressOnlyEndsAtTheEnd() {
    func text(_ fraction: Double) -> String {
      ProgressBar(fraction: fraction).lines(columns: 20, appearance: .ascii)[0]
    }
    #expect(text(0) == "[------------]   0 %")
    #expect(text(0.9999) == "[###########-]  99 %")
    #expect(text(1) == "[############] 100 %")
    #expect(text(.nan) == text(0) && text(7) == text(1))
  }
}
