// Plots of data made by hand, larger than the room they get on a small screen.

import Notebook

extension Samples {
  static let numbers = MatrixView(
    name: "W", shape: [40, 30], role: .value, rows: 40, columns: 30,
    values: (0..<1200).map { (index: Int) -> Float in Float((index * 37) % 101 - 50) / 8 })

  static let confusion = ConfusionMatrix(
    classes: ["ağaç", "ev", "kedi", "kuş", "su"],
    counts: [30, 1, 0, 2, 0, 0, 25, 4, 0, 1, 3, 0, 28, 0, 0, 0, 2, 0, 31, 5, 1, 0, 0, 0, 27])

  static let tiles = TilePicture(
    note: "✗ is wrong",
    groups: [
      TilePicture.Group(
        title: "digits",
        tiles: (0..<20).map { (index: Int) -> TilePicture.Tile in
          TilePicture.Tile(
            caption: "\(index % 10)", isRight: index % 7 != 0, rows: 8, columns: 8,
            values: (0..<64).map { (pixel: Int) -> Float in
              Float((pixel * (index + 3)) % 17) / 16
            })
        }),
      TilePicture.Group(
        title: "filters",
        tiles: (0..<6).map { (index: Int) -> TilePicture.Tile in
          TilePicture.Tile(
            rows: 3, columns: 3,
            values: (0..<9).map { (pixel: Int) -> Float in Float(pixel - 4) / Float(index + 1) })
        }, isSigned: true),
    ])

  static let wordMap: WordMap = {
    let words = ["kral", "kraliçe", "adam", "kadın", "Ankara", "Paris", "elma", "armut"]
    let x: [Float] = [-3, -2.5, -2, -1.5, 2, 2.5, 0.5, 1]
    let y: [Float] = [1, 2, 0.5, 1.5, 3, 2.5, -3, -2.5]
    return WordMap(
      words: words, x: x, y: y, shares: [0.61, 0.22],
      neighbours: words.indices.map { (index: Int) -> [WordMap.Neighbour] in
        (1...3).map { (place: Int) -> WordMap.Neighbour in
          let similarity = 1 - Float(place * (index + 1)) / 32
          return WordMap.Neighbour(index: (index + place) % 8, similarity: similarity)
        }
      }, total: 8)
  }()

  static let choices = ChoiceProbabilities(
    choices: (0..<30).map { (index: Int) -> ChoiceProbabilities.Choice in
      let probability: Double = 0.15 / Double(index + 1)
      return ChoiceProbabilities.Choice(
        index: (index * 7) % 65, label: "t\(index)", probability: probability)
    }, restCount: 35, rest: 0.4, temperature: 0.8)

  static let tokens = ShadedText(
    tokens: (0..<260).map { (index: Int) -> ShadedText.Token in
      let probability: Double = index == 0 ? .nan : 1 / Double(index % 40 + 1)
      return ShadedText.Token(
        text: words[index % words.count], probability: probability, isGiven: index < 3)
    }, separator: " ")

  static let contour = LossContour(
    xName: "w", yName: "b", note: "the other 3 parameters as at step 100", columns: 21, rows: 11,
    x: -2...2, y: -1...1,
    values: (0..<231).map { (place: Int) -> Float in
      let x = Float(place % 21) / 5 - 2
      let y = 1 - Float(place / 21) / 5
      return (x - 1) * (x - 1) + 3 * y * y
    },
    paths: [
      LossContour.Path(
        name: "sgd", steps: [0, 1, 2], x: [-1, 0, 0.5], y: [0.8, 0.4, 0.1], first: 5.92, last: 0.28)
    ])

  static let boundary = DecisionBoundary(
    columns: 9, rows: 5, x: 0...1, y: 0...1,
    values: (0..<45).map { (place: Int) -> Float in Float(place) / 44 }, classes: 1,
    points: [DataPoint(x: 0, y: 0, label: 0), DataPoint(x: 1, y: 0, label: 1)])

  static let pictures: [PlotOutput] = [
    PlotOutput(title: "W", content: .matrix(numbers)),
    PlotOutput(title: "confusion", content: .confusion(confusion)),
    PlotOutput(title: "images", content: .tiles(tiles)),
    PlotOutput(title: "map(embedding)", content: .map(wordMap)),
    PlotOutput(title: "next", content: .probabilities(choices)),
    PlotOutput(title: "text", content: .text(tokens)),
    PlotOutput(title: "contour(L)", content: .contour(contour)),
    PlotOutput(title: "boundary", content: .boundary(boundary)),
    PlotOutput(
      title: "histogram(W)",
      content: .histogram(
        name: "W", lower: -2, upper: 2, counts: (0..<20).map { (bin: Int) -> Int in bin * bin })),
  ]
}
