// What charts make of their room: maps that grow, names that stay apart where they are cut, words
// that share a place, scales that use all their colours.

import Screen
import TestSupport
import Testing

@testable import Plotting

@Suite struct RoomTests {
  // MARK: Maps of attention

  private static func tokens(_ count: Int) -> HeatMap {
    let words = ["the", "man", "sees", "woman", "and", "boy", "a", "transformer"]
    let labels = (0..<count).map { words[$0 % words.count] }
    return HeatMap(
      title: "A", rows: count, columns: count,
      values: (0..<count * count).map { Double($0 * 7 % 11) / 10 }, rowLabels: labels,
      columnLabels: labels, range: 0...1, selected: MatrixPlace(row: 1, column: 2))
  }

  /// Columns and rows of a cell of the map: how far the mouse goes to the next one.
  private static func cell(_ map: HeatMap, columns: Int, rows: Int) -> [Int] {
    let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
    var (across, down) = (Set<Int>(), Set<Int>())
    for row in 0..<rows {
      for column in 0..<columns {
        guard
          let place = map.place(
            at: Point(column: column, row: row), area: area, appearance: .standard)
        else { continue }
        if place.row == 0, place.column == 1 {
          across.insert(column)
          down.insert(row)
        }
      }
    }
    return [across.count, down.count]
  }

  @Test func aMapOfTokensFillsItsPane() {
    // 200×60: the attention pane of the attention layout, alone and beside a plot; zoomed.
    #expect(Self.cell(Self.tokens(8), columns: 200, rows: 23) == [12, 2])
    #expect(Self.cell(Self.tokens(8), columns: 90, rows: 23) == [9, 2])
    #expect(Self.cell(Self.tokens(10), columns: 200, rows: 23) == [12, 2])
    #expect(Self.cell(Self.tokens(12), columns: 200, rows: 23) == [12, 1])
    #expect(Self.cell(Self.tokens(16), columns: 200, rows: 55) == [11, 3])
    #expect(Self.cell(Self.tokens(24), columns: 200, rows: 55) == [7, 2])
    // More than fit with numbers: shades, three columns wide, two tokens a row.
    #expect(Self.cell(Self.tokens(40), columns: 200, rows: 25)[0] == 3)
    // 80×24.
    #expect(Self.cell(Self.tokens(8), columns: 80, rows: 11) == [8, 1])
  }

  @Test func largeCellsHaveWholeTokens() {
    expectLines(
      Self.tokens(8).lines(columns: 110, rows: 19, appearance: .standard).prefix(6).map {
        String($0.reversed().drop { $0 == " " }.reversed())
      },
      equal: """
        A
                         the         man        sees        woman        and         boy          a      transformer
                the                  .70         .30         1.0         .60         .20         .90         .50

                man      .10         .80         .40                     .70         .30         1.0         .60

        """)
  }

  // MARK: Names

