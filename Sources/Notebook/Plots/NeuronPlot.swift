// plot neurons(net): what each hidden unit says over the plane of the data.

import Engine
import Language

enum NeuronPlot {
  static let entry = PlotEntry(
    "neurons(net)",
    summary: "The value of every hidden unit over the plane of the run's data, a row a layer, the "
      + "outputs last; blue is negative, orange positive. A layer that is never negative goes from "
      + "0, dark, to its greatest value, bright.",
    source: "after D. Smilkov, S. Carter, TensorFlow Playground, 2016",
    example: "x, y = moons(n=20)\nnet = dense(4) | tanh | dense(2)\n"
      + "L = cross_entropy(net(x), y)\ntrain L with sgd(lr=0.5) steps=5\n"
      + "plot neurons(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    guard case .layer(let layer) = try notebook.evaluate(expression) else {
      throw Diagnostic("neurons needs a network", at: expression.range, hint: "plot neurons(net)")
    }
    let plane = try notebook.plane(for: "neurons", expression.range)
    let stages = stages(of: layer)
    let units = min(most, stages.reduce(0) { $0 + ($1.last?.units ?? 8) })
    let side = units <= 16 ? 20 : units <= 40 ? 16 : 12
    let input = notebook.graph.constant(
      Tensor(shape: [side * side, 2], values: plane.grid(columns: side, rows: side)))
    let start = notebook.graph.records.count
    let output = try notebook.evaluated(layer, input, expression.range)
    var rows = rows(of: stages, from: start, notebook.graph)
    if rows.last?.node != output { rows.append(("output", output)) }
    rows = rows.filter { notebook.graph.shape($0.node).count % (side * side) == 0 }
    let (across, up) = (plane.words(plane.x), plane.words(plane.y))
    return PlotRequest(live: call.text, of: rows.map(\.node), notebook) { tensors in
      .tiles(
        TilePicture(
          note: "across x₁ \(across), up x₂ \(up)",
          groups: zip(rows.map(\.path), tensors).map { group($0, $1, side: side) }))
    }
  }

  /// Tiles in all.
  private static let most = 96

  /// A layer with weights and what follows it without any, as one stage each.
  private static func stages(of layer: any Layer) -> [[any Layer]] {
    var leaves: [any Layer] = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      if let chain = next as? Chain {
        pending.append(contentsOf: chain.layers.reversed())
      } else if let mode = next as? EvaluationMode {
        pending.append(mode.inner)
      } else {
        leaves.append(next)
      }
    }
    var stages: [[any Layer]] = []
    for leaf in leaves {
      if leaf.units != nil || stages.isEmpty {
        stages.append([leaf])
      } else {
        stages[stages.count - 1].append(leaf)
      }
    }
    return stages
  }

  /// The last result of each stage: a unit's value after its activation.
  private static func rows(
    of stages: [[any Layer]], from start: Int, _ graph: Graph
  ) -> [(path: String, node: Node)] {
    stages.compactMap { stage in
      let paths = stage.compactMap { graph.path(of: $0) }
      guard let last = paths.last,
        let node = graph.nodes(named: last).last(where: { $0.index >= start })
      else { return nil }
      return (paths.count > 1 ? "\(paths[0]) … \(last)" : last, node)
    }
  }

  /// `[side × side, units]`, a tile a unit.
  private static func group(_ path: String, _ tensor: Tensor, side: Int) -> TilePicture.Group {
    let size = side * side
    let units = tensor.count / size
    let shown = min(units, 32)
    let tiles = (0..<shown).map { unit in
      TilePicture.Tile(
        caption: units > 1 ? "\(unit)" : "", rows: side, columns: side,
        values: (0..<size).map { tensor.values[$0 * units + unit] })
    }
    let count =
      shown < units ? "\(shown) of \(units) units" : "\(units) unit\(units == 1 ? "" : "s")"
    return TilePicture.Group(
      title: "\(path): \(count)", tiles: tiles, isSigned: true, isOneRow: true)
  }
}

/// The part of the plane that a run's data lie in.
struct DataPlane {
  var x: ClosedRange<Float>
  var y: ClosedRange<Float>
  var points: [DataPoint]

  /// The places of a grid, row by row from the top: x₁, x₂, x₁, x₂ …
  func grid(columns: Int, rows: Int) -> [Float] {
    var grid: [Float] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let s = Float(column) / Float(max(1, columns - 1))
        let t = Float(row) / Float(max(1, rows - 1))
        grid.append(x.lowerBound + s * (x.upperBound - x.lowerBound))
        grid.append(y.upperBound - t * (y.upperBound - y.lowerBound))
      }
    }
    return grid
  }

  func words(_ range: ClosedRange<Float>) -> String {
    "\(NumberText.short(range.lowerBound)) … \(NumberText.short(range.upperBound))"
  }
}

extension Notebook {
  /// The points of the current run, with a margin around them.
  func plane(for name: String, _ range: SourceRange?) throws(Diagnostic) -> DataPlane {
    guard let run, let (x, y) = points(of: run) else {
      throw Diagnostic(
        "\(name == "boundary" ? "a boundary" : name) needs a run on points of the plane",
        at: range, hint: "train on data whose x is [n, 2] first")
    }
    var points: [DataPoint] = []
    for row in 0..<min(x.shape[0], 2000) {
      points.append(
        DataPoint(
          x: x.values[2 * row], y: x.values[2 * row + 1],
          label: Int(exactly: y.values[row].rounded()) ?? 0))
    }
    func span(_ values: [Float]) -> ClosedRange<Float> {
      let values = values.filter { $0.isFinite && $0.magnitude < 1e30 }
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      let margin = max((high - low) * 0.1, 0.05)
      return low - margin...high + margin
    }
    return DataPlane(x: span(points.map(\.x)), y: span(points.map(\.y)), points: points)
  }

  /// The points and labels that a run's loss is made of.
  func points(of run: Run) -> (Tensor, Tensor)? {
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
