// Samples and hostile data of the charts that show data: tiles, confusion, map, probabilities,
// shaded text, contours.

import Plotting
import Screen
import TestSupport

extension Samples {
  /// A ring of a size, as a digit's image.
  static func ring(_ size: Int, radius: Double, caption: String, mark: ChartTile.Mark) -> ChartTile
  {
    let values = (0..<size * size).map { place -> Double in
      let x = Double(place % size) - Double(size - 1) / 2
      let y = Double(place / size) - Double(size - 1) / 2
      let distance = (x * x + y * y).squareRoot() - radius
      return max(0, 1 - distance.magnitude / 1.5)
    }
    return ChartTile(caption: caption, mark: mark, rows: size, columns: size, values: values)
  }

  static let images = TileChart(
    title: "images(x, y, net)", notes: ["✗ said ≠ is"],
    groups: [
      ChartTileGroup(
        title: "4 images",
        tiles: [
          ring(8, radius: 3, caption: "0", mark: .right),
          ring(8, radius: 1, caption: "✗ 8≠1", mark: .wrong),
          ring(8, radius: 2, caption: "9", mark: .right),
          ring(8, radius: 0, caption: "✗ 2≠3", mark: .wrong),
        ])
    ], selected: 1)

  private static func kernel(_ place: Int, _ tile: Int) -> Double {
    let number = (place * (tile + 2)) % 9 - 4
    return Double(number) / 4
  }

  private static func surface(_ place: Int, _ unit: Int) -> Double {
    let (x, y) = (place % 16 - 8, place / 16 - 8)
    return place == 7 ? .nan : Double(x * (unit + 1) + y) / 40
  }

  static let filters = TileChart(
    title: "filters(low)",
    groups: [
      ChartTileGroup(
        title: "low.1",
        tiles: (0..<8).map { tile in
          ChartTile(
            rows: 3, columns: 3, values: (0..<9).map { kernel($0, tile) })
        }, isSigned: true)
    ])

  static let neurons = TileChart(
    title: "neurons(net)",
    groups: [3, 4].map { count in
      ChartTileGroup(
        title: "net.\(count)",
        tiles: (0..<count).map { unit in
          ChartTile(
            rows: 16, columns: 16,
            values: (0..<256).map { surface($0, unit) })
        }, range: -1...1, isSigned: true, fitsOneRow: true)
    })

  static let confusion = ConfusionChart(
    title: "confusion(net(x), y)", classes: ["setosa", "versicolor", "virginica"],
    counts: [10, 0, 0, 0, 8, 2, 0, 1, 9], selected: ConfusionPlace(row: 1, column: 2))

  static let digits = ConfusionChart(
    title: "confusion", classes: (0..<10).map(String.init),
    counts: (0..<100).map { $0 % 11 == 0 ? 35 : $0 % 17 == 3 ? 1 : $0 == 81 ? 4 : 0 })

  static let map = MapChart(
    title: "map(embedding.weight, words)",
    notes: [["PC1 61 %, PC2 22 % of the variance", "PC1 61 %, PC2 22 %"]],
    points: [
      MapPoint(label: "king", x: 2, y: 1.5), MapPoint(label: "queen", x: 2.1, y: 1.4),
      MapPoint(label: "man", x: -1, y: 1.2), MapPoint(label: "woman", x: -1.1, y: 0.9),
      MapPoint(label: "猫", x: 0, y: -1), MapPoint(label: "çiçek", x: 0.1, y: -1),
      MapPoint(label: "lost", x: .nan, y: 0),
    ], selected: 0,
    near: [
      MapNeighbour(index: 1, similarity: 0.981), MapNeighbour(index: 2, similarity: 0.31),
    ])

  static let chances = ProbabilityChart(
    title: "next(net, \"The \")", notes: ["temperature 0.7", "56 tokens"],
    chances: [
      ChartChance(label: "\"b\"", probability: 0.4123),
      ChartChance(label: "\"猫\"", probability: 0.2),
      ChartChance(label: "\"ş\"", probability: 0.05),
      ChartChance(label: "\" \"", probability: 0.00001),
    ], restCount: 52, rest: 0.33769)

  static let shadedText = ShadedTextChart(
    title: "text(net, \"The \")",
    tokens: [
      ChartToken(text: "The", probability: .nan, isGiven: true),
      ChartToken(text: "village", probability: 0.7), ChartToken(text: "lies", probability: 0.3),
      ChartToken(text: "between", probability: 0.05), ChartToken(text: "猫", probability: 0.004),
      ChartToken(text: "hills.\n", probability: 0.6), ChartToken(text: "It", probability: 0.2),
      ChartToken(text: "is", probability: 0.95), ChartToken(text: "quiet", probability: 0.1),
    ], separator: " ", selected: 3)

  static let contour = ContourChart(
    title: "contour(L, w[0], w[1])", xName: "w[0]", yName: "w[1]", columns: 31, rows: 21, x: -3...3,
    y: -2...2,
    values: (0..<651).map { place in
      let x = Double(place % 31 - 15) / 5
      let y = Double(10 - place / 31) / 5
      return x * x + 4 * y * y
    },
    paths: [
      ContourPath(
        name: "sgd(lr=0.2)", note: "4 steps",
        places: [(2.5, 1.5), (1.5, -0.9), (0.9, 0.54), (0.54, -0.3), (0.3, 0.2)].map {
          ContourPath.Place(x: $0.0, y: $0.1)
        }),
      ContourPath(
        name: "adam(lr=0.1)", note: "4 steps",
        places: [(2.5, 1.5), (2.1, 1.1), (1.7, 0.7), (1.3, 0.3), (0.9, -0.1)].map {
          ContourPath.Place(x: $0.0, y: $0.1)
        }),
    ])

