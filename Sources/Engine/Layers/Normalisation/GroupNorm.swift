/// Mean 0 and variance 1 over each group of channels and its positions, example by example, then scaled
/// and shifted channel by channel (Wu & He 2018).
public final class GroupNorm: Layer {
  public let name = "group_norm"
  /// Into how many groups the channels fall.
  public let groups: Int
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double
  /// Whether there is a learnt factor and a learnt offset.
  public let isAffine: Bool

  /// Normalises groups of channels within each example.
  public init(_ groups: Int, epsilon: Double = 1e-5, affine: Bool = true) {
    self.groups = groups
    self.epsilon = epsilon
    isAffine = affine
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 2 else {
      throw EngineError(
        "group_norm: needs [n, c, …], not shape \(shape)",
        hint: "channels are the second axis, after the examples")
    }
    let channels = shape[1]
    guard groups > 0, channels > 0, channels % groups == 0 else {
      throw EngineError(
        "group_norm: \(channels) channels cannot be shared by \(groups) groups",
        hint: "the number of channels must be a multiple of the number of groups")
    }
    let normal = try normalizedRows(input, rows: groups, epsilon: epsilon, graph)
    guard isAffine else { return normal }
    return try graph.scaledAndShifted(
      normal, by: self, [channels], as: channelPlaces(channels, rank: shape.rank))
  }
}

/// Mean 0 and variance 1 over the positions of every channel of every example (Ulyanov, Vedaldi &
/// Lempitsky 2016); PyTorch's InstanceNorm1d and InstanceNorm2d without running statistics.
public final class InstanceNorm: Layer {
  /// Axes of positions: 1 for sequences, 2 for images.
  public let axes: Int
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double
  /// Whether there is a learnt factor and a learnt offset.
  public let isAffine: Bool

  /// Normalises each channel over its positions; so many axes follow the channels.
  public init(axes: Int, epsilon: Double = 1e-5, affine: Bool = false) {
    self.axes = axes
    self.epsilon = epsilon
    isAffine = affine
  }

  public var name: String { "instance_norm\(axes)d" }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank == axes + 2 else {
      throw EngineError(
        "\(name): needs \(ConvolutionSettings.layout(axes: axes)), not shape \(shape)",
        hint: "channels are the second axis, after the examples")
    }
    guard shape.extents.suffix(axes).reduce(1, *) > 1, shape[1] > 0 else {
      throw EngineError(
        "\(name): one value a channel in shape \(shape) has no variance",
        hint: "instances are normalised over their positions; layer_norm normalises vectors")
    }
    let normal = try normalizedRows(input, rows: shape[1], epsilon: epsilon, graph)
    guard isAffine else { return normal }
    return try graph.scaledAndShifted(
      normal, by: self, [shape[1]], as: channelPlaces(shape[1], rank: shape.rank))
  }
}

/// Every example in `rows` equal parts, each to mean 0 and variance 1.
private func normalizedRows(
  _ input: Node, rows: Int, epsilon: Double, _ graph: Graph
) throws(EngineError) -> Node {
  let shape = graph.shape(input)
  let length = shape.extents.dropFirst().reduce(1, *) / rows
  // Without elements −1 could stand for any number of examples.
  let parts = try graph.add(
    Reshape([shape.count > 0 ? -1 : shape[0], rows, length]), [input])
  let average = Mean(axis: -1, keepsAxis: true)
  let mean = try graph.add(average, [parts])
  graph.nameStage(mean, "mean")
  let centred = try graph.add(Subtract(), [parts, mean])
  let variance = try graph.add(average, [try graph.add(Square(), [centred])])
  graph.nameStage(variance, "variance")
  let normal = try graph.divide(centred, byDeviationOf: variance, epsilon: epsilon)
  return try graph.add(ReshapeLike(), [normal, input])
}

extension GroupNorm {
  static let entries =
    [
      Entry(
        Descriptor(
          "group_norm", .layer, signature: "group_norm(num_groups, eps=1e-5, affine=true)",
          summary: "Mean 0 and variance 1 for each group of channels of each example, then scaled "
            + "and shifted.",
          shapes: "[n, c, …] → the same", formula: "(x − mean) / √(var + ε) · w + b",
          source: "Wu & He 2018", example: "group_norm(2)([[1, 2, 3, 5]])"),
        .layer { arguments throws(EngineError) in
          GroupNorm(
            try arguments.positive("num_groups"), epsilon: try arguments.number("eps", in: 0...1),
            affine: try arguments.flag("affine"))
        })
    ]
    + [1, 2].map { axes in
      let name = "instance_norm\(axes)d"
      return Entry(
        Descriptor(
          name, .layer, signature: "\(name)(eps=1e-5, affine=false)",
          summary: "Mean 0 and variance 1 for each channel of each example.",
          shapes: ConvolutionSettings.layout(axes: axes) + " → the same",
          formula: "(x − mean) / √(var + ε)", source: "Ulyanov, Vedaldi & Lempitsky 2016",
          example: axes == 1
            ? "\(name)()([[[1, 2, 4]]])" : "\(name)()(reshape([1, 2, 3, 5], [1, 1, 2, 2]))"),
        .layer { arguments throws(EngineError) in
          InstanceNorm(
            axes: axes, epsilon: try arguments.number("eps", in: 0...1),
            affine: try arguments.flag("affine"))
        })
    }
}
