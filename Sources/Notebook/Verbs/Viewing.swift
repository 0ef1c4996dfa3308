// plot, unplot, attention, layout: what is to be drawn. The notebook makes the data; drawing is the
// interface's business.

import Engine
import Language

enum Viewing {
  static let layouts = ["notebook", "training", "debugging", "attention"]

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "plot", .expression, clauses: ["over"], needs: "something to plot",
      usage: "plot loss | runs | gradients | boundary(net) | histogram(X) | f over -5..5",
      summary: "Draws a series, the losses of this session's runs in one picture, a function, a "
        + "distribution or a decision boundary.",
      example: "plot tanh over -5..5"
    ) { notebook, verb throws(Diagnostic) in try notebook.plot(verb) },
    VerbEntry(
      "unplot", usage: "unplot", summary: "Removes the plots from the screen.", example: "unplot"
    ) { notebook, _ throws(Diagnostic) in notebook.plots = [] },
    VerbEntry(
      "attention", .expression, needs: "a layer", usage: "attention net",
      summary: "Shows the attention of a layer as a heat map.",
      example: "net = attention()\ny = net([[1, 2], [3, 4]])\nattention net"
    ) { notebook, verb throws(Diagnostic) in try notebook.attention(verb) },
    VerbEntry(
      "layout", .word, needs: "a name", usage: "layout notebook | training | debugging | attention",
      summary: "Chooses what the screen shows.", example: "layout training"
    ) { notebook, verb throws(Diagnostic) in
      guard case .word(let name, let range) = verb.subject else { return }
      guard layouts.contains(name) else {
        throw Diagnostic(
          "there is no layout '\(name)'", at: range,
          hint: didYouMean(name, among: layouts).map { "did you mean '\($0)'?" }
            ?? "layouts are \(layouts.joined(separator: ", "))")
      }
      notebook.layout = name
    },
  ]
}

/// One use of an attention layer, whose maps are shown.
struct AttentionUse {
  let layer: any Layer
  let path: String
  let weights: Node
  let mask: Node?
}

extension Notebook {
  func plot(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    if let interval = verb.clause("over") { return try plotCurve(expression, interval) }
    if case .name(let name) = expression.kind, environment[name] == nil {
      switch name {
      case "loss": return try pin(.loss, expression.range)
      case "runs": return try pin(.runs, expression.range)
      case "lr" where run?.telemetry.rate != nil:
        return try pin(.series("lr"), expression.range)
      case "gradients": return try pin(.gradients, expression.range)
      default: break
      }
    }
    if case .call(let callee, let arguments) = expression.kind, case .name(let name) = callee.kind,
      arguments.count == 1
    {
      if name == "boundary" { return try plotBoundary(arguments[0].value) }
      if name == "histogram" { return try plotHistogram(arguments[0].value) }
    }
    let text = currentSource[expression.range]
    if let run, run.tracked.contains(where: { $0.name == text && $0.count > 0 }) {
      return try pin(.series(text), expression.range)
    }
    let node = try tensor(try evaluate(expression), expression.range, for: "plot")
    let tensor = try value(of: node, expression.range)
    guard tensor.count > 0 else {
      throw Diagnostic("there is nothing in \(text) to plot", at: expression.range)
    }
    if tensor.shape.rank == 1 {
      let x = tensor.values.indices.map { Float($0) }
      pinFixed(
        PlotOutput(
          title: text, content: .curves(x: x, [Curve(name: text, values: tensor.values)])))
    } else {
      pinFixed(PlotOutput(title: text, content: .matrix(MatrixView(text, tensor, .value))))
    }
  }

  private func pin(_ request: PlotRequest, _ range: SourceRange) throws(Diagnostic) {
    guard let plot = drawn(request) else {
      throw Diagnostic(
        "there is no run to plot", at: range, hint: "train L with sgd(lr=0.1) steps=100")
    }
    if !plots.contains(request) { plots.append(request) }
    show(.plot(plot))
  }

  private func pinFixed(_ plot: PlotOutput) {
    plots.removeAll { if case .fixed(let other) = $0 { other.title == plot.title } else { false } }
    plots.append(.fixed(plot))
    if plots.count > 8 { plots.removeFirst() }
    show(.plot(plot))
  }

