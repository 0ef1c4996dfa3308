// What encoder and decoder layers of transformers have in common: their settings, and the network
// that every position goes through by itself.

/// What transformer layers are made with; PyTorch's defaults, batch first.
public struct TransformerOptions {
  /// How many heads share the width.
  public var heads = 1
  /// Units between the two dense layers.
  public var feedforward = 2048
  /// How likely a unit is left out in training: of attention's weights, inside the network at every
  /// position, and at the end of each part.
  public var dropout = 0.1
  /// Between the two dense layers; ReLU when nil.
  public var activation: (any Layer)?
  /// Whether each part normalises its input (pre-norm) and not the sum after it (post-norm).
  public var normFirst = false
  /// What is added to a divisor, or under a root, to keep it from zero.
  public var epsilon = 1e-5
  /// Whether a bias is added.
  public var hasBias = true
  /// Whether self-attention is causal in every call, so that a pipe can be.
  public var isCausal = false
  /// First values of all weight matrices; each layer's own when nil.
  public var initializer: Initializer?

  /// PyTorch's defaults but for the heads.
  public init(heads: Int = 1) { self.heads = heads }

  func attention(causal: Bool = false) -> Attention {
    var options = Attention.Options()
    options.isCausal = causal
    options.hasBias = hasBias
    options.dropout = dropout
    options.outInitializer = initializer ?? .linear
    return Attention(heads: heads, options: options)
  }

  func norm() -> LayerNorm { LayerNorm(epsilon: epsilon, bias: hasBias) }
}

/// linear2(activation(linear1(x))) at every position: `linear1.weight` `[feedforward, d]`,
/// `linear2.weight` `[d, feedforward]`.
struct PositionwiseFeedForward {
  let linear1: Projection
  let linear2: Projection
  private let options: TransformerOptions

  init(_ options: TransformerOptions) {
    self.options = options
    linear1 = Projection(bias: options.hasBias)
    linear2 = Projection(bias: options.hasBias)
  }

  func callAsFunction(_ x: Node, in graph: Graph) throws(EngineError) -> Node {
    let width = graph.shape(x)[-1]
    func linear(
      _ layer: Projection, _ input: Node, _ units: Int
    ) throws(EngineError) -> Node {
      try layer.project(
        input, to: units, options.initializer ?? .linear,
        bias: Initializer("linear", .fanUniform(fan: graph.shape(input)[-1])), in: graph)
    }
    let inner = try linear(linear1, x, options.feedforward)
    let active =
      if let activation = options.activation {
        try activation.traced(inner, in: graph)
      } else {
        try graph.add(ReLU(), [inner])
      }
    guard graph.shape(active) == graph.shape(inner) else {
      throw EngineError(
        "transformer: the activation turns shape \(graph.shape(inner)) into \(graph.shape(active))",
        hint: "it must keep the shape, as relu and gelu do")
    }
    graph.name(active, graph.scope + ".activation")
    let kept = try graph.dropped(active, options.dropout, "dropout")
    return try linear(linear2, kept, width)
  }
}

/// One residual part: x + f(norm(x)), or norm(x + f(x)).
struct TransformerPart {
  let norm: LayerNorm
  let normFirst: Bool
  let dropout: Double
  /// `dropout1`, as PyTorch calls it.
  let dropoutName: String

  func callAsFunction(
    _ x: Node, in graph: Graph, _ f: (Node) throws(EngineError) -> Node
  ) throws(EngineError) -> Node {
    let inner = try f(normFirst ? try norm.traced(x, in: graph) : x)
    let kept = try graph.dropped(inner, dropout, dropoutName)
    let sum = try graph.add(Add(), [x, kept])
    return normFirst ? sum : try norm.traced(sum, in: graph)
  }
}

extension Attention {
  /// The output alone, in the layer's own scope.
  func traced(_ inputs: AttentionInputs, in graph: Graph) throws(EngineError) -> Node {
    try traced(in: graph) { () throws(EngineError) in try attend(inputs, in: graph)[0] }
  }
}

extension Arguments {
  /// The settings that all transformer layers have.
  func transformerOptions() throws(EngineError) -> TransformerOptions {
    var options = TransformerOptions(heads: try positive("heads"))
    options.feedforward = try positive("feedforward")
    options.dropout = try dropout()
    options.normFirst = try flag("norm_first")
    options.epsilon = try number("eps", in: 0...1)
    options.hasBias = try flag("bias")
    if case .layer(let layer) = value("activation") {
      options.activation = layer
    } else if try word("activation", among: ["relu", "gelu"]) == "gelu" {
      options.activation = FunctionLayer("gelu") { x, graph throws(EngineError) in
        try graph.add(GELU(), [x])
      }
    }
    return options
  }
}
