// plot histogram(net.0.weight): how a tensor's values are spread.

import Engine
import Language

enum HistogramPlot {
  static let entry = PlotEntry(
    "histogram(X)", summary: "How the values of a tensor are spread.",
    example: "net = dense(8)\nnet([[1, 2]])\nplot histogram(net.weight)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    let node = try notebook.tensor(
      try notebook.evaluate(expression), expression.range, for: "histogram")
    guard try notebook.value(of: node, expression.range).values.contains(where: \.isFinite) else {
      throw Diagnostic("there are no numbers to count", at: expression.range)
    }
    let name = notebook.currentSource[expression.range]
    return PlotRequest(call.text, of: node) { histogram($0, name: name) }
  }

  private static let bins = 20

  /// The finite values in bins of equal width; nil when there is none.
  private static func histogram(_ tensor: Tensor, name: String) -> PlotOutput.Content? {
    let values = tensor.values.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    // In double precision: the distance of two floats can be more than a float holds.
    let width = high > low ? Double(high) - Double(low) : 1
    var counts = Array(repeating: 0, count: bins)
    for value in values {
      counts[min(bins - 1, Int((Double(value) - Double(low)) / width * Double(bins)))] += 1
    }
    return .histogram(
      name: name, lower: low, upper: high > low ? high : low + 1, counts: counts)
  }
}