  /// `plot tanh over -5..5`: the function and its derivative.
  private func plotCurve(_ function: Expression, _ interval: Expression) throws(Diagnostic) {
    let low: Double
    let high: Double
    switch interval.kind {
    case .range(let a, let b):
      low = try number(a, "the interval's start")
      high = try number(b, "the interval's end")
    default:
      throw Diagnostic(
        "'over' needs an interval", at: interval.range, hint: "plot tanh over -5..5")
    }
    guard low < high, (high - low).isFinite else {
      throw Diagnostic(
        "the interval \(NumberText.short(low))..\(NumberText.short(high)) is empty",
        at: interval.range)
    }
    let count = 201
    let x = (0..<count).map { Float(low + (high - low) * Double($0) / Double(count - 1)) }
    let input = graph.constant(Tensor(shape: [count], values: x))
    let output = try tensor(
      try apply(try evaluate(function), [.tensor(input)], function.range), function.range,
      for: "plot")
    guard graph.shape(output) == [count] else {
      throw Diagnostic(
        "plot over an interval needs a function of one number; this one turns [\(count)] into "
          + "\(graph.shape(output))", at: function.range)
    }
    let name = currentSource[function.range]
    var nodes = [output]
    let total = try located(function.range) { () throws(EngineError) in
      try graph.add(Sum(), [output])
    }
    let slope = try located(function.range) { () throws(EngineError) in
      try graph.gradients(of: total, for: [input])[input]
    }
    if let slope { nodes.append(slope) }
    let values = try self.values(of: nodes, function.range)
    var curves = [Curve(name: name, values: values[0].values)]
    if values.count > 1 { curves.append(Curve(name: name + "′", values: values[1].values)) }
    pinFixed(
      PlotOutput(
        title: "\(name) over \(NumberText.short(low))..\(NumberText.short(high))",
        content: .curves(x: x, curves)))
  }

  private func plotHistogram(_ expression: Expression) throws(Diagnostic) {
    let node = try tensor(try evaluate(expression), expression.range, for: "histogram")
    let values = try value(of: node, expression.range).values.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else {
      throw Diagnostic("there are no numbers to count", at: expression.range)
    }
    let bins = 20
    // In double precision: the distance of two floats can be more than a float holds.
    let width = high > low ? Double(high) - Double(low) : 1
    var counts = Array(repeating: 0, count: bins)
    for value in values {
      counts[min(bins - 1, Int((Double(value) - Double(low)) / width * Double(bins)))] += 1
    }
    let name = currentSource[expression.range]
    pinFixed(
      PlotOutput(
        title: "histogram(\(name))",
        content: .histogram(
          name: name, lower: low, upper: high > low ? high : low + 1, counts: counts)))
  }

  private func plotBoundary(_ expression: Expression) throws(Diagnostic) {
    guard case .layer(let layer) = try evaluate(expression) else {
      throw Diagnostic(
        "boundary needs a network", at: expression.range, hint: "plot boundary(net)")
    }
    let boundary = try boundary(of: layer, expression.range)
    let plot = PlotOutput(
      title: "boundary(\(currentSource[expression.range]))", content: .boundary(boundary))
    if case .name(let name) = expression.kind {
      if !plots.contains(.boundary(name)) { plots.append(.boundary(name)) }
    }
    show(.plot(plot))
  }

