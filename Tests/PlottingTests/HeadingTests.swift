// Headings get shorter before anything is cut; legends count what they leave out.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct HeadingTests {
  private static func heading(_ chart: some Chart, _ columns: Int, rows: Int = 12) -> String {
    let line = chart.lines(columns: columns, rows: rows, appearance: .mono)[0]
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  @Test func aConfusionDropsTheLessImportantFirst() {
    let chart = ConfusionChart(
      title: "confusion(net(x), y)", classes: ["a", "b", "c"],
      counts: [10, 0, 0, 0, 8, 2, 0, 1, 9], showsShares: true)
    #expect(
      Self.heading(chart, 80)
        == "confusion(net(x), y)  30 examples, 27 right (90.0 %), % of the row")
    #expect(Self.heading(chart, 66).hasSuffix("27 right (90.0 %), % of the row"))
    #expect(Self.heading(chart, 55) == "confusion(net(x), y)  27 of 30 right, % of the row")
    #expect(Self.heading(chart, 38) == "confusion(net(x), y)  27 of 30 right")
    #expect(Self.heading(chart, 34) == "confusion(net(x), y)  90.0 % right")
    #expect(Self.heading(chart, 30) == "confusion(net(x), y)")
    #expect(Self.heading(chart, 20) == "confusion(net(x), y)")
    #expect(Self.heading(chart, 19) == "confusion(…)")
    #expect(Self.heading(chart, 14) == "confusion(…)")
  }

  @Test func longCallsLoseTheirLastArguments() {
    func title(_ columns: Int) -> String {
      Self.heading(
        MapChart(
          title: "map(f(a, [1, 2]), \"one, two\", near=3)",
          points: [MapPoint(label: "a", x: 1, y: 1)]),
        columns)
    }
    #expect(title(60) == "map(f(a, [1, 2]), \"one, two\", near=3)")
    #expect(title(36) == "map(f(a, [1, 2]), \"one, two\", …)")
    #expect(title(30) == "map(f(a, [1, 2]), …)")
    #expect(title(16) == "map(…)")
  }

  /// A contour of nine paths names nine where there is room, and never leaves out one alone.
  @Test(arguments: 1...12, [30, 38, 80, 120])
  func aContourNamesItsPaths(_ count: Int, _ columns: Int) {
    let names = (0..<count).map { "sgd(lr=0.\($0 + 10))" }
    let chart = ContourChart(
      title: "contour(L)", columns: 8, rows: 8, x: 0...1, y: 0...1,
      values: (0..<64).map(Double.init),
      paths: names.map {
        ContourPath(name: $0, note: "steps 0 … 50", places: [ContourPath.Place(x: 0.5, y: 0.5)])
      })
    for rows in 6...40 {
      let text = chart.lines(columns: columns, rows: rows, appearance: .mono).joined(
        separator: "\n")
      // Where rows are short, `lr=0.1` is enough of a name.
      let named = names.filter { text.contains($0.dropFirst(4).dropLast()) }.count
      let rest = text.contains("and \(count - named) more")
      #expect(named == count || rest || rows < 10, "\(count) \(columns)x\(rows)")
      #expect(!text.contains("and 1 more"), "\(count) \(columns)x\(rows)")
      if rows >= count + 10 { #expect(named == count, "\(count) \(columns)x\(rows)") }
    }
  }

  /// The shaded text takes the rows it needs: the last line is text, whatever the title.
  @Test(arguments: [Appearance.standard, .mono, .ascii], ["", "text(net, \"The \", steps=40)"])
  func aShadedTextHasNoBlankLine(_ appearance: Appearance, _ title: String) {
    let tokens = (0..<60).map { ChartToken(text: "w\($0)", probability: 0.001) }
    for count in [1, 3, 20, 60] {
      for columns in [24, 38, 60, 100] {
        let chart = ShadedTextChart(
          title: title, tokens: Array(tokens.prefix(count)), separator: " ")
        let rows = chart.naturalRows(columns: columns, appearance: appearance)
        let lines = chart.lines(columns: columns, rows: rows, appearance: appearance)
        #expect(lines.count == rows)
        // A blank row of marks is what is likely; here nothing is.
        #expect(lines.allSatisfy { $0.contains { $0 != " " } }, "\(appearance) \(count) \(columns)")
        let text = lines.joined()
        #expect(tokens.prefix(count).allSatisfy { text.contains($0.text) }, "\(count) \(columns)")
      }
    }
  }

  /// Paths are cut where they are alike.
  @Test func namesOfLayersDiffer() {
    func names(_ paths: [String]) -> [String] {
      GradientChart(
        rows: paths.map { GradientChartRow(name: $0, norms: [], last: 1) }
      ).lines(columns: 36, rows: 6, appearance: .mono).dropFirst().prefix(paths.count).map {
        String($0.prefix { $0 != " " })
      }
    }
    for paths in [
      ["bounded.0.0.dense", "bounded.0.11.dense", "bounded.0.2.dense"],
      ["blocks.0.attention", "blocks.1.attention"], ["very.long.path.to.a", "very.long.path.to.b"],
    ] {
      let cut = names(paths)
      #expect(Set(cut).count == paths.count, "\(cut)")
    }
  }

  /// Two names that would be cut to the same keep their ends.
  @Test func endLabelsDiffer() {
    let rates = ["0.0005", "0.05"]
    let chart = LineChart(
      title: "runs",
      series: rates.enumerated().map { index, rate in
        ChartSeries(
          name: "sgd(lr=\(rate))", points: (0..<9).map { (Double($0), Double(index * 10 + $0)) })
      })
    let lines = chart.lines(columns: 38, rows: 12, appearance: .mono)
    for rate in rates {
      #expect(
        lines.contains {
          $0.contains("lr=\(rate) ")
        }, "\(rate)")
    }
    let wide = chart.lines(columns: 120, rows: 12, appearance: .mono)
    for rate in rates {
      #expect(wide.dropFirst().contains { $0.contains("sgd(lr=\(rate))") })
    }
  }
}
