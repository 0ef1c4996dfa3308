// graph net, plot graph(net): the network as boxes and edges, with what they hold now.

import Engine
import Language

enum GraphPlot {
  private static let network = """
    x = [[0, 0], [0, 1], [1, 0], [1, 1]]
    net = dense(3) | tanh | residual(dense(3))
    y = net(x)

    """

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "graph", .expression, options: ["unfold"], needs: "a network or a loss",
      usage: "graph net | graph L [unfold=true]",
      summary: "Draws a network, or a loss with all that it is made of, as boxes and edges, with "
        + "what flows along them now: mean ± deviation, norm, and the norm of the gradient.",
      example: network + "graph net"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      let unfolds = try verb.option("unfold").map { (option) throws(Diagnostic) in
        try notebook.truth(option.value)
      }
      let text = notebook.currentSource[expression.range]
      try notebook.pin(
        try request(
          expression, unfolds: unfolds ?? false,
          title: unfolds == true ? "graph(\(text), unfold=true)" : "graph(\(text))", notebook),
        expression.range)
    }
  ]

  static let entry = PlotEntry(
    "graph(X, unfold=false)",
    summary: "A network, or a loss with all that it is made of, as boxes and edges.",
    example: network + "plot graph(net)"
  ) { notebook, call throws(Diagnostic) in
    let named = call.arguments.first { $0.name == "unfold" }
    let others = call.arguments.filter { $0.name == nil }
    guard others.count == 1, call.arguments.count == (named == nil ? 1 : 2) else {
      throw Diagnostic(
        "graph takes a network or a loss", at: call.range, hint: "plot graph(net)")
    }
    let unfolds = try named.map { (option) throws(Diagnostic) in
      try notebook.truth(option.value)
    }
    return try request(others[0].value, unfolds: unfolds ?? false, title: call.text, notebook)
  }

  private static func request(
    _ expression: Expression, unfolds: Bool, title: String, _ notebook: Notebook
  ) throws(Diagnostic) -> PlotRequest {
    let plan = try DiagramPlan(expression, folds: !unfolds, notebook)
    let latest = Latest()
    return PlotRequest(title) { notebook in
      latest.diagram = plan.diagram(notebook, before: latest.diagram)
      return latest.diagram.map { PlotOutput(title: title, content: .network($0)) }
    }
  }

  private final class Latest {
    var diagram: NetworkDiagram?
  }
}

/// The boxes of an expression, found once; their values are looked up at every picture.
struct DiagramPlan {
  let name: String
  let units: [DiagramBuilder.Unit]
  private let edges: [NetworkDiagram.Edge]
  private let folds: [NetworkDiagram.Fold]
  /// Trainable numbers, those of folded pieces included.
  private let parameters: Int

  /// - Throws: when it is neither a layer that was applied nor a tensor, or too large.
  init(_ expression: Expression, folds: Bool, _ notebook: Notebook) throws(Diagnostic) {
    name = notebook.currentSource[expression.range]
    var builder: DiagramBuilder
    switch try notebook.evaluate(expression) {
    case .layer(let layer):
      let application = try notebook.application(of: layer, name, expression.range)
      builder = DiagramBuilder(notebook.graph, output: application.output, root: application)
    case .tensor(let node): builder = DiagramBuilder(notebook.graph, output: node)
    case let other:
      throw Diagnostic(
        "graph draws a network or a loss, not \(other.kind)", at: expression.range,
        hint: "graph net, graph L")
    }
    guard !builder.units.isEmpty else {
      throw Diagnostic("there is nothing in \(name) to draw", at: expression.range)
    }
    guard builder.units.count <= DiagramBuilder.limit else {
      throw Diagnostic(
        "\(name) has \(builder.units.count) boxes, and at most \(DiagramBuilder.limit) are drawn",
        at: expression.range, hint: "graph a part of it: graph net.0")
    }
    let graph = notebook.graph
    parameters = Set(builder.units.flatMap(\.parameters))
      .filter { DiagramPlan.isTrained($0, graph) }.reduce(0) { $0 + graph.shape($1).count }
    var found: [NetworkDiagram.Fold] = []
    if folds {
      let folding = DiagramFolding(builder)
      var place = folding.place
      // What was folded into something that is folded itself.
      for index in place.indices { place[index] = place[place[index]] }
      let kept = place.indices.filter { place[$0] == $0 }
      var new: [Int: Int] = [:]
      for (index, old) in kept.enumerated() { new[old] = index }
      for fold in folding.folds {
        let alive = (fold.first...fold.last).compactMap { new[$0] }
        guard let first = alive.first, let last = alive.last else { continue }
        var moved = fold
        (moved.first, moved.last) = (first, last)
        found.append(moved)
      }
      builder.renumber(place, without: folding.between)
    }
    units = builder.units
    edges = builder.edges.sorted { $0.from != $1.from ? $0.from < $1.from : $0.to < $1.to }
    self.folds = found
    guard units.count <= DiagramPlan.limit else {
      throw Diagnostic(
        "\(name) has \(units.count) boxes, and at most \(DiagramPlan.limit) are drawn",
        at: expression.range, hint: "graph a part of it: graph net.0")
    }
  }

