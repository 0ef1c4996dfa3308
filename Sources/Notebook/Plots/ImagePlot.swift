// plot images(x, y, net): pictures with what they are and what the network says.

import Engine
import Language

enum ImagePlot {
  static let entry = PlotEntry(
    "images(x, y=none, net=none, wrong=false, limit=24)",
    summary: "Images with their labels and what a network (or its scores) says of them; wrong=true "
      + "shows only those that it gets wrong. Rows of a square number of pixels are square images.",
    example: "data = digits()\nnet = dense(10)\nplot images(data.x[0:12], data.y[0:12], net)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let x = try arguments.tensor("x", "images")
    let shape: Shape = notebook.graph.shape(x)
    guard let frame = frame(of: shape) else {
      throw Diagnostic(
        "images need rows of pixels, this has shape \(shape)", at: call.range,
        hint: "[n, 64], [n, 8, 8] or [n, 1, 8, 8]; reshape makes one")
    }
    var nodes = [x]
    var labels: Int?
    var names: [String] = []
    if arguments["y"] != nil {
      let y = try arguments.tensor("y", "labels")
      guard notebook.graph.shape(y).count == frame.count else {
        throw Diagnostic(
          "\(counted(frame.count)) and \(notebook.graph.shape(y).count) labels do not fit",
          at: call.range, hint: "one label an image")
      }
      names = notebook.classNames(of: y) ?? []
      labels = nodes.count
      nodes.append(y)
    }
    var scores: Int?
    if let expression = arguments["net"] {
      scores = nodes.count
      nodes.append(try answer(expression, x, frame.count, arguments))
    }
    let wrong = try arguments.flag("wrong")
    if wrong, labels == nil || scores == nil {
      throw Diagnostic(
        "wrong=true needs labels and a network", at: call.range,
        hint: "plot images(x, y, net, wrong=true)")
    }
    let limit = try arguments.integer("limit", 24, in: 1...60)
    return PlotRequest(live: call.text, of: nodes, notebook) { tensors in
      .tiles(
        picture(
          frame, tensors[0], labels: labels.map { tensors[$0].values },
          scores: scores.map { tensors[$0] }, names: names, wrong: wrong, limit: limit))
    }
  }

  /// How pixels lie in a tensor.
  struct Frame {
    var count: Int
    var channels: Int
    var rows: Int
    var columns: Int
  }

  /// The pictures in a tensor of images; nil when there are none.
  static func frame(of shape: Shape) -> Frame? {
    func square(_ pixels: Int) -> Int? {
      guard pixels > 0, pixels <= 1 << 20 else { return nil }
      let side = Int(Double(pixels).squareRoot())
      return side * side == pixels ? side : nil
    }
    var frame: Frame?
    switch shape.rank {
    case 1: frame = square(shape[0]).map { Frame(count: 1, channels: 1, rows: $0, columns: $0) }
    case 2:
      if let side = square(shape[1]) {
        frame = Frame(count: shape[0], channels: 1, rows: side, columns: side)
      } else {
        frame = Frame(count: 1, channels: 1, rows: shape[0], columns: shape[1])
      }
      // One picture of 8 rows is not 8 pictures of a square number of pixels.
      if shape[0] == shape[1], shape[1] < 16 {
        frame = Frame(count: 1, channels: 1, rows: shape[0], columns: shape[1])
      }
    case 3: frame = Frame(count: shape[0], channels: 1, rows: shape[1], columns: shape[2])
    case 4:
      frame = Frame(count: shape[0], channels: shape[1], rows: shape[2], columns: shape[3])
    default: break
    }
    guard let frame, frame.count > 0, frame.rows > 0, frame.columns > 0, frame.channels > 0,
      frame.rows <= 4096, frame.columns <= 4096
    else { return nil }
    return frame
  }

  private static func counted(_ count: Int) -> String {
    "\(count) image\(count == 1 ? "" : "s")"
  }

  private static func answer(
    _ expression: Expression, _ x: Node, _ count: Int, _ arguments: PlotArguments
  ) throws(Diagnostic) -> Node {
    let notebook = arguments.notebook
    let scores: Node
    switch try notebook.evaluate(expression) {
    case .layer(let layer): scores = try notebook.evaluated(layer, x, expression.range)
    case .function(let function):
      scores = try notebook.tensor(
        try notebook.apply(.function(function), [.tensor(x)], expression.range), expression.range,
        for: "images")
    case let value: scores = try notebook.tensor(value, expression.range, for: "images")
    }
    let shape: Shape = notebook.graph.shape(scores)
    guard shape.rank >= 1, shape[0] == count, shape.rank <= 2 else {
      throw Diagnostic(
        "\(counted(count)) and answers of shape \(shape) do not fit", at: expression.range,
        hint: "scores [n, classes], or a class a row")
    }
    return scores
  }

