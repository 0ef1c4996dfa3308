// plot tanh over -5..5: a function of one number with its derivative.

import Engine
import Language

enum CurvePlot {
  private static let points = 201

  /// The function may be a network; the curve then follows its training.
  static func request(
    _ function: Expression, over interval: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> PlotRequest {
    let (low, high) = try bounds(interval, notebook)
    let x = (0..<points).map { Float(low + (high - low) * Double($0) / Double(points - 1)) }
    let graph = notebook.graph
    let input = graph.constant(Tensor(shape: [points], values: x))
    let output = try notebook.tensor(
      try notebook.apply(try notebook.evaluate(function), [.tensor(input)], function.range),
      function.range, for: "plot")
    guard graph.shape(output) == [points] else {
      throw Diagnostic(
        "plot over an interval needs a function of one number; this one turns [\(points)] into "
          + "\(graph.shape(output))", at: function.range)
    }
    let name = notebook.currentSource[function.range]
    var nodes = [output]
    let slope = try notebook.located(function.range) { () throws(EngineError) in
      let total = try graph.add(Sum(), [output])
      return try graph.gradients(of: total, for: [input])[input]
    }
    if let slope { nodes.append(slope) }
    _ = try notebook.values(of: nodes, function.range)
    let title = "\(name) over \(NumberText.short(low))..\(NumberText.short(high))"
    return PlotRequest(title) { [nodes] notebook in
      guard let values = try? notebook.values(of: nodes, nil) else { return nil }
      let curves = zip([name, name + "′"], values).map { Curve(name: $0, values: $1.values) }
      return PlotOutput(title: title, content: .curves(x: x, curves))
    }
  }

  static func bounds(
    _ interval: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> (Double, Double) {
    guard case .range(let a, let b) = interval.kind else {
      throw Diagnostic(
        "'over' needs an interval", at: interval.range, hint: "plot tanh over -5..5")
    }
    let low: Double = try notebook.number(a, "the interval's start")
    let high: Double = try notebook.number(b, "the interval's end")
    guard low < high, (high - low).isFinite else {
      throw Diagnostic(
        "the interval \(NumberText.short(low))..\(NumberText.short(high)) is empty",
        at: interval.range)
    }
    return (low, high)
  }
}
