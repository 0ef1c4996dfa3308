/// A function of tensors as a layer of a pipe: `dense(8) | tanh`.
public final class FunctionLayer: Layer {
  public let name: String
  private let function: (Node, Graph) throws(EngineError) -> Node

  /// A layer that does what a closure traces.
  public init(
    _ name: String, _ function: @escaping (Node, Graph) throws(EngineError) -> Node
  ) {
    self.name = name
    self.function = function
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try function(input, graph)
  }
}
