// Cursor, window, smoothing and stacks of line charts: what is read is what is drawn, and nothing
// that can be asked for breaks.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct SeriesChartTests {
  static func header(_ chart: LineChart, columns: Int = 80) -> String {
    chart.lines(columns: columns, rows: 10, appearance: .standard)[0]
  }

  static let steps = ChartSeries(name: "L", values: (0..<100).map { Double($0) / 8 })

  @Test(arguments: [0, 1, 17, 50.4, 99]) func theCursorReadsTheBucketThatHoldsIt(x: Double) {
    let chart = LineChart(title: "loss", series: [Self.steps], xName: "step", cursor: x)
    let value = NumberFormat.compact(Double(Int(x)) / 8, significant: 4)
    #expect(Self.header(chart).hasSuffix(" " + value), "\(Self.header(chart))")
    #expect(Self.header(chart).contains("step "))
  }

  @Test func aBucketOfSeveralPointsReadsItsExtremes() {
    let bucket = ChartBucket(
      x0: 0, x1: 9, minimum: 0.25, maximum: 2, last: 1, nanCount: 2, infinityCount: 2,
      negativeInfinityCount: 1)
    let late = ChartBucket(x: 10, y: 3)
    let series = ChartSeries(name: "L", buckets: [bucket, late])
    let chart = LineChart(title: "loss", series: [series], cursor: 5)
    #expect(Self.header(chart).contains("0.25…2, NaN, inf, -inf"))
    let empty = LineChart(
      title: "loss", series: [ChartSeries(name: "L", points: [(8, 1)]), Self.steps], cursor: 5)
    #expect(Self.header(empty).contains("L -"))
  }

  /// The line comes in from what lies before the window and goes out to what lies after it.
  @Test func aWindowBetweenTwoPointsShowsTheLine() {
    let series = ChartSeries(name: "L", points: [(0, 0), (100, 100)])
    let chart = LineChart(
      series: [series], yScale: .linear, yRange: 0...100, xRange: 40...60)
    var frame = Frame(size: Size(columns: 60, rows: 12))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    let dots = (0..<60).filter { column in
      (0..<12).contains {
        frame[$0, column].text.unicodeScalars.first.map {
          (0x2801...0x28FF).contains($0.value)
        } ?? false
      }
    }
    #expect(dots.count > 40)
  }

  @Test func theRangeOfYIsThatOfTheWindow() {
    let chart = LineChart(series: [Self.steps], xRange: 40...60)
    #expect(chart.dataRange() == 5...7.5)
    #expect(LineChart(series: [Self.steps]).dataRange() == 0...12.375)
  }

  /// A run keeps its style whoever stands beside it.
  @Test func aNumberedSeriesKeepsItsStyle() {
    func cell(_ others: [ChartSeries]) -> Style? {
      let own = ChartSeries(name: "own", values: [0, 1], style: 5)
      let chart = LineChart(series: others + [own], yScale: .linear)
      var frame = Frame(size: Size(columns: 80, rows: 12))
      chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
      let line = frame.lines[0]
      let words = Array(line)
      guard let place = words.indices.first(where: { words[$0...].starts(with: "own") }) else {
        return nil
      }
      return frame[0, place - 2].style
    }
    let flat = ChartSeries(name: "flat", values: [0.5, 0.5], style: 2)
    let own: Style? = Palette(Appearance.standard).series(5)
    #expect(cell([]) == own)
    #expect(cell([flat]) == cell([]))
    #expect(cell([flat, flat]) == cell([]))
  }

  /// The raw course is behind, in dim dots; the smoothed one has its cells for itself.
  @Test func theSmoothedLineLiesOverTheRawOne() {
    var frame = Frame(size: Size(columns: 60, rows: 12))
    Samples.smoothed.draw(into: &frame, area: frame.bounds, appearance: .standard)
    let palette = Palette(Appearance.standard)
    var styles: [Style] = []
    for row in 0..<12 {
      for column in 0..<45 {
        guard let value = frame[row, column].text.unicodeScalars.first?.value else { continue }
        if value > 0x2800 && value < 0x2900 { styles.append(frame[row, column].style) }
      }
    }
    #expect(styles.contains(palette[.dim]) && styles.contains(palette.series(0)))
    #expect(styles.contains(palette.series(1)))
  }

  @Test func whatHasNoRoomInAStackIsNamed() {
    for rows in 1...40 {
      let lines = Samples.stacked.lines(columns: 80, rows: rows, appearance: .standard)
      #expect(lines.count == rows)
      #expect(rows < 3 || lines.contains { $0.contains("accuracy") }, "\(rows) rows")
    }
  }

  /// Any cursor, window and scale over any data, in any area.
  @Test(arguments: 0..<300) func anythingCanBeAskedFor(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    let odd: [Double] = [
      .nan, .infinity, -.infinity, 0, -1, 1, 1e308, -1e308, .leastNonzeroMagnitude, 0.5, 1e15,
      9.3e18,
    ]
    func number() -> Double { next(3) == 0 ? odd[next(odd.count)] : Double(next(200)) - 50 }
    func line() -> ChartSeries {
      var x = -3.0
      let buckets = (0..<next(40)).map { _ in
        x += Double(next(4))
        let (a, b) = (number(), number())
        return next(3) == 0
          ? ChartBucket(x: x, y: number())
          : ChartBucket(
            x0: x, x1: x + Double(next(3)), minimum: min(a, b), maximum: max(a, b), last: a,
            nanCount: next(2), infinityCount: next(2))
      }
      let smoothed = next(2) == 0 ? nil : (0..<next(50)).map { _ in number() }
      return ChartSeries(name: "s", buckets: buckets, style: next(50) - 20, smoothed: smoothed)
    }
    func range() -> ClosedRange<Double>? {
      let (a, b) = (number(), number())
      return next(2) == 0 || a.isNaN || b.isNaN ? nil : min(a, b)...max(a, b)
    }
    let charts = (0..<1 + next(4)).map { _ in
      LineChart(
        title: "t", series: (0..<next(4)).map { _ in line() },
        yScale: [.linear, .log10, .automatic][next(3)], yRange: range(), xRange: range(),
        xScale: next(2) == 0 ? .linear : .log10, xName: next(2) == 0 ? "" : "epoch",
        cursor: next(2) == 0 ? nil : number())
    }
    let size = Size(columns: next(90), rows: next(30))
    var frame = Frame(size: size)
    StackedChart(charts).draw(
      into: &frame, area: frame.bounds, appearance: seed % 2 == 0 ? .standard : .ascii)
    charts[0].draw(into: &frame, area: frame.bounds, appearance: .mono)
  }
}