  /// Boxes of one picture.
  static let limit = 400

  /// The picture of now. Without the values of the moment those of the last picture stay.
  func diagram(_ notebook: Notebook, before: NetworkDiagram?) -> NetworkDiagram {
    let graph = notebook.graph
    let gradients = units.map { notebook.run?.gradients[$0.output] }
    let tensors = notebook.look(at: units.map { Optional($0.output) } + gradients)
    var seen: Set<Node> = []
    let blocks = units.indices.map { index -> NetworkDiagram.Block in
      let unit = units[index]
      let trained = unit.parameters.filter { DiagramPlan.isTrained($0, graph) }
      let count = trained.reduce(0) { $0 + graph.shape($1).count }
      let fresh = trained.filter { seen.insert($0).inserted }
      let values = tensors[index].map { tensor in
        let statistics = Statistics(tensor.values)
        return NetworkDiagram.Values(
          mean: Float(statistics.mean), deviation: Float(statistics.deviation),
          norm: Float(statistics.norm),
          gradientNorm: tensors[units.count + index].map { Float(Statistics($0.values).norm) })
      }
      return NetworkDiagram.Block(
        role: unit.role,
        kind: unit.kinds.prefix(4).joined(separator: " · ")
          + (unit.kinds.count > 4 ? " …" : ""), path: unit.path,
        shape: graph.shape(unit.output).extents, parameters: count,
        isShared: !trained.isEmpty && fresh.isEmpty, steps: unit.steps, values: values)
    }
    return NetworkDiagram(
      name: name, blocks: blocks, edges: edges, folds: folds, parameters: parameters)
  }

  static func isTrained(_ node: Node, _ graph: Graph) -> Bool {
    (graph[node].operation as? ParameterLeaf)?.parameter.isTrainable ?? false
  }
}

extension Notebook {
  /// The use of a layer that is shown: the one that the run's loss is made of, or the last.
  ///
  /// - Parameter prefersRun: false takes the last in any case.
  func application(
    of layer: any Layer, _ name: String, _ range: SourceRange, prefersRun: Bool = true
  ) throws(Diagnostic) -> LayerApplication {
    var wanted = layer
    while let mode = wanted as? EvaluationMode { wanted = mode.inner }
    let uses = graph.applications.filter { $0.layer === wanted || $0.layer === layer }
    guard let last = uses.last else {
      throw Diagnostic(
        "\(name) has not been applied to anything yet", at: range, hint: "y = \(name)(x)")
    }
    guard prefersRun, let run else { return last }
    let needed = Set(graph.dependencies(of: [run.loss]))
    return uses.last { needed.contains($0.output) } ?? last
  }

  /// What nodes hold now; nil for what the current step has not computed, and for everything when
  /// it is too much to look at many times a second.
  func look(at nodes: [Node?]) -> [Tensor?] {
    var wanted: [Node] = []
    var places: [Int?] = []
    var elements = 0
    for node in nodes {
      guard let node, isComputed(node) else {
        places.append(nil)
        continue
      }
      elements += graph.shape(node).count
      places.append(wanted.count)
      wanted.append(node)
    }
    guard !wanted.isEmpty, elements <= Notebook.mostElements,
      let tensors = try? values(of: wanted, nil)
    else { return nodes.map { _ in nil } }
    return places.map { place in place.map { tensors[$0] } }
  }

  /// Numbers that one picture looks at.
  private static let mostElements = 1 << 22

  private func isComputed(_ node: Node) -> Bool {
    guard let run, !run.machine.isAtBoundary else { return true }
    guard let slot = run.program.slot(of: node), run.program.slots[slot].kind == .temporary else {
      return !graph[node].isGradient
    }
    return run.machine.isComputed(slot)
  }
}
