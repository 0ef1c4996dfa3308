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
  func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node
}

extension Layer {
  public var children: [(String, any Layer)] { [] }
  public var units: Int? { nil }

  /// Applies the layer inside its own scope and names the result after it.
  public func traced(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let path = graph.path(of: self) ?? fallbackPath(graph)
    let output = try graph.scoped(path) { () throws(EngineError) -> Node in
      try apply(input, in: graph)
    }
    graph.name(output, path)
    return output
  }

  private func fallbackPath(_ graph: Graph) -> String {
    let path = graph.scope.isEmpty ? name : graph.scope + "." + name
    graph.name(self, path)
    return graph.path(of: self) ?? path
  }
}
