// plot boundary(net): a network's answers over the plane of its two inputs.

import Engine
import Language

enum BoundaryPlot {
  static let entry = PlotEntry(
    "boundary(net)",
    summary: "What a network answers on the plane of its two inputs, with the run's data: one "
      + "output as a probability, several as the likeliest class and how far it is ahead.",
    example: "x, y = moons(n=20)\nnet = dense(4) | tanh | dense(2)\n"
      + "L = cross_entropy(net(x), y)\ntrain L with sgd(lr=0.5) steps=5\n"
      + "plot boundary(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    guard case .layer(let layer) = try notebook.evaluate(expression) else {
      throw Diagnostic(
        "boundary needs a network", at: expression.range, hint: "plot boundary(net)")
    }
    _ = try notebook.boundary(of: layer, expression.range)
    // The plane is the current run's, which may be another one at the next picture.
    let probe = notebook.graph.checkpoint()
    let input = notebook.graph.constant(Tensor(shape: [columns * rows, 2], repeating: 0))
    let output = try notebook.evaluated(layer, input, expression.range)
    let cost = notebook.cost(of: [output])
    notebook.graph.rollBack(to: probe)
    return PlotRequest(live: call.text, cost: cost) { notebook in
      (try? notebook.boundary(of: layer, nil)).map { .boundary($0) }
    }
  }

  static let (columns, rows) = (60, 40)
}

extension Notebook {
  /// A network's answers over the plane of its two inputs, with the run's data.
  func boundary(of layer: any Layer, _ range: SourceRange?) throws(Diagnostic) -> DecisionBoundary {
    let plane = try plane(for: "boundary", range)
    let (columns, rows) = (BoundaryPlot.columns, BoundaryPlot.rows)
    let checkpoint = graph.checkpoint()
    defer { graph.rollBack(to: checkpoint) }
    let place = range ?? SourceRange(0, 0)
    let input = graph.constant(
      Tensor(shape: [rows * columns, 2], values: plane.grid(columns: columns, rows: rows)))
    let output = try evaluated(layer, input, place)
    let answer = try value(of: output, place)
    let width = answer.count / (rows * columns)
    guard width > 0 else { throw Diagnostic("the network has no output", at: range) }
    var values: [Float] = []
    var margins: [Float] = []
    if width == 1 {
      values = answer.values
    } else {
      // Scores become probabilities by the softmax; what is probabilities already stays.
      let areProbabilities = answer.values.allSatisfy { $0 >= 0 && $0 <= 1 }
      for cell in 0..<rows * columns {
        let row = Array(answer.values[cell * width..<(cell + 1) * width])
        let best = row.indices.max { row[$0] < row[$1] } ?? 0
        let second = row.indices.filter { $0 != best }.max { row[$0] < row[$1] } ?? best
        values.append(row.contains(where: \.isNaN) ? .nan : Float(best))
        if areProbabilities {
          margins.append(row[best] - row[second])
        } else {
          let weights = row.map { Numbers.power(2.718281828459045, Double($0 - row[best])) }
          let total = weights.reduce(0, +)
          margins.append(Float((weights[best] - weights[second]) / total))
        }
      }
    }
    return DecisionBoundary(
      columns: columns, rows: rows, x: plane.x, y: plane.y, values: values, margins: margins,
      classes: width == 1 ? 2 : width, points: plane.points)
  }
}