  static let regions = BoundaryChart(
    title: "three", columns: 30, rows: 20, x: -1...1, y: -1...1,
    values: (0..<600).map { Double($0 % 30 / 10) },
    margins: (0..<600).map { min(1, Double(abs($0 % 10 - 5)) / 4) }, classes: 3,
    points: [
      BoundaryPoint(x: -0.8, y: 0.2, label: 0), BoundaryPoint(x: 0, y: -0.4, label: 1),
      BoundaryPoint(x: 0.8, y: 0.4, label: 2), BoundaryPoint(x: 0.7, y: 0.1, label: 0),
    ])

  static let slope = BoundaryChart(
    title: "one", columns: 20, rows: 10, x: 0...1, y: 0...1,
    values: (0..<200).map { Double($0 % 20) / 19 }, classes: 2,
    points: [BoundaryPoint(x: 0.1, y: 0.5, label: 0), BoundaryPoint(x: 0.9, y: 0.5, label: 1)])

  static let pictures: [(name: String, chart: any Chart)] = [
    ("images", images), ("filters", filters), ("neurons", neurons), ("confusion", confusion),
    ("confusion 10", digits), ("word map", map), ("chances", chances),
    ("shaded text", shadedText), ("contour", contour), ("regions", regions), ("slope", slope),
  ]
}

extension HostileTests {
  static func pictures(seed: UInt64) -> [any Chart] {
    var random = SplitMix(seed: seed &+ 1000)
    func number() -> Double { numbers.randomElement(using: &random) ?? 0 }
    func number(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }
    func count() -> Int { [0, 1, 2, 7, 30, 150].randomElement(using: &random) ?? 0 }
    func whole() -> Int {
      [0, 1, 5, -1, 100, Int.max, Int.min].randomElement(using: &random) ?? 0
    }
    func text() -> String {
      ["", "a", "猫猫猫", "\u{301}e", "\u{1B}[2J", "\n", " ", "long name of a thing", "İşğ"]
        .randomElement(using: &random) ?? ""
    }
    func range() -> ClosedRange<Double> {
      let (a, b) = (number(), number())
      return a <= b ? a...b : 0...1
    }
    func flag() -> Bool { Bool.random(using: &random) }
    let classes = count()
    let marks: [ChartTile.Mark] = [.none, .right, .wrong]
    return [
      TileChart(
        title: text(), notes: [HeadingWords([text(), text()]), HeadingWords([text()])],
        groups: (0..<min(3, count())).map { _ in
          ChartTileGroup(
            title: text(),
            tiles: (0..<count()).map { _ in
              ChartTile(
                caption: text(), mark: marks.randomElement(using: &random) ?? .none,
                rows: [0, 1, 8, Int.max].randomElement(using: &random) ?? 0,
                columns: [0, 1, 8, 300, Int.max].randomElement(using: &random) ?? 0,
                values: number([0, 1, 64, 5].randomElement(using: &random) ?? 0))
            }, range: flag() ? range() : nil, isSigned: flag(), fitsOneRow: flag())
        }, offset: whole(), selected: flag() ? whole() : nil),
      ConfusionChart(
        title: text(), classes: (0..<classes).map { _ in text() },
        counts: (0..<classes * classes / (flag() ? 1 : 2)).map { _ in whole() },
        showsShares: flag(), selected: ConfusionPlace(row: whole(), column: whole())),
      MapChart(
        title: text(), notes: [HeadingWords([text(), text()]), HeadingWords([text()])],
        points: (0..<count()).map { _ in MapPoint(label: text(), x: number(), y: number()) },
        selected: flag() ? whole() : nil,
        near: (0..<3).map { _ in MapNeighbour(index: whole(), similarity: number()) }),
      ProbabilityChart(
        title: text(), notes: [HeadingWords([text(), text()]), HeadingWords([text()])],
        chances: (0..<count()).map { _ in ChartChance(label: text(), probability: number()) },
        restCount: whole(), rest: number(), selected: whole()),
      ShadedTextChart(
        title: text(),
        tokens: (0..<count()).map { _ in
          ChartToken(text: text(), probability: number(), isGiven: flag())
        }, separator: text(), offset: whole(), selected: flag() ? whole() : nil),
      ContourChart(
        title: text(), note: text(), xName: text(), yName: text(), columns: count(), rows: count(),
        x: range(), y: range(), values: number(count() * 4),
        paths: (0..<min(30, count())).map { _ in
          ContourPath(
            name: text(), note: text(),
            places: (0..<count()).map { _ in ContourPath.Place(x: number(), y: number()) })
        }),
      BoundaryChart(
        title: text(), columns: count(), rows: count(), x: range(), y: range(),
        values: number(count()), margins: number(count()), classes: count(),
        points: (0..<count()).map { _ in BoundaryPoint(x: number(), y: number(), label: whole()) }),
    ]
  }
}