  /// - Parameter scores: scores `[n, classes]`, or the class that is said, `[n]`.
  private static func picture(
    _ frame: Frame, _ x: Tensor, labels: [Float]?, scores: Tensor?, names: [String], wrong: Bool,
    limit: Int
  ) -> TilePicture {
    let said = scores.map { scores -> [Int?] in
      if scores.shape.rank == 1 { return scores.values.map { Int(exactly: $0.rounded()) } }
      return ConfusionPlot.answers(scores, width: scores.shape[1])
    }
    func name(_ index: Int?) -> String {
      guard let index else { return "?" }
      return names.indices.contains(index) ? names[index] : String(index)
    }
    func truth(_ row: Int) -> Int? {
      labels.flatMap { row < $0.count ? Int(exactly: $0[row].rounded()) : nil }
    }
    func isRight(_ row: Int) -> Bool? {
      guard let said, labels != nil, row < said.count else { return nil }
      return said[row] == truth(row)
    }
    let wrongs = (0..<frame.count).count { isRight($0) == false }
    let wanted = (0..<frame.count).lazy.filter { !wrong || isRight($0) == false }
    // What a snapshot holds is bounded: large pictures are few.
    let most = max(1, min(limit, 24_000 / (frame.rows * frame.columns)))
    let tiles = Array(wanted.prefix(most)).map { row -> TilePicture.Tile in
      var caption = ""
      switch (isRight(row), truth(row), said.map { row < $0.count ? $0[row] : nil }) {
      case (false?, let truth, let said): caption = "✗ \(name(said ?? nil))≠\(name(truth))"
      case (_, let truth?, _): caption = name(truth)
      case (_, nil, .some(let said)): caption = name(said)
      default: break
      }
      if wrong { caption += " #\(row)" }
      return tile(frame, x.values, row, caption, isRight(row))
    }
    var title = "\(tiles.count) of \(counted(frame.count))"
    if labels != nil, said != nil { title += ", \(frame.count - wrongs) right, \(wrongs) wrong" }
    if frame.channels > 1 { title += ", mean of \(frame.channels) channels" }
    var note = ""
    if labels != nil, said != nil { note = "✗ said ≠ is" }
    if labels == nil, said != nil { note = "below: what it says" }
    if labels != nil, said == nil { note = "below: what it is" }
    return TilePicture(note: note, groups: [TilePicture.Group(title: title, tiles: tiles)])
  }

  private static func tile(
    _ frame: Frame, _ values: [Float], _ row: Int, _ caption: String, _ isRight: Bool?
  ) -> TilePicture.Tile {
    let size = frame.rows * frame.columns
    // Larger than any screen is averaged here already.
    let start = row * size * frame.channels
    var pixels = Array(values[start..<start + size])
    for channel in 1..<max(1, frame.channels) {
      for place in 0..<size { pixels[place] += values[start + channel * size + place] }
    }
    if frame.channels > 1 {
      for place in pixels.indices { pixels[place] /= Float(frame.channels) }
    }
    return shrunk(
      TilePicture.Tile(
        caption: caption, isRight: isRight, rows: frame.rows, columns: frame.columns,
        values: pixels), most: 128)
  }

  /// A picture of at most so many pixels a side: each the mean of a block.
  static func shrunk(_ tile: TilePicture.Tile, most: Int) -> TilePicture.Tile {
    guard tile.rows > most || tile.columns > most else { return tile }
    let step = (max(tile.rows, tile.columns) + most - 1) / most
    let (rows, columns) = ((tile.rows + step - 1) / step, (tile.columns + step - 1) / step)
    var small = tile
    small.values = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = 0
        var count: Float = 0
        for y in row * step..<min(tile.rows, (row + 1) * step) {
          for x in column * step..<min(tile.columns, (column + 1) * step) {
            sum += tile.values[y * tile.columns + x]
            count += 1
          }
        }
        small.values.append(sum / max(1, count))
      }
    }
    (small.rows, small.columns) = (rows, columns)
    return small
  }
}
