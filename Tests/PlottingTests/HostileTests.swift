// Whatever the numbers and the area, charts draw without trapping and stay inside the area.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct HostileTests {
  static let numbers: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, Double.leastNonzeroMagnitude,
    -Double.leastNonzeroMagnitude, 1e-300, 1e38, -1e38,
    Double.greatestFiniteMagnitude, -Double.greatestFiniteMagnitude, 1, -1, 0.5, 1e16, 1e16 + 2, 3,
  ]
  static let areas: [(Int, Int)] = [
    (0, 0), (1, 1), (2, 1), (1, 5), (3, 3), (5, 2), (8, 4), (12, 5), (20, 6), (40, 3), (80, 24),
    (200, 60),
  ]

  static func charts(seed: UInt64) -> [any Chart] {
    var random = SplitMix(seed: seed)
    func number() -> Double { numbers.randomElement(using: &random) ?? 0 }
    func number(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }
    func count() -> Int { [0, 1, 2, 7, 30, 150].randomElement(using: &random) ?? 0 }
    func text() -> String {
      ["", "a", "猫猫猫", "\u{301}e", "\u{1B}[2J", "👨‍👩‍👧", "long name of a thing"].randomElement(
        using: &random) ?? ""
    }
    func range() -> ClosedRange<Double>? {
      let (a, b) = (number(), number())
      return Bool.random(using: &random) && a <= b ? a...b : nil
    }
    func buckets() -> [ChartBucket] {
      (0..<count()).map { _ in
        ChartBucket(
          x0: number(), x1: number(), minimum: number(), maximum: number(), last: number(),
          nanCount: [0, 1, Int.max].randomElement(using: &random) ?? 0,
          infinityCount: [0, 2, Int.max].randomElement(using: &random) ?? 0)
      }
    }
    let (rows, columns) = (count(), count())
    let size = rows * columns
    let series = (0..<min(count(), 9)).map { _ in ChartSeries(name: text(), buckets: buckets()) }
    let place = MatrixPlace(row: count(), column: count())
    let scales: [LineChart.YScale] = [.linear, .log10, .automatic]
    let charts: [any Chart] =
      [
        LineChart(
          title: text(), series: series, yScale: scales.randomElement(using: &random) ?? .linear,
          yRange: range(), xRange: range()),
        CurveChart(
          x: number(count()), curves: [ChartCurve(name: text(), values: number(count()))],
          yRange: range()),
        GradientChart(
          rows: (0..<count()).map { _ in
            GradientChartRow(name: text(), norms: buckets(), last: number(), marker: .up)
          }, offset: [-5, 0, 3, Int.max].randomElement(using: &random) ?? 0),
        MatrixChart(
          name: text(), shape: [Int.max, rows, columns], rows: rows, columns: columns,
          values: number(size), highlight: place, rowOffset: count() - 2, columnOffset: Int.max),
        MatrixChart(rows: Int.max, columns: Int.max, values: number(count())),
        LinksChart(
          title: text(), left: (0..<count()).map { _ in text() },
          right: (0..<count()).map { _ in text() }, values: number(size),
          masked: [true, false, true],
          selected: [nil, -1, 0, 5, Int.max].randomElement(using: &random) ?? nil,
          pointed: count(), strips: (0..<min(count(), 9)).map { _ in number(count()) },
          strip: count() - 1),
        ThumbnailGrid(
          title: text(),
          sections: (0..<min(count(), 40)).map { _ in
            ThumbnailGrid.Section(
              heading: text(),
              thumbnails: (0..<min(count(), 30)).map { _ in
                ThumbnailGrid.Thumbnail(
                  caption: text(), rows: rows, columns: columns, values: number(min(size, 99)),
                  masked: [true, false])
              })
          }, selected: place),
        PanelsChart(
          title: text(),
          panels: (0..<min(count(), 9)).map { _ in
            var map = HeatMap(
              title: text(), rows: rows, columns: columns, values: number(size),
              rowLabels: [text(), text()], columnLabels: [text()], selected: place)
            map.notes = number(count())
            map.noteTitle = text()
            map.fullNote = number()
            map.overflow = .scroll
            map.isSigned = Bool.random(using: &random)
            map.firstRow = Int.max
            map.wholeRows = Int.max
            return map
          }, first: count() - 3),
        ProductChart(
          title: text(), label: text(), vector: number(count()), depth: Int.max,
          rows: (0..<count()).map { _ in
            ProductChart.Row(
              label: text(), vector: number(3), products: number(count()), sum: number(),
              score: number(), weight: number())
          }, selected: count() - 1, stages: text()),
        HeatMap(
          title: text(), rows: rows, columns: columns, values: number(size),
          masked: (0..<size / 2).map { _ in Bool.random(using: &random) },
          rowLabels: (0..<rows).map { _ in text() },
          columnLabels: (0..<columns).map { _ in text() },
          range: range(), selected: place),
        HeatMap(rows: Int.max, columns: 3, values: number(count())),
        HistogramChart(
          title: text(), lower: number(), upper: number(),
          counts: (0..<count()).map { _ in [0, 5, -3, Int.max].randomElement(using: &random) ?? 0 },
          below: count(), orientation: .automatic),
        HistogramStrip(
          title: text(), lower: number(), upper: number(),
          rows: (0..<count()).map { _ in
            HistogramStripRow(label: text(), counts: [1, Int.max, 0, -4], below: count())
          }),
        BoundaryChart(
          title: text(), columns: columns, rows: rows, x: range() ?? 0...1, y: range() ?? 0...1,
          values: number(size), classes: count(),
          points: (0..<count()).map { _ in
            BoundaryPoint(
              x: number(), y: number(),
              label: [0, 1, -7, Int.max, Int.min].randomElement(using: &random) ?? 0)
          }),
        Table(
          header: (0..<min(count(), 9)).map { _ in text() },
          rows: (0..<count()).map { _ in (0..<min(count(), 9)).map { _ in text() } },
          offset: [-5, 0, Int.max].randomElement(using: &random) ?? 0),
        ProgressBar(fraction: number(), label: text()),
        GradientChart(
          rows: (0..<count()).map { _ in
            GradientChartRow(name: text(), norms: buckets(), last: number(), clipped: number())
          }, style: .strip, selected: count() - 3, cursor: number(), moment: text()),
        RatioChart(
          title: text(),
          rows: (0..<count()).map { _ in
            RatioChartRow(name: text(), ratios: buckets(), last: number())
          }, offset: count() - 2, selected: count(), moment: text()),
        TimeGrid(
          title: text(),
          rows: (0..<min(count(), 30)).map { _ in
            TimeGridRow(
              name: text(), places: number(count()).map { $0 == 3 ? .pending : .norm($0) },
              cuts: [0, 5, Int.max, -1])
          }, selected: TimeGridCursor(row: count(), time: count() - 1), offset: Int.max),
        DistributionChart(
          title: text(),
          rows: (0..<min(count(), 30)).map { _ in
            DistributionRow(
              name: text(), counts: [0, 5, -3, Int.max, 7], below: count(), above: Int.max,
              nanCount: count(), mean: number(), deviation: number(), idle: number())
          }, lower: number(), upper: number(), isMagnitude: Bool.random(using: &random),
          selected: count() - 5,
          history: (0..<count()).map { _ in
            HistogramStripRow(label: text(), counts: [1, Int.max, 0, -4], below: count())
          }, offset: [-5, 0, Int.max].randomElement(using: &random) ?? 0),
      ] + pictures(seed: seed) + scatters(seed: seed)
    return charts
      + Samples.hostileStructures(
        &random, number: { numbers.randomElement(using: &$0) ?? 0 },
        text: {
          ["", "a", "猫猫猫", "\u{1B}[2J", "👨‍👩‍👧", "long name of a thing"].randomElement(using: &$0) ?? ""
        })
  }

  @Test(arguments: 0..<16)
  func nothingTrapsOrLeavesItsArea(seed: Int) {
    let mark = Cell("~", style: Style(italic: true))
    let looks: [Appearance] = [
      .standard, .mono, .ascii, Appearance(glyphs: .unicode, colors: .truecolor),
      Appearance(glyphs: .ascii, colors: .palette16),
    ]
    for (index, chart) in Self.charts(seed: UInt64(seed)).enumerated() {
      // Each seed meets some of the areas and appearances; all of them together meet all.
      for part in 0..<4 {
        let (columns, rows) = Self.areas[(seed + index + part * 3) % Self.areas.count]
        let appearance = looks[(seed + part) % looks.count]
        var frame = Frame(size: Size(columns: columns + 4, rows: rows + 2))
        frame.fill(frame.bounds, with: mark)
        let area = Rect(column: 2, row: 1, columns: columns, rows: rows)
        chart.draw(into: &frame, area: area, appearance: appearance)
        for row in 0..<frame.size.rows {
          for column in 0..<frame.size.columns
          where !area.contains(Point(column: column, row: row)) {
            #expect(frame[row, column] == mark)
          }
        }
        _ = chart.naturalRows(columns: columns)
      }
    }
  }

  @Test func areasBeyondTheFrameAreClipped() {
    var frame = Frame(size: Size(columns: 10, rows: 4))
    let area = Rect(column: -5, row: -2, columns: 500, rows: Int.max)
    for (_, chart) in Samples.all {
      chart.draw(into: &frame, area: area, appearance: .standard)
    }
  }
}
