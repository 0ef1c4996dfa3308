// plot boundary(net): a network's answers over the plane of its two inputs.

import Engine
import Language

enum BoundaryPlot {
  static let entry = PlotEntry(
    "boundary(net)",
    summary: "What a network answers on the plane of its two inputs, with the run's data.",
    example: "data = moons(n=20)\nnet = dense(4) | tanh | dense(2)\n"
      + "L = cross_entropy(net(data.x), data.y)\ntrain L with sgd(lr=0.5) steps=5\n"
      + "plot boundary(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    guard case .layer(let layer) = try notebook.evaluate(expression) else {
      throw Diagnostic(
        "boundary needs a network", at: expression.range, hint: "plot boundary(net)")
    }
    _ = try notebook.boundary(of: layer, expression.range)
    let title = call.text
    return PlotRequest(title) { notebook in
      (try? notebook.boundary(of: layer, nil)).map {
        PlotOutput(title: title, content: .boundary($0))
      }
    }
  }
}

extension Notebook {
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
}
