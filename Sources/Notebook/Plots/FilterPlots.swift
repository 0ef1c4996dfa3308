// plot filters(net.0), plot features(net, x[0]): what convolutions look for, and what they find in
// one image.

import Engine
import Language

enum FilterPlots {
  static let entries = [filters, features]

  private static let mostTiles = 48
  private static let mostNumbers = 16_000

  // MARK: Filters

  private static let filters = PlotEntry(
    "filters(layer)",
    summary: "The kernels of convolutions as pictures, 0 in the middle of the scale; without any, "
      + "the weights of a dense layer over a square image.",
    example: "net = conv2d(8, 3) | relu\nnet(zeros([1, 1, 8, 8]))\nplot filters(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    let parameters = try weights(try notebook.evaluate(expression), expression, notebook)
    return PlotRequest(live: call.text, cost: 1) { _ in
      .tiles(TilePicture(groups: parameters.map { group($0) }))
    }
  }

  private static func weights(
    _ value: Value, _ expression: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> [Parameter] {
    let graph = notebook.graph
    func isPicture(_ shape: Shape) -> Bool {
      shape.rank == 4 || shape.rank == 2 && ImagePlot.frame(of: [shape[1]]) != nil && shape[1] > 1
    }
    switch value {
    case .tensor(let node):
      if let leaf = graph[node].operation as? ParameterLeaf, isPicture(leaf.parameter.shape) {
        return [leaf.parameter]
      }
    case .layer(let layer):
      let all = graph.parameters(of: layer)
      guard !all.isEmpty else {
        throw Diagnostic(
          "\(notebook.currentSource[expression.range]) has no weights yet", at: expression.range,
          hint: "they are made at the first use: y = net(x)")
      }
      let kernels = all.filter { $0.shape.rank == 4 }
      let found = kernels.isEmpty ? Array(all.filter { isPicture($0.shape) }.prefix(1)) : kernels
      if !found.isEmpty { return found }
    default: break
    }
    throw Diagnostic(
      "filters needs a convolution, or a dense layer over a square image", at: expression.range,
      hint: "conv2d(8, 3) makes one")
  }

  private static func group(_ parameter: Parameter) -> TilePicture.Group {
    let values = parameter.value.values
    let shape = parameter.shape
    if shape.rank == 2 {
      let size = shape[1]
      let side = Int(Double(size).squareRoot())
      let shown = min(shape[0], mostTiles, max(1, mostNumbers / size))
      let tiles = (0..<shown).map { unit in
        TilePicture.Tile(
          caption: "\(unit)", rows: side, columns: side,
          values: Array(values[unit * size..<(unit + 1) * size]))
      }
      return TilePicture.Group(
        title: heading("\(parameter.path): weights of", shown, shape[0], "units"), tiles: tiles,
        isSigned: true)
    }
    let (outputs, inputs, rows, columns) = (shape[0], shape[1], shape[2], shape[3])
    let size = rows * columns
    let shown = min(outputs * inputs, mostTiles, max(1, mostNumbers / max(1, size)))
    let tiles = (0..<shown).map { place in
      ImagePlot.shrunk(
        TilePicture.Tile(
          caption: inputs == 1 ? "\(place)" : "\(place / inputs)←\(place % inputs)", rows: rows,
          columns: columns, values: Array(values[place * size..<(place + 1) * size])), most: 32)
    }
    let channels = inputs == 1 ? "kernels" : "kernels, \(outputs) out ← \(inputs) in"
    return TilePicture.Group(
      title: heading("\(parameter.path):", shown, outputs * inputs, channels), tiles: tiles,
      isSigned: true)
  }

  private static func heading(_ path: String, _ shown: Int, _ all: Int, _ what: String) -> String {
    shown == all ? "\(path) \(all) \(what)" : "\(path) \(shown) of \(all) \(what)"
  }

  // MARK: Features

  private static let features = PlotEntry(
    "features(net, x)",
    summary: "What each convolution of a network makes of one image: its feature maps, a group a "
      + "layer.",
    example: "net = conv2d(4, 3) | relu | conv2d(4, 3) | relu | flatten | dense(2)\n"
      + "x = zeros([1, 8, 8])\nplot features(net, x)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let expression = try arguments.required("net", "a network and an image")
    guard case .layer(let layer) = try notebook.evaluate(expression) else {
      throw Diagnostic(
        "features needs a network", at: expression.range, hint: "plot features(net, x[0])")
    }
    let x = try arguments.tensor("x", "an image beside the network")
    let found = convolutions(in: layer)
    guard !found.isEmpty else {
      throw Diagnostic(
        "there is no convolution in \(notebook.currentSource[expression.range])",
        at: expression.range, hint: "conv2d(8, 3) makes one")
    }
    let graph = notebook.graph
    let start = graph.records.count
    try apply(layer, to: x, notebook, call.range)
    let maps = found.compactMap { layer -> (path: String, node: Node)? in
      guard let path = graph.path(of: layer),
        let node = graph.nodes(named: path).last(where: { $0.index >= start }),
        graph.shape(node).rank == 4
      else { return nil }
      return (path, node)
    }
    guard !maps.isEmpty else {
      throw Diagnostic(
        "\(notebook.currentSource[expression.range]) makes no two-dimensional maps",
        at: expression.range, hint: "features shows conv2d")
    }
    return PlotRequest(live: call.text, of: maps.map(\.node), notebook) { tensors in
      .tiles(
        TilePicture(
          note: "of the first image",
          groups: zip(maps.map(\.path), tensors).map { features($0, $1, of: maps.count) }))
    }
  }

  private static func convolutions(in layer: any Layer) -> [ConvolutionLayer] {
    var found: [ConvolutionLayer] = []
    var seen: Set<ObjectIdentifier> = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
      if let convolution = next as? ConvolutionLayer { found.append(convolution) }
      pending.append(contentsOf: next.children.reversed().map(\.1))
    }
    return found
  }

