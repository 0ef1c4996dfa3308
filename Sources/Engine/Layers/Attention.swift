// Self-attention, every stage an instruction of its own: scores, scale, mask, softmax, values.

/// softmax(Q Kᵀ / √d_k) V over a sequence `[tokens, width]` or a batch `[n, tokens, width]`
/// (Vaswani et al. 2017).
public final class SelfAttention: Layer {
  public let name = "attention"
  public let heads: Int
  public let isCausal: Bool
  /// Projections of the input; made with the input's width at first use.
  let query: Projection
  let key: Projection
  let value: Projection
  let out: Projection

  public init(heads: Int = 1, causal: Bool = false, bias: Bool = true) {
    self.heads = heads
    isCausal = causal
    query = Projection(bias: bias, .joint)
    key = Projection(bias: bias, .joint)
    value = Projection(bias: bias, .joint)
    out = Projection(bias: bias, .linear)
  }

  public var children: [(String, any Layer)] {
    [("query", query), ("key", key), ("value", value), ("out", out)]
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank == 2 || shape.rank == 3 else {
      throw EngineError(
        "attention: needs [tokens, width] or [n, tokens, width], not shape \(shape)",
        hint: "an embedding turns token indices into vectors")
    }
    let width = shape[-1]
    guard heads > 0, width % heads == 0 else {
      throw EngineError(
        "attention: width \(width) cannot be shared by \(heads) heads",
        hint: "the width must be a multiple of the number of heads")
    }
    let depth = width / heads
    let q = try split(try query.traced(input, in: graph), depth, graph, "q")
    let k = try split(try key.traced(input, in: graph), depth, graph, "k")
    let v = try split(try value.traced(input, in: graph), depth, graph, "v")
    let path = graph.scope
    let scores = try graph.add(MatMul(transposesRight: true), [q, k])
    graph.name(scores, path + ".scores")
    let scaled = try graph.add(
      Multiply(), [scores, graph.constant(1 / Double(depth).squareRoot())])
    graph.name(scaled, path + ".scaled")
    var masked = scaled
    if isCausal {
      let mask = try graph.add(CausalMask(), [scaled])
      graph.name(mask, path + ".mask")
      masked = try graph.add(MaskedFill(-.infinity), [scaled, mask])
      graph.name(masked, path + ".masked")
    }
    let weights = try graph.add(Softmax(), [masked])
    graph.name(weights, path + ".weights")
    let mixed = try graph.add(MatMul(), [weights, v])
    graph.name(mixed, path + ".mixed")
    return try out.traced(try merge(mixed, like: input, graph), in: graph)
  }

  /// `[n, t, heads · depth]` → `[n, heads, t, depth]`; one head needs no turning.
  private func split(
    _ x: Node, _ depth: Int, _ graph: Graph, _ name: String
  ) throws(EngineError) -> Node {
    guard heads > 1 else { return x }
    let shape = graph.shape(x)
    let extents =
      shape.rank == 2 ? [-1, heads, depth] : [-1, shape[1], heads, depth]
    let parts = try graph.add(Reshape(extents), [x])
    let turned = try graph.add(
      Permute(shape.rank == 2 ? [1, 0, 2] : [0, 2, 1, 3]), [parts])
    graph.name(turned, graph.scope + "." + name)
    return turned
  }

  private func merge(_ x: Node, like input: Node, _ graph: Graph) throws(EngineError) -> Node {
    guard heads > 1 else { return x }
    let rank = graph.shape(x).rank
    let turned = try graph.add(Permute(rank == 3 ? [1, 0, 2] : [0, 2, 1, 3]), [x])
    return try graph.add(ReshapeLike(), [turned, input])
  }
}

/// A square product over the last axis; the bias starts at 0, as in PyTorch's MultiheadAttention.
final class Projection: Layer {
  let name = "projection"
  let hasBias: Bool
  private let initializer: Initializer

  init(bias: Bool, _ initializer: Initializer) {
    hasBias = bias
    self.initializer = initializer
  }

  func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let width = graph.shape(input)[-1]
    let weight = try graph.parameter(
      of: self, "weight", [width, width], initializer)
    let product = try graph.add(MatMul(transposesRight: true), [input, weight])
    guard hasBias else { return product }
    let bias = try graph.parameter(of: self, "bias", [width], .zeros)
    return try graph.add(Add(), [product, bias])
  }
}

extension Initializer {
  /// Glorot-uniform over queries, keys and values as the one matrix `[3 d, d]` that PyTorch has:
  /// √(6 / 4d) is √½ times the bound of a square one.
  fileprivate static let joint = Initializer(
    "xavier_uniform", .xavierUniform(gain: 0.5.squareRoot()))
}

extension SelfAttention {
  static let entry = Entry(
    Descriptor(
      "attention", .layer, signature: "attention(heads=1, causal=false, bias=true)",
      summary: "Self-attention: every token looks at every (earlier) token.",
      shapes: "[t, d] or [n, t, d] → the same", formula: "softmax(Q Kᵀ / √d) V",
      source: "Vaswani et al. 2017", example: "attention()([[1, 2], [3, 4]])"),
    .layer { arguments throws(EngineError) in
      SelfAttention(
        heads: try arguments.positive("heads"), causal: try arguments.flag("causal"),
        bias: try arguments.flag("bias"))
    })
}
