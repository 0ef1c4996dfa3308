/// A layer applied in evaluation mode: `eval(net)`.
public final class EvaluationMode: Layer {
  public let name = "eval"
  /// The layer inside.
  public let inner: any Layer

  /// Wraps a layer.
  public init(_ inner: any Layer) { self.inner = inner }

  // Transparent, so that parameters keep the paths of the network itself.
  public var children: [(String, any Layer)] { [("", inner)] }
  public var units: Int? { inner.units }

  public var callSignature: String? { inner.callSignature }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    let before = graph.isTraining
    graph.isTraining = false
    defer { graph.isTraining = before }
    return try inner.apply(arguments, in: graph)
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let before = graph.isTraining
    graph.isTraining = false
    defer { graph.isTraining = before }
    return try inner.traced(input, in: graph)
  }
}
