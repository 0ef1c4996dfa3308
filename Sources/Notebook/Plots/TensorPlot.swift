// plot X: a vector as a curve, anything larger as a matrix.

import Engine
import Language

enum TensorPlot {
  static func request(
    _ expression: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> PlotRequest {
    let text = notebook.currentSource[expression.range]
    let node = try notebook.tensor(
      try notebook.evaluate(expression), expression.range, for: "plot")
    guard try notebook.value(of: node, expression.range).count > 0 else {
      throw Diagnostic("there is nothing in \(text) to plot", at: expression.range)
    }
    return PlotRequest(text, of: node) { tensor in
      guard tensor.shape.rank == 1 else { return .matrix(MatrixView(text, tensor, .value)) }
      return .curves(
        x: tensor.values.indices.map { Float($0) }, [Curve(name: text, values: tensor.values)])
    }
  }
}
