// The plots of data for programs to read.

/// Members of the pictures of data.
enum PictureJSON {
  /// The plot's kind and its data.
  static func members(_ content: PlotOutput.Content) -> (String, [JSONValue.Member]) {
    switch content {
    case .confusion(let matrix):
      return (
        "confusion",
        [.init("classes", .strings(matrix.classes)), .init("counts", .integers(matrix.counts))]
      )
    case .tiles(let picture):
      return (
        "tiles",
        [
          .init("note", .string(picture.note)),
          .init("groups", .array(picture.groups.map(group))),
        ]
      )
    case .map(let map): return ("map", self.map(map))
    case .probabilities(let choices):
      return (
        "probabilities",
        [
          .init("temperature", .double(choices.temperature)),
          .init("choices", .array(choices.choices.map(choice))),
          .init("rest_count", .integer(choices.restCount)), .init("rest", .double(choices.rest)),
        ]
      )
    case .text(let text):
      let tokens = text.tokens.map { token in
        JSONValue.object([
          .init("text", .string(token.text)), .init("probability", .double(token.probability)),
          .init("given", .bool(token.isGiven)),
        ])
      }
      return (
        "text", [.init("tokens", .array(tokens)), .init("separator", .string(text.separator))]
      )
    case .contour(let contour): return ("contour", self.contour(contour))
    default: return ("plot", [])
    }
  }

  private static func group(_ group: TilePicture.Group) -> JSONValue {
    let tiles = group.tiles.map { tile in
      JSONValue.object([
        .init("caption", .string(tile.caption)),
        .init("right", tile.isRight.map { .bool($0) } ?? .null),
        .init("rows", .integer(tile.rows)), .init("columns", .integer(tile.columns)),
        .init("values", .floats(tile.values)),
      ])
    }
    return .object([.init("title", .string(group.title)), .init("tiles", .array(tiles))])
  }

  private static func map(_ map: WordMap) -> [JSONValue.Member] {
    let near = map.neighbours.map { list in
      JSONValue.array(
        list.map { .array([.integer($0.index), .float($0.similarity)]) })
    }
    return [
      .init("words", .strings(map.words)), .init("x", .floats(map.x)), .init("y", .floats(map.y)),
      .init("shares", .array(map.shares.map { .double($0) })), .init("neighbours", .array(near)),
      .init("total", .integer(map.total)),
    ]
  }

  private static func choice(_ choice: ChoiceProbabilities.Choice) -> JSONValue {
    .object([
      .init("index", .integer(choice.index)), .init("label", .string(choice.label)),
      .init("probability", .double(choice.probability)),
    ])
  }

  private static func contour(_ contour: LossContour) -> [JSONValue.Member] {
    let paths = contour.paths.map { path in
      JSONValue.object([
        .init("name", .string(path.name)), .init("steps", .integers(path.steps)),
        .init("x", .floats(path.x)), .init("y", .floats(path.y)),
        .init("first", .float(path.first)), .init("last", .float(path.last)),
      ])
    }
    return [
      .init("x_name", .string(contour.xName)), .init("y_name", .string(contour.yName)),
      .init("note", .string(contour.note)), .init("columns", .integer(contour.columns)),
      .init("rows", .integer(contour.rows)),
      .init("x", .floats([contour.x.lowerBound, contour.x.upperBound])),
      .init("y", .floats([contour.y.lowerBound, contour.y.upperBound])),
      .init("values", .floats(contour.values)), .init("paths", .array(paths)),
    ]
  }
}
