// From the traced graph to boxes: a layer's nodes become one box, what no layer traced becomes
// boxes of operations, and an edge is what one box reads of another. Equal pieces are folded in
// DiagramFolding.swift. The text of the session plays no part.

import Engine

/// Finds the boxes and edges of a part of a graph. Nothing here recurses.
struct DiagramBuilder {
  /// A box with what is needed to fold it and to look at its values.
  struct Unit {
    var role: NetworkDiagram.Block.Role
    var kinds: [String]
    var path: String
    var output: Node
    var scope: String
    var layer: (any Layer)?
    var parameters: [Node] = []
    /// The applications around it that are opened, the outermost first.
    var around: [Int] = []
    var steps = 1
  }

  let graph: Graph
  private(set) var units: [Unit] = []
  private(set) var edges: Set<NetworkDiagram.Edge> = []
  private var unitOfNode: [Int: Int] = [:]

  /// More boxes than this are not drawn, folded or not.
  static let limit = 20_000

  /// - Parameters:
  ///   - output: what is drawn is what this is made of.
  ///   - root: the application whose inside is drawn; nil draws everything down to the data.
  init(_ graph: Graph, output: Node, root: LayerApplication? = nil) {
    self.graph = graph
    let nodes = graph.dependencies(of: [output]).filter {
      !graph[$0].isGradient && root?.records.contains($0.index) ?? true
    }
    let applications = graph.applications.filter { application in
      root.map {
        $0.records.lowerBound <= application.records.lowerBound
          && application.records.upperBound <= $0.records.upperBound
      } ?? true
    }
    // An outer application begins no later, and of those that begin together it ends last.
    let order = applications.indices.sorted {
      let (a, b) = (applications[$0].records, applications[$1].records)
      return a.lowerBound != b.lowerBound
        ? a.lowerBound < b.lowerBound
        : a.upperBound != b.upperBound ? a.upperBound > b.upperBound : $0 > $1
    }
    var next = 0
    var stack: [Int] = []
    var unitOfApplication: [Int: Int] = [:]
    for node in nodes {
      while next < order.count, applications[order[next]].records.lowerBound <= node.index {
        while let top = stack.last,
          applications[top].records.upperBound <= applications[order[next]].records.lowerBound
        {
          stack.removeLast()
        }
        stack.append(order[next])
        next += 1
      }
      while let top = stack.last, applications[top].records.upperBound <= node.index {
        stack.removeLast()
      }
      let record = graph[node]
      guard !(record.operation is ParameterLeaf) else { continue }
      let closed = stack.firstIndex { index in
        let application = applications[index]
        let isRoot = application.layer === root?.layer && application.records == root?.records
        return !isRoot && !DiagramBuilder.opens(application.layer)
      }
      if let closed {
        let index = stack[closed]
        if unitOfApplication[index] == nil {
          unitOfApplication[index] = add(
            applications[index], around: Array(stack[..<closed]))
        }
        unitOfNode[node.index] = unitOfApplication[index]
      } else if record.inputs.isEmpty {
        guard isData(record) else { continue }
        add(input: node)
      } else {
        unitOfNode[node.index] = units.count
        units.append(
          Unit(
            role: .operation, kinds: [record.operation.name], path: graph.displayName(node),
            output: node, scope: record.scope, layer: nil, around: stack))
      }
    }
    connect(nodes, isInside: root != nil)
    joinOperations()
  }

  /// Whether a layer is shown by what is in it.
  static func opens(_ layer: any Layer) -> Bool {
    layer is Chain || layer is Residual || layer is EvaluationMode || layer is DefinedLayer
      || layer is TransformerEncoder || layer is TransformerEncoderLayer
      || layer is TransformerDecoder || layer is TransformerDecoderLayer || layer is Transformer
  }

  /// Data and named values; a bare number in a formula is no box.
  private func isData(_ record: Graph.Record) -> Bool {
    !(record.operation is Constant) || record.name != nil || record.shape.count > 1
  }

  private mutating func add(_ application: LayerApplication, around: [Int]) -> Int {
    var unit = Unit(
      role: .layer, kinds: [application.layer.name], path: application.path,
      output: application.output, scope: application.path, layer: application.layer,
      around: around)
    if application.layer is Recurrent {
      unit.steps = DiagramBuilder.steps(of: application, graph)
    }
    units.append(unit)
    return units.count - 1
  }

