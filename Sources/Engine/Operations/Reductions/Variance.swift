// Variance and standard deviation as compositions: the mean, what is left of it, its square, the
// corrected mean of that, and the root.

/// Variances by PyTorch's names and defaults.
enum Variance {
  /// Σ (x − mean)² / (n − correction) over the axes, all for nil.
  static func of(
    _ x: Node, axes: [Int]?, keepsAxes: Bool, correction: Int, for name: String, in graph: Graph
  ) throws(EngineError) -> Node {
    let mean = try graph.reduced(x, axes: axes, keepsAxes: true, for: name) {
      Mean(axis: $0, keepsAxis: $1)
    }
    let square = try graph.add(Square(), [try graph.minus(x, mean)])
    return try graph.reduced(square, axes: axes, keepsAxes: keepsAxes, for: name) {
      let corrected = CorrectedMean(axis: $0, keepsAxis: $1, correction: correction)
      return correction == 0 ? Mean(axis: $0, keepsAxis: $1) : corrected
    }
  }

  static let entries = [
    entry(
      "var", "The variance over axes or over all.", "Σ (x − mean)² / (n − correction)",
      hasRoot: false),
    entry(
      "std", "The standard deviation over axes or over all.",
      "√(Σ (x − mean)² / (n − correction))", hasRoot: true),
  ]

  private static func entry(
    _ name: String, _ summary: String, _ formula: String, hasRoot: Bool
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function,
        signature: "\(name)(x, axis=none, correction=1, keepdim=false, unbiased=none)",
        summary: summary, shapes: "[…] → [] or without the axes", formula: formula,
        example: "\(name)([[1, 2], [3, 5]], axis=0)"),
      .function { arguments, graph throws(EngineError) in
        var correction = try arguments.integer("correction")
        if case .flag(let isUnbiased) = arguments.value("unbiased") {
          correction = isUnbiased ? 1 : 0
        }
        guard correction >= 0 else {
          throw EngineError("\(name): 'correction' must be at least 0, not \(correction)")
        }
        let variance = try of(
          try arguments.tensor("x", graph), axes: try arguments.axes("axis"),
          keepsAxes: try arguments.flag("keepdim"), correction: correction, for: name, in: graph)
        return hasRoot ? try graph.add(RootOfSum(), [variance]) : variance
      })
  }
}
