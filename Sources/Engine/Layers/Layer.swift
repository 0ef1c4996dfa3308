// Layers: functions with parameters. A layer only describes; its parameters live in the graph's
// registry and are made at the first use, when the input's size is known.

/// A function of one tensor with parameters of its own.
public protocol Layer: AnyObject {
  /// The constructor's name: `dense`.
  var name: String { get }
  /// Inner layers by the names that paths show; an empty name is transparent.
  var children: [(String, any Layer)] { get }
  /// How many units come out, if the layer knows: for summaries.
  var units: Int? { get }
  /// Traces the layer on one tensor, in the scope of its path.
  ///
  /// - Throws: when the input's shape does not fit.
  func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node

  /// How the layer is called when one tensor is not all: `lstm(x, state=none)`, read as an entry's
  /// signature is; nil for a function of one tensor.
  var callSignature: String? { get }
  /// Applies the layer to the arguments of `callSignature`. The first result is what a pipe hands on.
  func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node]
}

extension Layer {
  public var children: [(String, any Layer)] { [] }
  public var units: Int? { nil }
  public var callSignature: String? { nil }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    [try apply(try arguments.tensor("x", graph), in: graph)]
  }

  /// Applies the layer inside its own scope and names the result after it.
  public func traced(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let path = graph.path(of: self) ?? fallbackPath(graph)
    let start = graph.records.count
    let output = try graph.scoped(path) { () throws(EngineError) -> Node in
      try apply(input, in: graph)
    }
    graph.name(output, path)
    graph.noteApplication(of: self, from: start, output: output)
    return output
  }

  /// Applies a layer with the arguments of its call inside its own scope; names the first result
  /// after it.
  ///
  /// - Throws: when the arguments do not fit `callSignature`, or as the layer itself.
  public func traced(
    _ positional: [ArgumentValue], keywords: [(String, ArgumentValue)] = [], in graph: Graph
  ) throws(EngineError) -> [Node] {
    let signature = callSignature ?? "\(name)(x)"
    let arguments = try Arguments(
      Descriptor(name, .layer, signature: signature, summary: "", example: ""),
      positional: positional, keywords: keywords, graph: graph)
    let path = graph.path(of: self) ?? fallbackPath(graph)
    let start = graph.records.count
    let outputs = try graph.scoped(path) { () throws(EngineError) -> [Node] in
      try apply(arguments, in: graph)
    }
    if let first = outputs.first {
      graph.name(first, path)
      graph.noteApplication(of: self, from: start, output: first)
    }
    return outputs
  }

  /// Runs `body` inside the layer's own scope and names its result after the layer: for layers that
  /// are applied by other means than `apply`.
  func traced(
    in graph: Graph, _ body: () throws(EngineError) -> Node
  ) throws(EngineError) -> Node {
    let path = graph.path(of: self) ?? fallbackPath(graph)
    let start = graph.records.count
    let output = try graph.scoped(path, body)
    graph.name(output, path)
    graph.noteApplication(of: self, from: start, output: output)
    return output
  }

  private func fallbackPath(_ graph: Graph) -> String {
    let path = graph.scope.isEmpty ? name : graph.scope + "." + name
    graph.name(self, path)
    return graph.path(of: self) ?? path
  }
}
