import Engine

/// One-line summaries of what a name was bound to.
enum Summary {
  /// `2 → 8 → 1, 33 parameters`, `64 → 16 ×34 → 10, …`, or the units with the sizes still open.
  static func line(_ layer: any Layer, _ graph: Graph) -> String {
    let parameters = graph.parameters(of: layer)
    var units: [String] = []
    var leaves: [any Layer] = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      if next.children.isEmpty {
        leaves.append(next)
        if let count = next.units { units.append(String(count)) }
      } else {
        pending.append(contentsOf: next.children.reversed().map(\.1))
      }
    }
    // Weights are [out, in]; an embedding's table is [count, width].
    let isTable = leaves.first is Embedding
    let first = parameters.first { $0.shape.rank >= 2 }.map { String($0.shape[isTable ? 0 : 1]) }
    let sizes = "\(parameters.isEmpty ? "?" : first ?? "?") → \(chain(units))"
    guard !parameters.isEmpty else {
      return units.isEmpty
        ? layer.name : "\(sizes), sized at the first use"
    }
    let count = parameters.reduce(0) { $0 + $1.shape.count }
    return (units.isEmpty ? "\(layer.name), " : "\(sizes), ")
      + "\(count) parameter\(count == 1 ? "" : "s")"
  }

  /// `xor, 4 rows, x [4, 2], y [4, 1]`
  static func line(_ data: Dataset) -> String {
    let columns = data.columns.map { "\($0.name) \($0.tensor.shape)" }.joined(separator: ", ")
    let rows = "\(data.rows) row\(data.rows == 1 ? "" : "s")"
    return "\(data.name), \(rows), \(columns)" + data.firstTexts
      + (data.attribution.isEmpty || data.name.contains(" part ") ? "" : "\n\(data.attribution)")
  }
}