  /// A network's answers over the plane of its two inputs, with the run's data.
  func boundary(of layer: any Layer, _ range: SourceRange?) throws(Diagnostic) -> DecisionBoundary {
    guard let run, let (x, y) = points(of: run) else {
      throw Diagnostic(
        "a boundary needs a run on points of the plane", at: range,
        hint: "train on data whose x is [n, 2] first")
    }
    var points: [DataPoint] = []
    for row in 0..<min(x.shape[0], 2000) {
      points.append(
        DataPoint(
          x: x.values[2 * row], y: x.values[2 * row + 1],
          label: Int(exactly: y.values[row].rounded()) ?? 0))
    }
    func span(_ values: [Float]) -> ClosedRange<Float> {
      let values = values.filter(\.isFinite)
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      let margin = max((high - low) * 0.1, 0.05)
      return low - margin...high + margin
    }
    let (across, up) = (span(points.map(\.x)), span(points.map(\.y)))
    let (columns, rows) = (60, 40)
    var grid: [Float] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let s = Float(column) / Float(columns - 1)
        let t = Float(row) / Float(rows - 1)
        grid.append(across.lowerBound + s * (across.upperBound - across.lowerBound))
        grid.append(up.upperBound - t * (up.upperBound - up.lowerBound))
      }
    }
    let checkpoint = graph.checkpoint()
    defer { graph.rollBack(to: checkpoint) }
    let place = range ?? SourceRange(0, 0)
    let input = graph.constant(Tensor(shape: [rows * columns, 2], values: grid))
    graph.isTraining = false
    defer { graph.isTraining = true }
    let output = try located(place) { () throws(EngineError) in
      try layer.traced(input, in: graph)
    }
    let answer = try value(of: output, place)
    let width = answer.count / (rows * columns)
    guard width > 0 else { throw Diagnostic("the network has no output", at: range) }
    var values: [Float] = []
    for cell in 0..<rows * columns {
      let row = answer.values[cell * width..<(cell + 1) * width]
      if width == 1 {
        values.append(row[row.startIndex])
      } else {
        let best = row.indices.max { row[$0] < row[$1] } ?? row.startIndex
        values.append(Float(best - row.startIndex))
      }
    }
    return DecisionBoundary(
      columns: columns, rows: rows, x: across, y: up, values: values,
      classes: width == 1 ? 2 : width, points: points)
  }

  /// The points and labels that a run's loss is made of.
  private func points(of run: Run) -> (Tensor, Tensor)? {
    var tensors: [Tensor] = []
    for node in graph.dependencies(of: [run.loss]) {
      if let constant = graph[node].operation as? Constant { tensors.append(constant.value) }
      if let rows = graph[node].operation as? BatchRows {
        tensors.append(rows.source.columns[rows.column])
      }
    }
    guard let x = tensors.first(where: { $0.shape.rank == 2 && $0.shape[1] == 2 }) else {
      return nil
    }
    let labels = tensors.first {
      $0.shape != x.shape && $0.shape.rank >= 1 && $0.count == x.shape[0]
        && $0.shape[0] == x.shape[0]
    }
    return labels.map { (x, $0) }
  }

  // MARK: Attention

  func attention(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    guard case .layer(let layer) = try evaluate(expression) else {
      throw Diagnostic(
        "attention needs a layer", at: expression.range, hint: "attention net")
    }
    var found: [any Layer] = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      if next is SelfAttention { found.append(next) }
      pending.append(contentsOf: next.children.reversed().map(\.1))
    }
    guard !found.isEmpty else {
      throw Diagnostic(
        "there is no attention layer in \(currentSource[expression.range])", at: expression.range,
        hint: "attention(heads=2) makes one")
    }
    // What the layers did last; a training run goes on to show the same place.
    attentionLayers = found.compactMap { layer in
      guard let path = graph.path(of: layer),
        let weights = graph.nodes(named: path + ".weights").last
      else { return nil }
      let mask = graph.nodes(named: path + ".mask").last { $0.index < weights.index }
      return AttentionUse(layer: layer, path: path, weights: weights, mask: mask)
    }
    let maps = attentionMaps()
    guard !maps.isEmpty else {
      throw Diagnostic(
        "\(currentSource[expression.range]) has not been applied to anything yet",
        at: expression.range, hint: "y = \(currentSource[expression.range])(x)")
    }
    for map in maps { show(.plot(PlotOutput(title: map.name, content: .attention(map)))) }
  }

  /// The maps of the layers that were asked for, of the first sequence of a batch.
  func attentionMaps() -> [AttentionMap] {
    var maps: [AttentionMap] = []
    for use in attentionLayers {
      let path = use.path
      guard let tensor = try? value(of: use.weights, nil), tensor.shape.rank >= 2 else { continue }
      let mask = use.mask.flatMap { try? value(of: $0, nil) }
      let (queries, keys) = (tensor.shape[-2], tensor.shape[-1])
      let size = queries * keys
      guard size > 0 else { continue }
      let all = (use.layer as? SelfAttention)?.heads ?? 1
      let heads = min(tensor.count / size, all, 16)
      for head in 0..<heads {
        maps.append(
          AttentionMap(
            name: heads == 1 ? path : "\(path) head \(head)", queries: labels(queries),
            keys: labels(keys), weights: Array(tensor.values[head * size..<(head + 1) * size]),
            masked: (mask?.values.prefix(size)).map { $0.map { $0 != 0 } } ?? []))
      }
    }
    return maps
  }

  /// The tokens of the last text of that length, or numbers.
  private func labels(_ count: Int) -> [String] {
    tokenLabels.count == count ? tokenLabels : (0..<count).map(String.init)
  }
}
