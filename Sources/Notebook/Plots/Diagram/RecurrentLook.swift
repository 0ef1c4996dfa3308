// What a recurrent layer traced at every time step, by its names: h, the gates, the cell.

import Engine
import Language

/// The last use of a recurrent layer with the nodes of its first layer, forwards.
struct RecurrentLook {
  let layer: Recurrent
  let use: LayerApplication
  let name: String
  /// By the name within a step: `h` → a node a step.
  let steps: [String: [Node]]
  let count: Int

  /// - Throws: when it is no recurrent layer or was not applied.
  init(
    _ expression: Expression, _ plot: String, _ notebook: Notebook
  ) throws(Diagnostic) {
    name = notebook.currentSource[expression.range]
    guard case .layer(let value) = try notebook.evaluate(expression) else {
      throw Diagnostic(
        "\(plot) needs a recurrent layer", at: expression.range, hint: "plot \(plot)(net.0)")
    }
    var first: Recurrent?
    var pending: [any Layer] = [value]
    while first == nil, let next = pending.popLast() {
      first = next as? Recurrent
      pending.append(contentsOf: next.children.reversed().map(\.1))
    }
    guard let found = first else {
      throw Diagnostic(
        "there is no recurrent layer in \(name)", at: expression.range,
        hint: "rnn(8), lstm(8) and gru(8) make one")
    }
    layer = found
    use = try notebook.application(
      of: found, name, expression.range, prefersRun: false)
    let graph = notebook.graph
    let prefix = use.path + ".l0.t"
    var named: [String: [Int: Node]] = [:]
    var last = -1
    for index in use.records {
      let record = graph.records[index]
      guard record.scope.hasPrefix(prefix), let name = record.name,
        let time = Int(record.scope.dropFirst(prefix.count)),
        name.hasPrefix(record.scope + ".")
      else { continue }
      named[String(name.dropFirst(record.scope.count + 1)), default: [:]][time] =
        graph.node(at: index)
      last = max(last, time)
    }
    count = last + 1
    steps = named.mapValues { nodes in (0...max(0, last)).compactMap { nodes[$0] } }
  }

  /// The labels of the time steps: tokens where the last text has as many, else `t0`, `t1`, …
  func labels(_ notebook: Notebook) -> [String] {
    notebook.tokenLabels.count == count
      ? notebook.tokenLabels : (0..<count).map { "t\($0)" }
  }
}
