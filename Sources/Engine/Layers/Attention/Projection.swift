/// A product over the last axis whose width is told when it is used: weight `[width, in]`, bias
/// `[width]`.
final class Projection: Layer {
  let name = "projection"
  let hasBias: Bool

  init(bias: Bool) { hasBias = bias }

  func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try project(input, to: graph.shape(input)[-1], .linear, in: graph)
  }

  /// `[…, in]` → `[…, width]` in the layer's own scope; the bias starts at 0, as in PyTorch's
  /// MultiheadAttention, unless other first values are given.
  func project(
    _ input: Node, to width: Int, _ initializer: Initializer, bias: Initializer = .zeros,
    in graph: Graph
  ) throws(EngineError) -> Node {
    try traced(in: graph) { () throws(EngineError) -> Node in
      let weight = try graph.parameter(
        of: self, "weight", [width, graph.shape(input)[-1]], initializer)
      let product = try graph.add(MatMul(transposesRight: true), [input, weight])
      guard hasBias else { return product }
      let bias = try graph.parameter(of: self, "bias", [width], bias)
      return try graph.add(Add(), [product, bias])
    }
  }
}