  @Test func namesAreAsShortAsTheyStillDiffer() {
    #expect(
      ShortNames.of([
        "sgd(lr=0.3)", "sgd(lr=0.1, momentum=0.9)", "sgd(lr=0.1, momentum=0.9, nesterov=true)",
        "adam(lr=0.5)",
      ]) == ["sgd", "momentum", "nesterov", "adam"])
    #expect(ShortNames.of(["sgd(lr=0.1)", "sgd(lr=0.5)"]) == ["lr=0.1", "lr=0.5"])
    #expect(
      ShortNames.of([
        "sgd(lr=0.3)", "sgd(lr=0.1, momentum=0.9)", "sgd(lr=0.1, momentum=0.9, nesterov=true)",
        "adam(lr=0.5)", "sgd(lr=0.004, momentum=0.9)", "adam(lr=0.1)", "adamax(lr=0.5)",
      ]) == [
        "sgd(lr=0.3)", "sgd(lr=0.1)", "nesterov", "adam(lr=0.5)", "sgd(lr=0.004)", "adam(lr=0.1)",
        "adamax",
      ])
    #expect(
      ShortNames.of(["adam(lr=0.1)", "adam(lr=0.1) cosine(100)", "adam(lr=0.1) clip=1"])
        == ["adam", "cosine", "clip"])
    #expect(ShortNames.of(["A adam(lr=0.001)", "B adam(lr=0.001)"]) == ["A", "B"])
    #expect(
      ShortNames.of(["L flat sgd(lr=0.1)", "L deep sgd(lr=0.1)", "L deep sgd(lr=0.2)"])
        == ["flat", "sgd(lr=0.1)", "sgd(lr=0.2)"])
    // What is no setting of an optimizer stays as it was written.
    for names in [
      ["train", "valid"], ["mean(a)", "mean(b)"], ["accuracy(eval(net)(x), y)", "loss"], [],
      ["sgd(lr=0.1) #1", "sgd(lr=0.1) #2"], ["f(", "f)"], ["sgd(lr=0.1)", "sgd(lr=0.1)"],
    ] {
      #expect(Set(ShortNames.of(names)).count == Set(names).count)
    }
    #expect(ShortNames.of(["mean(a)", "mean(b)"]) == ["mean(a)", "mean(b)"])
    #expect(ShortNames.of(["train", "valid"]) == ["train", "valid"])
  }

  private static let optimizers = [
    "sgd(lr=0.3)", "sgd(lr=0.1, momentum=0.9)", "sgd(lr=0.1, momentum=0.9, nesterov=true)",
    "adagrad(lr=1.5)", "rmsprop(lr=0.2, alpha=0.9)", "adadelta(lr=1, eps=0.001)",
    "adamax(lr=0.5)", "adamw(lr=0.5, weight_decay=0.1)", "adam(lr=0.5)",
  ]

  @Test func endsOfLinesAreNamedWhole() {
    let chart = LineChart(
      title: "runs",
      series: Self.optimizers.enumerated().map { index, name in
        ChartSeries(
          name: name, points: (1...20).map { (x: Double($0), y: 1 / Double($0 * (index + 1))) })
      }, yScale: .log10)
    let lines = chart.lines(columns: 79, rows: 13, appearance: .mono)
    for name in ["sgd", "momentum", "nesterov", "adagrad", "adamw", "adam"] {
      #expect(lines.dropFirst().contains { $0.contains(" \(name) ") }, "\(name)")
    }
    #expect(!lines.joined().contains("…"))
  }

  private static func bowl(_ place: Int) -> Double {
    let (x, y) = (Double(place % 9 - 4), Double(place / 9 - 4))
    return x * x + y * y
  }

  @Test func aLowContourNamesAllPathsBesideIt() {
    let contour = ContourChart(
      title: "contour(L, w[0], w[1])", xName: "w[0]", yName: "w[1]", columns: 9, rows: 9,
      x: -8...3, y: -3...3,
      values: (0..<81).map(Self.bowl),
      paths: Self.optimizers.enumerated().map { index, name in
        ContourPath(
          name: name, note: "steps 0 … 50",
          places: [.init(x: -8, y: 2), .init(x: Double(index) / 4, y: Double(index) / 5 - 1)])
      })
    expectLines(
      contour.lines(columns: 79, rows: 11, appearance: .ascii),
      equal: """
        contour(L, w[0], w[1])  -> w[0]  ^ w[1]
          |###################========-------========###################  S->A sgd
         2+Saaaaaaaddddehiiiiiiiiiiiiii::::::::::::::-------========####  S->B momentum
          |====::::aaaaaaaaaaaaaabdddddddddddddefghiiiiiiiiiiiiiiiI:====  S->C nesterov
         0+----::::::::          aaaaaaaaaaaaaaabcdddddddddDEFgGH:::----  S->D adagrad
          |====::::::::.......                  aaaaaaaABC..::::::::====  S->E rmsprop
        -2+####========-------:::::::::::::::::::::::-------========####  S->F adadelta
          |###################========-------========###################  S->G adamax
          ++----------+----------+----------+----------+----------+-----  S->H adamw
          -8         -6         -4         -2          0          2       S->I adam
        levels    5 .. 9 :: 13 -- 17 == 20 ##
        """)
    for (columns, rows) in [(79, 10), (39, 11), (40, 24), (79, 22)] {
      let text = contour.lines(columns: columns, rows: rows, appearance: .mono).joined()
      #expect(!text.contains("more") && text.contains("nesterov"), "\(columns)×\(rows)")
    }
  }

  @Test func namesOfATableAreCutSoThatTheyDiffer() {
    let table = Table(
      header: ["layer", "shape", "parameters"],
      rows: [
        ["write.layers.0.multihead_attn.query", "[32, 5, 16]", "272"],
        ["write.layers.0.multihead_attn.key", "[32, 5, 16]", "272"],
        ["guess", "[32, 5, 7]", "119"],
      ])
    expectLines(
      table.lines(columns: 44, rows: 4, appearance: .mono),
      equal: """
        layer                shape        parameters
        …ltihead_attn.query  [32, 5, 16]         272
        …multihead_attn.key  [32, 5, 16]         272
        guess                [32, 5, 7]          119
        """)
  }

  // MARK: Words in one place

  @Test func wordsInOnePlaceHaveADotEach() {
    let map = MapChart(
      title: "map",
      points: [
        MapPoint(label: "woman", x: 0, y: 0.4), MapPoint(label: "queen", x: 0.001, y: 0.4),
        MapPoint(label: "man", x: -1, y: -1), MapPoint(label: "king", x: 1, y: 1),
      ])
    let lines = map.lines(columns: 44, rows: 12, appearance: .mono)
    #expect(lines.joined().count { $0 == "•" } == 4)
    expectLines(
      Array(lines[1..<6]),
      equal: """
         1┤                                  king•
          │
          │                    •queen
          │                    •woman
         0┤
        """)
  }

  // MARK: Scales

  private static func surface(_ values: [Double]) -> ChartTileGroup {
    ChartTileGroup(
      title: "net.0 … net.1", tiles: [ChartTile(rows: 2, columns: 2, values: values)],
      isSigned: true)
  }

  @Test func whatIsNeverNegativeUsesAllColours() {
    #expect(Self.surface([-1, 0, 1, 3]).scale.range == -3...3)
    #expect(Self.surface([-1, 0, 1, 3]).scale.isSigned)
    #expect(Self.surface([0, 0, 1, 3]).scale.range == 0...3)
    #expect(!Self.surface([0, 0, 1, 3]).scale.isSigned)
    #expect(Self.surface([-3, -1, -1, -2]).scale.range == -3...0)
    #expect(Self.surface([0, 0, 0, 0]).scale.range == 0...1)
    #expect(Self.surface([.nan, .infinity, 2, 4]).scale.range == 0...4)
    let chart = TileChart(title: "neurons(net)", groups: [Self.surface([0, 0, 1, 3])])
    var frame = Frame(size: Size(columns: 60, rows: 10))
    chart.draw(into: &frame, area: frame.bounds, appearance: .standard)
    #expect(frame.lines[1].hasPrefix("net.0 … net.1  2×2  0 ") && frame.lines[1].contains(" 3"))
    #expect(frame[2, 0].style.foreground == Palette(.standard).sequential(0))
    let brightest = Palette(.standard).sequential(1)
    let styles = (2..<6).flatMap { row in (0..<8).map { frame[row, $0].style } }
    #expect(styles.contains { $0.foreground == brightest || $0.background == brightest })
  }
}