  /// Applies a network to an image as it is, or to a batch of it alone, whichever it takes.
  private static func apply(
    _ layer: any Layer, to x: Node, _ notebook: Notebook, _ range: SourceRange
  ) throws(Diagnostic) {
    let graph = notebook.graph
    let checkpoint = graph.checkpoint()
    func batch() throws(Diagnostic) -> Node {
      let shape: Shape = graph.shape(x)
      return try notebook.located(range) { () throws(EngineError) in
        try graph.add(Reshape([1] + shape.extents), [x])
      }
    }
    let rank = graph.shape(x).rank
    let isBatch = rank >= 4 || rank == 2 && ImagePlot.frame(of: graph.shape(x))?.count != 1
    if isBatch {
      _ = try notebook.evaluated(layer, x, range)
      return
    }
    do throws(Diagnostic) {
      _ = try notebook.evaluated(layer, try batch(), range)
    } catch {
      graph.rollBack(to: checkpoint)
      _ = try notebook.evaluated(layer, x, range)
    }
  }

  /// The maps of the first image of a batch `[n, channels, rows, columns]`.
  private static func features(
    _ path: String, _ tensor: Tensor, of layers: Int
  ) -> TilePicture.Group {
    let (channels, rows, columns) = (tensor.shape[1], tensor.shape[2], tensor.shape[3])
    let size = rows * columns
    let room = mostNumbers / max(1, layers)
    let shown = tensor.shape[0] == 0 ? 0 : min(channels, mostTiles, max(1, room / max(1, size)))
    let tiles = (0..<shown).map { channel in
      ImagePlot.shrunk(
        TilePicture.Tile(
          caption: "\(channel)", rows: rows, columns: columns,
          values: Array(tensor.values[channel * size..<(channel + 1) * size])), most: 32)
    }
    return TilePicture.Group(
      title: heading("\(path):", shown, channels, "maps"), tiles: tiles, isSigned: true)
  }
}
