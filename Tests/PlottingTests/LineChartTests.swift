// What a line chart must not lose: spikes, holes, infinities, signs, order.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct LineChartTests {
  /// Dots set in a column of cells.
  func hasDot(_ frame: Frame, rows: Range<Int>, columns: Range<Int>) -> Bool {
    rows.contains { row in
      columns.contains { column in
        frame[row, column].text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
      }
    }
  }

  @Test func aSpikeAmongAMillionPointsShows() {
    // As a record holds them: 500 points a bucket.
    var buckets: [ChartBucket] = []
    for step in 0..<1_000_000 {
      let point = ChartBucket(x: Double(step), y: step == 612_345 ? 50 : 1)
      if step % 500 == 0 {
        buckets.append(point)
      } else {
        buckets[buckets.count - 1] = buckets[buckets.count - 1].merged(with: point)
      }
    }
    let chart = LineChart(
      series: [ChartSeries(name: "loss", buckets: buckets)], yScale: .linear)
    var frame = Frame(size: Size(columns: 80, rows: 24))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    #expect(hasDot(frame, rows: 1..<2, columns: 40..<60))
    #expect(!hasDot(frame, rows: 1..<20, columns: 4..<40))
  }

  /// However many points share a column, each of them lies on a dot.
  @Test func everyPointOfADenseWalkLiesOnADot() throws {
    var state: UInt64 = 7
    var height = 0.5
    let values = (0..<5000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      height = min(max(height + (Double(state >> 40) / Double(1 << 24) - 0.5) * 0.04, 0), 1)
      return height
    }
    let chart = LineChart(
      series: [ChartSeries(name: "walk", values: values)], yScale: .linear, yRange: 0...1)
    var frame = Frame(size: Size(columns: 29, rows: 30))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    let left = try #require((0..<29).first { frame[28, $0].text == "└" }.map { $0 + 1 })
    let (columns, rows) = ((29 - left) * 2, 27 * 4)
    for (step, value) in values.enumerated() {
      let x = Double(step) / 4999 * Double(columns - 1)
      let y = (1 - value) * Double(rows - 1)
      // Halfway between two dots either may be it.
      guard abs(x - x.rounded(.down) - 0.5) > 1e-6, abs(y - y.rounded(.down) - 0.5) > 1e-6 else {
        continue
      }
      let (column, row) = (Int(x.rounded()), Int(y.rounded()))
      let cell = frame[1 + row / 4, left + column / 2].text.unicodeScalars.first?.value ?? 0
      let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
      #expect(
        (0x2800...0x28FF).contains(cell) && cell & bits[row % 4][column % 2] != 0, "step \(step)")
    }
  }

  @Test func aSpikeShowsInEveryLineStyle() {
    for position in 0..<60 {
      let buckets = (0..<60).map { index in
        ChartBucket(
          x0: Double(index), x1: Double(index), minimum: 0, maximum: index == position ? 9 : 0,
          last: 0)
      }
      let flat = ChartSeries(name: "flat", values: [0, 0])
      let chart = LineChart(
        series: [flat, flat, ChartSeries(name: "dotted", buckets: buckets)], yScale: .linear)
      var frame = Frame(size: Size(columns: 29, rows: 10))
      chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
      #expect(hasDot(frame, rows: 1..<2, columns: 2..<29), "\(position)")
    }
  }

  @Test func noData() {
    let empty = LineChart(title: "loss", series: [ChartSeries(name: "loss", buckets: [])])
    expectLines(
      empty.lines(columns: 20, rows: 4, appearance: .standard), equal: "loss\n\nno data yet\n")
  }

  @Test func onlyNaNIsCountedAndMarked() {
    let chart = LineChart(
      title: "loss", series: [ChartSeries(name: "loss", values: [.nan, .nan, .nan])])
    expectLines(
      chart.lines(columns: 24, rows: 6, appearance: .ascii),
      equal: """
        loss               NaN 3
        1+
         |
         |
        0+
         +!----------!---------!
        """)
  }

  @Test func onePointShows() {
    let chart = LineChart(series: [ChartSeries(name: "a", values: [3])])
    var frame = Frame(size: Size(columns: 24, rows: 8))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    #expect(hasDot(frame, rows: 1..<7, columns: 0..<24))
  }

  @Test func holesAreNotBridged() {
    let chart = LineChart(
      series: [ChartSeries(name: "a", values: [1, 1, .nan, 1, 1])], yScale: .linear)
    var frame = Frame(size: Size(columns: 45, rows: 8))
    chart.draw(into: &frame, area: frame.bounds, appearance: .ascii)
    let line = frame.lines.first { $0.contains("***") } ?? ""
    #expect(line.contains("* "))
    #expect(frame.lines[6].contains("!"))
  }

  @Test func nonPositiveValuesOnALogAxis() {
    let chart = LineChart(
      title: "g", series: [ChartSeries(name: "g", values: [1, 0, 10, -1, 1000])], yScale: .log10)
    let lines = chart.lines(columns: 40, rows: 8, appearance: .standard)
    #expect(lines[0].hasPrefix("g (log10)"))
    #expect(lines[0].hasSuffix("some ≤ 0"))
    #expect(lines[6].filter { $0 == "≤" }.count == 2)
  }

  @Test func automaticScale() {
    func kind(_ values: [Double]) -> Scale.Kind {
      LineChart(series: [ChartSeries(name: "", values: values)]).resolvedScale
    }
    #expect(kind([1, 99]) == .linear)
    #expect(kind([1, 101]) == .log10)
    #expect(kind([0, 1000]) == .linear)
    #expect(kind([.nan]) == .linear)
    #expect(kind([1e-300, 1e300]) == .log10)
  }

  @Test func seriesDifferInColourAndStyle() {
    var frame = Frame(size: Size(columns: 60, rows: 12))
    Samples.loss.draw(into: &frame, area: frame.bounds, appearance: .standard)
    let palette = Palette(.standard)
    let plane = frame.stylePlane([
      palette.series(0): "t", palette.series(1): "v", palette[.axis]: "a", palette[.title]: "T",
    ])
    #expect(plane[0] == "TTTTTTTTTTTT  ttt       vvv")
    #expect(plane[9].hasSuffix(" ttttttttttttt"))
    #expect(plane[1].hasPrefix("    att"))
    #expect(plane[10] == "    " + String(repeating: "a", count: 42))
  }
}