  /// How many time steps a recurrent layer was unrolled into.
  static func steps(of application: LayerApplication, _ graph: Graph) -> Int {
    var scopes: Set<String> = []
    let prefix = application.path + ".l0.t"
    for index in application.records {
      let scope = graph.records[index].scope
      if scope.hasPrefix(prefix) { scopes.insert(scope) }
    }
    return max(1, scopes.count)
  }

  @discardableResult
  private mutating func add(input node: Node) -> Int {
    let record = graph[node]
    let kind =
      record.operation is BatchRows
      ? "mini-batch" : record.operation is Constant ? "data" : record.operation.name
    let isNamed = !(record.operation is Constant) || record.name != nil
    unitOfNode[node.index] = units.count
    units.append(
      Unit(
        role: .input, kinds: [record.inputs.isEmpty && isNamed ? kind : ""],
        path: isNamed ? graph.displayName(node) : "numbers",
        output: node, scope: record.scope, layer: nil))
    return units.count - 1
  }

  private mutating func connect(_ nodes: [Node], isInside: Bool) {
    var first: [Node] = []
    for node in nodes {
      guard let own = unitOfNode[node.index] else { continue }
      for input in graph[node].inputs {
        if graph[input].operation is ParameterLeaf {
          if !units[own].parameters.contains(input) { units[own].parameters.append(input) }
          continue
        }
        if let other = unitOfNode[input.index] {
          if other != own { edges.insert(.init(from: other, to: own)) }
        } else if isInside, isData(graph[input]), !first.contains(input) {
          first.append(input)
        }
      }
    }
    guard !first.isEmpty else { return }
    // What comes from outside stands before everything else.
    let shift = first.count
    edges = Set(edges.map { .init(from: $0.from + shift, to: $0.to + shift) })
    unitOfNode = unitOfNode.mapValues { $0 + shift }
    let inner = units
    units = []
    for node in first { add(input: node) }
    units += inner
    for node in nodes {
      guard let own = unitOfNode[node.index], own >= shift else { continue }
      for input in graph[node].inputs {
        if let outer = unitOfNode[input.index], outer < shift {
          edges.insert(.init(from: outer, to: own))
        }
      }
    }
  }

  /// Marks sums of branches, and makes one box of operations that follow one another.
  private mutating func joinOperations() {
    var readers: [Int: Set<Int>] = [:]
    var sources: [Int: Set<Int>] = [:]
    for edge in edges {
      readers[edge.from, default: []].insert(edge.to)
      sources[edge.to, default: []].insert(edge.from)
    }
    var place = Array(units.indices)
    for index in units.indices where units[index].role == .operation {
      let before = sources[index] ?? []
      if before.count > 1, graph[units[index].output].operation is Add,
        graph[units[index].output].inputs.allSatisfy({
          graph.shape($0) == graph.shape(units[index].output)
        })
      {
        units[index].role = .sum
        continue
      }
      guard before.count == 1, let only = before.first, readers[only]?.count == 1 else { continue }
      let target = place[only]
      guard units[target].role == .operation, units[target].scope == units[index].scope else {
        continue
      }
      units[target].kinds += units[index].kinds
      units[target].path = units[index].path
      units[target].output = units[index].output
      for node in units[index].parameters where !units[target].parameters.contains(node) {
        units[target].parameters.append(node)
      }
      place[index] = target
    }
    renumber(place)
  }

  /// Keeps the units that are their own place and points edges at them.
  mutating func renumber(_ place: [Int], without left: Set<NetworkDiagram.Edge> = []) {
    let kept = units.indices.filter { place[$0] == $0 }
    var new: [Int: Int] = [:]
    for (index, old) in kept.enumerated() { new[old] = index }
    var moved: Set<NetworkDiagram.Edge> = []
    for edge in edges where !left.contains(edge) {
      guard let from = new[place[edge.from]], let to = new[place[edge.to]], from < to else {
        continue
      }
      moved.insert(.init(from: from, to: to))
    }
    edges = moved
    units = kept.map { units[$0] }
  }
}
