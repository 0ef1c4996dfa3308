// The causal transformers: pre-norm, no biases, exact GELU, the output tied to the embedding; queries,
// keys and values in one product.

import Engine

/// The sizes of a transformer case.
struct TransformerSizes {
  var name: String
  var vocabulary = 65
  var layers: Int
  var heads: Int
  var width: Int
  var tokens: Int
  var batch: Int
  var seed: UInt64

  static let small = TransformerSizes(
    name: "gpt", layers: 4, heads: 4, width: 128, tokens: 64, batch: 12, seed: 500)
  static let large = TransformerSizes(
    name: "gptlarge", layers: 6, heads: 6, width: 384, tokens: 256, batch: 4, seed: 600)

  /// The large one's network at another width, for how cost grows with work.
  static func ofWidth(_ width: Int) -> TransformerSizes {
    TransformerSizes(
      name: "width\(width)", layers: 2, heads: width / 64, width: width, tokens: 256, batch: 4,
      seed: 600)
  }
}

extension Cases {
  /// Cross entropy over all tokens, AdamW 1e-3 (0.9, 0.99), decay 0.1 on matrices, clip 1.0.
  static func transformer(_ sizes: TransformerSizes) throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    let width = sizes.width
    var weights = Weights(graph: graph, seed: sizes.seed)
    let tokenTable = try weights("wte", [sizes.vocabulary, width], fanIn: 2500)
    let positions = try weights("wpe", [sizes.tokens, width], fanIn: 2500)
    let (x, y) = try tokens(
      graph, sizes.name, seed: sizes.seed * 1000 + 1000, batch: sizes.batch,
      length: sizes.tokens, vocabulary: sizes.vocabulary)
    var h = try graph.add(Add(), [try graph.add(Gather(), [tokenTable, x]), positions])
    for index in 0..<sizes.layers {
      let scope = "block.\(index)"
      graph.openScope(scope)
      defer { graph.closeScope() }
      let qkv = try weights("qkv_\(index)", [width, 3 * width], fanIn: width)
      let projection = try weights("proj_\(index)", [width, width], fanIn: width)
      let widen = try weights("fc_\(index)", [width, 4 * width], fanIn: width)
      let narrow = try weights("out_\(index)", [4 * width, width], fanIn: 4 * width)
      let mixed = try attention(
        try graph.add(MatMul(), [try normal(h, "ln1_\(index)", graph), qkv]), sizes, graph)
      h = try graph.add(Add(), [h, try graph.add(MatMul(), [mixed, projection])])
      let wide = try graph.add(
        GELU(), [try graph.add(MatMul(), [try normal(h, "ln2_\(index)", graph), widen])])
      h = try graph.add(Add(), [h, try graph.add(MatMul(), [wide, narrow])])
    }
    let logits = try graph.add(
      MatMul(transposesRight: true), [try normal(h, "lnf", graph), tokenTable])
    let loss = try Losses.crossEntropy(logits, y, in: graph)
    return try made(
      sizes.name, graph, loss,
      Adam(
        lr: 1e-3, beta1: 0.9, beta2: 0.99, weightDecay: 0.1, decoupled: true,
        decayOn: .matrices),
      clip: 1)
  }

  /// (x − mean) / √(variance + 1e-5) · weight
  private static func normal(_ x: Node, _ name: String, _ graph: Graph) throws -> Node {
    let weight = try graph.freeParameter(name, [graph.shape(x)[-1]], .ones)
    let mean = try graph.add(Mean(axis: -1, keepsAxis: true), [x])
    let centred = try graph.add(Subtract(), [x, mean])
    let variance = try graph.add(
      Mean(axis: -1, keepsAxis: true), [try graph.add(Square(), [centred])])
    let deviation = try graph.add(
      SquareRoot(), [try graph.add(Add(), [variance, graph.constant(1e-5)])])
    return try graph.add(
      Multiply(), [try graph.add(Divide(), [centred, deviation]), weight])
  }

  /// Causal attention of `[batch, tokens, 3 · width]`: queries, keys and values side by side.
  private static func attention(
    _ qkv: Node, _ sizes: TransformerSizes, _ graph: Graph
  ) throws -> Node {
    let (heads, width, tokens) = (sizes.heads, sizes.width, sizes.tokens)
    let depth = width / heads
    let all = Slice.Part.range(start: nil, stop: nil, step: 1)
    let parts = try (0..<3).map { part in
      let slice = try graph.add(
        Slice([all, all, .range(start: part * width, stop: (part + 1) * width, step: 1)]), [qkv])
      return try graph.add(
        Permute([0, 2, 1, 3]), [try graph.add(Reshape([-1, tokens, heads, depth]), [slice])])
    }
    let scores = try graph.add(MatMul(transposesRight: true), [parts[0], parts[1]])
    let scaled = try graph.add(
      Multiply(), [scores, graph.constant(1 / Double(depth).squareRoot())])
    let mask = try graph.add(CausalMask(), [scaled])
    let shares = try graph.add(
      Softmax(), [try graph.add(MaskedFill(-.infinity), [scaled, mask])])
    let mixed = try graph.add(
      Permute([0, 2, 1, 3]), [try graph.add(MatMul(), [shares, parts[2]])])
    return try graph.add(Reshape([-1, tokens, width]), [mixed])
  }
}
