// The tables of the plots of data: confusion matrices, tiles, word maps, choices, texts, contours.

extension PlotCSV {
  static func confusion(_ matrix: ConfusionMatrix) -> CSV {
    var table = CSV(["actual", "predicted", "count"])
    for (row, actual) in matrix.classes.enumerated() {
      for (column, predicted) in matrix.classes.enumerated() {
        let place = row * matrix.classes.count + column
        guard place < matrix.counts.count else { return table }
        table.add([actual, predicted, String(matrix.counts[place])])
      }
    }
    return table
  }

  /// A record a pixel, from the top left of each tile.
  static func tiles(_ picture: TilePicture) -> CSV {
    var table = CSV(["group", "tile", "caption", "row", "column", "value"])
    for group in picture.groups {
      for (number, tile) in group.tiles.enumerated() where tile.columns > 0 {
        for (place, value) in tile.values.enumerated() {
          table.add([
            group.title, String(number), tile.caption, String(place / tile.columns),
            String(place % tile.columns), NumberText.full(value),
          ])
        }
      }
    }
    return table
  }

  static func words(_ map: WordMap) -> CSV {
    var table = CSV(["word", "x", "y"])
    for (index, word) in map.words.enumerated()
    where index < map.x.count && index < map.y.count {
      table.add([word, NumberText.full(map.x[index]), NumberText.full(map.y[index])])
    }
    return table
  }

  static func probabilities(_ choices: ChoiceProbabilities) -> CSV {
    var table = CSV(["rank", "index", "choice", "probability"])
    for (rank, choice) in choices.choices.enumerated() {
      table.add([
        String(rank + 1), String(choice.index), choice.label, NumberText.full(choice.probability),
      ])
    }
    return table
  }

  static func tokens(_ text: ShadedText) -> CSV {
    var table = CSV(["position", "token", "probability", "given"])
    for (place, token) in text.tokens.enumerated() {
      table.add([
        String(place), token.text, NumberText.full(token.probability), String(token.isGiven),
      ])
    }
    return table
  }

  /// The grid of the loss, top row first, then the ways of the runs; what a kind has not is empty.
  static func contour(_ contour: LossContour) -> CSV {
    var table = CSV(["kind", "run", "step", contour.xName, contour.yName, "loss"])
    func part(_ index: Int, of count: Int) -> Float {
      count > 1 ? Float(index) / Float(count - 1) : 0
    }
    for (index, value) in contour.values.enumerated() where contour.columns > 0 {
      let across = part(index % contour.columns, of: contour.columns)
      let down = part(index / contour.columns, of: contour.rows)
      let x = contour.x.lowerBound + across * (contour.x.upperBound - contour.x.lowerBound)
      let y = contour.y.upperBound - down * (contour.y.upperBound - contour.y.lowerBound)
      table.add([
        "grid", "", "", NumberText.full(x), NumberText.full(y), NumberText.full(value),
      ])
    }
    for path in contour.paths {
      for (place, step) in path.steps.enumerated()
      where place < path.x.count && place < path.y.count {
        table.add([
          "path", path.name, String(step), NumberText.full(path.x[place]),
          NumberText.full(path.y[place]), "",
        ])
      }
    }
    return table
  }
}
